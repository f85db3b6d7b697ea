"""The command as people run it: a process of its own, on stores of its own."""

import os
import subprocess
import sys
import uuid
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.db import connections

STORES = {"default": "DATABASE", "record": "RECORD", "letterbox": "LETTERBOX"}


@dataclass(frozen=True)
class Place:
    """A data directory with its databases, and how to run a command there."""

    environment: dict[str, str]

    def run(self, *arguments: str, **options) -> subprocess.CompletedProcess:
        return subprocess.run(
            [sys.executable, "-m", "cleardays", *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
            **options,
        )

    def python(self, code: str) -> subprocess.CompletedProcess:
        """Run a few lines with Django started in this place."""
        start = "from cleardays.cli.process import start_django; start_django()\n"
        return subprocess.run(
            [sys.executable, "-c", start + code],
            env=self.environment,
            capture_output=True,
            text=True,
            check=True,
            timeout=120,
        )

    @property
    def data(self) -> Path:
        return Path(self.environment["CLEARDAYS_DATA"])


@pytest.fixture
def new_place(tmp_path, request):
    """A function that makes an empty place: a folder, and on PostgreSQL three new databases."""

    def make() -> Place:
        data = tmp_path / uuid.uuid4().hex[:8]
        data.mkdir()
        environment = {key: value for key, value in os.environ.items() if "CLEARDAYS" not in key}
        environment |= {"CLEARDAYS_DATA": str(data), "PYTHONWARNINGS": "default"}
        if connections["default"].vendor == "postgresql":
            environment |= {
                f"CLEARDAYS_{variable}_URL": _new_database(store, request)
                for store, variable in STORES.items()
            }
        return Place(environment)

    return make


def _new_database(store: str, request) -> str:
    import psycopg

    settings = connections[store].settings_dict
    at = f"postgres://{settings['USER']}@{settings['HOST']}:{settings['PORT']}"
    name = f"cli_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(f"{at}/postgres", autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
    request.addfinalizer(lambda: _drop(at, name))
    return f"{at}/{name}"


def _drop(at: str, name: str) -> None:
    import psycopg

    with psycopg.connect(f"{at}/postgres", autocommit=True) as server:
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def place(new_place) -> Place:
    """A prepared place."""
    made = new_place()
    done = made.run("prepare")
    assert done.returncode == 0, done.stderr
    return made
