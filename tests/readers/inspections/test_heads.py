"""Headings of two columns on one line."""

import pytest

from cleardays.readers.inspections.heads import column_boundary
from cleardays.readers.inspections.page import Line, Word


def line(*parts: tuple[str, float]) -> Line:
    words = []
    for text, x in parts:
        for word in text.split():
            words.append(Word(word, x, x + 4 * len(word), 10))
            x += 4 * len(word) + 3
    return Line(tuple(words), 1)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Responsible body", "Areas for priority action"),
        ("Responsible bodies", "Area for improvement"),
        ("Local authority", "Integrated care board"),
        ("Local Authority", "Integrated Care Boards"),
    ],
)
def test_the_second_column_begins_at_its_heading(left, right):
    boundary = column_boundary(line((left, 20), (right, 150)))

    assert boundary == pytest.approx(150, abs=2)


@pytest.mark.parametrize(
    "parts",
    [
        (("Areas for improvement", 20),),
        (("Responsible body", 20), ("of the ship", 150)),
        (("Local authority integrated care board", 20),),
    ],
)
def test_other_lines_head_no_columns(parts):
    assert column_boundary(line(*parts)) is None
