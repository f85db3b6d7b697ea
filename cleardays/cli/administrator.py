"""`cleardays administrator EMAIL`: the first who can sign in, or one who is locked out."""

import click

from cleardays.cli.import_files import keep


@click.command(name="administrator")
@click.argument("email")
@click.option("--post", metavar="POST", default="", help="The post that pages show, if new.")
@click.option("--council", metavar="NAME", default="", help="The council they work for, if new.")
def command(email: str, post: str, council: str) -> None:
    """Let EMAIL sign in as an administrator, with a password for one time that is printed.

    Whoever is known already gets a new password. Whatever is not there yet is entered: the user,
    by --post, and the council, by its name.
    """

    def deed() -> list[str]:
        from cleardays.cli.administrator_storing import let_in

        return let_in(email, post, council)

    keep(deed)
