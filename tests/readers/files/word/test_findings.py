"""What is found in a Word document beside its text."""

from pathlib import Path

import pytest

from cleardays.readers.files.word.findings import findings
from cleardays.readers.files.word.package import WordPackage
from tests.readers.files.makers import make_docx, paragraph, word_part, words

_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PICTURE = (
    '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="P" {}/><a:blip r:embed="x"/></wp:inline>'
    "</w:drawing></w:r>"
)


def _codes(path: Path) -> dict[str, int]:
    return {notice.code: notice.count for notice in findings(WordPackage(path))}


@pytest.mark.parametrize(
    ("run", "code"),
    [
        (f"<w:ins>{words('x')}</w:ins>", "tracked-insertion"),
        ("<w:del><w:r><w:delText>x</w:delText></w:r></w:del>", "tracked-deletion"),
        (f"<w:moveFrom>{words('x')}</w:moveFrom>", "tracked-move"),
        (words("x", "<w:rPrChange/>"), "tracked-formatting"),
        ("<w:fldSimple w:instr='MERGEFIELD Name'/>", "field-code"),
        (
            '<w:r><w:instrText> INCLUDETEXT "c:\\x" </w:instrText><w:fldChar/></w:r>',
            "external-link",
        ),
        ("<w:altChunk r:id='x'/>", "imported-part"),
        (_PICTURE.format(""), "picture-left-out"),
        (_PICTURE.format('descr="A map of the county"'), "picture-left-out"),
    ],
)
def test_each_thing_is_found_and_counted(tmp_path: Path, run: str, code: str) -> None:
    path = make_docx(tmp_path / "report.docx", paragraph("Words", run))

    assert _codes(path)[code] == 1


def test_an_ordinary_document_has_nothing_to_say(tmp_path: Path) -> None:
    link = (
        f'<Relationship Id="l" Type="{_R}/hyperlink" Target="https://a/" TargetMode="External"/>'
    )
    body = paragraph("Words", "<w:fldSimple w:instr=' PAGE '/>")

    assert _codes(make_docx(tmp_path / "report.docx", body, rels=link)) == {}


def test_links_out_templates_and_embedded_files_are_found(tmp_path: Path) -> None:
    links = (
        f'<Relationship Id="i" Type="{_R}/image" Target="https://a/p.png" TargetMode="External"/>'
        f'<Relationship Id="t" Type="{_R}/attachedTemplate" Target="x.dot" TargetMode="External"/>'
        f'<Relationship Id="o" Type="{_R}/oleObject" Target="embeddings/o.bin"/>'
    )
    parts = {"word/embeddings/o.bin": b"x"}
    path = make_docx(tmp_path / "report.docx", paragraph("Words"), rels=links, **parts)

    assert _codes(path) == {"embedded-file": 1, "external-template": 1, "external-link": 1}


def test_names_in_the_properties_are_found(tmp_path: Path) -> None:
    core = (
        '<c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Post</dc:creator>'
        "<c:lastModifiedBy> </c:lastModifiedBy></c:coreProperties>"
    )
    parts = {"docProps/core.xml": core}

    path = make_docx(tmp_path / "report.docx", paragraph("Words"), **parts)

    assert _codes(path) == {"metadata": 1}


def test_changes_in_headers_are_found_too(tmp_path: Path) -> None:
    header = word_part("hdr", paragraph("<w:del><w:r><w:delText>x</w:delText></w:r></w:del>"))

    path = make_docx(tmp_path / "report.docx", paragraph("Words"), header=header)

    assert _codes(path) == {"tracked-deletion": 1}
