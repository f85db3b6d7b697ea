"""What the documents name is there: a newcomer who follows them is not lost."""

import re

import pytest

from tests.architecture.sources import HOUSE, ROOT, name_of

LINK = re.compile(r"\]\(([^)#:]+)[^):]*\)")
PATH = re.compile(r"`((?:[a-z_0-9]+/)+[a-z_0-9]*(?:\.[a-z]+)?)`")
DOCUMENTS = (*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), HOUSE / "design" / "README.md")
MADE = {"var/"}  # by running it


def documents():
    return [pytest.param(path, id=name_of(path)) for path in DOCUMENTS]


@pytest.mark.parametrize("document", documents())
def test_every_link_leads_somewhere(document):
    links = LINK.findall(document.read_text())

    assert [link for link in links if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("document", documents())
def test_every_path_that_is_named_is_there(document):
    named = {path for path in PATH.findall(document.read_text()) if path not in MADE}
    places = (ROOT, HOUSE, document.parent, *document.parent.glob("*/"))

    missing = [path for path in named if not any((place / path).exists() for place in places)]
    assert missing == []
