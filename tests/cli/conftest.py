"""The command as people run it: a process of its own, on stores of its own."""

import os
import shutil
import subprocess
import sys
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest

IN_TIME = datetime(2018, 2, 19, 9, 0, tzinfo=UTC)
# To be run in a place: a committee of this slug, published.
PUBLISH = """
import uuid
from datetime import UTC, datetime
from cleardays.record.log import append
from cleardays.record.schemas.committee import CommitteeDocument
document = CommitteeDocument(
    ref="committees/{slug}", name="{slug}", council="Borough", kind="scrutiny",
    kind_name="Scrutiny", is_bound_by_part_va=True,
)
append(document, origin=uuid.uuid4(), at=datetime(2026, 1, 5, 9, 0, tzinfo=UTC))
"""
URLS = ("CLEARDAYS_DATABASE_URL", "CLEARDAYS_RECORD_URL", "CLEARDAYS_LETTERBOX_URL")


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


@pytest.fixture(scope="session")
def prepared(tmp_path_factory) -> Iterator[Place]:
    """A place prepared once: the others are copies, which takes a moment."""
    made = _place(tmp_path_factory.mktemp("prepared"))
    done = made.run("prepare")
    assert done.returncode == 0, done.stderr
    yield made
    _forget(made)


@pytest.fixture
def new_place(tmp_path) -> Iterator[Callable[[], Place]]:
    """A function that makes an empty place: a folder, and on PostgreSQL three new databases."""
    made = []

    def make() -> Place:
        folder = tmp_path / uuid.uuid4().hex[:8]
        folder.mkdir()
        made.append(_place(folder))
        return made[-1]

    yield make
    for place in made:
        _forget(place)


@pytest.fixture
def place(prepared, tmp_path) -> Iterator[Place]:
    """A prepared place, to do with as a test likes."""
    folder = tmp_path / "place"
    shutil.copytree(prepared.data, folder)
    made = _place(folder, templates=prepared.environment)
    yield made
    _forget(made)


def _place(folder: Path, templates: dict[str, str] | None = None) -> Place:
    environment = {key: value for key, value in os.environ.items() if "CLEARDAYS" not in key}
    environment |= {"CLEARDAYS_DATA": str(folder)}
    if os.environ.get("CLEARDAYS_DATABASE_URL"):
        for variable in URLS:
            server = os.environ[variable].rpartition("/")[0]
            template = (templates or {}).get(variable, "/template1").rpartition("/")[2]
            environment[variable] = _new_database(server, template)
    return Place(environment)


def _new_database(server: str, template: str) -> str:
    name = f"cli_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
    return f"{server}/{name}"


def _forget(place: Place) -> None:
    """Drop the databases of a place; its folder is pytest's to remove."""
    for variable in URLS:
        if url := place.environment.get(variable):
            server, _, name = url.rpartition("/")
            with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
                connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
