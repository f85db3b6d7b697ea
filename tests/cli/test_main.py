"""The command itself: quick to help, and one command the same as the other."""

import subprocess
import sys
from errno import ENOSPC
from importlib import import_module

import click
import pytest
from click.testing import CliRunner
from django.db.utils import OperationalError

from cleardays.cli.main import COMMANDS, main


def test_the_help_names_every_command():
    result = CliRunner().invoke(main, ["--help"])

    assert result.exit_code == 0
    for name in COMMANDS:
        assert f"  {name} " in result.output


def test_the_help_imports_none_of_them():
    code = (
        "import sys; from click.testing import CliRunner; from cleardays.cli.main import main;"
        "CliRunner().invoke(main, ['--help']);"
        "print([m for m in sys.modules if m == 'django' or m.startswith('cleardays.cli.')])"
    )
    found = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert found.stdout.strip() == "['cleardays.cli.main']"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_where_the_list_says(name):
    module, _, attribute = COMMANDS[name][0].partition(":")

    assert isinstance(getattr(import_module(module), attribute), click.Command)


def test_an_unknown_command_is_said_to_be_unknown():
    result = CliRunner().invoke(main, ["publsih"])

    assert result.exit_code == 2
    assert "No such command 'publsih'" in result.output


def test_python_m_cleardays_is_the_same_command():
    found = subprocess.run(
        [sys.executable, "-m", "cleardays", "--help"], capture_output=True, text=True, check=True
    )

    assert found.stdout.startswith("Usage: cleardays")


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        (OperationalError("disk I/O error"), "A store cannot be read or written: disk I/O error"),
        (OSError(ENOSPC, "No space left on device"), "There is no room left"),
    ],
)
def test_what_the_machine_lacks_is_said_in_a_line(monkeypatch, problem, said):
    def fail(**_):
        raise problem

    monkeypatch.setattr("cleardays.cli.verify.command.callback", fail)

    result = CliRunner().invoke(main, ["verify"])

    assert result.exit_code == 1
    assert said in result.output
    assert "run this again" in result.output


def test_our_own_mistakes_are_not_put_down_to_the_machine(monkeypatch):
    def fail(**_):
        raise ZeroDivisionError

    monkeypatch.setattr("cleardays.cli.verify.command.callback", fail)

    assert isinstance(CliRunner().invoke(main, ["verify"]).exception, ZeroDivisionError)
