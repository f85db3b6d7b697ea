"""Every field that could hold a secret holds a canary, or is public for a reason that is given."""

import pytest

from tests.leaks.fields import (
    LISTED,
    ONCE_PUBLISHED,
    REFERENCE,
    fields_with_words,
    restricted,
    values_of,
)

ADVICE = (
    "{name} may hold words that nobody outside may see. Plant a canary in it (tests/leaks/"
    "council.py), or if it is public say why (tests/leaks/fields.py)."
)


def holds(words, field) -> bool:
    return any(words.seen_in(value) for value in values_of(field))


def test_every_restricted_field_holds_a_canary(council):
    bare = [name for name, field in restricted().items() if not holds(council.canaries, field)]

    assert not bare, "\n".join(ADVICE.format(name=name) for name in bare)


def test_what_is_public_once_published_holds_a_canary_where_it_is_not(council):
    fields = fields_with_words()
    bare = [name for name in ONCE_PUBLISHED if not holds(council.canaries, fields[name])]

    assert not bare


def test_nothing_is_listed_that_is_not_there():
    assert LISTED.keys() - fields_with_words().keys() == set()


def test_what_is_public_once_published_is_published_somewhere(council):
    fields = fields_with_words()
    bare = [name for name in ONCE_PUBLISHED if not holds(council.robins, fields[name])]

    assert set(bare) == {"meetings.Meeting.ref", "documents.StoredFile.sha256"}


def test_a_field_that_nobody_planted_is_noticed(council, monkeypatch):
    monkeypatch.delitem(LISTED, "documents.StoredFile.media_type")

    with pytest.raises(AssertionError, match=r"^documents\.StoredFile\.media_type may hold words"):
        test_every_restricted_field_holds_a_canary(council)


def test_a_secret_stands_nowhere_that_is_open_from_the_start(council):
    fields = fields_with_words()
    held = [name for name in REFERENCE if holds(council.canaries, fields[name])]

    assert held == []
