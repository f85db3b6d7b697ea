"""Tables without upright lines: cells that are only shaded, or underlined row by row."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cleardays.readers.files.pdf.characters import Character, at_one_height
from cleardays.readers.files.pdf.grids import NEAR, Box, Rule

_NARROW = 4.0  # points; nothing narrower is a cell
_MOST_BOXES = 4000  # a map or drawing, not a table
_FAR = 2.0  # times the size of the text: how far from its shading a row beside it may begin
_ROW = tuple[float, ...]


@dataclass(frozen=True)
class _Band:
    """What is drawn for one row: where its cells meet, and how high it is; 0 for an underline."""

    edges: _ROW
    bottom: float
    top: float


def banded_rules(boxes: Sequence[Box], found: Sequence[Character]) -> list[Rule]:
    """The rules that would be drawn round the cells that ``boxes`` shade or underline.

    The boxes of a row stand side by side, and at least two rows have their cells in the same
    places; ``found`` are the characters of the page, which show where rows without a box are.
    """
    if len(boxes) > _MOST_BOXES:
        return []
    drawn = [character for character in found if character.is_drawn]
    tables = _tables(_bands(boxes), drawn)
    return [rule for table in tables for rule in _rules(table, drawn)]


def _bands(boxes: Sequence[Box]) -> list[_Band]:
    """Rows of boxes that stand side by side without a gap, from the top of the page."""
    rows: dict[tuple[int, int], list[Box]] = defaultdict(list)
    for box in boxes:
        left, bottom, right, top, is_outlined = box
        if right - left > _NARROW and not (is_outlined and top - bottom > NEAR):
            rows[round(bottom), round(top)].append(box)
    found = []
    for row in rows.values():
        row.sort()
        is_joined = all(abs(b[0] - a[2]) <= NEAR for a, b in pairwise(row))
        if len(row) > 1 and is_joined:
            edges = (row[0][0], *(box[2] for box in row))
            found.append(_Band(edges, row[0][1], row[0][3]))
    return sorted(found, key=lambda band: -band.top)


def _tables(bands: Sequence[_Band], drawn: Sequence[Character]) -> Iterator[list[_Band]]:
    """Bands one below the other with the same edges and no prose across them in between."""
    run: list[_Band] = []
    for band in bands:
        if run and not (_are_alike(run[-1], band) and _is_open(run[-1], band, drawn)):
            if len(run) > 1:
                yield run
            run = []
        run.append(band)
    if len(run) > 1:
        yield run


def _are_alike(one: _Band, other: _Band) -> bool:
    is_even = len(one.edges) == len(other.edges)
    return is_even and all(abs(a - b) <= NEAR for a, b in zip(one.edges, other.edges, strict=True))


def _is_open(above: _Band, below: _Band, drawn: Sequence[Character]) -> bool:
    between = [c for c in drawn if below.top <= _middle(c) <= above.bottom]
    return all(_keeps_to_cells(line, above.edges) for line in at_one_height(between))


def _rules(table: Sequence[_Band], drawn: Sequence[Character]) -> Iterator[Rule]:
    edges = table[0].edges
    top, bottom = _reach(table[0].top, edges, drawn, 1), _reach(table[-1].bottom, edges, drawn, -1)
    for at in edges:
        yield Rule(False, at, bottom, top)
    for at in {top, bottom, *(band.top for band in table), *(band.bottom for band in table)}:
        yield Rule(True, at, edges[0], edges[-1])


def _reach(edge: float, edges: _ROW, drawn: Sequence[Character], way: int) -> float:
    """How far a table goes on above (1) or below (-1) its last band: one row without a box."""
    beyond = [c for c in drawn if way * (_middle(c) - edge) > 0]
    is_row = False
    end = edge
    for line in sorted(at_one_height(beyond), key=lambda line: way * line[0].bottom):
        size = max(c.top - c.bottom for c in line)
        near = min(way * (c.bottom - end) if way > 0 else end - c.top for c in line)
        if near > _FAR * size or not _keeps_to_cells(line, edges) or (is_row and way > 0):
            break
        filled = {_column(c, edges) for c in line}
        if way < 0 and (0 in filled) == is_row:
            break  # below, a row begins with its label, and goes on beside it
        is_row = is_row or len(filled) > 1
        end = max(c.top for c in line) if way > 0 else min(c.bottom for c in line)
    return end + way if is_row else edge


def _keeps_to_cells(line: Sequence[Character], edges: _ROW) -> bool:
    """Whether no word stands across an inner edge, nor outside of the outer ones."""
    if line[0].left < edges[0] - NEAR or line[-1].right > edges[-1] + NEAR:
        return False
    return not any(
        a.left < edge < b.right and b.left - a.right < NEAR
        for edge in edges[1:-1]
        for a, b in pairwise([*line, line[-1]])
    )


def _column(character: Character, edges: _ROW) -> int:
    return sum(edge <= character.left for edge in edges) - 1


def _middle(character: Character) -> float:
    return (character.bottom + character.top) / 2
