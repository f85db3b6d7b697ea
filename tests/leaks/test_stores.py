"""The public side does not have what it must not show: not in its databases, files or index."""

import pytest
from django.db import connections

from cleardays.record.verify import verify
from tests.leaks.stores import files_in, pages_of, rows_of

IS_SQLITE = connections["record"].vendor == "sqlite"


def seen(words, texts) -> list[str]:
    """Return where the words were planted that stand in these texts, and where they stand."""
    return sorted({f"{place} in {at}" for at, text in texts for place in places(words, text)})


def places(words, text: bytes) -> list[str]:
    return words.places(words.seen_in(text))


def test_the_record_has_no_canary(council):
    rows = list(rows_of("record"))

    assert seen(council.canaries, rows) == []
    assert seen(council.robins, rows)


def test_the_letterbox_has_unread_letters_and_no_other_canary(council):
    found = seen(council.canaries, rows_of("letterbox"))

    assert {one.partition(" of ")[0] for one in found} == {
        "letterbox.Letter.words",
        "letterbox.Letter.page",
        "letterbox.Letter.reply_to",
    }


@pytest.mark.skipif(not IS_SQLITE, reason="PostgreSQL keeps what is deleted until it is vacuumed")
@pytest.mark.parametrize("store", ["record", "letterbox"])
def test_nothing_that_was_deleted_lies_on_in_the_database(council, store):
    found = places(council.canaries, pages_of(store))

    assert [one for one in found if not one.startswith("letterbox.Letter.")] == []


def test_the_public_files_have_no_canary(council, settings):
    texts = list(files_in(settings.PUBLIC_FILES))

    assert seen(council.canaries, texts) == []
    assert seen(council.robins, texts)


def test_the_search_index_has_no_canary(council, settings):
    texts = list(files_in(settings.SEARCH_INDEX))

    assert seen(council.canaries, texts) == []
    assert seen(council.robins, texts)


def test_the_record_holds(council):
    assert verify().problem == ""
