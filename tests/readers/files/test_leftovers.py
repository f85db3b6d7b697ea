"""What no page shows is found: properties, reviewers, data of programs, layers switched off."""

from pathlib import Path

import pikepdf
import pytest
from pikepdf import Dictionary, Name, String

from cleardays.readers.files.leftovers import leftovers
from tests.readers.files.makers import make_docx, make_odt, make_pdf, paragraph

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
CORE = '<c xmlns:dc="http://purl.org/dc/elements/1.1/">{}</c>'
APP = "<Properties>{}</Properties>"
EXIF = b"\xff\xd8\xff\xe1\x00\x08Exif\x00\x00\xff\xda"
BARE = b"\xff\xd8\xff\xe0\x00\x04JF\xff\xda"


def codes(path: Path, media_type: str, *shown: str) -> list[str]:
    return [found.code for found in leftovers(path, media_type, lambda text: text in shown)]


@pytest.mark.parametrize(
    ("name", "part", "expected"),
    [
        ("word/people.xml", "<people author='reviewer@council.example'/>", ["leftover"]),
        ("customXml/item1.xml", "<x>noted by the document store</x>", ["leftover"]),
        (
            "docProps/core.xml",
            CORE.format("<dc:subject>The Quill case</dc:subject>"),
            ["property"],
        ),
        ("docProps/core.xml", CORE.format("<dc:title>The depot</dc:title>"), []),
        ("docProps/core.xml", CORE.format("<dc:language>en-GB</dc:language>"), []),
        ("docProps/app.xml", APP.format("<Template>Normal.dotm</Template><Pages>7</Pages>"), []),
        (
            "docProps/app.xml",
            APP.format("<Template>Quill v Borough.dotx</Template>"),
            ["property"],
        ),
        ("word/media/image1.jpeg", EXIF, ["property"]),
        ("word/media/image1.jpeg", BARE, []),
        ("word/header1.xml", "<header/>", []),
    ],
)
def test_parts_and_properties_of_a_word_file(
    tmp_path: Path, name: str, part: str | bytes, expected: list[str]
) -> None:
    path = make_docx(tmp_path / "a.docx", paragraph("The depot"), **{name: part})

    assert codes(path, DOCX, "The depot") == expected


def test_what_no_page_shows_is_named_as_far_as_it_has_a_name(tmp_path: Path) -> None:
    parts = dict.fromkeys(("word/people.xml", "customXml/item1.xml", "word/odd.xml"), "<x/>")
    path = make_docx(tmp_path / "a.docx", paragraph("The depot"), **parts)

    told = next(leftovers(path, DOCX, lambda _: False)).message

    assert told.startswith("3 parts of the file are shown on no page")
    assert "(data that a document store keeps, word/odd.xml, the names of those" in told


def test_properties_of_an_opendocument_file(tmp_path: Path) -> None:
    body = "<text:p>The depot</text:p>"
    plain = make_odt(tmp_path / "a.odt", body, meta="<meta:generator>Office 7</meta:generator>")
    telling = make_odt(tmp_path / "b.odt", body, meta="<dc:subject>The Quill case</dc:subject>")

    assert codes(plain, ODT) == []
    assert codes(telling, ODT) == ["property"]


def changed(path: Path, **root: object) -> Path:
    """Make a PDF with these entries in its root."""
    make_pdf(path, "<p>The depot")
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        for key, value in root.items():
            pdf.Root[f"/{key}"] = pdf.make_indirect(value)
        pdf.save(path)
    return path


def test_a_plain_pdf_has_nothing(tmp_path: Path) -> None:
    assert codes(changed(tmp_path / "a.pdf"), "application/pdf") == []


def test_data_that_a_program_left_in_a_pdf(tmp_path: Path) -> None:
    left = Dictionary(Draw=Dictionary(Private=String("The Quill case")))

    assert codes(changed(tmp_path / "a.pdf", PieceInfo=left), "application/pdf") == ["leftover"]


def test_a_layer_that_is_switched_off(tmp_path: Path) -> None:
    group = Dictionary(Type=Name.OCG, Name=String("The Quill case"))
    off = Dictionary(OCGs=[group], D=Dictionary(OFF=[group]))
    none = Dictionary(OCGs=[group], D=Dictionary(OFF=[]))

    assert codes(changed(tmp_path / "a.pdf", OCProperties=off), "application/pdf") == [
        "hidden-text"
    ]
    assert codes(changed(tmp_path / "b.pdf", OCProperties=none), "application/pdf") == []


@pytest.mark.parametrize("key", ["dc:description", "photoshop:City", "dc:creator"])
def test_what_the_description_of_a_pdf_says(tmp_path: Path, key: str) -> None:
    path = changed(tmp_path / "a.pdf")
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        with pdf.open_metadata() as metadata:
            metadata[key] = ["The Quill case"] if key == "dc:creator" else "The Quill case"
        pdf.save(path)

    assert codes(path, "application/pdf") == ["property"]
    assert codes(path, "application/pdf", "The Quill case") == []
