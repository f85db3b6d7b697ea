"""Copies of PDFs that say of themselves their public title and no more."""

import pikepdf
import pytest

from cleardays.readers.files.pdf.metadata import without_metadata
from tests.leaks.looking import texts_of
from tests.leaks.papers import LEFT_BEHIND, SAID, pdf

WORD = "Quillfeather"


def cleaned(folder, **hidden):
    given = folder / "given.pdf"
    given.write_bytes(pdf("The lamps", **hidden))
    return without_metadata(given, folder / "copy.pdf", "What lamps cost")


@pytest.mark.parametrize("way", [*SAID, *LEFT_BEHIND])
def test_a_copy_keeps_nothing_that_no_page_shows(tmp_path, way):
    copy = cleaned(tmp_path, **{way: WORD}).read_bytes()

    assert not any(WORD.encode() in text for text in texts_of(copy))


def test_a_copy_keeps_its_pages_and_has_its_public_title(tmp_path):
    copy = cleaned(tmp_path, **{"description dc:creator": WORD})

    assert any(b"The lamps" in text for text in texts_of(copy.read_bytes()))
    with pikepdf.open(copy) as made, made.open_metadata() as metadata:
        assert str(made.docinfo["/Title"]) == "What lamps cost"
        assert metadata["dc:title"] == "What lamps cost"


def test_the_same_file_gives_the_same_copy(tmp_path):
    first = cleaned(tmp_path, **dict.fromkeys(SAID, WORD)).read_bytes()

    again = without_metadata(tmp_path / "given.pdf", tmp_path / "copy.pdf", "What lamps cost")

    assert again.read_bytes() == first
