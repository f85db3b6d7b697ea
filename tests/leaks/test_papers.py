"""An original that has more in it than it shows stays where it is."""

import pytest

from cleardays.readers.files.release import reasons_against_release
from tests.leaks.papers import HIDING, IN_PDF, docx, pdf

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


def test_a_file_that_hides_nothing_may_go(tmp_path):
    assert reasons(tmp_path, docx("The lamps"), WORD_FILE) == []
    assert reasons(tmp_path, pdf("The lamps"), "application/pdf") == []
