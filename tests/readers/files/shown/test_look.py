"""Looking at a file of any kind that may be an appendix."""

import pytest

from cleardays.readers.blocks import Unreadable
from cleardays.readers.files.read import read_file
from cleardays.readers.files.shown.look import look_at
from tests.readers.files.makers import make_docx, paragraph
from tests.readers.files.office import (
    PPTX,
    XLSX,
    jpeg,
    make_pptx,
    make_xlsx,
    png,
    sheet,
)


def test_every_kind_of_appendix_is_looked_at(tmp_path):
    (tmp_path / "a.png").write_bytes(png())
    (tmp_path / "a.jpg").write_bytes(jpeg())
    made = [
        make_docx(tmp_path / "a.docx", paragraph("Lamps")),
        make_xlsx(tmp_path / "a.xlsx"),
        make_pptx(tmp_path / "a.pptx"),
        tmp_path / "a.png",
        tmp_path / "a.jpg",
    ]

    assert [look_at(path).media_type for path in made[1:]] == [
        XLSX,
        PPTX,
        "image/png",
        "image/jpeg",
    ]
    assert look_at(made[0]).blocks[0].text == "Lamps"


def test_slides_with_a_spreadsheet_in_them_are_slides(tmp_path):
    path = make_pptx(tmp_path / "a.pptx", **{"ppt/embeddings/a.xlsx": b"x"})

    assert look_at(path).media_type == PPTX


def test_no_report_is_written_in_a_spreadsheet(tmp_path):
    with pytest.raises(Unreadable, match="save it as") as refused:
        read_file(make_xlsx(tmp_path / "a.xlsx"))
    assert refused.value.code == "not-a-document"


def test_a_file_not_as_the_standard_has_it_is_damaged(tmp_path):
    path = make_xlsx(
        tmp_path / "a.xlsx", sheet("", '<cols><col min="x" max="2" hidden="1"/></cols>')
    )

    with pytest.raises(Unreadable) as refused:
        look_at(path)
    assert refused.value.code == "damaged"


def test_a_spreadsheet_with_macros_is_refused(tmp_path):
    with pytest.raises(Unreadable) as refused:
        look_at(make_xlsx(tmp_path / "a.xlsx", **{"xl/vbaProject.bin": "x"}))
    assert refused.value.code == "macro"
