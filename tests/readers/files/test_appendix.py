"""Whether an open appendix may go to the public."""

import pikepdf

from cleardays.readers.files.appendix import reasons_against_appendix
from tests.readers.files.makers import make_docx, make_pdf, paragraph, words

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_PDF = "application/pdf"


def _codes(path, media_type):
    return [each.code for each in reasons_against_appendix(path, media_type, "What lamps cost")]


def test_a_pdf_is_looked_at_without_the_metadata_that_will_not_go(tmp_path):
    path = make_pdf(tmp_path / "a.pdf", "<p>Nine lamps")
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.docinfo["/Author"] = "A. Writer"
        pdf.save(path)

    assert _codes(path, _PDF) == []


def test_whatever_stays_in_the_file_is_a_reason(tmp_path):
    deletion = "<w:del><w:r><w:delText>x</w:delText></w:r></w:del>"
    path = make_docx(tmp_path / "a.docx", paragraph("Words", deletion, words("more")))

    assert _codes(path, _DOCX) == ["tracked-deletion"]
