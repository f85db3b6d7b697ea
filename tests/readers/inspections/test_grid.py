"""Tables from ruled lines and the words between them."""

from cleardays.readers.inspections.grid import tables_of
from cleardays.readers.inspections.page import Page, Word
from cleardays.readers.inspections.ruling import Rule, Ruling


def word(text: str, x: float, y: float) -> Word:
    return Word(text, x, x + 5 * len(text), y)


def page(level: list[Rule], upright: list[Rule], *words: Word) -> Page:
    return Page(1, 200, 200, words, Ruling(tuple(level), tuple(upright)))


def texts(found) -> list[list[str]]:
    return [[cell.text for cell in row] for row in found.rows]


LEVEL = [Rule(y, 20, 180) for y in (40, 80, 120)]
SIDES = [Rule(20, 40, 120), Rule(180, 40, 120)]


def test_words_stand_in_the_cell_around_them():
    middle = Rule(100, 40, 120)
    words = (word("b", 120, 90), word("a", 30, 90), word("c", 30, 60), word("out", 30, 150))

    (table,) = tables_of(page(LEVEL, [*SIDES, middle], *words))

    assert texts(table) == [["a", "b"], ["c", ""]]
    assert (table.top, table.bottom) == (120, 40)


def test_rows_may_have_different_columns():
    (table,) = tables_of(page(LEVEL, [*SIDES, Rule(100, 40, 80)], word("a", 30, 90)))

    assert [len(row) for row in table.rows] == [1, 2]


def test_a_cell_that_spans_rows_stands_in_each():
    level = [Rule(40, 20, 180), Rule(80, 100, 180), Rule(120, 20, 180)]
    words = (word("both", 30, 100), word("one", 110, 100), word("two", 110, 60))

    (table,) = tables_of(page(level, [*SIDES, Rule(100, 40, 120)], *words))

    assert texts(table) == [["both", "one"], ["both", "two"]]


def test_a_table_without_a_last_line_ends_where_its_uprights_do():
    (table,) = tables_of(page(LEVEL[1:], SIDES, word("cut", 30, 60)))

    assert texts(table) == [[""], ["cut"]]
    assert table.bottom == 40


def test_tables_apart_are_two_from_the_top_down():
    lower = [Rule(10, 20, 180), Rule(30, 20, 180)]
    uprights = [*SIDES, Rule(20, 10, 30), Rule(180, 10, 30)]

    upper, under = tables_of(page([*lower, *LEVEL], uprights))

    assert (upper.top, under.top) == (120, 30)


def test_a_lone_line_is_no_table():
    assert tables_of(page([Rule(40, 20, 180)], [])) == ()


def test_lines_of_one_length_make_a_table_without_uprights():
    (table,) = tables_of(page(LEVEL, [], word("a", 30, 90), word("b", 30, 60)))

    assert texts(table) == [["a"], ["b"]]
