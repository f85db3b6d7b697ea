"""`cleardays import KIND FILE`: bring files in, each kind by a command of its own."""

import click

from cleardays.cli.import_inspection import inspection
from cleardays.cli.import_report import report


@click.group(name="import")
def command() -> None:
    """Bring files in."""


command.add_command(report)
command.add_command(inspection)
