"""What slides show, and what is kept behind them."""

import pytest

from cleardays.readers.files.shown.slides import look_at_slides
from tests.readers.files.office import make_pptx, shape, slide


def codes(path):
    return [(each.code, each.count) for each in look_at_slides(path).notices]


def words(path):
    return [block.text for block in look_at_slides(path).blocks]


def test_plain_slides_show_their_words(tmp_path):
    path = make_pptx(tmp_path / "a.pptx", slide(shape("Lamps")), slide(shape("Nine")))

    assert words(path) == ["Lamps", "Nine"]
    assert codes(path) == []


def test_a_hidden_slide_is_told_and_shows_nothing(tmp_path):
    path = make_pptx(tmp_path / "a.pptx", slide(shape("Lamps"), attributes='show="0"'))

    assert (words(path), codes(path)) == ([], [("hidden-slide", 1)])


@pytest.mark.parametrize(
    "hidden", [shape("x", attributes='hidden="1"'), shape("x", x=9500), shape("x", x=-400)]
)
def test_a_shape_that_is_off_or_beside_the_slide_is_told(tmp_path, hidden):
    path = make_pptx(tmp_path / "a.pptx", slide(shape("Lamps"), hidden))

    assert (words(path), codes(path)) == (["Lamps"], [("hidden-text", 1)])


def test_notes_with_words_are_told_and_a_number_is_no_note(tmp_path):
    number = slide(shape("1", kind="sldNum"), tag="notes")
    said = slide(shape("Say little", kind="body"), tag="notes")
    parts = {"ppt/notesSlides/notesSlide1.xml": number, "ppt/notesSlides/notesSlide2.xml": said}

    assert codes(make_pptx(tmp_path / "a.pptx", **parts)) == [("slide-note", 1)]


@pytest.mark.parametrize(
    ("part", "content", "code"),
    [
        ("ppt/comments/comment1.xml", "<cmLst><cm/></cmLst>", "comment"),
        ("ppt/comments/modernComment_1.xml", "<cmLst><cm><reply/></cm></cmLst>", "comment"),
        ("ppt/embeddings/Book1.xlsx", b"x", "chart-data"),
        ("ppt/embeddings/oleObject1.bin", b"x", "embedded-file"),
        ("docProps/custom.xml", "<x><property/></x>", "metadata"),
    ],
)
def test_what_stands_behind_the_slides_is_told(tmp_path, part, content, code):
    assert code in [found for found, _ in codes(make_pptx(tmp_path / "a.pptx", **{part: content}))]
