"""`python -m cleardays` is the `cleardays` command."""

from cleardays.cli.main import main

main(prog_name="cleardays")
