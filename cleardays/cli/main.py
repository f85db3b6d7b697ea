"""The `cleardays` command. Each subcommand is a module of its own, imported when it is run."""

from importlib import import_module

import click

# Name: where it is, and what it is for. Kept here so that the help need not import them all.
COMMANDS = {
    "demo": ("cleardays.cli.demo:command", "Load the demonstration and serve it."),
    "serve": ("cleardays.cli.serve:command", "Run the site, the workroom and the worker."),
    "work": ("cleardays.cli.work:command", "Do the work that waits: read, publish, index."),
    "prepare": ("cleardays.cli.prepare:command", "Bring the stores and static files up to date."),
    "import": ("cleardays.cli.import_:command", "Bring files in, such as a committee report."),
    "verify": ("cleardays.cli.verify:command", "Walk the record's chain and check every entry."),
    "backup": ("cleardays.cli.backup:backup", "Save all stores and files as of one moment."),
    "restore": ("cleardays.cli.backup:restore", "Put a backup back into an empty place."),
    "grant": ("cleardays.cli.grant:command", "Give the site's PostgreSQL role its rights."),
    "doctor": ("cleardays.cli.doctor:command", "Say what is present and what is missing."),
}


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

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, help) for name, (_, help) in COMMANDS.items()])


@click.command(cls=Commands)
@click.version_option(package_name="cleardays", message="Clear Days %(version)s")
def main() -> None:
    """Run a council's committees in the open, and follow every finding until there is a result."""
