"""`cleardays work`: the worker, which reads uploads, opens the door and follows the record."""

import logging
import signal
import threading
from collections.abc import Callable

import click

from cleardays.cli.prepare import start_prepared

PAUSE_SECONDS = 0.5
logger = logging.getLogger("cleardays.worker")


@click.command(name="work")
@click.option("--once", is_flag=True, help="Do what waits, then end.")
def command(*, once: bool) -> None:
    """Do the work that waits: uploads to read, papers to publish, search to follow."""
    stop = threading.Event()
    for sign in (signal.SIGTERM, signal.SIGINT):
        signal.signal(sign, lambda *_: stop.set())
    start_prepared()
    while not stop.is_set():
        busy = work_once()
        if once and not busy:
            return
        if not busy:
            stop.wait(PAUSE_SECONDS)


def steps() -> tuple[Callable[[], int], ...]:
    """Return what the worker does in turn; each says how many things it did."""
    from django.utils.timezone import now

    from cleardays.door.ahead import render_ahead
    from cleardays.door.drain import drain
    from cleardays.door.letters import bring_in
    from cleardays.record.followers.search import follow
    from cleardays.workroom.documents.reading import read_waiting

    return (
        lambda: read_waiting(at=now()),
        drain,
        lambda: bring_in(at=now()),
        follow,
        render_ahead,
    )


def work_once() -> int:
    """Do each step once. A step that fails is logged and tried again; the others go on."""
    done = 0
    for one in steps():
        try:
            done += one()
        except Exception:
            logger.exception("A step of the worker failed and will be tried again")
    return done
