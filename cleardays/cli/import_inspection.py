"""`cleardays import inspection FILE`: read the inspectors' report, and keep it as a draft."""

from collections.abc import Iterable
from pathlib import Path

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
from cleardays.readers.inspections.draft import InspectionDraft, as_json


@click.command(name="inspection", cls=OneLineCommand)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "is_json", is_flag=True, help="Store nothing; print one object.")
@click.option("--by", metavar="POST", help="Who keeps it, by post or e-mail address.")
def inspection(file: Path, *, is_json: bool, by: str | None) -> None:
    """Read the area SEND inspection report in FILE and show what it says.

    With --by it is kept as a draft inspection. Without, and with --json, nothing is stored.

    Ends with 2 if the file is no such report, with 3 if it may not be kept.
    """
    speak_any_terminal()
    if is_json and by:
        raise OneLine("--json stores nothing, so it does not go with --by.")
    draft = read_with(_read, file)
    if is_json:
        print_json(as_json(draft))
        return
    from cleardays.cli.inspection_listing import listing

    click.echo(listing(shown(file), draft))
    if by is None:
        click.echo("Nothing is stored. Add --by POST to keep it as a draft inspection.")
        return

    def deed() -> Iterable[str]:
        from cleardays.cli.inspection_storing import import_inspection

        return import_inspection(file, by)

    keep(deed)


def _read(file: Path, limit_bytes: int) -> InspectionDraft:
    from cleardays.workroom.inspections.inspection_file import read_inspection_file

    return read_inspection_file(file, limit_bytes=limit_bytes)
