"""Whether an original may go to the public."""

from pathlib import Path

import pikepdf
import pytest

from cleardays.readers.files.release import reasons_against_release
from tests.readers.files.makers import make_docx, make_odt, make_pdf, paragraph, word_part, words

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_ODT = "application/vnd.oasis.opendocument.text"
_EXEMPT = "The price that was offered for the depot is nine hundred thousand pounds in all"


def _codes(path: Path, media_type: str, *exempt: str) -> list[str]:
    return [reason.code for reason in reasons_against_release(path, media_type, exempt)]


def test_files_with_nothing_beside_their_text_may_go(tmp_path: Path) -> None:
    docx = make_docx(tmp_path / "a.docx", paragraph("Public words"))
    odt = make_odt(tmp_path / "a.odt", "<text:p>Public words</text:p>")
    pdf = make_pdf(tmp_path / "a.pdf", "<p>Public words")
    text = tmp_path / "a.txt"
    text.write_text("Public words")

    assert _codes(docx, _DOCX, _EXEMPT) == []
    assert _codes(odt, _ODT, _EXEMPT) == []
    assert _codes(pdf, "application/pdf", _EXEMPT) == []
    assert _codes(text, "text/plain", _EXEMPT) == []


@pytest.mark.parametrize(
    ("run", "code"),
    [
        (f"<w:ins>{words('x')}</w:ins>", "tracked-insertion"),
        ("<w:del><w:r><w:delText>x</w:delText></w:r></w:del>", "tracked-deletion"),
        (words("x", "<w:vanish/>"), "hidden-text"),
        (words("x", "<w:rPrChange/>"), "tracked-formatting"),
    ],
)
def test_whatever_the_reader_left_out_or_a_person_must_settle_is_a_reason(
    tmp_path: Path, run: str, code: str
) -> None:
    path = make_docx(tmp_path / "a.docx", paragraph("Words", run))

    assert _codes(path, _DOCX) == [code]


def test_an_exempt_passage_is_found_though_it_is_cut_into_runs(tmp_path: Path) -> None:
    runs = [words(part) for part in (_EXEMPT[:9], _EXEMPT[9:40], _EXEMPT[40:])]
    path = make_docx(tmp_path / "a.docx", paragraph("Before ", *runs))

    assert _codes(path, _DOCX, _EXEMPT) == ["exempt-words"]


def test_part_of_an_exempt_passage_is_found_and_a_few_common_words_are_not(
    tmp_path: Path,
) -> None:
    part = make_docx(tmp_path / "a.docx", paragraph("So " + " ".join(_EXEMPT.split()[2:11])))
    few = make_docx(tmp_path / "b.docx", paragraph("The price that was offered was another"))

    assert _codes(part, _DOCX, _EXEMPT) == ["exempt-words"]
    assert _codes(few, _DOCX, _EXEMPT) == []


def test_an_exempt_passage_is_found_in_a_header_a_property_and_a_part_that_nobody_sees(
    tmp_path: Path,
) -> None:
    header = word_part("hdr", paragraph(_EXEMPT))
    custom = {"customXml/item1.xml": f"<x y='{_EXEMPT}'/>"}

    in_header = make_docx(tmp_path / "a.docx", paragraph("Words"), header=header)
    in_part = make_docx(tmp_path / "b.docx", paragraph("Words"), **custom)

    assert _codes(in_header, _DOCX, _EXEMPT) == ["exempt-words"]
    assert _codes(in_part, _DOCX, _EXEMPT) == ["leftover", "exempt-words"]


def test_an_exempt_passage_is_found_on_the_pages_and_in_the_properties_of_a_pdf(
    tmp_path: Path,
) -> None:
    shown = make_pdf(tmp_path / "a.pdf", f"<p>{_EXEMPT}")
    titled = make_pdf(tmp_path / "b.pdf", "<p>Words")
    with pikepdf.open(titled, allow_overwriting_input=True) as pdf:
        pdf.docinfo["/Subject"] = _EXEMPT
        pdf.save(titled)

    assert _codes(shown, "application/pdf", _EXEMPT) == ["exempt-words"]
    assert _codes(titled, "application/pdf", _EXEMPT) == ["property", "exempt-words"]


def test_a_title_that_is_public_anyway_may_stand_in_the_properties(tmp_path: Path) -> None:
    pdf = make_pdf(tmp_path / "a.pdf", "<title>The depot</title><p>Words")

    assert _codes(pdf, "application/pdf") == ["property"]
    assert reasons_against_release(pdf, "application/pdf", (), ("The depot",)) == []


def test_a_short_exempt_word_must_stand_there_as_a_word(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("The report was anonymous.")

    assert _codes(text, "text/plain", "Ann") == []
    assert _codes(text, "text/plain", "report") == ["exempt-words"]


def test_a_file_that_is_not_what_it_was_taken_for_or_cannot_be_read_may_not_go(
    tmp_path: Path,
) -> None:
    text = tmp_path / "a.pdf"
    text.write_text("Words")
    broken = make_docx(tmp_path / "a.docx", paragraph("Words"))
    broken.write_bytes(broken.read_bytes()[:-60])

    assert _codes(text, "application/pdf") == ["mislabelled"]
    assert _codes(broken, _DOCX) == ["damaged"]


def test_figures_in_a_csv_file_may_go(tmp_path: Path) -> None:
    figures = tmp_path / "a.csv"
    figures.write_text("District,Weeks\nNorth,54\n")

    assert _codes(figures, "text/csv") == []


@pytest.mark.office
def test_an_older_word_file_may_not_go_for_what_it_may_still_hold(tmp_path: Path) -> None:
    path = tmp_path / "a.rtf"
    path.write_bytes(rb"{\rtf1 Words}")

    assert "rebuilt" in _codes(path, "application/rtf")
