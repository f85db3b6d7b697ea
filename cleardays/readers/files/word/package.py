"""The parts of a Word document: the main story, styles, numbering, notes, relationships."""

from functools import cached_property
from pathlib import Path

from lxml import etree

from cleardays.readers.files.archive import Archive
from cleardays.readers.files.refusals import damaged
from cleardays.readers.files.relationships import Relationship, relationships_of

_O = "http://schemas.openxmlformats.org/"
W = f"{{{_O}wordprocessingml/2006/main}}"
R = f"{{{_O}officeDocument/2006/relationships}}"
A = f"{{{_O}drawingml/2006/main}}"
M = f"{{{_O}officeDocument/2006/math}}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
V = "{urn:schemas-microsoft-com:vml}"

Element = etree._Element


class WordPackage:
    """An opened .docx. Raises ``Unreadable`` when the main story is missing or broken."""

    def __init__(self, path: Path) -> None:
        self.archive = Archive(path)
        roots = self.relationships_of("").values()
        mains = [each.target for each in roots if each.kind == "officeDocument"]
        self.main = mains[0] if mains else "word/document.xml"
        document = self.archive.xml(self.main)
        if document is None or (body := document.find(f"{W}body")) is None:
            raise damaged()
        self.document = document
        self.body: Element = body

    @cached_property
    def relationships(self) -> dict[str, Relationship]:
        """The relationships of the main story, by id."""
        return self.relationships_of(self.main)

    def relationships_of(self, part: str) -> dict[str, Relationship]:
        """The relationships of a part, by id."""
        return relationships_of(self.archive, part)

    def related(self, kind: str) -> list[Element]:
        """The XML of the parts that the main story points at with this kind."""
        targets = dict.fromkeys(
            each.target
            for each in self.relationships.values()
            if each.kind == kind and not each.is_external
        )
        return [root for name in targets if (root := self.archive.xml(name)) is not None]

    def one(self, kind: str) -> Element | None:
        """The first part of this kind, None without one."""
        return next(iter(self.related(kind)), None)


def value(element: Element | None, name: str = "val") -> str:
    """An attribute of Word's own namespace; "" when it or the element is missing."""
    return "" if element is None else element.get(W + name, "")


def is_on(element: Element) -> bool:
    """Whether an on/off property is on: it is by merely being there (ECMA-376 17.17.4)."""
    return element.get(W + "val", "true").lower() not in ("0", "false", "off", "none")


def whole_number(text: str, default: int) -> int:
    """An attribute as a number, the default where it is none."""
    return int(text) if text.lstrip("-").isdigit() and len(text) < 9 else default
