"""The demonstration as it stands once loaded: on stores of its own, in processes of its own."""

import json
import subprocess
import sys

import pytest

from tests.cli.conftest import Place
from tests.demonstration import environment

PUBLIC = """
import json
from cleardays.record.models import Content, Current, Entry
print(json.dumps({
    "current": {row.ref: json.loads(row.body) for row in Current.objects.all()},
    "bodies": [row.body for row in Content.objects.all()],
    "stated": [[e.ref, str(e.stated_published_on), e.stated_source] for e in Entry.objects.all()],
}))
"""


@pytest.fixture(scope="module")
def demonstration(demonstration_folder) -> Place:
    return Place(environment(demonstration_folder))


@pytest.fixture(scope="module")
def public(demonstration) -> dict:
    return json.loads(demonstration.python(PUBLIC).stdout)


def on_the_site(demonstration, code: str):
    """Return what a few lines print as JSON in the site's own process."""
    start = "from cleardays.cli.process import start_django; start_django('site')\n"
    run = subprocess.run(
        [sys.executable, "-c", start + code],
        env={**demonstration.environment, "CLEARDAYS_DEMONSTRATION": "yes"},
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    return json.loads(run.stdout)


def documents(public, kind):
    return {
        ref.partition("/")[2]: body
        for ref, body in public["current"].items()
        if ref.startswith(f"{kind}/")
    }
