"""May the original and the appendices go out as they are?"""

import openpyxl
from docx import Document

from cleardays.workroom.reports.models import Appendix
from cleardays.workroom.reports.originals import obstacles_in, reasons_against
from tests.factories.documents import make_file


def word_file(tmp_path, **properties):
    document = Document()
    document.add_paragraph("Nine lamps are dark.")
    for name in ("author", "last_modified_by", "comments"):
        setattr(document.core_properties, name, properties.get(name, ""))
    document.save(tmp_path / "lamps.docx")
    return (tmp_path / "lamps.docx").read_bytes()


def test_a_plain_text_file_may(author):
    assert reasons_against(make_file(author)) == []


def test_a_file_that_names_its_author_may_not(author, tmp_path):
    file = make_file(author, word_file(tmp_path, author="A. Person"), "lamps.docx")

    assert any("author" in reason for reason in reasons_against(file))


def test_a_file_that_cannot_be_read_says_why_instead(author):
    (reason,) = reasons_against(make_file(author, b"PK\x03\x04 cut", "cut.docx"))

    assert reason


def test_an_appendix_is_looked_through_as_the_door_will(author, tmp_path):
    book = openpyxl.Workbook()
    book.active["A1"], book.active["A2"] = "Nine lamps", "And what they cost"
    book.active.row_dimensions[2].hidden = True
    book.save(tmp_path / "costs.xlsx")
    hiding = make_file(author, (tmp_path / "costs.xlsx").read_bytes(), "costs.xlsx")
    plain = make_file(author)

    found = obstacles_in(Appendix(public_title="Costs", file=hiding))

    assert any("hidden" in reason for reason in found)
    assert obstacles_in(Appendix(public_title="Costs", file=plain)) == []


def test_an_appendix_may_name_its_author_for_the_copy_that_goes_does_not(author, tmp_path):
    named = make_file(author, word_file(tmp_path, author="A. Person"), "costs.docx")

    assert obstacles_in(Appendix(public_title="Costs", file=named)) == []
