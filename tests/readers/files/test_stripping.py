"""A copy without what properties say of people; what else is hidden stays to be found."""

import zipfile

import openpyxl
import pytest
from docx import Document

from cleardays.readers.files.appendix import reasons_against_appendix
from cleardays.readers.files.stripping import stripped
from tests.readers.files.makers import make_docx, paragraph, words

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TITLE = "What lamps cost"


@pytest.fixture
def workbook(tmp_path):
    book = openpyxl.Workbook()
    book.active["A1"] = "Nine lamps"
    book.properties.creator = book.properties.lastModifiedBy = "A. Writer"
    book.save(tmp_path / "lamps.xlsx")
    return tmp_path / "lamps.xlsx"


def content(path):
    with zipfile.ZipFile(path) as package:
        return b"".join(map(package.read, package.namelist()))


def test_the_author_of_a_workbook_goes_and_its_cells_stay(workbook, tmp_path):
    copy = stripped(workbook, tmp_path / "copy.xlsx", TITLE)

    assert b"A. Writer" not in content(copy)
    assert openpyxl.load_workbook(copy).properties.title == TITLE
    assert openpyxl.load_workbook(copy).active["A1"].value == "Nine lamps"


def test_a_workbook_that_names_its_author_may_be_an_appendix(workbook):
    assert reasons_against_appendix(workbook, XLSX, TITLE) == []


def test_the_same_bytes_come_out_each_time(workbook, tmp_path):
    copies = [stripped(workbook, tmp_path / name, TITLE) for name in ("one.xlsx", "two.xlsx")]

    assert copies[0].read_bytes() == copies[1].read_bytes()


def test_a_word_document_is_opened_by_others_after_it(tmp_path):
    document = Document()
    document.add_paragraph("Nine lamps")
    document.core_properties.author = "A. Writer"
    document.save(tmp_path / "lamps.docx")

    copy = stripped(tmp_path / "lamps.docx", tmp_path / "copy.docx", "Lamps & <poles>")

    assert b"A. Writer" not in content(copy)
    assert Document(copy).core_properties.title == "Lamps & <poles>"
    assert [one.text for one in Document(copy).paragraphs] == ["Nine lamps"]


def test_data_that_no_page_shows_goes_with_what_points_at_it(tmp_path):
    Document().save(tmp_path / "lamps.docx")  # has a small picture of itself and a bibliography
    assert b"customXml" in content(tmp_path / "lamps.docx")

    copy = stripped(tmp_path / "lamps.docx", tmp_path / "copy.docx", TITLE)

    held = content(copy)
    assert b"customXml" not in held
    assert b"thumbnail" not in held


def test_data_that_a_page_shows_stays(tmp_path):
    bound = '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a"/></w:sdtPr></w:sdt>'
    path = make_docx(tmp_path / "a.docx", bound)
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("customXml/item1.xml", "<a>Nine lamps</a>")

    assert b"Nine lamps" in content(stripped(path, tmp_path / "copy.docx", TITLE))


def test_what_else_is_hidden_stays_to_be_found(tmp_path):
    deletion = "<w:del><w:r><w:delText>x</w:delText></w:r></w:del>"
    path = make_docx(tmp_path / "a.docx", paragraph("Words", deletion, words("more")))

    codes = [one.code for one in reasons_against_appendix(path, DOCX, TITLE)]

    assert codes == ["tracked-deletion"]


@pytest.mark.parametrize("given", [b"", b"PK\x03\x04 cut off", b"%PDF-1.7 cut off", b"\x89PNG"])
def test_what_cannot_be_opened_is_copied_as_it_is(tmp_path, given):
    path = tmp_path / "broken"
    path.write_bytes(given)

    assert stripped(path, tmp_path / "copy", TITLE).read_bytes() == given


def test_what_would_burst_is_copied_as_it_is(tmp_path):
    with zipfile.ZipFile(tmp_path / "bomb.xlsx", "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("xl/workbook.xml", b" " * 20_000_000)

    copy = stripped(tmp_path / "bomb.xlsx", tmp_path / "copy.xlsx", TITLE)

    assert copy.stat().st_size == (tmp_path / "bomb.xlsx").stat().st_size
