"""Files made for the tests of the readers, part by part."""

import zipfile
from pathlib import Path

from cleardays.readers.blocks import Block, Kind

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_O = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMES = (
    f'xmlns:w="{W}" xmlns:r="{_O}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def word_part(tag: str, inner: str) -> str:
    """An XML part of Word: ``<w:tag>inner</w:tag>`` with all names declared."""
    return f"<w:{tag} {_NAMES}>{inner}</w:{tag}>"


def paragraph(*runs: str, properties: str = "") -> str:
    """A paragraph of runs; a run that is no XML is taken for its words."""
    inner = "".join(run if run.startswith("<") else words(run) for run in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def words(text: str, properties: str = "") -> str:
    """A run of words."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def make_docx(path: Path, body: str, *, content_type: str = _MAIN, **parts: str | bytes) -> Path:
    """A .docx whose main story is ``body``.

    ``parts`` are further parts by their short name: "styles", "numbering", "comments",
    "footnotes", "header", "settings" and "rels" (more relationships of the main story);
    any name with a slash is a path in the package.
    """
    known = ("styles", "numbering", "comments", "footnotes", "endnotes", "header", "settings")
    links = "".join(
        f'<Relationship Id="{name}" Type="{_O}/{name}" Target="{name}.xml"/>'
        for name in known
        if name in parts
    ) + str(parts.get("rels", ""))
    rels = "http://schemas.openxmlformats.org/package/2006/relationships"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(
            "[Content_Types].xml",
            f'<Types><Override PartName="/word/document.xml" ContentType="{content_type}"/>'
            "</Types>",
        )
        package.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{rels}"><Relationship Id="a" Type="{_O}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
        )
        package.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{rels}">{links}</Relationships>',
        )
        package.writestr("word/document.xml", word_part("document", f"<w:body>{body}</w:body>"))
        for name, part in parts.items():
            if name in known:
                package.writestr(f"word/{name}.xml", part)
            elif "/" in name:
                package.writestr(name, part)
    return path


def make_odt(
    path: Path, body: str, *, styles: str = "", page_styles: str = "", **parts: str
) -> Path:
    """An .odt whose text is ``body`` and whose automatic styles are ``styles``."""
    kinds = ("office", "style", "text", "table", "meta", "manifest")
    names = " ".join(f'xmlns:{k}="urn:oasis:names:tc:opendocument:xmlns:{k}:1.0"' for k in kinds)
    names += (
        ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
        ' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr(
            "content.xml",
            f"<office:document-content {names}><office:automatic-styles>{styles}"
            f"</office:automatic-styles><office:body><office:text>{body}</office:text>"
            "</office:body></office:document-content>",
        )
        package.writestr(
            "styles.xml", f"<office:document-styles {names}>{page_styles}</office:document-styles>"
        )
        if "meta" in parts:
            meta = f"<office:document-meta {names}>{parts['meta']}</office:document-meta>"
            package.writestr("meta.xml", meta)
        if "manifest" in parts:
            manifest = f"<manifest:manifest {names}>{parts['manifest']}</manifest:manifest>"
            package.writestr("META-INF/manifest.xml", manifest)
        for name, part in parts.items():
            if "/" in name:
                package.writestr(name, part)
    return path


def make_pdf(path: Path, html: str, css: str = "") -> Path:
    """A PDF of this HTML, on A4 in 11 point."""
    from weasyprint import HTML

    sheet = f"<style>@page{{size:A4;margin:25mm}}body{{font:11pt sans-serif}}{css}</style>"
    HTML(string=f"<html><body>{sheet}{html}</body></html>").write_pdf(path)
    return path


def seen(blocks: tuple[Block, ...]) -> list[str]:
    """The blocks as a reader sees them, one line each, cells parted by bars."""
    return [
        " / ".join("|".join(cell.text for cell in row) for row in block.rows)
        if block.kind is Kind.TABLE
        else f"{block.marker} {block.text}".strip()
        for block in blocks
    ]
