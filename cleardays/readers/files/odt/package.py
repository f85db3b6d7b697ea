"""The parts of an OpenDocument text, and its names."""

from pathlib import Path

from lxml import etree

from cleardays.readers.files.archive import Archive
from cleardays.readers.files.refusals import carries_macros, damaged, password_protected

_O = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE = f"{{{_O}office:1.0}}"
STYLE = f"{{{_O}style:1.0}}"
TEXT = f"{{{_O}text:1.0}}"
TABLE = f"{{{_O}table:1.0}}"
DRAW = f"{{{_O}drawing:1.0}}"
META = f"{{{_O}meta:1.0}}"
FO = f"{{{_O}xsl-fo-compatible:1.0}}"
CHART = f"{{{_O}chart:1.0}}"
DC = "{http://purl.org/dc/elements/1.1/}"
XLINK = "{http://www.w3.org/1999/xlink}"
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
_MANIFEST = f"{{{_O}manifest:1.0}}"

Element = etree._Element


class OdtPackage:
    """An opened .odt. Raises ``Unreadable`` for passwords, macros and damage."""

    def __init__(self, path: Path) -> None:
        self.archive = Archive(path)
        manifest = self.archive.xml("META-INF/manifest.xml")
        locks = () if manifest is None else manifest.iter(f"{_MANIFEST}encryption-data")
        if any(True for _ in locks):
            raise password_protected()
        if any(_is_macro(name) for name in self.archive.names):
            raise carries_macros()
        content = self.archive.xml("content.xml")
        body = None if content is None else content.find(f"{OFFICE}body/{OFFICE}text")
        if content is None or body is None:
            raise damaged()
        self.content = content
        self.body = body
        self.styles = self.archive.xml("styles.xml")
        self.meta = self.archive.xml("meta.xml")


def _is_macro(name: str) -> bool:
    """Modules of Basic and scripts; the lists of them (script-lb, script-lc) may be empty."""
    if name.startswith("Scripts/"):
        return not name.endswith("/")
    return name.startswith("Basic/") and name.endswith(".xml") and "script-l" not in name


def whole_number(element: Element, name: str, default: int) -> int:
    """An attribute as a number, the default where it is none."""
    text = element.get(name, "")
    return int(text) if text.isdigit() and len(text) < 9 else default
