"""`cleardays grant ROLE`: give the site's PostgreSQL role what it needs, and nothing else."""

import click

from cleardays.cli.prepare import start_prepared


@click.command(name="grant")
@click.argument("role")
@click.option("--apply", is_flag=True, help="Run the statements instead of printing them.")
def command(role: str, *, apply: bool) -> None:
    """Let ROLE read the record and put letters in the letterbox: the site's only rights."""
    start_prepared()
    from django.db import connections

    from cleardays.record.roles import statements

    for store, lines in statements(role).items():
        connection = connections[store]
        if apply and connection.vendor != "postgresql":
            raise click.ClickException(f"{store} is not on PostgreSQL: there are no roles to give")
        for line in lines:
            click.echo(f"-- {store}\n{line};")
            if apply:
                with connection.cursor() as cursor:
                    cursor.execute(line)
