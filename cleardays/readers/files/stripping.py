"""A copy of a file that says of itself its public title and no more.

Nearly every file names who made it, in properties that no page shows: who gives it in need not
take them off. What else is hidden in it stays, to be found and told.
"""

import re
import shutil
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

from lxml import etree

from cleardays.readers.blocks import Unreadable
from cleardays.readers.files.archive import Archive, parse
from cleardays.readers.files.pdf.metadata import without_metadata

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
# By the part's name in lower case: what stands there instead, with the title put in.
_INSTEAD = {
    "docprops/core.xml": (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title>'
        "</cp:coreProperties>"
    ),
    "docprops/app.xml": f'<Properties xmlns="{_OFFICE}/extended-properties"/>',
    "docprops/custom.xml": f'<Properties xmlns="{_OFFICE}/custom-properties"/>',
    "meta.xml": (
        '<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2"><office:meta>'
        "<dc:title>{}</dc:title></office:meta></office:document-meta>"
    ),
}
# Parts that no page shows: a small picture of the first page, data that programs keep.
_GONE = ("docprops/thumbnail", "customxml/")
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # so that the same bytes come out each time


def stripped(source: Path, target: Path, title: str) -> Path:
    """Write a copy of a PDF or an Office file without what its properties say of people.

    A file of another kind, or one that cannot be opened, is copied as it is: ``look_at`` tells.
    """
    if not zipfile.is_zipfile(source):
        return without_metadata(source, target, title)
    try:
        _repack(Archive(source), source, target, title)
    except (Unreadable, zipfile.BadZipFile, OSError, NotImplementedError, ValueError):
        shutil.copyfile(source, target)
    return target


def _repack(archive: Archive, source: Path, target: Path, title: str) -> None:
    """Copy the parts in their order, but for those that are gone, and what points at them."""
    gone = _GONE[:1] if _is_bound(archive) else _GONE
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(target, "w") as after:
        for part in before.infolist():
            name = part.filename.lower()
            if name.startswith(gone):
                continue
            copy = zipfile.ZipInfo(part.filename, _LONG_AGO)
            copy.compress_type = part.compress_type
            after.writestr(copy, _content(archive, part.filename, title, gone))


def _is_bound(archive: Archive) -> bool:
    """Say whether a page shows words out of the data that programs keep."""
    pages = (name for name in archive.names if re.fullmatch(r"word/\w+\.xml", name))
    return any(b"dataBinding" in archive.read(name) for name in pages)


def _content(archive: Archive, name: str, title: str, gone: tuple[str, ...]) -> bytes:
    if instead := _INSTEAD.get(name.lower()):
        return _filled(instead, title)
    held = archive.read(name)
    if name != "[Content_Types].xml" and not name.endswith(".rels"):
        return held
    root = parse(held)
    pointing = [one for one in root if _leads_to(one, gone)]
    for one in pointing:
        root.remove(one)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _leads_to(one: etree._Element, gone: tuple[str, ...]) -> bool:
    target = one.get("Target") or one.get("PartName") or ""
    return target.lower().lstrip("./").startswith(gone)


def _filled(instead: str, title: str) -> bytes:
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return (head + instead.format(escape(title))).encode()
