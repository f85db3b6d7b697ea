"""`cleardays import report FILE`: read a committee report, keep it, publish it."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cleardays.cli.import_files import (
    OneLine,
    OneLineCommand,
    keep,
    print_json,
    read_with,
    shown,
    speak_any_terminal,
)

# The readers take a tenth of a second to load, which `import inspection` need not spend.
if TYPE_CHECKING:
    from cleardays.readers.blocks import Reading
    from cleardays.readers.reports.draft import ReportDraft

DAY = click.DateTime(["%Y-%m-%d"])
STORING = ("committee", "meeting", "item", "by")
PUBLISHING = ("released_by", "cleared_by", "stated_published_on", "stated_source")


@click.command(name="report", cls=OneLineCommand)
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
    speak_any_terminal()
    refuse_options(is_json, options)
    reading, draft = read(file)
    if is_json:
        from cleardays.readers.reports.as_json import as_json

        print_json(as_json(draft))
        return
    from cleardays.cli.report_listing import listing

    click.echo(listing(shown(file), reading, draft))
    if options["by"]:
        store(file, options)
    else:
        click.echo("Nothing is stored. Add --by POST to keep it as a draft.")


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


def read(file: Path) -> "tuple[Reading, ReportDraft]":
    """Read the file within the limits; OneLine with the reason where it cannot be."""
    from cleardays.workroom.documents.report_file import read_report_file

    return read_with(lambda path, limit: read_report_file(path, limit_bytes=limit), file)


def store(file: Path, options: dict[str, Any]) -> None:
    """Keep the report, and publish it if asked; what stands against it goes to standard error."""
    options["stated_published_on"] = _day(options["stated_published_on"])

    def deed() -> Iterable[str]:
        from cleardays.cli.report_storing import Wanted, import_file

        return import_file(file, Wanted(**options))

    keep(deed)


def _day(given: datetime | None) -> Any:
    return given.date() if given else None
