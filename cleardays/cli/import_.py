"""`cleardays import report FILE`: read a committee report, keep it, publish it."""

import json
import os
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from cleardays.readers.blocks import Reading, Unreadable
from cleardays.readers.inspections import as_json as inspection_json
from cleardays.readers.inspections import read_inspection
from cleardays.readers.reports.as_json import as_json
from cleardays.readers.reports.draft import ReportDraft
from cleardays.readers.sandbox import run_safely
from cleardays.workroom.documents.report_file import read_report_file

T = TypeVar("T")
NOT_READ, REFUSED = 2, 3
DAY = click.DateTime(["%Y-%m-%d"])
STORING = ("committee", "meeting", "item", "by")
PUBLISHING = ("released_by", "cleared_by", "stated_published_on", "stated_source")


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


@click.group(name="import")
def command() -> None:
    """Bring files in."""


@command.command(name="report", cls=OneLineCommand)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "is_json", is_flag=True, help="Store nothing; print one object.")
@click.option("--committee", metavar="NAME", help="The committee, by name or address.")
@click.option("--meeting", metavar="REF", help="The meeting, by address or day (YYYY-MM-DD).")
@click.option("--item", type=click.IntRange(1), help="The number of the agenda item.")
@click.option("--by", metavar="POST", help="Who keeps it, by post or e-mail address.")
@click.option("--publish", is_flag=True, help="Put it on the agenda and publish that.")
@click.option("--released-by", metavar="POST", help="The second person, who releases it.")
@click.option("--cleared-by", metavar="POST", help="Who clears it, if neither of the two may.")
@click.option("--stated-published-on", type=DAY, help="When it was public elsewhere before.")
@click.option("--stated-source", metavar="TEXT", help="How that is known.")
def report(file: Path, *, is_json: bool, **options: Any) -> None:
    """Read the committee report in FILE and show its parts.

    With --by it is kept as a draft; with --publish it is published. Without, and with --json,
    nothing is stored.

    Ends with 2 if the file cannot be read, with 3 if it may not be published.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    refuse_options(is_json, options)
    reading, draft = read(file)
    if is_json:
        print_json(draft)
        return
    from cleardays.cli.import_listing import listing

    click.echo(listing(_shown(file), reading, draft))
    if options["by"]:
        store(file, options)
    else:
        click.echo("Nothing is stored. Add --by POST to keep it as a draft.")


@command.command(name="inspection", cls=OneLineCommand)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "is_json", is_flag=True, help="Print one object on as few lines.")
def inspection(file: Path, *, is_json: bool) -> None:
    """Read the inspectors' report in FILE (PDF): findings, dates, who is responsible.

    Nothing is stored. Ends with 2 if it is no such report or cannot be read.
    """
    found = read_with(file, lambda path: run_safely(read_inspection, path))
    click.echo(
        json.dumps(inspection_json(found), ensure_ascii=False, indent=None if is_json else 2)
    )


def refuse_options(is_json: bool, options: dict[str, Any]) -> None:
    """Refuse options that do not go together."""
    given = [name for name in (*STORING, *PUBLISHING, "publish") if options[name]]
    if is_json and given:
        raise OneLine(f"--json stores nothing, so it does not go with {_named(given[0])}.")
    if options["publish"] and not (options["by"] and options["released_by"]):
        raise OneLine("--publish needs --by POST and --released-by OTHER: two people see it.")
    if not options["publish"] and (stray := [name for name in PUBLISHING if options[name]]):
        raise OneLine(f"{_named(stray[0])} goes with --publish.")
    if given and not options["by"]:
        raise OneLine(f"{_named(given[0])} needs --by POST: somebody has to keep the report.")


def _named(option: str) -> str:
    return f"--{option.replace('_', '-')}"


def _shown(file: Path) -> str:
    return str(click.format_filename(file))


def read(file: Path) -> tuple[Reading, ReportDraft]:
    """Read a committee report within the limits."""
    return read_with(file, lambda path: read_report_file(path, limit_bytes=_limit()))


def read_with(file: Path, reader: Callable[[Path], T]) -> T:
    """Read the file; OneLine with the reason where it cannot be."""
    name = _shown(file)
    try:
        if file.is_dir():
            raise OneLine(f"{name} is a folder: name a file.")
        if not file.exists():
            raise OneLine(f"There is no file {name}.")
        if not file.is_file() or not os.access(file, os.R_OK):
            raise OneLine(f"{name} may not be read: choose a file that you may open.")
        return reader(file)
    except Unreadable as refusal:
        raise OneLine(f"{name}: {refusal}") from refusal
    except (OSError, ValueError) as problem:
        raise OneLine(f"{name} cannot be opened: {problem}") from problem


def _limit() -> int:
    """Return how many bytes a file may have, as the pages have it, without their settings."""
    megabytes = os.environ.get("CLEARDAYS_MAX_UPLOAD_MB", "100")
    if not megabytes.isdecimal():
        raise OneLine(f"CLEARDAYS_MAX_UPLOAD_MB is {megabytes!r}: give a number of megabytes.")
    return int(megabytes) * 1024 * 1024


def print_json(draft: ReportDraft) -> None:
    """Print the parts as one JSON object in UTF-8, whatever the terminal speaks."""
    text = json.dumps(as_json(draft), ensure_ascii=False, indent=2)
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", errors="backslashreplace") + b"\n")
    sys.stdout.buffer.flush()


def store(file: Path, options: dict[str, Any]) -> None:
    """Keep the report, and publish it if asked; what stands against it goes to standard error."""
    from cleardays.cli.prepare import start_prepared

    start_prepared()
    from django.db import DatabaseError

    from cleardays.cli.import_storing import Wanted, import_file
    from cleardays.workroom.access.viewer import NotAllowed
    from cleardays.workroom.workflow.engine import Refused

    options["stated_published_on"] = _day(options["stated_published_on"])
    try:
        for line in import_file(file, Wanted(**options)):
            click.echo(line)
    except Refused as refusal:
        refuse(refusal.reasons)
    except NotAllowed as refusal:
        refuse([str(refusal)])
    except DatabaseError as problem:
        message = f"The stores cannot be used ({problem}): run `cleardays prepare` first."
        raise click.ClickException(" ".join(message.split())) from problem


def _day(given: datetime | None) -> Any:
    return given.date() if given else None


def refuse(reasons: Any) -> None:
    """Print each reason on a line of its own and end with 3."""
    for reason in reasons:
        click.echo(" ".join(str(reason).split()), err=True)
    sys.exit(REFUSED)
