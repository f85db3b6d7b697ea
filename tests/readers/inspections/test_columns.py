"""Tables set in columns without lines."""

from cleardays.readers.inspections.columns import unruled_tables
from cleardays.readers.inspections.page import Line, Page, Word
from cleardays.readers.inspections.ruling import Ruling


def line(y: float, left: str = "", right: str = "", page: int = 1) -> Line:
    words = [Word(left, 20, 90, y)] if left else []
    return Line((*words, *([Word(right, 100, 190, y)] if right else [])), page)


PAGES = [Page(n, 200, 200, (), Ruling((), ())) for n in (1, 2)]
HEAD = Line(
    (
        Word("Responsible", 20, 50, 180),
        Word("body", 53, 70, 180),
        Word("Areas", 100, 120, 180),
        Word("for", 123, 130, 180),
        Word("improvement", 133, 190, 180),
    ),
    1,
)


def texts(table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def test_a_row_begins_where_the_left_column_speaks_after_a_gap():
    lines = [
        HEAD,
        line(160, "a", "A"),
        line(148, "b", "B"),
        line(136, "", "C"),
        line(110, "d", "D"),
    ]

    (table,) = unruled_tables(lines)

    assert texts(table)[1:] == [["a b", "A B C"], ["d", "D"]]
    assert not table.is_ruled


def test_what_stands_first_on_the_next_page_is_a_row_of_its_own():
    lines = [HEAD, line(160, "a", "A"), line(148, "", "B"), line(180, "", "C", page=2)]

    first, second = unruled_tables(lines)

    assert (first.page, second.page) == (1, 2)
    assert texts(second) == [["", "C"]]


def test_a_heading_ends_the_table():
    rows = [line(160, "a", "A"), line(148, "", "B"), line(136, "", "C")]
    after = [line(110, "Inspection team"), line(98, "d", "D")]

    (table,) = unruled_tables([HEAD, *rows, *after])

    assert texts(table)[1:] == [["a", "A B C"]]


def test_lines_without_headings_of_two_columns_make_no_table():
    assert unruled_tables([line(160, "a", "A"), line(148, "b", "B")]) == []
