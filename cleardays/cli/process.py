"""Starting Django inside a command, and the progress lines that commands print."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import click
import django


def start_django(side: str = "all") -> None:
    """Set Django up for a side; what cannot be read from the environment stops with its reason."""
    os.environ["CLEARDAYS_SIDE"] = side
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cleardays.config.settings")
    try:
        django.setup()
    except Exception as problem:
        raise click.ClickException(f"Cannot start: {problem}") from problem


@contextmanager
def step(what: str) -> Iterator[None]:
    """Say what is being done, then how long it took."""
    click.echo(f"  {what} ... ", nl=False)
    began = time.monotonic()
    try:
        yield
    except BaseException:
        click.echo("stopped")
        raise
    click.echo(f"done ({time.monotonic() - began:.1f} s)")
    sys.stdout.flush()
