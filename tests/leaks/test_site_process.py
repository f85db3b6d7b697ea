"""The site's own process: no workroom in it, and no way to the workroom's database."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# What a site does: it starts, knows all its addresses, and answers.
ASKED = """
import json, sys
from cleardays.config.wsgi import application
from django.core.management import call_command
from django.db import connections
from django.test import Client
from django.urls import get_resolver

call_command("migrate", database="record", verbosity=0)
client = Client()
statuses = [client.get(at).status_code for at in ("/", "/calendar/", "/data/", "/nowhere/")]
get_resolver().url_patterns
try:
    connections["default"].cursor()
    default = "opened"
except Exception as refusal:
    default = type(refusal).__name__
print(json.dumps({
    "statuses": statuses, "default": default,
    "private": [name for name in sys.modules if name.startswith((
        "cleardays.workroom", "cleardays.door", "cleardays.readers", "allauth",
        "django.contrib.auth", "django.contrib.sessions"))],
}))
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory) -> dict:
    """What a site process says of itself after it has answered some requests.

    It is even told where the workroom's database is. Its stores are its own: two processes of
    one run may ask this at once, and would both build the tables of a shared one.
    """
    data = tmp_path_factory.mktemp("site")
    environment = {
        **os.environ,
        "CLEARDAYS_SIDE": "site",
        "CLEARDAYS_DATA": str(data),
        "CLEARDAYS_DATABASE_URL": f"sqlite:///{data}/workroom.sqlite3",
        "CLEARDAYS_RECORD_URL": f"sqlite:///{data}/record.sqlite3",
        "CLEARDAYS_LETTERBOX_URL": f"sqlite:///{data}/letterbox.sqlite3",
        "CLEARDAYS_HOSTS": "testserver",
    }
    run = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", ASKED],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


def test_it_answers_without_the_workroom(told):
    assert told["statuses"] == [200, 200, 200, 404]


def test_no_module_of_the_private_side_is_loaded(told):
    assert told["private"] == []


def test_the_database_of_the_workroom_cannot_be_used(told):
    assert told["default"] == "ImproperlyConfigured"
