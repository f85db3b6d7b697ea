"""Media types by name and first bytes."""

import pytest

from cleardays.workroom.documents.kinds import UNKNOWN, in_words, media_type_of


@pytest.mark.parametrize(
    ("name", "first", "media_type"),
    [
        ("map.PDF", b"%PDF-1.7", "application/pdf"),
        ("map.pdf", b"\n\n%PDF-1.7", "application/pdf"),
        ("map.pdf", b"PK\x03\x04", UNKNOWN),
        ("page.html", b"<html>", UNKNOWN),
        ("picture.svg", b"<svg>", UNKNOWN),
        ("words.txt", b"Words", "text/plain"),
        ("no ending", b"Words", UNKNOWN),
    ],
)
def test_media_type(name, first, media_type):
    assert media_type_of(name, first) == media_type


def test_a_kind_has_a_name_that_people_use():
    assert in_words("application/pdf") == "PDF"
    assert in_words(UNKNOWN) == "file"
