"""Slides (.pptx): the words on them, and what is kept behind them."""

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from cleardays.readers.blocks import Block, Kind, Notice, Reading
from cleardays.readers.files.archive import Archive
from cleardays.readers.files.kinds import PPTX
from cleardays.readers.files.notices import notice
from cleardays.readers.files.properties import naming_properties
from cleardays.readers.files.refusals import damaged
from cleardays.readers.files.relationships import relationships_of
from cleardays.readers.files.shown.drawings import A, drawn_words, paragraphs

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MAIN = "ppt/presentation.xml"
_SHAPES = ("sp", "pic", "graphicFrame", "grpSp", "cxnSp")
_ON = frozenset({"1", "true"})


def look_at_slides(path: Path) -> Reading:
    """What slides show, and notices of what the file holds beside; raises ``Unreadable``."""
    archive = Archive(path)
    main = archive.xml(_MAIN)
    if main is None:
        raise damaged()
    look = _Look(archive, main)
    words = [*look.words, *drawn_words(archive, "ppt/charts/", "ppt/diagrams/")]
    blocks = tuple(Block(Kind.PARAGRAPH, text) for text in words if text.strip())
    return Reading(PPTX.media_type, blocks, tuple(look.notices()))


class _Look:
    """Goes through the slides of a presentation once."""

    def __init__(self, archive: Archive, main: etree._Element) -> None:
        self.words: list[str] = []
        self._archive = archive
        self._hidden_slides = self._hidden_shapes = 0
        self._size = _size(main)
        links = relationships_of(archive, _MAIN)
        for each in main.iterfind(f"{P}sldIdLst/{P}sldId"):
            link = links.get(each.get(f"{_R}id", ""))
            slide = archive.xml(link.target) if link and not link.is_external else None
            if slide is not None:
                self._slide(slide)

    def _slide(self, slide: etree._Element) -> None:
        if slide.get("show", "1") not in _ON:
            self._hidden_slides += 1
            return
        hidden = [s for s in slide.iter(*(P + name for name in _SHAPES)) if self._is_hidden(s)]
        self._hidden_shapes += len(hidden)
        for shape in hidden:
            if (parent := shape.getparent()) is not None:
                parent.remove(shape)
        self.words += paragraphs(slide)

    def _is_hidden(self, shape: etree._Element) -> bool:
        """Whether a shape is switched off, or lies beside the slide."""
        named = next(shape.iter(f"{P}cNvPr"), None)
        if named is not None and named.get("hidden") in _ON:
            return True
        place, extent = next(shape.iter(f"{A}off"), None), next(shape.iter(f"{A}ext"), None)
        if place is None or extent is None or extent.get("cx") is None or not all(self._size):
            return False
        if shape.getparent() is not None and shape.getparent().tag == f"{P}grpSp":  # type: ignore[union-attr]  # just asked
            return False  # its place is told in the measures of its group
        x, y = _number(place, "x"), _number(place, "y")
        width, height = self._size
        is_beside = x >= width or x + _number(extent, "cx") <= 0
        return is_beside or y >= height or y + _number(extent, "cy") <= 0

    def notices(self) -> Iterator[Notice]:
        """What the file holds that its slides do not show."""
        archive = self._archive
        yield from notice("hidden-slide", self._hidden_slides)
        yield from notice("hidden-text", self._hidden_shapes)
        yield from notice("slide-note", sum(_says_something(n) for n in self._notes()))
        yield from notice("comment", _comments(archive))
        books = _count(archive, r"ppt/embeddings/.+\.xls\w?")
        yield from notice("chart-data", books)
        embedded = _count(archive, r"ppt/(embeddings|activeX)/.+")
        yield from notice("embedded-file", embedded - books)
        yield from notice("external-link", self._links_out())
        yield from notice("metadata", naming_properties(archive))

    def _notes(self) -> Iterator[etree._Element]:
        for name in self._archive.names:
            if re.fullmatch(r"ppt/notesSlides/[^/]+\.xml", name):
                root = self._archive.xml(name)
                if root is not None:
                    yield root

    def _links_out(self) -> int:
        """How many pictures, films and sounds of slides would be fetched from elsewhere."""
        slides = [n for n in self._archive.names if re.fullmatch(r"ppt/slides/[^/]+\.xml", n)]
        links = (each for n in slides for each in relationships_of(self._archive, n).values())
        return sum(each.is_external and each.kind != "hyperlink" for each in links)


def _says_something(notes: etree._Element) -> bool:
    """Whether notes have words in them beside the number of the slide."""
    for shape in notes.iter(f"{P}sp"):
        kind = next((each.get("type", "body") for each in shape.iter(f"{P}ph")), "body")
        if kind not in {"sldNum", "sldImg", "dt"} and any(t.strip() for t in paragraphs(shape)):
            return True
    return False


def _comments(archive: Archive) -> int:
    count = 0
    for name in archive.names:
        if re.match(r"ppt/comments/", name):
            root = archive.xml(name)
            tags = () if root is None else root.iter(etree.Element)
            count += sum(etree.QName(each).localname in {"cm", "reply"} for each in tags)
    return count


def _size(main: etree._Element) -> tuple[int, int]:
    size = main.find(f"{P}sldSz")
    return (0, 0) if size is None else (_number(size, "cx"), _number(size, "cy"))


def _number(element: etree._Element, name: str) -> int:
    text = element.get(name, "")
    return int(text) if re.fullmatch(r"-?\d{1,12}", text) else 0


def _count(archive: Archive, pattern: str) -> int:
    return sum(bool(re.fullmatch(pattern, name)) for name in archive.names)
