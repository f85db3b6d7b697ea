"""What every `cleardays import` does alike: look at the file, refuse in one line, print JSON."""

import json
import logging
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import click

from cleardays.config.environment import WrongSetting, upload_limit
from cleardays.readers.blocks import Unreadable

NOT_READ, REFUSED = 2, 3
T = TypeVar("T")


class OneLine(click.ClickException):
    """A reason on one line of standard error, whatever the message had in it."""

    exit_code = NOT_READ

    def show(self, file: Any = None) -> None:
        click.echo(" ".join(self.format_message().split()), err=True)


class OneLineCommand(click.Command):
    """A command whose every refusal is one line, those of its options included."""

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        try:
            return super().make_context(*args, **kwargs)
        except click.UsageError as error:
            raise OneLine(error.format_message()) from error


def speak_any_terminal() -> None:
    """Print what the terminal cannot show as question marks instead of stopping there."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def shown(file: Path) -> str:
    """Return the file's name as it can be printed."""
    return str(click.format_filename(file))


def read_with(reader: Callable[[Path, int], T], file: Path) -> T:
    """Call ``reader(file, limit in bytes)``; OneLine with the reason where it cannot be read."""
    name = shown(file)
    try:
        if file.is_dir():
            raise OneLine(f"{name} is a folder: name a file.")
        if not file.exists():
            raise OneLine(f"There is no file {name}.")
        if not file.is_file() or not os.access(file, os.R_OK):
            raise OneLine(f"{name} may not be read: choose a file that you may open.")
        with _only_the_reason():
            return reader(file, _limit())
    except Unreadable as refusal:
        raise OneLine(f"{name}: {refusal}") from refusal
    except (OSError, ValueError) as problem:
        raise OneLine(f"{name} cannot be opened: {problem}") from problem


@contextmanager
def _only_the_reason() -> Iterator[None]:
    """Keep what a reader stumbled over for the log of a server: here one line is all."""
    log = logging.getLogger("cleardays.readers.sandbox")
    log.disabled = True
    try:
        yield
    finally:
        log.disabled = False


def _limit() -> int:
    """Return how many bytes a file may have, as the pages have it, without their settings."""
    try:
        return upload_limit()
    except WrongSetting as wrong:
        raise OneLine(str(wrong)) from wrong


def print_json(value: dict[str, Any]) -> None:
    """Print one JSON object in UTF-8, whatever the terminal speaks."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", errors="backslashreplace") + b"\n")
    sys.stdout.buffer.flush()


def keep(deed: Callable[[], Iterable[str]]) -> None:
    """Store by the workroom's actions, printing each line; reasons against it end with 3.

    ``deed`` is called with Django started; it imports what needs it.
    """
    from cleardays.cli.prepare import start_prepared

    start_prepared()
    from django.db import DatabaseError

    from cleardays.workroom.access.viewer import NotAllowed
    from cleardays.workroom.workflow.engine import Refused

    try:
        for line in deed():
            click.echo(line)
    except Refused as refusal:
        refuse(refusal.reasons)
    except NotAllowed as refusal:
        refuse([str(refusal)])
    except DatabaseError as problem:
        message = f"The stores cannot be used ({problem}): run `cleardays prepare` first."
        raise click.ClickException(" ".join(message.split())) from problem


def refuse(reasons: Iterable[object]) -> NoReturn:
    """Print each reason on a line of its own and end with 3."""
    for reason in reasons:
        click.echo(" ".join(str(reason).split()), err=True)
    sys.exit(REFUSED)
