"""Words and lines of a page."""

import pypdfium2
import pytest
from weasyprint import HTML

from cleardays.readers.inspections.page import Page, Word, lines_of, read_page


@pytest.fixture
def page(tmp_path):
    def set_page(html: str) -> Page:
        path = tmp_path / "page.pdf"
        HTML(string=f"<html lang=en><body style='font: 10pt DejaVu Sans'>{html}").write_pdf(path)
        with pypdfium2.PdfDocument(path) as document:
            return read_page(document, 0)

    return set_page


def texts(page: Page) -> list[str]:
    return [line.text for line in lines_of(page.words, page.number)]


def test_words_are_parted_by_every_kind_of_space(page):
    assert texts(page("<p>one&nbsp;two&ensp;three  four</p>")) == ["one two three four"]


def test_ligatures_and_other_hyphens_are_spelt_out(page):
    assert texts(page("<p>o\ufb03ce, \ufb01sh, co\u2011op, curly ‘quotes’</p>")) == [
        "office, fish, co-op, curly ‘quotes’"
    ]


def test_marks_without_width_are_left_out(page):
    assert texts(page("<p>har\u200bbour</p>")) == ["harbour"]


def test_columns_on_one_height_are_one_line_from_left_to_right(page):
    html = "<div style='position:absolute;left:8cm'>right</div><div>left</div>"

    assert texts(page(html)) == ["left right"]


def test_lines_run_from_the_top_down():
    words = (Word("second", 0, 10, 50), Word("first", 0, 10, 100), Word("also", 12, 20, 99))

    assert [line.text for line in lines_of(words, 1)] == ["first also", "second"]


def test_bold_is_known(page):
    found = page("<p><b>Areas for improvement</b></p><p>plain</p>")

    assert [line.is_bold for line in lines_of(found.words, 1)] == [True, False]


def test_a_word_knows_its_place(page):
    found = page("<p>one two</p>")

    first, second = found.words
    assert first.x0 < first.x1 < second.x0 < second.x1 < found.width
    assert first.y == pytest.approx(second.y)
    assert first.x0 < first.middle < first.x1
