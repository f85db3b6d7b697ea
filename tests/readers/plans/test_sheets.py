"""Files as grids, and files that are none."""

import zipfile

import pytest
from openpyxl.styles import PatternFill

from cleardays.readers.plans import UnreadablePlan, read_plan
from cleardays.readers.plans.sheets import armed, grids_of

CSV = 'Reference,Action,Supporting bodies\n1,Mend,"A: pay\nB: work"\n'


@pytest.fixture
def file(tmp_path):
    """A function from bytes to the path of a file that holds them."""

    def write(raw, name="plan.csv"):
        path = tmp_path / name
        path.write_bytes(raw)
        return path

    return write


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
def test_csv_is_read_in_the_encodings_that_spreadsheets_write(file, encoding):
    path = file(CSV.replace("Mend", "Mend the café’s lamps").encode(encoding))

    (row,) = read_plan(path).rows
    assert row.values["title"] == "Mend the café’s lamps"
    assert row.values["supporting"] == ["A: pay", "B: work"]


@pytest.mark.parametrize("separator", [";", "\t"])
def test_csv_with_other_separators_is_read(file, separator):
    path = file(f"Reference{separator}Action\n1{separator}Mend\n".encode())

    assert read_plan(path).rows[0].values["title"] == "Mend"


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"\xd0\xcf\x11\xe0rest", "old or protected Excel"),
        (b"PK\x03\x04nonsense", "damaged"),
        (b"GIF89a\0\0\0", "no table"),
        (b'Reference,Action\n1,"Mend\n', "stray quotation mark"),
        (b"", "is empty"),
        (b"%PDF-1.7 and so on", "no table"),
        (b"Name;Salary", "No sheet has the columns"),
    ],
)
def test_what_is_no_table_says_what_to_do(file, raw, words):
    with pytest.raises(UnreadablePlan, match=words):
        read_plan(file(raw))


def test_a_zip_that_is_no_spreadsheet_is_refused(tmp_path):
    path = tmp_path / "plan.xlsx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", "<x/>")

    with pytest.raises(UnreadablePlan, match="no Excel spreadsheet"):
        grids_of(path)


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path):
    path = tmp_path / "plan.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/worksheets/sheet1.xml", b"0" * 60_000_000)

    with pytest.raises(UnreadablePlan):
        grids_of(path)


def test_a_sheet_that_goes_on_for_ever_is_refused(sheet_of):
    path = sheet_of(("Reference", "Action"), touch=lambda sheet: sheet.cell(9000, 1, "x"))

    with pytest.raises(UnreadablePlan, match="9000 rows"):
        grids_of(path)


def test_a_hidden_sheet_is_not_read(sheet_of):
    def hide(sheet):
        sheet.parent.create_sheet("Other")
        sheet.sheet_state = "hidden"

    path = sheet_of(("Reference", "Action"), ("1", "Mend"), touch=hide)

    with pytest.raises(UnreadablePlan):
        read_plan(path)


@pytest.mark.parametrize("text", ["=1+1", "+44", "-x", "@home"])
def test_text_that_a_spreadsheet_would_run_is_armed_and_read_back(file, text):
    path = file(f"Reference,Action\n1,{armed(text)}\n".encode())

    assert armed(text) == f"'{text}"
    assert read_plan(path).rows[0].values["title"] == text


@pytest.mark.parametrize(
    "before", ["sep=;\n", "Our plan\n\n", "Our plan, the third, of May, by us\n"]
)
def test_title_lines_do_not_hide_what_parts_the_cells(file, before):
    path = file(f"{before}Reference;Action;Owner\n1;Mend;Head\n2;Mend more;Head\n".encode())

    assert [row.ref for row in read_plan(path).rows] == ["1", "2"]


def test_many_commas_in_one_cell_part_no_cells(file):
    path = file(b'Reference;Action\n1;"Mend a, b, c, d, e, f and g"\n2;"Mend"\n')

    assert read_plan(path).rows[0].values["title"] == "Mend a, b, c, d, e, f and g"


def test_frames_below_the_table_are_no_rows(sheet_of):
    def frame(sheet):
        for row in range(3, 7000):
            sheet.cell(row, 1).fill = PatternFill("solid", fgColor="EEEEEE")

    (grid,) = grids_of(sheet_of(("Reference", "Action"), ("1", "Mend"), touch=frame))

    assert len(grid.rows) == 2


def test_frames_without_end_are_refused(sheet_of):
    def frame(sheet):
        sheet.cell(1_000_000, 9).fill = PatternFill("solid", fgColor="EEEEEE")

    path = sheet_of(("Reference", "Action"), touch=frame)

    with pytest.raises(UnreadablePlan, match="delete what is empty"):
        grids_of(path)


def test_a_workbook_is_read_whatever_its_file_is_called(sheet_of, tmp_path):
    path = sheet_of(("Reference", "Action"), ("1", "=1+1")).rename(tmp_path / "0a1b2c")

    (grid,) = grids_of(path)

    assert grid.rows[0] == ["Reference", "Action"]
    assert grid.unknown == {"B2"}


def test_a_cell_whose_style_is_not_there_is_a_damaged_file(sheet_of, tmp_path):
    def colour(sheet):
        sheet["A2"].fill = PatternFill("solid", fgColor="FFFF0000")

    made = zipfile.ZipFile(sheet_of(("Ref", "Action"), ("1", "Mend"), touch=colour))
    broken = tmp_path / "broken.xlsx"
    with zipfile.ZipFile(broken, "w") as out:
        for name in made.namelist():
            raw = made.read(name)
            out.writestr(name, raw.replace(b'fillId="2"', b'fillId="99"'))

    with pytest.raises(UnreadablePlan, match="damaged"):
        read_plan(broken)
