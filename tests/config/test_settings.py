"""Whoever runs Clear Days is told of every variable that it reads."""

import re

import pytest

from tests.architecture.sources import HOUSE, ROOT, modules

VARIABLE = re.compile(r"CLEARDAYS_[A-Z_]+[A-Z]\b")


def variables(text: str) -> set[str]:
    return set(VARIABLE.findall(text))


def test_every_variable_is_explained_and_none_that_nobody_reads():
    read = variables("\n".join(path.read_text() for path in modules(HOUSE)))

    assert variables((ROOT / "docs" / "running.md").read_text()) == read


@pytest.mark.parametrize("address", ["nonsense", "postgres://clerk:s3cret@host:port/name"])
def test_what_is_no_address_of_a_database_is_named_without_its_password(address, new_settings):
    refused = new_settings(CLEARDAYS_RECORD_URL=address)

    assert refused.returncode == 1
    assert "CLEARDAYS_RECORD_URL is no address of a database" in refused.stderr
    assert "s3cret" not in refused.stderr
