"""An original that has more in it than it shows stays where it is."""

import pytest

from cleardays.readers.files.release import reasons_against_release
from tests.leaks.office import JPEGS, PLAIN, PNGS, SHEETS, SLIDES
from tests.leaks.papers import HIDING, IN_PDF, docx, pdf
from tests.readers.files.office import PPTX, XLSX

WORD_FILE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# What programs call themselves.
PROGRAMS = {"information Creator", "information Producer", "description xmp:CreatorTool"}


def reasons(folder, content: bytes, media_type: str) -> list[str]:
    path = folder / "original"
    path.write_bytes(content)
    return [one.code for one in reasons_against_release(path, media_type)]


@pytest.mark.parametrize("way", HIDING)
def test_a_word_file_in_which_something_is_hidden_stays(tmp_path, way):
    assert reasons(tmp_path, docx("The lamps", **{way: "Quillfeather"}), WORD_FILE)


@pytest.mark.parametrize("way", sorted(IN_PDF.keys() - PROGRAMS))
def test_a_pdf_in_which_something_is_hidden_stays(tmp_path, way):
    assert reasons(tmp_path, pdf("The lamps", **{way: "Quillfeather"}), "application/pdf")


@pytest.mark.parametrize("way", SHEETS)
def test_a_spreadsheet_in_which_something_is_hidden_stays(tmp_path, way):
    assert reasons(tmp_path, SHEETS[way]("Quillfeather"), XLSX)


@pytest.mark.parametrize("way", SLIDES)
def test_slides_in_which_something_is_hidden_stay(tmp_path, way):
    assert reasons(tmp_path, SLIDES[way]("Quillfeather"), PPTX)


@pytest.mark.parametrize(
    ("way", "kind"), [*((PNGS[w], "png") for w in PNGS), *((JPEGS[w], "jpeg") for w in JPEGS)]
)
def test_a_picture_in_which_something_is_hidden_stays(tmp_path, way, kind):
    assert reasons(tmp_path, way("Quillfeather"), f"image/{kind}")


@pytest.mark.parametrize(
    ("kind", "media_type"),
    [("xlsx", XLSX), ("pptx", PPTX), ("png", "image/png"), ("jpg", "image/jpeg")],
)
def test_what_shows_all_that_it_holds_may_go(tmp_path, kind, media_type):
    assert reasons(tmp_path, PLAIN[kind](), media_type) == []


@pytest.mark.parametrize("way", ["hidden row", "comment", "words of no cell", "hidden name"])
def test_exempt_words_are_found_wherever_a_spreadsheet_has_them(tmp_path, way):
    secret = "The price offered for the depot is nine hundred thousand pounds"
    path = tmp_path / "original"
    path.write_bytes(SHEETS[way](secret))

    found = [one.code for one in reasons_against_release(path, XLSX, [secret])]
    assert "exempt-words" in found


def test_a_file_that_hides_nothing_may_go(tmp_path):
    assert reasons(tmp_path, docx("The lamps"), WORD_FILE) == []
    assert reasons(tmp_path, pdf("The lamps"), "application/pdf") == []
