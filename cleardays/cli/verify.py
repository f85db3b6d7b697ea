"""`cleardays verify`: does the record still say what it said?"""

import sys

import click

from cleardays.cli.prepare import start_prepared


@click.command(name="verify")
def command() -> None:
    """Walk the chain and every file; name the first entry that does not hold. Exit 1 if one does
    not.
    """
    start_prepared()
    from cleardays.record.verify import verify

    result = verify()
    if result.is_sound:
        click.echo(f"The record holds: {result.entries:,} entries, head {result.head[:16]}.")
        return
    click.echo(f"The record does not hold: {result.problem}", err=True)
    sys.exit(1)
