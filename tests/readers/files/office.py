"""Spreadsheets, slides and pictures made for tests, part by part."""

import zipfile
import zlib
from pathlib import Path

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_NAMES = (
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    f'xmlns:r="{_R}"'
)
XLSX = f"{_OFFICE}.spreadsheetml.sheet"
PPTX = f"{_OFFICE}.presentationml.presentation"
Parts = dict[str, str | bytes]


def package(path: Path, main: str, kind: str, parts: Parts) -> Path:
    """A package whose main part ``main`` is of a kind, with whatever else it is to hold."""
    types = f'<Override PartName="/{main}" ContentType="{kind}.main+xml"/>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as written:
        written.writestr("[Content_Types].xml", f'<Types xmlns="{_TYPES}">{types}</Types>')
        for name, content in parts.items():
            written.writestr(name, content)
    return path


def relationships(**targets: str) -> str:
    """Relationships by id, all of one kind, which nothing here asks after."""
    links = (
        f'<Relationship Id="{key}" Type="{_R}/part" Target="{target}"/>'
        for key, target in targets.items()
    )
    return f'<Relationships xmlns="{_RELS}">{"".join(links)}</Relationships>'


def sheet(inner: str, before: str = "", after: str = "") -> str:
    """A worksheet with rows; ``before`` are its columns, ``after`` what stands behind the rows."""
    return (
        f'<worksheet xmlns="{_S}" xmlns:r="{_R}">{before}<sheetData>{inner}</sheetData>{after}'
        "</worksheet>"
    )


def cell(reference: str, text: str, style: int = 0) -> str:
    """A cell with its words in itself."""
    return f'<c r="{reference}" t="inlineStr" s="{style}"><is><t>{text}</t></is></c>'


def make_xlsx(path: Path, *sheets: str, states: tuple[str, ...] = (), **more: str) -> Path:
    """A workbook of sheets; ``more`` are "strings", "styles", "names" and parts by path."""
    parts: Parts = {name: text for name, text in more.items() if "/" in name}
    listed = ""
    for number, text in enumerate(sheets or (sheet(f"<row>{cell('A1', 'Lamps')}</row>"),), 1):
        state = states[number - 1] if number <= len(states) else "visible"
        listed += f'<sheet name="Sheet{number}" state="{state}" r:id="s{number}"/>'
        parts[f"xl/worksheets/sheet{number}.xml"] = text
    count = len(sheets) or 1
    links = {f"s{n}": f"worksheets/sheet{n}.xml" for n in range(1, count + 1)}
    parts["xl/_rels/workbook.xml.rels"] = relationships(**links)
    names = f"<definedNames>{more['names']}</definedNames>" if "names" in more else ""
    parts["xl/workbook.xml"] = (
        f'<workbook xmlns="{_S}" xmlns:r="{_R}"><sheets>{listed}</sheets>{names}</workbook>'
    )
    for key, part, tag in (
        ("strings", "sharedStrings", "sst"),
        ("styles", "styles", "styleSheet"),
    ):
        if key in more:
            parts[f"xl/{part}.xml"] = f'<{tag} xmlns="{_S}">{more[key]}</{tag}>'
    return package(path, "xl/workbook.xml", f"{XLSX}", parts)


def shape(text: str, x: int = 0, attributes: str = "", kind: str = "") -> str:
    """A shape with words on a slide; ``kind`` of its place-holder, such as "sldNum"."""
    place = f'<a:xfrm><a:off x="{x}" y="0"/><a:ext cx="100" cy="100"/></a:xfrm>'
    holder = f'<p:nvPr><p:ph type="{kind}"/></p:nvPr>' if kind else "<p:nvPr/>"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="2" name="x" {attributes}/>{holder}</p:nvSpPr>'
        f"<p:spPr>{place}</p:spPr><p:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


def slide(*shapes: str, attributes: str = "", tag: str = "sld") -> str:
    """A slide; with the tag "notes" the page of its notes."""
    tree = f"<p:cSld><p:spTree>{''.join(shapes)}</p:spTree></p:cSld>"
    return f"<p:{tag} {_NAMES} {attributes}>{tree}</p:{tag}>"


def make_pptx(path: Path, *slides: str, **parts: str | bytes) -> Path:
    """A presentation of slides that are 9,000 wide, and further parts by path."""
    made = slides or (slide(shape("Lamps")),)
    listed = "".join(f'<p:sldId id="{255 + n}" r:id="s{n}"/>' for n in range(1, len(made) + 1))
    links = {f"s{n}": f"slides/slide{n}.xml" for n in range(1, len(made) + 1)}
    whole: Parts = {f"ppt/slides/slide{n}.xml": text for n, text in enumerate(made, 1)}
    whole["ppt/_rels/presentation.xml.rels"] = relationships(**links)
    whole["ppt/presentation.xml"] = (
        f'<p:presentation {_NAMES}><p:sldIdLst>{listed}</p:sldIdLst><p:sldSz cx="9000" cy="6000"/>'
        "</p:presentation>"
    )
    return package(path, "ppt/presentation.xml", PPTX, {**whole, **parts})


def png(*chunks: tuple[bytes, bytes], tail: bytes = b"") -> bytes:
    """A picture of one point, with further chunks before its end and bytes behind it."""
    head = (1).to_bytes(4, "big") * 2 + bytes([8, 0, 0, 0, 0])
    whole = [(b"IHDR", head), *chunks, (b"IDAT", zlib.compress(b"\0\0")), (b"IEND", b"")]
    written = (
        len(content).to_bytes(4, "big")
        + kind
        + content
        + zlib.crc32(kind + content).to_bytes(4, "big")
        for kind, content in whole
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(written) + tail


def jpeg(*segments: tuple[int, bytes], tail: bytes = b"") -> bytes:
    """A JPEG as far as its segments go, with bytes behind its end."""
    whole = [(0xE0, b"JFIF\0\x01\x02\0\0\x01\0\x01\0\0"), *segments, (0xDA, b"\x01\x01\0\0\x3f\0")]
    written = (
        bytes([0xFF, marker]) + (len(content) + 2).to_bytes(2, "big") + content
        for marker, content in whole
    )
    return b"\xff\xd8" + b"".join(written) + b"pixels \xff\0 and \xff\xd0 more\xff\xd9" + tail
