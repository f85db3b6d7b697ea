"""The main story of a Word document as blocks: headings, paragraphs, items, tables."""

from collections.abc import Iterator
from dataclasses import replace

from cleardays.readers.blocks import Block, Kind
from cleardays.readers.files.markers import Depths, as_item, split_marker
from cleardays.readers.files.spans import Span, block
from cleardays.readers.files.word.inline import Inline
from cleardays.readers.files.word.members import members
from cleardays.readers.files.word.numbering import Numbering, Place
from cleardays.readers.files.word.package import (
    A,
    Element,
    W,
    WordPackage,
    is_on,
    value,
)
from cleardays.readers.files.word.styles import Styles
from cleardays.readers.files.word.tables import read_table


class Story:
    """Reads a document once, in order; afterwards ``hidden`` says what was passed over."""

    def __init__(self, package: WordPackage) -> None:
        self._package = package
        self._styles = Styles(package.one("styles"))
        self._numbering = Numbering(package.one("numbering"), self._styles)
        self._inline = Inline(self._styles, package.relationships)
        self._notes = {kind: self._notes_of(kind) for kind in ("footnote", "endnote")}
        self._carried: list[Span] = []
        self._depths = Depths()
        self.boxes = 0
        self.notes = 0

    @property
    def hidden(self) -> int:
        """How many hidden runs were left out so far."""
        inlines = [self._inline, *(inline for _, inline in self._notes.values())]
        return sum(inline.hidden for inline in inlines)

    def _notes_of(self, kind: str) -> tuple[dict[str, Element], Inline]:
        found = {}
        for root in self._package.related(f"{kind}s"):
            found = {value(note, "id"): note for note in root.iter(W + kind)}
        parts = [r.target for r in self._package.relationships.values() if r.kind == f"{kind}s"]
        links = self._package.relationships_of(parts[0]) if parts else {}
        return found, Inline(self._styles, links)

    def blocks(self, container: Element) -> Iterator[Block]:
        """The blocks in the body, a cell or a text box."""
        for child in members(container):
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{W}tbl":
                self._depths.reset()
                yield from read_table(child, self.blocks)
            elif child.tag == f"{A}p":
                words = [Span(text.text or "") for text in child.iter(f"{A}t")]
                yield from _worded(block(Kind.PARAGRAPH, words))
        if self._carried:
            yield from _worded(block(Kind.PARAGRAPH, self._take_carried()))

    def _paragraph(self, paragraph: Element) -> Iterator[Block]:
        spans = self._take_carried() + self._inline.spans(paragraph)
        boxes, self._inline.boxes = self._inline.boxes, []
        notes, self._inline.notes = self._inline.notes, []
        mark = paragraph.find(f"{W}pPr/{W}rPr")
        if mark is not None and (
            mark.find(f"{W}del") is not None or mark.find(f"{W}moveFrom") is not None
        ):
            # The end of this paragraph is deleted: its words run on into the next.
            self._carried = spans
        elif spans or not _is_hidden(mark):
            yield from self._shaped(paragraph, spans)
        for box in boxes:
            self.boxes += 1
            yield from self.blocks(box)
        for label, note in notes:
            yield from self._note(label, note)

    def _take_carried(self) -> list[Span]:
        carried, self._carried = self._carried, []
        return carried

    def _shaped(self, paragraph: Element, spans: list[Span]) -> Iterator[Block]:
        """A heading, an item by its number or its printed marker, or a paragraph."""
        place = self._numbering.place(paragraph)
        level = self._styles.heading_level(paragraph)
        plain = block(Kind.HEADING if level else Kind.PARAGRAPH, spans, level=level)
        if not plain.text:
            return
        if level or place is not None:
            self._depths.reset()
            yield plain if place is None else _placed(plain, place)
            return
        marker = split_marker(plain.text)
        if marker is None:
            self._depths.reset()
            yield plain
        else:
            yield as_item(plain, marker, self._depths.of(marker))

    def _note(self, label: str, identity: str) -> Iterator[Block]:
        """A note follows the paragraph that it belongs to, with its number in brackets."""
        notes, inline = self._notes["endnote" if label.startswith("[e") else "footnote"]
        spans = [Span(f"{label} ")]
        for paragraph in () if identity not in notes else notes[identity].iter(f"{W}p"):
            spans += [*inline.spans(paragraph), Span("\n")]
        if len(spans) > 1:
            self.notes += 1
            yield block(Kind.PARAGRAPH, spans)


def _placed(plain: Block, place: Place) -> Block:
    """A numbered heading stays a heading, with its number beside it."""
    if plain.kind is Kind.HEADING:
        return replace(plain, marker=place.marker, is_ordered=place.is_ordered)
    return replace(
        plain,
        kind=Kind.ITEM,
        level=place.level,
        marker=place.marker,
        is_ordered=place.is_ordered,
    )


def _is_hidden(mark: Element | None) -> bool:
    vanish = None if mark is None else mark.find(f"{W}vanish")
    return vanish is not None and is_on(vanish)


def _worded(found: Block) -> Iterator[Block]:
    if found.text:
        yield found
