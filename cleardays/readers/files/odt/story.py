"""The text of an OpenDocument file as blocks."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cleardays.readers.blocks import Block, Kind
from cleardays.readers.files.markers import Depths, as_item, split_marker
from cleardays.readers.files.odt.inline import Inline, note_label
from cleardays.readers.files.odt.numbering import Counter
from cleardays.readers.files.odt.package import TABLE, TEXT, Element, OdtPackage, whole_number
from cleardays.readers.files.odt.styles import Styles
from cleardays.readers.files.spans import Span, block
from cleardays.readers.files.tablecells import MOST_COLUMNS, TableCell, bounded, table_blocks

_CONTAINERS = frozenset(
    TEXT + name
    for name in (
        "section", "index-body", "index-title", "table-of-content", "alphabetical-index",
        "illustration-index", "table-index", "object-index", "user-index", "bibliography",
    )
)  # fmt: skip
_MOST_ROWS = 1000


@dataclass(frozen=True)
class _Item:
    """The place of a paragraph in a list."""

    level: int
    marker: str
    is_ordered: bool


class Story:
    """Reads a document once, in order; afterwards the counts say what was passed over."""

    def __init__(self, package: OdtPackage) -> None:
        self._styles = Styles(package)
        self._inline = Inline(self._styles)
        self._headings = Counter(self._styles.outline)
        self._lists: dict[str, Counter] = {}  # by id, and the last of each style
        self._depths = Depths()
        self.hidden_parts = 0
        self.boxes = 0
        self.notes = 0

    @property
    def hidden(self) -> int:
        """How many hidden passages, sections and rows were left out so far."""
        return self.hidden_parts + self._inline.hidden

    def blocks(self, container: Element) -> Iterator[Block]:
        """The blocks in the body, a section, a cell or a text box."""
        for child in container:
            yield from self._block(child)

    def _block(self, child: Element) -> Iterator[Block]:
        tag = child.tag
        if tag in (f"{TEXT}p", f"{TEXT}h"):
            yield from self._paragraph(child)
        elif tag == f"{TEXT}list":
            yield from self._list(child)
        elif tag == f"{TEXT}numbered-paragraph":
            yield from self.blocks(child)
        elif tag == f"{TABLE}table":
            self._depths.reset()
            yield from self._table(child)
        elif tag in _CONTAINERS:
            if child.get(f"{TEXT}display") == "none":
                self.hidden_parts += 1
            else:
                yield from self.blocks(child)
        elif str(tag).endswith("}frame") or str(tag).endswith("}custom-shape"):
            # A frame that is anchored to the page stands outside of all paragraphs.
            yield from self._paragraph(child)

    def _paragraph(self, element: Element, item: _Item | None = None) -> Iterator[Block]:
        spans = self._inline.spans(element)
        boxes, self._inline.boxes = self._inline.boxes, []
        notes, self._inline.notes = self._inline.notes, []
        yield from self._shaped(element, spans, item)
        for box in boxes:
            self.boxes += 1
            yield from self.blocks(box)
        for note in notes:
            yield from self._note(note)

    def _shaped(self, element: Element, spans: list[Span], item: _Item | None) -> Iterator[Block]:
        level = self._heading_level(element)
        plain = block(Kind.HEADING if level else Kind.PARAGRAPH, spans, level=level)
        if not plain.text:
            return
        marker = None if level or item else split_marker(plain.text)
        if marker is not None:
            yield as_item(plain, marker, self._depths.of(marker))
            return
        self._depths.reset()
        if level:
            yield self._numbered_heading(element, plain, item)
        elif item is not None:
            yield replace(
                plain,
                kind=Kind.ITEM,
                level=item.level,
                marker=item.marker,
                is_ordered=item.is_ordered,
            )
        else:
            yield plain

    def _heading_level(self, element: Element) -> int:
        if element.tag == f"{TEXT}h":
            return min(max(whole_number(element, f"{TEXT}outline-level", 1), 1), 6)
        return int(self._styles.is_title(element.get(f"{TEXT}style-name", "")))

    def _numbered_heading(self, element: Element, plain: Block, item: _Item | None) -> Block:
        if item is not None:
            return _marked(plain, item)
        if element.tag != f"{TEXT}h" or element.get(f"{TEXT}is-list-header") == "true":
            return plain
        marker = self._headings.next(whole_number(element, f"{TEXT}outline-level", 1) or 1)
        return replace(plain, marker=marker, is_ordered=bool(marker))

    def _list(
        self, element: Element, counter: Counter | None = None, level: int = 1
    ) -> Iterator[Block]:
        """Items by their counter; only the first paragraph of an item has the marker."""
        counter = self._counter(element) if counter is None else counter
        for entry in element:
            is_marked = entry.tag != f"{TEXT}list-item"
            for child in entry:
                if child.tag == f"{TEXT}list":
                    yield from self._list(child, counter, level + 1)
                elif child.tag in (f"{TEXT}p", f"{TEXT}h") and not is_marked:
                    is_marked = True
                    yield from self._paragraph(child, _item(entry, counter, level))
                else:
                    yield from self._block(child)

    def _counter(self, element: Element) -> Counter:
        """The counter of an outermost list: a new one, or that of the list it continues."""
        style = element.get(f"{TEXT}style-name", "")
        before = element.get(f"{TEXT}continue-list", "")
        if not before and element.get(f"{TEXT}continue-numbering") == "true":
            before = f"style {style}"
        known = self._lists.get(before) if before else None
        counter = known or Counter(self._styles.lists.get(style))
        self._lists[element.get("{http://www.w3.org/XML/1998/namespace}id", "")] = counter
        self._lists[f"style {style}"] = counter
        return counter

    def _note(self, note: Element) -> Iterator[Block]:
        """A note follows the paragraph that it belongs to, with its number in brackets."""
        spans = [Span(f"{note_label(note)} ")]
        for paragraph in note.iterfind(f"{TEXT}note-body//{TEXT}p"):
            spans += [*self._inline.spans(paragraph), Span("\n")]
        self.notes += 1
        yield block(Kind.PARAGRAPH, spans)

    def _table(self, table: Element) -> Iterator[Block]:
        rows: list[list[TableCell]] = []
        for row in table.iter(f"{TABLE}table-row"):
            if _owner(row) is not table:
                continue
            if row.get(f"{TABLE}visibility") in ("collapse", "filter"):
                self.hidden_parts += 1
                continue
            above = row.getparent()
            is_header = above is not None and above.tag == f"{TABLE}table-header-rows"
            cells = self._cells(row, is_header=is_header)
            if cells:
                rows.append(cells)
        yield from table_blocks(rows)

    def _cells(self, row: Element, *, is_header: bool) -> list[TableCell]:
        cells: list[TableCell] = []
        for cell in row.iterchildren(f"{TABLE}table-cell"):
            colspan = bounded(whole_number(cell, f"{TABLE}number-columns-spanned", 1))
            rowspan = min(whole_number(cell, f"{TABLE}number-rows-spanned", 1), _MOST_ROWS)
            times = min(whole_number(cell, f"{TABLE}number-columns-repeated", 1), MOST_COLUMNS)
            cells += (
                TableCell(list(self.blocks(cell)), colspan, rowspan, is_header)
                for _ in range(times)
            )
        return cells


def _item(entry: Element, counter: Counter, level: int) -> _Item:
    start = entry.get(f"{TEXT}start-value", "")
    marker = counter.next(level, int(start) if start.isdigit() else None)
    return _Item(level, marker, is_ordered=marker not in ("", "•"))


def _marked(plain: Block, item: _Item) -> Block:
    return replace(plain, marker=item.marker, is_ordered=item.is_ordered)


def _owner(row: Element) -> Element | None:
    """The table that a row belongs to: there may be tables inside tables."""
    return next(row.iterancestors(f"{TABLE}table"), None)
