import pytest
from weasyprint import HTML

from cleardays.readers.blocks import Unreadable
from cleardays.readers.files.pdf.pictures import WIDTH, draw


@pytest.fixture(scope="module")
def pdf(tmp_path_factory):
    path = tmp_path_factory.mktemp("pdf") / "two.pdf"
    HTML(string="<p>One</p><p style='page-break-before: always'>Two</p>").write_pdf(path)
    return path


def test_a_page_is_drawn_as_a_png_of_a_readable_width(pdf):
    picture = draw(pdf, number=2)

    assert picture.startswith(b"\x89PNG")
    assert int.from_bytes(picture[16:20], "big") == WIDTH


@pytest.mark.parametrize("number", [0, 3])
def test_a_page_that_is_not_there_is_said_to_be_missing(pdf, number):
    with pytest.raises(Unreadable, match=f"no page {number}"):
        draw(pdf, number=number)


def test_what_is_no_pdf_is_damaged(tmp_path):
    path = tmp_path / "cut.pdf"
    path.write_bytes(b"%PDF-1.7 cut")

    with pytest.raises(Unreadable, match="damaged"):
        draw(path, number=1)
