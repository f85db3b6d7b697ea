"""Which rows a page break cuts, and which merely stand on both sides of one."""

from dataclasses import replace

import pytest

from cleardays.readers.inspections.cuts import FULL_LINE, NO_STOP, SHORT_ROW, Row, join_cut_rows
from tests.readers.inspections.test_prose import line

RIGHT = 150.0  # 28 letters a line
SHORT = "They rest."
FULL = "Then they rest by the wall."
LONG = "Leaders should row.\n" + "\n".join(["They row to the far bank."] * 3)


def row(text: str, page: int, bodies: str | None = None, x0: float = 10.0, y: float = 50.0) -> Row:
    lines = tuple(line(part, y - 12 * n, x0, page) for n, part in enumerate(text.split("\n")))
    left = (line(bodies, y, page=page),) if bodies else ()
    column = bodies is not None
    return Row("improvements", page, lines if text else (), RIGHT, left, has_column=column)


def joined(*rows: Row) -> list[Row]:
    return join_cut_rows(rows)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("Leaders should row to the quay", "and rest.", id="lower case goes on"),
        pytest.param("Leaders should row with all EHC", "Plans in hand.", id="no full stop"),
        pytest.param("Leaders should row:", "• at dawn", id="a bullet goes on"),
        pytest.param(FULL, "This should help.", id="a sentence that points back"),
    ],
)
def test_a_row_that_breaks_off_is_joined(before, after):
    (whole,) = joined(row(before, 1), row(after, 2))

    assert whole.pages == (1, 2)
    assert whole.cut == ""


def test_a_row_after_a_short_last_line_is_another():
    rows = joined(row(SHORT, 1), row(LONG, 2))

    assert [r.cut for r in rows] == ["", ""]


def test_a_very_short_row_after_a_page_break_is_another_but_doubtful():
    rows = joined(row(SHORT, 1), row("Leaders should row.", 2))

    assert [r.cut for r in rows] == ["", SHORT_ROW]


def test_a_row_after_a_full_line_is_another_but_doubtful():
    rows = joined(row(FULL, 1), row(LONG, 2))

    assert [r.cut for r in rows] == ["", FULL_LINE]


def test_a_row_after_a_short_line_without_a_full_stop_is_another_but_doubtful():
    rows = joined(row("They rest", 1), row("Leaders should row.", 2))

    assert [r.cut for r in rows] == ["", NO_STOP]


def test_a_list_may_end_without_a_full_stop():
    item = "Leaders should:\n• row to the far quay and bank"

    assert len(joined(row(item, 1), row("Leaders should rest.", 2))) == 2


def test_an_item_of_a_list_goes_on_where_its_words_stand():
    item = "Leaders should:\n• row to the far quay and EHC"

    assert len(joined(row(item, 1), row("Plans in hand.", 2, x0=18))) == 1


def test_a_trust_that_lacks_its_last_word_marks_a_row_that_goes_on():
    text = "Leaders should row.\nThey should rest."
    before, after = row(text, 1, "x"), row("Leaders should help.", 2, "Trust")
    ends = line("Mere Hospitals NHS Foundation", before.text[-1].y, page=1)

    (whole,) = joined(replace(before, responsible=(ends,)), after)

    assert whole.pages == (1, 2)


def test_a_blank_cell_for_bodies_marks_a_row_that_goes_on():
    (whole,) = joined(row(SHORT, 1, "Wyke Council"), row("Leaders should row.", 2, ""))

    assert [ln.text for ln in whole.responsible] == ["Wyke Council"]


def test_a_filled_cell_for_bodies_marks_another_row():
    rows = joined(row(FULL, 1, "Wyke Council"), row("Leaders should row.", 2, "Mere ICB"))

    assert [r.cut for r in rows] == ["", ""]


def test_a_name_cut_at_the_foot_of_the_page_goes_on():
    (whole,) = joined(row(SHORT, 1, "Wyke and"), row("Leaders row.", 2, "Mere Council"))

    assert [ln.text for ln in whole.responsible] == ["Wyke and", "Mere Council"]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(replace(row("and rest.", 2), section="priority_actions"), id="section"),
        pytest.param(row("and rest.", 3), id="a page between"),
        pytest.param(row("and rest.", 2, "Mere ICB"), id="other columns"),
    ],
)
def test_rows_of_different_tables_are_never_joined(other):
    assert len(joined(row("Leaders should row", 1), other)) == 2
