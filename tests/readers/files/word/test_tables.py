"""Tables of Word documents."""

from pathlib import Path

from cleardays.readers.blocks import Block, Kind
from cleardays.readers.files.word.read import read_docx
from tests.readers.files.makers import make_docx, paragraph, seen, words


def _row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(text: str, properties: str = "") -> str:
    inner = text if text.startswith("<") else paragraph(text)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def _blocks(tmp_path: Path, *rows: str) -> tuple[Block, ...]:
    body = f"<w:tbl>{''.join(rows)}</w:tbl>"
    return read_docx(make_docx(tmp_path / "report.docx", body)).blocks


def test_spans_across_and_down_are_kept(tmp_path: Path) -> None:
    down = '<w:vMerge w:val="restart"/>'

    blocks = _blocks(
        tmp_path,
        _row(_cell("A", down), _cell("B", '<w:gridSpan w:val="2"/>')),
        _row(_cell("", "<w:vMerge/>"), _cell("C"), _cell("D")),
    )

    spans = [[(c.text, c.colspan, c.rowspan) for c in row] for row in blocks[0].rows]
    assert spans == [[("A", 1, 2), ("B", 2, 1)], [("C", 1, 1), ("D", 1, 1)]]


def test_a_repeated_row_heads_the_table_and_so_does_a_bold_first_row(tmp_path: Path) -> None:
    bold = paragraph(words("Paper", "<w:b/>"))

    header = _row(_cell("A"), _cell("B"), properties="<w:tblHeader/>")
    marked = _blocks(tmp_path, header, _row(_cell("1"), _cell("2")))
    bolded = _blocks(tmp_path, _row(_cell(bold), _cell(bold)), _row(_cell("1"), _cell("2")))

    for blocks in (marked, bolded):
        heads = [[cell.is_header for cell in row] for row in blocks[0].rows]
        assert heads == [[True, True], [False, False]]


def test_a_table_of_one_column_is_a_box_and_not_a_table(tmp_path: Path) -> None:
    blocks = _blocks(tmp_path, _row(_cell("Executive Summary")), _row(_cell("Words")))

    assert [block.kind for block in blocks] == [Kind.PARAGRAPH, Kind.PARAGRAPH]


def test_deleted_and_hidden_rows_never_reach_the_text(tmp_path: Path) -> None:
    blocks = _blocks(
        tmp_path,
        _row(_cell("A"), _cell("B")),
        _row(_cell("canary"), _cell("canary"), properties="<w:del/>"),
        _row(_cell("canary"), _cell("canary"), properties="<w:hidden/>"),
    )

    assert seen(blocks) == ["A|B"]


def test_a_table_in_a_cell_keeps_its_words_in_that_cell(tmp_path: Path) -> None:
    inner = f"<w:tbl>{_row(_cell('x'), _cell('y'))}</w:tbl>{paragraph('z')}"

    blocks = _blocks(tmp_path, _row(_cell("A"), _cell(inner)))

    assert blocks[0].rows[0][1].text == "x\ny\nz"
    assert blocks[0].rows[0][1].html == "x<br>y<br>z"


def test_an_absurd_span_is_kept_to_what_can_be(tmp_path: Path) -> None:
    blocks = _blocks(tmp_path, _row(_cell("A", '<w:gridSpan w:val="99999999"/>'), _cell("B")))

    assert blocks[0].rows[0][0].colspan == 63
