"""Implications by heading: sections, rows of a table, or boxes that are ticked."""

import re
from collections.abc import Sequence
from dataclasses import replace

from cleardays.readers.blocks import Block, Cell, Kind
from cleardays.readers.reports.draft import Passage
from cleardays.readers.reports.margin import Margin
from cleardays.readers.reports.passage import value_passage
from cleardays.readers.reports.pieces import cell_lines, piece
from cleardays.readers.reports.section import Section
from cleardays.readers.reports.vocabulary import Part, vocabulary

_BOX = r"(?:\[\s*[xX✓✔]?\s*\]|[☐☑☒✓✔✗✘□■])"
_LONGEST_BOXES = 600  # characters in a line of boxes
_BOXES = re.compile(rf"(?P<name>[^\W\d_][\w &/,'’()-]*?)\s*(?P<box>{_BOX})[\s,;.|]*")
_NAMED = re.compile(r"([A-Z][\w &/,'’()-]{2,60}?)\s*(?::|\s[–—-])\s+(?=\S)")
_SEVERAL = 2  # lines under one heading that each name an implication
_BOX_FIRST = re.compile(
    rf"(?P<box>{_BOX})\s*(?P<name>[^\W\d_][\w &/,'’()-]*?)(?=\s*{_BOX}|\W*\Z)[\s,;.|]*"
)


def read_implications(sections: Sequence[Section], margin: Margin) -> dict[str, Passage]:
    """Read implications; the headings are the keys, and are labels as printed."""
    reader = _Reader(margin)
    for section in sections:
        reader.read(section)
    return {
        name: value_passage(blocks, margin, keeps_none=True)
        for name, blocks in reader.found.items()
    }


class _Reader:
    def __init__(self, margin: Margin) -> None:
        self.found: dict[str, list[Block]] = {}
        self._margin = margin

    def read(self, section: Section) -> None:
        """Read one section: of a heading of its own, or the one above them all."""
        self._margin.label_blocks(section.heading)
        name = heading_name(section.heading)
        if section.part is Part.IMPLICATION and sum(map(_named_in, section.blocks)) < _SEVERAL:
            self._add(name, section.blocks)
            return
        general = [block for block in section.blocks if not self._rows_or_boxes(block)]
        general = [block for block in general if not self._says_nothing(block)]
        if all(vocabulary().is_absent(block.text) and not block.rows for block in general):
            self._margin.label_blocks(*general)
        else:
            self._named(name or "Implications", general)

    def _named(self, name: str, blocks: Sequence[Block]) -> None:
        """Lines under "Implications", some of which name one: "Legal – There are none"."""
        for block in blocks:
            found = _NAMED.match(block.text)
            if found and _named_in(block):
                name = found.group(1)
                self._margin.label(block.marker if block.is_marker_printed else "", name)
                self._add(name, [plain(piece(block, found.end()))])
            else:
                self._add(name, [block])

    def _add(self, name: str, blocks: Sequence[Block]) -> None:
        self.found.setdefault(name or "Implications", []).extend(blocks)

    def _says_nothing(self, block: Block) -> bool:
        """ "This item has the following implications, as indicated:", or a number alone."""
        if block.kind is not Kind.TABLE and not re.search(r"[^\W\d_]", block.text):
            self._margin.label_blocks(block)
            return True
        is_announced = re.search(r"following implications|as (?:indicated|follows)", block.text)
        if (
            block.text.startswith("e.g.")
            or block.text.rstrip().endswith(":")
            or (is_announced and len(block.text.split()) < 20)
        ):
            self._margin.label_blocks(block)
            return True
        return False

    def _rows_or_boxes(self, block: Block) -> bool:
        """Read a block that names implications itself; whether it did."""
        if block.kind is Kind.TABLE:
            return self._table(block)
        return self._boxes(block)

    def _boxes(self, block: Block) -> bool:
        if len(block.text) > _LONGEST_BOXES or not re.search(_BOX, block.text):
            return False
        for pattern in (_BOX_FIRST, _BOXES):
            finds = list(pattern.finditer(block.text))
            covered = sum(found.end() - found.start() for found in finds)
            if finds and covered == len(block.text):
                self._margin.label(block.marker if block.is_marker_printed else "")
                for found in finds:
                    self._margin.label(found.group("name"))
                    name = found.group("name").strip(" ,-/")
                    self._add(name, [piece(block, found.start("box"), found.end("box"))])
                return True
        return False

    def _table(self, table: Block) -> bool:
        rows = list(table.rows)
        if self._is_head(rows[0]):
            self._margin.label(*(cell.text for cell in rows[0]))
            rows = rows[1:]
        lines = [list(cell_lines(cell, table.page)) for row in rows for cell in row]
        if lines and all(self._all_boxes(line) for line in lines):
            for block in (block for line in lines for block in line):
                self._boxes(block)
            return True
        name = ""
        for row in rows:
            name = self._row(row, name, table.page)
        return True

    @staticmethod
    def _all_boxes(lines: Sequence[Block]) -> bool:
        return all(
            any(pattern.match(line.text) for pattern in (_BOX_FIRST, _BOXES)) for line in lines
        )

    @staticmethod
    def _is_head(row: Sequence[Cell]) -> bool:
        """Whether the cells of a first row are the heads of columns."""
        words = vocabulary()
        cells = [cell.text for cell in row if cell.text.strip()]
        heads = [
            words.heads_column("implication", cell) or words.heads_column("comment", cell)
            for cell in cells
        ]
        return len(cells) > 1 and all(heads[1:]) and (heads[0] or len(cells) > 2)

    def _row(self, row: Sequence[Cell], before: str, page: int) -> str:
        """A row: the implication's name, then what is said of it, maybe in several cells."""
        first, *rest = row
        name = first.text.strip()
        values = [line for cell in rest if cell.text.strip() for line in cell_lines(cell, page)]
        if not name:
            self._add(before, values)
            return before
        if not rest:
            self._add(before, list(cell_lines(first, page)))
            return before
        self._margin.label(name)
        self._add(_bare(name), values)
        return _bare(name)


def _named_in(block: Block) -> bool:
    """Whether a line names an implication and says something of it."""
    found = _NAMED.match(block.text) if block.kind is not Kind.TABLE else None
    return found is not None and Part.IMPLICATION in vocabulary().parts_of(found.group(1))


def heading_name(heading: Block | None) -> str:
    """A heading as the name of an implication: as printed, without number and colon."""
    return _bare(heading.text) if heading else ""


def _bare(text: str) -> str:
    return " ".join(text.split()).strip(" :–—-").rstrip(".")


def plain(block: Block) -> Block:
    """What follows the name of an implication in its line, which is no item by itself."""
    return replace(block, kind=Kind.PARAGRAPH, marker="", level=0)
