"""Field codes in plain text, with and without Word's control characters."""

import pytest

from cleardays.readers.files.fieldcodes import take_out_field_codes


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ('see HYPERLINK "http://a.example/" \\o "Tip" here', "see  here"),
        ("Name: FORMTEXT Ann", "Name:  Ann"),
        ('Contents TOC \\o "1-3" \\h \\z \\u Intro', "Contents  Intro"),
        ("page PAGEREF _Toc123 \\h 5", "page  5"),
        ("Title TITLE \\* MERGEFORMAT Budget", "Title  Budget"),
        ("Table SEQ Table \\* ARABIC 3", "Table  3"),
        ('\x13 HYPERLINK "x" \x14shown\x15 after', "shown after"),
        ("\x13 IF \x13 MERGEFIELD a \x14b\x15 = 1 \x14yes\x15", "yes"),
        ("\x13 PAGE \x15 end", " end"),
    ],
)
def test_codes_go_and_what_they_show_stays(text: str, left: str) -> None:
    assert take_out_field_codes(text)[0] == left


@pytest.mark.parametrize(
    "text",
    [
        "The DATE of the TIME is on PAGE 3 of the INDEX",
        "REF 12 and ASK the LINK officer",
        "The TITLE and the AUTHOR",
    ],
)
def test_words_in_capitals_are_no_codes(text: str) -> None:
    assert take_out_field_codes(text) == (text, [])


def test_a_field_that_never_ends_loses_no_words() -> None:
    assert take_out_field_codes("before \x13 all of it")[0] == "before  all of it"
