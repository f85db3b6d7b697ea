"""`cleardays import inspection FILE`: read the inspectors' report."""

from pathlib import Path

import click

from cleardays.cli.import_files import (
    OneLineCommand,
    print_json,
    read_with,
    shown,
    speak_any_terminal,
)
from cleardays.readers.inspections.draft import InspectionDraft, as_json


@click.command(name="inspection", cls=OneLineCommand)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "is_json", is_flag=True, help="Store nothing; print one object.")
def inspection(file: Path, *, is_json: bool) -> None:
    """Read the area SEND inspection report in FILE and show what it says.

    Nothing is stored. Ends with 2 if the file is no such report.
    """
    speak_any_terminal()
    draft = read_with(_read, file)
    if is_json:
        print_json(as_json(draft))
        return
    from cleardays.cli.inspection_listing import listing

    click.echo(listing(shown(file), draft))
    click.echo("Nothing is stored.")


def _read(file: Path, limit_bytes: int) -> InspectionDraft:
    from cleardays.workroom.inspections.inspection_file import read_inspection_file

    return read_inspection_file(file, limit_bytes=limit_bytes)
