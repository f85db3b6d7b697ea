"""`cleardays demo`: load the demonstration once, then serve it."""

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import timedelta
from pathlib import Path
from typing import TextIO

import click

from cleardays.cli.demonstration import state
from cleardays.cli.demonstration.state import State
from cleardays.cli.ports import LAST_PORT, kept
from cleardays.cli.prepare import prepare
from cleardays.cli.process import start_django
from cleardays.cli.serve import run_together

HOST = "127.0.0.1"
PORT = click.IntRange(1, LAST_PORT)
STAYS_FRESH = timedelta(weeks=2)
COUNCIL = "Lancashire (a demonstration)"
DEFAULT_DATA = Path(__file__).resolve().parents[2] / "var" / "demo"
# The demonstration never touches the stores of a council that runs on this machine.
NOT_OURS = (
    "CLEARDAYS_DATABASE_URL",
    "CLEARDAYS_RECORD_URL",
    "CLEARDAYS_LETTERBOX_URL",
    "CLEARDAYS_PRIVATE_FILES",
    "CLEARDAYS_PUBLIC_FILES",
    "CLEARDAYS_RENDERINGS",
    "CLEARDAYS_SEARCH_INDEX",
)


@click.command(name="demo")
@click.option("--site-port", default=8000, type=PORT, show_default=True, help="For the site.")
@click.option("--workroom-port", default=8001, type=PORT, show_default=True, help="And the other.")
@click.option("--fresh", is_flag=True, help="Throw the demonstration away and load it anew.")
@click.option("--load-only", is_flag=True, help="Load it and end, without serving.")
def command(site_port: int, workroom_port: int, *, fresh: bool, load_only: bool) -> None:
    """Load the demonstration if it is not there yet, and serve it until Ctrl-C.

    It keeps its own data: in var/demo, or in the folder that CLEARDAYS_DATA names.
    """
    ports = {"site": site_port, "workroom": workroom_port}
    data = settle(ports)
    with nullcontext() if load_only else kept("demo", HOST, ports), _alone_in(data):
        click.echo(f"The Clear Days demonstration, in {data}")
        with _keeping_everything():
            _bring_in(data, fresh=fresh)
        _print_sign_ins()
        if not load_only:
            sys.exit(run_together(HOST, ports, 1))


@contextmanager
def _keeping_everything() -> Iterator[None]:
    """Look for no rubbish while nearly all that is made is kept: a tenth of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def settle(ports: dict[str, int]) -> Path:
    """Set the environment of the demonstration, for this process and those it starts."""
    for variable in NOT_OURS:
        os.environ.pop(variable, None)
    data = Path(os.environ.get("CLEARDAYS_DATA") or DEFAULT_DATA).resolve()
    os.environ |= {
        "CLEARDAYS_DATA": str(data),
        "CLEARDAYS_DEMONSTRATION": "yes",
        "CLEARDAYS_COUNCIL": COUNCIL,
        "CLEARDAYS_SITE_URL": f"http://{HOST}:{ports['site']}",
        "CLEARDAYS_WORKROOM_URL": f"http://{HOST}:{ports['workroom']}",
    }
    return data


def _alone_in(data: Path) -> TextIO:
    """Take the data directory: two at once would load into each other's stores."""
    if state.state_of(data) is State.SOMETHING_ELSE:
        raise click.ClickException(
            f"{data} holds something that is not the demonstration, and stays as it is. Set"
            " CLEARDAYS_DATA to an empty folder, or unset it."
        )
    try:
        return state.take(data)
    except BlockingIOError as taken:
        raise click.ClickException(
            f"The demonstration in {data} runs already. Use that one, or set CLEARDAYS_DATA to"
            " another folder."
        ) from taken
    except OSError as problem:
        raise click.ClickException(
            f"Cannot write to {data}: {problem.strerror}. Set CLEARDAYS_DATA to another folder."
        ) from problem


def _bring_in(data: Path, *, fresh: bool) -> None:
    """Load what is not there. What stopped half-way is taken away first."""
    _make_room(data, fresh=fresh)
    start_django()
    from django.db import DatabaseError
    from django.utils.timezone import localdate

    try:
        prepare()
    except DatabaseError as problem:
        raise click.ClickException(
            f"The demonstration in {data} was loaded by another version. Start with --fresh to"
            " load it anew."
        ) from problem
    if not (loaded_on := state.loaded_on(data)):
        _load(data)
    elif loaded_on < localdate() - STAYS_FRESH:
        click.echo(
            f"  It was loaded on {loaded_on:%-d %B %Y}: its meetings to come may be over."
            " Start with --fresh to load it anew."
        )


def _make_room(data: Path, *, fresh: bool) -> None:
    """Leave either the whole demonstration or nothing of it."""
    found = state.state_of(data)
    if found is State.HALF:
        click.echo("  An earlier start stopped half-way: beginning again.")
    if found is State.WHOLE and not fresh:
        return
    state.begin(data)


def _load(data: Path) -> None:
    from django.utils.timezone import localdate, now

    from cleardays.cli.demonstration.load import NotLoaded, load

    try:
        load(now)
    except NotLoaded as problem:
        raise click.ClickException(f"The demonstration is not loaded: {problem}") from problem
    state.finish(data, localdate())


def _print_sign_ins() -> None:
    """Print who can sign in to the workroom, and with what."""
    from cleardays.cli.demonstration import story

    posts = story.posts()
    email, title = (max(len(getattr(one, name)) for one in posts) for name in ("email", "post"))
    click.echo(f"\n  Sign in to the workroom with the password {story.password()} as\n")
    for one in posts:
        click.echo(f"    {one.email:<{email}}  {one.post:<{title}}  {one.does}")
    click.echo()
