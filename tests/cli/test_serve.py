"""The three parts as processes: together, and each by itself."""

import os
import signal
import time
from dataclasses import replace

import pytest

from cleardays.cli.serve import name_addresses
from tests.cli.serving import answer, free_port, started


def test_together_they_answer_and_stop_cleanly(place):
    site, workroom = free_port(), free_port()
    ports = ("--site-port", str(site), "--workroom-port", str(workroom))

    with started(place, "serve", *ports) as process:
        statuses = answer(site), answer(workroom, "/account/login/")
        process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=30)[0]

    assert statuses == (200, 200)
    assert process.returncode == 0
    assert "Nobody can sign in yet: see `cleardays administrator --help`" in said


def test_links_name_the_ports_that_are_served_unless_addresses_are_given(monkeypatch):
    monkeypatch.setenv("CLEARDAYS_SITE_URL", "")  # so that it is put back as it was
    monkeypatch.delenv("CLEARDAYS_SITE_URL")
    monkeypatch.setenv("CLEARDAYS_WORKROOM_URL", "https://workroom.council.example")

    name_addresses("127.0.0.1", {"site": 8100, "workroom": 8101})

    assert os.environ["CLEARDAYS_SITE_URL"] == "http://127.0.0.1:8100"
    assert os.environ["CLEARDAYS_WORKROOM_URL"] == "https://workroom.council.example"


def test_told_to_stop_while_they_start_they_leave_nobody_behind(place):
    ports = ("--site-port", str(free_port()), "--workroom-port", str(free_port()))

    with started(place, "serve", *ports, start_new_session=True) as process:
        while "Ctrl-C stops" not in process.stdout.readline():
            assert process.poll() is None
        time.sleep(1)
        os.killpg(process.pid, signal.SIGINT)
        # The pipe is closed only when the last of them has gone.
        said = process.communicate(timeout=30)[0]

    assert process.returncode == 0
    assert "Traceback" not in said


def test_the_site_answers_without_any_way_to_the_workroom(place):
    port = free_port()
    nowhere = {"CLEARDAYS_DATABASE_URL": "postgres://nobody@127.0.0.1:1/nothing"}
    alone = replace(place, environment={**place.environment, **nowhere})

    with started(alone, "serve", "--only", "site", "--site-port", str(port)):
        assert answer(port, "/") == 200
        assert answer(port, "/account/login/") == 404


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
def test_the_worker_ends_when_it_is_told(place, sign):
    with started(place, "work") as process:
        time.sleep(2)
        process.send_signal(sign)
        assert process.wait(15) == 0
