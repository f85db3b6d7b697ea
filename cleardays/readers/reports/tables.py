"""Tables that lay out labels beside their values, told from tables that hold data."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from cleardays.readers.blocks import Block, Cell, Kind
from cleardays.readers.reports.acceptance import ENDS_FRONT, Acceptance
from cleardays.readers.reports.openings import Openings
from cleardays.readers.reports.pieces import cell_lines, is_all_bold
from cleardays.readers.reports.section import Section
from cleardays.readers.reports.vocabulary import (
    FIELDS,
    IMPLICATIONS,
    NARRATIVES,
    Part,
    vocabulary,
)

_Row = tuple[Cell, ...]
_KEEPS_TABLES = frozenset(
    {Part.RECOMMENDATIONS, Part.BACKGROUND_PAPERS, Part.APPENDICES, Part.APPENDIX_BODY}
)
_NUMBER_CELL = re.compile(r"\s*\(?(?:\d{1,2}(?:\.\d{1,2})*|[A-Za-z]|[ivx]{1,4})[.)]?\s*")
_FEWEST_TOLD = 5  # words of a sentence
_AT_THE_END = frozenset(
    {Part.CONTACT, Part.LED_BY, Part.REPORT_OF, Part.DETAIL, Part.MARK, Part.DIVISIONS}
    | {Part.BACKGROUND_PAPERS, Part.APPENDICES, Part.ELSEWHERE, Part.PART_II_REASON}
)
_PEOPLE = frozenset({Part.CONTACT, Part.LED_BY})


@dataclass(frozen=True)
class Pair:
    """A label cell with the lines of its value; without ``part``, cells nobody has heard of."""

    part: Part | None
    label: Block | None
    value: tuple[Block, ...]


def is_box(table: Block) -> bool:
    """Whether a table is only a frame round words: no row has more than one cell that is used."""
    return all(sum(1 for cell in row if cell.text.strip()) <= 1 for row in table.rows)


def lines_of(table: Block) -> Iterator[Block]:
    """The words of a table that only lays them out, line by line and row by row."""
    for row in table.rows:
        cells = [cell for cell in row if cell.text.strip()]
        if len(cells) == 2 and _NUMBER_CELL.fullmatch(cells[0].text):
            yield from _numbered(cells, table.page)
        else:
            yield from (line for cell in cells for line in cell_lines(cell, table.page))


def _numbered(row: Sequence[Cell], page: int) -> Iterator[Block]:
    """A row of a number and what it numbers, as a recommendation in a table has."""
    number, words = row
    first, *rest = cell_lines(words, page)
    marker = number.text.strip()
    item = replace(first, kind=Kind.ITEM, level=1, marker=marker, is_ordered=True)
    yield replace(item, is_marker_printed=True)
    yield from rest


def titled(table: Block) -> tuple[Block | None, Block | None]:
    """The one filled cell of a first row and the table beneath it, if it is dressed so."""
    first, *rest = table.rows or ((),)
    cells = [cell for cell in first if cell.text.strip()]
    is_wide = any(sum(1 for cell in row if cell.text.strip()) > 1 for row in rest)
    if len(cells) != 1 or "\n" in cells[0].text or not is_wide:
        return None, None
    line = next(cell_lines(cells[0], table.page))
    return replace(line, is_bold=is_all_bold(cells[0].html)), replace(table, rows=tuple(rest))


def pairs_of(
    table: Block, openings: Openings, current: Section, accepts: Acceptance
) -> list[Pair]:
    """The labels and values that a table lays out; [] if it holds data."""
    rows = [tuple(cell for cell in row if cell.text.strip()) for row in table.rows]
    reader = _Reader(openings, current, table.page, accepts)
    if rows and not accepts.is_front and reader.closes(rows):
        return [pair for row in rows for pair in reader.closing(row)]
    if current.part in _KEEPS_TABLES or not rows:
        return []
    across = reader.across(table.rows)
    if across:
        return across
    if current.part in NARRATIVES | IMPLICATIONS:
        return reader.among_data(rows)
    labelled = sum(1 for row in rows if reader.has_label(row))
    is_data = labelled * 2 < sum(1 for row in rows if row)
    return [] if is_data else [pair for row in table.rows for pair in reader.down(row)]


class _Reader:
    def __init__(
        self, openings: Openings, current: Section, page: int, accepts: Acceptance
    ) -> None:
        self._is_front = accepts.is_front
        self._is_early = accepts.is_early
        self._openings = openings
        self._current = current
        self._page = page

    def part_of(self, cell: Cell) -> Part | None:
        """The part that a whole cell names."""
        if "\n" in cell.text.strip() or len(cell.text.split()) > 14:
            return None
        for part in vocabulary().parts_of(cell.text):
            is_early = self._is_early and part in {Part.IMPLICATION, Part.NARRATIVE}
            if not is_early or cell.text.rstrip().endswith(":"):
                return part
        return None

    def closes(self, rows: Sequence[_Row]) -> bool:
        """Whether a table at the end says what the front of others does, such as whom to ask."""
        if self._current.part is Part.BACKGROUND_PAPERS:
            return False
        labels = [self.part_of(row[0]) for row in rows if row]
        known = [part for part in labels if part]
        is_whole = len(known) == len(rows) > 1
        is_most = Part.CONTACT in known and len(known) * 2 > len(rows)
        return set(known) <= _AT_THE_END and (is_whole or is_most)

    def closing(self, row: _Row) -> Iterator[Pair]:
        """A row of such a table: all cells after "Report author" are of that contact."""
        parts = [self.part_of(cell) for cell in row]
        if len(row) > 1 and set(parts) <= {Part.DETAIL, Part.CONTACT}:
            yield Pair(Part.MARK, self._line(row[0]), self._cells(row[1:]))  # heads of columns
        elif parts[:1] == [Part.CONTACT] or (len(row) == 1 and parts[0]):
            yield Pair(parts[0], self._line(row[0]), self._cells(row[1:]))
        else:
            yield from self.down(row)

    def _cells(self, cells: Sequence[Cell]) -> tuple[Block, ...]:
        return tuple(line for cell in cells for line in cell_lines(cell, self._page))

    def has_label(self, row: _Row) -> bool:
        """Whether a row begins with a label, or has one together with its value in a cell."""
        if not row:
            return False
        return self.part_of(row[0]) is not None or any(self._opens(cell) for cell in row)

    def _opens(self, cell: Cell) -> bool:
        return any(
            self._openings.find(line, self._current) for line in cell_lines(cell, self._page)
        )

    def across(self, rows: Sequence[_Row]) -> list[Pair]:
        """A row of field labels above the rows of their values."""
        heads = [self.part_of(cell) for cell in rows[0]] if len(rows) > 1 else []
        if len(heads) < 2 or not all(head in FIELDS for head in heads):
            return []
        if self._is_signed(heads):
            return [self._people(rows, skip=heads.index(Part.MEETING_DATE))]
        if any(self.part_of(cell) in FIELDS for cell in rows[1][:1]) or self._is_data(rows):
            return []
        if set(heads) <= {Part.DETAIL, Part.TITLE, Part.REPORT_OF, *_PEOPLE}:
            return [self._people(rows)]
        return [
            Pair(head, self._line(cell), self._column(rows, index))
            for index, (head, cell) in enumerate(zip(heads, rows[0], strict=True))
        ]

    def _is_data(self, rows: Sequence[_Row]) -> bool:
        """In the body a table of dates and names is data, unless it is of contacts."""
        heads = {self.part_of(cell) for cell in rows[0]}
        return not self._is_front and not heads <= {Part.DETAIL, *_PEOPLE}

    def _is_signed(self, heads: Sequence[Part | None]) -> bool:
        """Whether a table of the body says who wrote the report, how to reach them, and when."""
        others = set(heads) - {Part.MEETING_DATE}
        return not self._is_front and heads.count(Part.MEETING_DATE) == 1 and others <= _PEOPLE

    def _people(self, rows: Sequence[_Row], *, skip: int = -1) -> Pair:
        """Rows of people as contacts; a column to skip is no part of them, and a label."""
        head = " ".join(cell.text for cell in rows[0])
        if skip >= 0:
            head = " ".join([head, *(row[skip].text for row in rows[1:] if skip < len(row))])
            rows = [tuple(c for i, c in enumerate(row) if i != skip) for row in rows]
            lines = [", ".join(c.text for c in row if c.text.strip()) for row in rows[1:]]
            return self._contacts(head, lines)
        people: Sequence[Sequence[Cell]] = rows[1:]
        if {self.part_of(cell) for cell in rows[0]} <= _PEOPLE:
            people = list(zip_longest(*rows[1:], fillvalue=Cell("", "")))  # one to a column
        lines = [", ".join(cell.text for cell in row if cell.text.strip()) for row in people]
        return self._contacts(head, lines)

    def _contacts(self, head: str, lines: Sequence[str]) -> Pair:
        label = Block(Kind.PARAGRAPH, head, page=self._page)
        value = tuple(Block(Kind.PARAGRAPH, line, page=self._page) for line in lines if line)
        return Pair(Part.CONTACT, label, value)

    def _column(self, rows: Sequence[_Row], index: int) -> tuple[Block, ...]:
        cells = [row[index] for row in rows[1:] if index < len(row)]
        # Cells beyond the last head belong to the last column rather than to nobody.
        if index == len(rows[0]) - 1:
            cells += [cell for row in rows[1:] for cell in row[index + 1 :]]
        return tuple(line for cell in cells for line in cell_lines(cell, self._page))

    def among_data(self, rows: Sequence[_Row]) -> list[Pair]:
        """In the body only a table whose every row names a later part is a lay-out."""
        kinds = [self.part_of(row[0]) for row in rows if row]
        later = {Part.CONSULTATIONS, Part.BACKGROUND_PAPERS, Part.PART_II_REASON, Part.CONTACT}
        if self._current.part in NARRATIVES:
            later |= IMPLICATIONS
        if sum(kind in later for kind in kinds) * 2 <= len(kinds) or not _has_prose(rows):
            return []
        return [pair for row in rows for pair in self.down(row)]

    def down(self, row: _Row) -> Iterator[Pair]:
        """A row read from left to right: a label takes the next cell as its value."""
        cells = [cell for cell in row if cell.text.strip()]
        if len(cells) == 2 and _NUMBER_CELL.fullmatch(cells[0].text):
            yield Pair(None, None, tuple(_numbered(cells, self._page)))
            return
        if len(cells) == 2 and self._is_unknown_label(cells):
            part = Part.NARRATIVE if _is_told(cells[1]) else None
            yield Pair(part, self._line(cells[0]), tuple(cell_lines(cells[1], self._page)))
            return
        rest = list(row)
        while rest:
            cell = rest.pop(0)
            part = self.part_of(cell)
            is_single = len(row) == 1 or not rest
            if not cell.text.strip():
                continue
            if part is None or (is_single and self._opens(cell)):
                yield Pair(None, None, tuple(cell_lines(cell, self._page)))
                continue
            rest = self._from_value(rest)
            value = rest.pop(0) if rest and self._is_value(rest[0]) else Cell("", "")
            if part in ENDS_FRONT:
                self._is_early = False
            yield Pair(part, self._line(cell), self._lines(value))

    def _lines(self, cell: Cell) -> tuple[Block, ...]:
        return tuple(cell_lines(cell, self._page)) if cell.text.strip() else ()

    def _from_value(self, rest: list[Cell]) -> list[Cell]:
        """The cells after a label from its value on, where merged cells stand empty between."""
        filled = next((i for i, cell in enumerate(rest) if cell.text.strip()), 0)
        return rest[filled:] if filled and self.part_of(rest[filled]) is None else rest

    def _is_value(self, cell: Cell) -> bool:
        """A cell that names a part may yet be a value ("Cabinet", "Open"): without a colon."""
        part = self.part_of(cell)
        return part is None or not (cell.text.rstrip().endswith(":") or is_all_bold(cell.html))

    def _is_unknown_label(self, cells: Sequence[Cell]) -> bool:
        label, value = cells
        is_short = "\n" not in label.text and len(label.text.split()) <= 6
        is_labelled = label.text.rstrip().endswith(":") or is_all_bold(label.html)
        is_known = self.part_of(label) or self.part_of(value) or self._opens(label)
        return is_short and is_labelled and not is_known and not self._opens(value)

    def _line(self, cell: Cell) -> Block:
        lines = list(cell_lines(cell, self._page))
        return replace(lines[0], is_bold=is_all_bold(cell.html))


def _is_told(value: Cell) -> bool:
    """Whether a value is a sentence, which tells something, and no name or word."""
    return value.text.rstrip().endswith(".") and len(value.text.split()) >= _FEWEST_TOLD


def _has_prose(rows: Sequence[_Row]) -> bool:
    """Whether the values of a table are words rather than figures."""
    values = [cell.text for row in rows for cell in row[1:]]
    worded = [value for value in values if re.search(r"[^\W\d_]{2}", value)]
    return bool(values) and len(worded) * 2 > len(values)
