"""The `cleardays` command. Each subcommand is a module of its own, imported when it is run."""

import errno
from importlib import import_module
from typing import Any

import click

# Name: where it is, and what it is for. Kept here so that the help need not import them all.
COMMANDS = {
    "demo": ("cleardays.cli.demo:command", "Load the demonstration and serve it."),
    "serve": ("cleardays.cli.serve:command", "Run the site, the workroom and the worker."),
    "work": ("cleardays.cli.work:command", "Do the work that waits: read, publish, index."),
    "prepare": ("cleardays.cli.prepare:command", "Bring the stores and static files up to date."),
    "administrator": ("cleardays.cli.administrator:command", "Let an administrator sign in."),
    "import": ("cleardays.cli.import_:command", "Bring files in, such as a committee report."),
    "verify": ("cleardays.cli.verify:command", "Walk the record's chain and check every entry."),
    "backup": ("cleardays.cli.backup:backup", "Save all stores and files as of one moment."),
    "restore": ("cleardays.cli.backup:restore", "Put a backup back into an empty place."),
    "grant": ("cleardays.cli.grant:command", "Give the site's PostgreSQL role its rights."),
    "doctor": ("cleardays.cli.doctor:command", "Say what is present and what is missing."),
}

NO_ROOM = (errno.ENOSPC, errno.EDQUOT)


class Commands(click.Group):
    """A group that imports a command when it is called, and none to list them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[cmd_name][0].partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; where the machine is in its way, say so in a line."""
        try:
            return super().invoke(ctx)
        except Exception as problem:
            if reason := _of_the_machine(problem):
                raise click.ClickException(reason) from problem
            raise

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, help) for name, (_, help) in COMMANDS.items()])


def _of_the_machine(problem: Exception) -> str:
    """Say what a full disk or a store out of reach means; "" for what is our own mistake."""
    from django.db.utils import OperationalError

    if isinstance(problem, OperationalError):
        said = (str(problem).strip().splitlines() or ["it does not answer"])[0]
        advice = "See `cleardays doctor`, and whether the disk is full, then run this again"
        return f"A store cannot be read or written: {said}. Nothing was half done. {advice}"
    if isinstance(problem, OSError) and problem.errno in NO_ROOM:
        return f"There is no room left: {problem}. Free some space, then run this again"
    return ""


@click.command(cls=Commands)
@click.version_option(package_name="cleardays", message="Clear Days %(version)s")
def main() -> None:
    """Run a council's committees in the open, and follow every finding until there is a result."""
