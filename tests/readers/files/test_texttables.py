"""Tables that became lines of text."""

from cleardays.readers.blocks import Block
from cleardays.readers.files.texttables import find_tables
from tests.readers.files.makers import seen


def _tables(text: str) -> list[str]:
    return seen(tuple(piece for piece in find_tables(text) if isinstance(piece, Block)))


def test_cell_marks_of_word_make_a_table_with_its_empty_cells() -> None:
    assert _tables("Intro\nA\x07B\x07C\x07\x07NA\x07\x07\x07\x07\nEnd") == ["A|B|C / NA||"]


def test_two_marked_tables_are_two() -> None:
    assert _tables("A\x07B\x07\x07c\x07d\x07\x07\nMid\nX\x07Y\x07\x07") == ["A|B / c|d", "X|Y"]


def test_rows_of_tabbed_cells_make_a_table() -> None:
    assert _tables("Paper\tDate\nPlan\t3 May\nEnd") == ["Paper|Date / Plan|3 May"]


def test_what_is_not_sure_stays_lines_and_loses_nothing() -> None:
    text = "A\x07B\nthen\x07 more\n\tOne\n\tTwo\n1.\tItem\n2.\tItem"

    pieces = list(find_tables(text))

    assert not any(isinstance(piece, Block) for piece in pieces)
    found = " ".join(line for piece in pieces for line in piece)
    assert found.split() == text.replace("\x07", " ").split()


def test_an_empty_middle_cell_does_not_end_a_marked_row_after_a_line_break() -> None:
    text = "Paper\x07Date\x07Contact\x07\x07\nPlan\x07\x07Clerk\x07\x07\nEnd"

    assert _tables(text) == ["Paper|Date|Contact / Plan||Clerk"]


def test_cells_set_under_each_other_with_spaces_make_a_table() -> None:
    assert _tables("Paper      Date\nPlan       3 May\nEnd") == ["Paper|Date / Plan|3 May"]


def test_two_spaces_in_a_sentence_make_no_table() -> None:
    assert _tables("It ends.  It begins.\nShort line") == []


def test_paragraphs_behind_their_numbers_make_no_table() -> None:
    assert _tables("1\tThe policy was changed.\n2\tMany wait.") == []
