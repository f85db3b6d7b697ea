"""What a spreadsheet shows, and what it keeps behind its sheets."""

import openpyxl
import pytest

from cleardays.readers.blocks import Unreadable
from cleardays.readers.files.shown.sheets import look_at_sheets
from tests.readers.files.office import cell, make_xlsx, sheet

ROW = f"<row>{cell('A1', 'Lamps')}{cell('B1', 'Nine')}</row>"
WHITE = (
    '<fonts><font/><font><color rgb="FFFFFFFF"/></font></fonts>'
    '<fills><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="solid"/></fill></fills>'
    '<cellXfs><xf fontId="0"/><xf fontId="1" fillId="0"/><xf fontId="1" fillId="1"/></cellXfs>'
)


def codes(path):
    return [(each.code, each.count) for each in look_at_sheets(path).notices]


def words(path):
    return [block.text for block in look_at_sheets(path).blocks]


def test_a_plain_sheet_shows_its_name_and_its_cells(tmp_path):
    path = make_xlsx(tmp_path / "a.xlsx", sheet(ROW))

    assert words(path) == ["Sheet1", "Lamps", "Nine"]
    assert codes(path) == []


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_told_and_shows_nothing(tmp_path, state):
    path = make_xlsx(tmp_path / "a.xlsx", sheet(ROW), sheet(ROW), states=("visible", state))

    assert codes(path) == [("hidden-sheet", 1)]
    assert words(path).count("Lamps") == 1


@pytest.mark.parametrize(
    ("rows", "columns"),
    [
        (ROW.replace("<row>", '<row hidden="1">'), ""),
        (ROW.replace("<row>", '<row ht="0" customHeight="1">'), ""),
        (ROW, '<cols><col min="2" max="2" hidden="1"/></cols>'),
        (ROW, '<cols><col min="2" max="9" width="0"/></cols>'),
    ],
)
def test_rows_and_columns_that_nobody_sees_are_told(tmp_path, rows, columns):
    assert codes(make_xlsx(tmp_path / "a.xlsx", sheet(rows, columns))) == [("hidden-cells", 1)]


def test_hidden_columns_with_nothing_in_them_are_no_secret(tmp_path):
    columns = '<cols><col min="3" max="16384" hidden="1"/></cols>'

    assert codes(make_xlsx(tmp_path / "a.xlsx", sheet(ROW, columns))) == []


def test_white_words_are_hidden_unless_there_is_a_colour_behind_them(tmp_path):
    row = f"<row>{cell('A1', 'x', style=1)}{cell('B1', 'y', style=2)}</row>"
    path = make_xlsx(tmp_path / "a.xlsx", sheet(row), styles=WHITE)

    assert codes(path) == [("hidden-text", 1)]
    assert words(path) == ["Sheet1", "y"]


def test_a_format_that_prints_nothing_hides_a_cell(tmp_path):
    styles = (
        '<numFmts><numFmt numFmtId="164" formatCode=";;;"/></numFmts>'
        '<cellXfs><xf/><xf numFmtId="164"/></cellXfs>'
    )
    row = f"<row>{cell('A1', 'x', style=1)}</row>"

    assert codes(make_xlsx(tmp_path / "a.xlsx", sheet(row), styles=styles)) == [("hidden-text", 1)]


def test_words_that_no_cell_has_any_more_are_told(tmp_path):
    row = '<row><c r="A1" t="s"><v>0</v></c></row>'
    strings = "<si><t>Lamps</t></si><si><t>left over</t></si>"
    path = make_xlsx(tmp_path / "a.xlsx", sheet(row), strings=strings)

    assert codes(path) == [("hidden-text", 1)]
    assert words(path) == ["Sheet1", "Lamps"]


@pytest.mark.parametrize(
    ("part", "content", "code"),
    [
        (
            "xl/comments1.xml",
            "<comments><commentList><comment/></commentList></comments>",
            "comment",
        ),
        ("xl/threadedComments/t1.xml", "<x><threadedComment/></x>", "comment"),
        ("xl/pivotCache/pivotCacheDefinition1.xml", "<x/>", "pivot-data"),
        ("xl/externalLinks/externalLink1.xml", "<x/>", "external-link"),
        ("xl/connections.xml", "<x/>", "external-link"),
        ("xl/embeddings/oleObject1.bin", "x", "embedded-file"),
    ],
)
def test_what_stands_behind_the_sheets_is_told(tmp_path, part, content, code):
    assert codes(make_xlsx(tmp_path / "a.xlsx", **{part: content})) == [(code, 1)]


def test_a_hidden_name_is_told_and_those_of_excel_are_not(tmp_path):
    names = (
        '<definedName name="_xlnm._FilterDatabase" hidden="1">x</definedName>'
        '<definedName name="Price" hidden="1">900</definedName>'
    )

    assert codes(make_xlsx(tmp_path / "a.xlsx", names=names)) == [("hidden-text", 1)]


def test_a_workbook_as_a_program_writes_it_is_read(tmp_path):
    book = openpyxl.Workbook()
    book.properties.creator = None
    book.active.append(["Lamps", 9])
    book.active.oddHeader.center.text = "Draft"
    book.save(tmp_path / "a.xlsx")

    assert words(tmp_path / "a.xlsx") == ["Sheet", "Lamps", "9", " Draft"]
    assert codes(tmp_path / "a.xlsx") == [("header-footer", 1)]


def test_a_package_without_a_workbook_is_damaged(tmp_path):
    path = make_xlsx(tmp_path / "a.xlsx")
    path.write_bytes(path.read_bytes().replace(b"xl/workbook.xml", b"xl/workbooc.xml"))

    with pytest.raises(Unreadable) as refused:
        look_at_sheets(path)
    assert refused.value.code == "damaged"
