"""`cleardays demo` from outside: loaded once into an empty folder, served, started again."""

import shutil
import signal
import socket
import sqlite3
from contextlib import closing

import pytest

from tests.cli.conftest import Place
from tests.cli.serving import answer, free_port, started
from tests.demonstration import SAID, environment

HEAD = """
from cleardays.record.models import Head
print(Head.objects.get().hash)
"""


def test_a_second_start_loads_nothing_and_changes_nothing(demonstration):
    before = demonstration.python(HEAD).stdout

    again = demonstration.run("demo", "--load-only")

    assert again.returncode == 0
    assert "Entering" not in again.stdout
    assert "officer@demo.example" in again.stdout
    assert demonstration.python(HEAD).stdout == before


def test_a_load_that_stopped_half_way_is_begun_again(demonstration):
    output = (demonstration.data / SAID).read_text()

    assert "stopped half-way: beginning again" in output


def test_stores_of_a_council_are_not_touched(tmp_path):
    (tmp_path / "record.sqlite3").write_text("a council's record")

    refused = Place(environment(tmp_path)).run("demo", "--load-only")

    assert refused.returncode == 1
    assert "holds something that is not the demonstration" in refused.stderr
    assert (tmp_path / "record.sqlite3").read_text() == "a council's record"


def test_a_demonstration_of_another_version_is_refused_with_what_to_do(demonstration, tmp_path):
    older = tmp_path / "older"
    shutil.copytree(demonstration.data, older)
    with closing(sqlite3.connect(older / "record.sqlite3")) as record:
        record.execute("DROP TABLE record_excerpt")
        record.commit()

    refused = Place(environment(older)).run("demo", "--load-only")

    assert refused.returncode == 1
    assert "Start with --fresh" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_databases_named_in_the_environment_are_not_used(demonstration):
    elsewhere = {"CLEARDAYS_DATABASE_URL": "postgres://nobody@127.0.0.1:1/nothing"}

    started = Place({**demonstration.environment, **elsewhere}).run("demo", "--load-only")

    assert started.returncode == 0, started.stderr


@pytest.mark.parametrize("side", ["site", "workroom"])
def test_a_port_that_is_in_use_is_named_with_the_option_to_choose_another(demonstration, side):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        refused = demonstration.run("demo", f"--{side}-port", str(port))

    assert refused.returncode == 1
    assert f"The {side} cannot have port {port}: it is in use" in refused.stderr
    assert f"--{side}-port {port + 100}" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_it_serves_both_sides_alone_in_its_folder_and_stops_cleanly(demonstration):
    site, workroom = free_port(), free_port()
    ports = ("--site-port", str(site), "--workroom-port", str(workroom))

    with started(demonstration, "demo", *ports) as process:
        statuses = answer(site, "/"), answer(workroom, "/account/login/")
        second = demonstration.run("demo", "--load-only")
        process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=30)[0]

    assert statuses == (200, 200)
    assert (second.returncode, "runs already" in second.stderr) == (1, True)
    assert process.returncode == 0
    assert "Stopping" in said
    assert "Traceback" not in said
