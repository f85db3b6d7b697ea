"""A spreadsheet (.xlsx): the words on its sheets, and what is kept behind them."""

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from cleardays.readers.blocks import Block, Kind, Notice, Reading
from cleardays.readers.files.archive import Archive
from cleardays.readers.files.kinds import XLSX
from cleardays.readers.files.notices import notice
from cleardays.readers.files.properties import naming_properties
from cleardays.readers.files.refusals import damaged
from cleardays.readers.files.relationships import relationships_of
from cleardays.readers.files.shown.cells import Cells, Styles
from cleardays.readers.files.shown.drawings import drawn_words

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_WORKBOOK = "xl/workbook.xml"
_EDGES = re.compile(r"&[LCRPNDTFAGBIUESXYKH](?:\d+)?|&\"[^\"]*\"|[\d\s/|,.:-]+")


def look_at_sheets(path: Path) -> Reading:
    """What a workbook shows, and notices of what it holds beside; raises ``Unreadable``."""
    archive = Archive(path)
    workbook = archive.xml(_WORKBOOK)
    if workbook is None:
        raise damaged()
    look = _Look(archive, workbook)
    words = [*look.words, *drawn_words(archive, "xl/drawings/", "xl/charts/")]
    blocks = tuple(Block(Kind.PARAGRAPH, text) for text in words)
    return Reading(XLSX.media_type, blocks, tuple(look.notices()))


class _Look:
    """Goes through the sheets of a workbook once."""

    def __init__(self, archive: Archive, workbook: etree._Element) -> None:
        self.words: list[str] = []
        self._archive = archive
        self._workbook = workbook
        self._strings = _shared_strings(archive)
        self._used: set[int] = set()
        self._styles = Styles.of(archive.xml("xl/styles.xml"))
        self._hidden_sheets = self._hidden_cells = self._unseen = self._edges = 0
        for sheet in workbook.iter(f"{S}sheet"):
            self._sheet(sheet)

    def _sheet(self, sheet: etree._Element) -> None:
        if sheet.get("state", "visible") != "visible":
            self._hidden_sheets += 1
        else:
            self.words.append(sheet.get("name", ""))
        link = relationships_of(self._archive, _WORKBOOK).get(sheet.get(f"{_R}id", ""))
        root = self._archive.xml(link.target) if link and not link.is_external else None
        if root is None:
            return
        cells = Cells(root, self._strings, self._styles)
        self._used |= cells.used
        if sheet.get("state", "visible") == "visible":
            self._hidden_cells += cells.hidden
            self._unseen += cells.unseen
            self.words += cells.words
            self.words += self._edge_words(root)

    def _edge_words(self, root: etree._Element) -> Iterator[str]:
        """The words that are printed above and below a sheet."""
        for edge in root.iterfind(f"{S}headerFooter/*"):
            text = edge.text or ""
            if _EDGES.sub("", text):
                self._edges += 1
                yield _EDGES.sub(" ", text)

    def notices(self) -> Iterator[Notice]:
        """What the workbook holds that its sheets do not show."""
        archive = self._archive
        unused = len(self._strings) - len(self._used)
        yield from notice("hidden-sheet", self._hidden_sheets)
        yield from notice("hidden-cells", self._hidden_cells)
        yield from notice("hidden-text", self._unseen + unused + self._hidden_names())
        yield from notice("comment", _comments(archive))
        yield from notice("pivot-data", _count(archive, r"xl/pivotCache/\w+Definition\d*\.xml"))
        connections = _count(archive, r"xl/(connections|queryTables/.+)\.xml")
        links = _count(archive, r"xl/externalLinks/[^/]+\.xml")
        yield from notice("external-link", connections + links)
        yield from notice(
            "embedded-file", _count(archive, r"xl/(embeddings|activeX|ctrlProps)/.+")
        )
        yield from notice("header-footer", self._edges)
        yield from notice("metadata", naming_properties(archive))

    def _hidden_names(self) -> int:
        """Names that no list shows; Excel's own begin with ``_xl``."""
        names = self._workbook.iter(f"{S}definedName")
        hidden = [each for each in names if each.get("hidden") in {"1", "true"}]
        return sum(not each.get("name", "").startswith("_xl") for each in hidden)


def _shared_strings(archive: Archive) -> list[str]:
    root = archive.xml("xl/sharedStrings.xml")
    items = () if root is None else root.iterfind(f"{S}si")
    # What stands over a word to say how it is pronounced is no part of it.
    return ["".join(t.text or "" for t in _texts(item)) for item in items]


def _texts(item: etree._Element) -> Iterator[etree._Element]:
    return (t for t in item.iter(f"{S}t") if t.getparent().tag != f"{S}rPh")  # type: ignore[union-attr]  # an item has a parent


def _comments(archive: Archive) -> int:
    """How many comments there are; a threaded one has a common one in its place."""
    counts = {"comment": 0, "threadedComment": 0}
    for name in archive.names:
        if re.match(r"xl/(comments|threadedComments)", name):
            root = archive.xml(name)
            for each in () if root is None else root.iter(etree.Element):
                local = etree.QName(each).localname
                counts[local] = counts.get(local, 0) + 1
    return max(counts["comment"], counts["threadedComment"])


def _count(archive: Archive, pattern: str) -> int:
    return sum(bool(re.fullmatch(pattern, name)) for name in archive.names)
