"""Tables that are set in two columns without ruled lines, from their heading and their spacing."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

from cleardays.readers.inspections.grid import LEAST_INSET, Cell, Table
from cleardays.readers.inspections.heads import column_boundary
from cleardays.readers.inspections.page import SAME_LINE, Line, lines_of
from cleardays.readers.inspections.wording import wording

LOOSE = 1.35  # of the usual distance of lines: what parts two rows


def _column(lines: Sequence[Line], start: float, end: float) -> list[Line]:
    words = [word for line in lines for word in line.words if start <= word.middle < end]
    return list(lines_of(words, lines[0].page))


def _leading(lines: Sequence[Line]) -> float:
    """Return the usual distance of a report's lines."""
    gaps = Counter(round(a.y - b.y, 1) for a, b in pairwise(lines) if a.page == b.page)
    return gaps.most_common(1)[0][0] if gaps else 0.0


def _row_tops(left: Sequence[Line], leading: float) -> list[float]:
    """Return the height of each row's first line: where the left column speaks after a gap."""
    return [
        line.y
        for before, line in zip([None, *left], left, strict=False)
        if before is None or before.y - line.y > leading * LOOSE
    ]


def _rows(
    lines: Sequence[Line], boundary: float, end: float, leading: float
) -> list[tuple[Cell, ...]]:
    if len(lines) > 1 and column_boundary(lines[0]) is not None:
        head, rest = lines[:1], lines[1:]
        return [row for part in (head, rest) for row in _rows(part, boundary, end, leading)]
    edges = ((0.0, boundary), (boundary, end))
    left, right = (_column(lines, *edge) for edge in edges)
    tops = _row_tops(left, leading)
    # What stands above the first row at the top of a page goes on from the page before.
    ceilings = [float("inf"), *(top + SAME_LINE for top in tops)]
    floors = [*ceilings[1:], float("-inf")]
    rows = []
    for ceiling, floor in zip(ceilings, floors, strict=True):
        parts = [tuple(ln for ln in part if floor < ln.y <= ceiling) for part in (left, right)]
        if any(parts):
            cells = zip(edges, parts, strict=True)
            rows.append(tuple(Cell(*edge, 0.0, 0.0, lines[0].page, part) for edge, part in cells))
    return rows


def _table(rows: Sequence[tuple[Cell, ...]], lines: Sequence[Line]) -> Table:
    return Table(tuple(rows), lines[0].page, lines[0].y + 2, lines[-1].y, is_ruled=False)


def unruled_tables(lines: Iterable[Line]) -> list[Table]:
    """Return the tables under headings of two columns among ``lines`` outside ruled tables."""
    tables: list[tuple[float, list[Line]]] = []
    is_inside = False
    lines = tuple(lines)
    leading = _leading(lines)
    end = max((line.x1 for line in lines), default=0.0) + LEAST_INSET
    for line in lines:
        boundary = column_boundary(line)
        if boundary is not None:
            tables.append((boundary, []))
            is_inside = True
        elif wording().section_of(line.text) is not None:
            is_inside = False
        if is_inside:
            tables[-1][1].append(line)
    return [
        _table(_rows(part, boundary, end, leading), part)
        for boundary, inside in tables
        for _, group in groupby(inside, key=lambda line: line.page)
        if (part := list(group))
    ]
