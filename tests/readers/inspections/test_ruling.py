"""Ruled lines, from the several ways in which producers draw them."""

import pikepdf
import pypdfium2
import pytest

from cleardays.readers.inspections.ruling import Ruling, ruling_of


def ruling(tmp_path, drawing: str) -> Ruling:
    path = tmp_path / "drawn.pdf"
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(200, 200))
        page.Contents = pdf.make_stream(drawing.encode())
        pdf.save(path)
    with pypdfium2.PdfDocument(path) as document:
        return ruling_of(document[0])


def levels(found: Ruling) -> list[tuple[int, int, int]]:
    return [(round(r.at), round(r.start), round(r.end)) for r in found.level]


@pytest.mark.parametrize(
    "drawing",
    [
        pytest.param("20 100 m 180 100 l S", id="a stroke"),
        pytest.param("20 99.8 160 0.4 re f", id="a thin filled box"),
        pytest.param("20 100 m 100 100 l S 101 100 m 180 100 l S", id="two pieces that meet"),
        pytest.param("1 0 0 1 20 90 cm 0 10 m 160 10 l S", id="a moved origin"),
        pytest.param("20 100 m 180 100 l S 20 100.5 m 180 100.5 l S", id="a double line"),
        pytest.param(
            " ".join(f"{x} 99.8 2 0.4 re f" for x in range(20, 180, 4)) + " 178 99.8 2 .4 re f",
            id="dots",
        ),
    ],
)
def test_a_level_line_is_found_however_it_is_drawn(tmp_path, drawing):
    assert levels(ruling(tmp_path, drawing)) == [(100, 20, 180)]


@pytest.mark.parametrize("drawing", ["20 20 100 50 re S", "20 20 100 50 re 20.5 20.5 99 49 re f*"])
def test_a_box_has_two_level_and_two_upright_lines(tmp_path, drawing):
    found = ruling(tmp_path, drawing)

    assert levels(found) == [(20, 20, 120), (70, 20, 120)]
    assert [round(r.at) for r in found.upright] == [20, 120]


@pytest.mark.parametrize(
    "drawing",
    [
        pytest.param("20 20 100 50 re f", id="shading"),
        pytest.param("20 20 m 100 80 l S", id="a slanting stroke"),
        pytest.param("20 20 m 40 90 60 90 80 20 c S", id="a curve"),
        pytest.param("", id="nothing"),
    ],
)
def test_other_drawings_hold_no_ruled_line(tmp_path, drawing):
    assert ruling(tmp_path, drawing) == Ruling((), ())


def test_lines_inside_a_form_are_found(tmp_path):
    path = tmp_path / "form.pdf"
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(200, 200))
        form = pdf.make_stream(b"0 10 m 160 10 l S")
        form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        form.BBox = pikepdf.Array([0, 0, 200, 200])
        name = page.add_resource(form, pikepdf.Name.XObject)
        page.Contents = pdf.make_stream(f"q 1 0 0 1 20 90 cm {name} Do Q".encode())
        pdf.save(path)

    with pypdfium2.PdfDocument(path) as document:
        assert levels(ruling_of(document[0])) == [(100, 20, 180)]
