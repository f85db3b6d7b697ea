"""How a report is written as a whole, as far as that says what one of its lines may be."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cleardays.readers.blocks import Block, Cell, Kind
from cleardays.readers.reports.headings import is_in_capitals
from cleardays.readers.reports.vocabulary import FIELDS, Part, vocabulary


@dataclass(frozen=True)
class Manner:
    """How a report is written, as far as that says what a line may be.

    ``is_plain``: no line is dressed as a heading; ``has_recommendations``: some line is the
    heading of recommendations; ``is_in_capitals``: every heading that is known is in capitals;
    ``collects``: parts that have a heading of their own, such as "Implications", so that a line
    before it which could only loosely be one of them is a sub-heading of what it stands in.
    """

    is_plain: bool = False
    has_recommendations: bool = True
    is_in_capitals: bool = False
    collects: frozenset[Part] = frozenset()

    @classmethod
    def of(cls, blocks: Sequence[Block]) -> "Manner":
        """The manner of a report, from all of its blocks."""
        words = vocabulary()
        lines = [line for block in blocks for line in block.text.split("\n")]
        rows = [row for block in blocks for row in block.rows]
        lines += _lines_of(cell for row in rows for cell in row[:1])
        heads = [part for line in lines for part in words.headed_by(line)]
        lines += _lines_of(cell for row in rows for cell in row[1:])
        firsts = [words.parts_of(line.split(":")[0])[:1] for line in lines]
        known = [
            line
            for line, first in zip(lines, firsts, strict=True)
            if first and first[0] not in FIELDS and not line.rstrip(":").count(":")
        ]
        return cls(
            is_plain=not any(b.kind is Kind.HEADING or b.is_bold for b in blocks),
            has_recommendations=[Part.RECOMMENDATIONS] in firsts,
            is_in_capitals=all(is_in_capitals(line) for line in known),
            collects=frozenset(heads),
        )


def _lines_of(cells: Iterable[Cell]) -> list[str]:
    return [line for cell in cells for line in cell.text.split("\n")]
