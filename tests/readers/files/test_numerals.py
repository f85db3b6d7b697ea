"""Numbers in the forms of lists."""

import pytest

from cleardays.readers.files.numerals import format_number


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (4, "lowerRoman", "iv"), (1999, "upperRoman", "MCMXCIX"), (26, "lowerLetter", "z"),
        (28, "upperLetter", "BB"), (7, "decimalZero", "07"), (3, "ordinal", "3rd"),
        (11, "ordinal", "11th"), (2, "cardinalText", "Two"), (3, "ordinalText", "Third"),
        (5, "none", ""), (5, "decimal", "5"), (5, "chineseCounting", "5"), (0, "lowerRoman", "0"),
    ],
)  # fmt: skip
def test_numbers_are_written_as_word_writes_them(number: int, form: str, text: str) -> None:
    assert format_number(number, form) == text
