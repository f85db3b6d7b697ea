"""Ruled lines into tables: where cells begin and end, and which words stand in each."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from cleardays.readers.inspections.heads import column_boundary
from cleardays.readers.inspections.page import Line, Page, Word, lines_of
from cleardays.readers.inspections.ruling import JOIN, Rule
from cleardays.readers.inspections.wording import wording

FULL = 0.9  # of the table's width: a line across every column
PART = 0.6  # of a row's height or a column's width: a line that divides it
LEAST_INSET, MOST_INSET = 3.0, 12.0  # points between a cell's edge and its words
LEAST = 6.0  # points: no row or column is narrower


@dataclass(frozen=True)
class Cell:
    """A cell: its edges and the lines of words in it."""

    x0: float
    x1: float
    y0: float
    y1: float
    page: int
    lines: tuple[Line, ...] = ()

    @property
    def text(self) -> str:
        """All words with single spaces."""
        return " ".join(line.text for line in self.lines)

    @property
    def right(self) -> float:
        """Where lines end at the latest: as far from the edge as they begin on the left."""
        inset = min((line.x0 for line in self.lines), default=self.x0) - self.x0
        return self.x1 - min(max(inset, LEAST_INSET), MOST_INSET)


@dataclass(frozen=True)
class Table:
    """Rows of cells on one page, with the table's top and bottom."""

    rows: tuple[tuple[Cell, ...], ...]
    page: int
    top: float
    bottom: float
    is_ruled: bool = True

    def holds(self, line: Line) -> bool:
        """Say whether ``line`` stands between the table's top and bottom."""
        return self.page == line.page and self.bottom <= line.y + 2 <= self.top


def _places(values: Iterable[float]) -> list[float]:
    """Return the distinct places among ``values``, in order; what is nearly the same is one."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > LEAST:
            found.append(value)
    return found


def _touch(level: Rule, upright: Rule) -> bool:
    across = level.start - JOIN <= upright.at <= level.end + JOIN
    return across and upright.start - JOIN <= level.at <= upright.end + JOIN


@dataclass(frozen=True)
class _Frame:
    """Ruled lines that hang together."""

    level: tuple[Rule, ...]
    upright: tuple[Rule, ...]

    @property
    def x0(self) -> float:
        return min(r.start for r in self.level)

    @property
    def x1(self) -> float:
        return max(r.end for r in self.level)


def _frames(level: Sequence[Rule], upright: Sequence[Rule]) -> list[_Frame]:
    groups: list[tuple[set[Rule], set[Rule]]] = []
    for rule in upright:
        touched = {r for r in level if _touch(r, rule)}
        joined = [g for g in groups if g[0] & touched]
        groups = [g for g in groups if not g[0] & touched]
        groups.append(
            (touched.union(*(g[0] for g in joined)), {rule}.union(*(g[1] for g in joined)))
        )
    return [_Frame(tuple(lv), tuple(up)) for lv, up in groups if lv and len(lv) + len(up) > 2]


def _between_columns(level: Sequence[Rule], lines: Iterable[Line]) -> Iterator[Rule]:
    bottom, top = min(r.at for r in level), max(r.at for r in level)
    for line in lines:
        boundary = column_boundary(line) if bottom < line.y < top else None
        if boundary is not None:
            yield Rule(boundary, bottom, top)
            return


def _runs(level: Sequence[Rule], lines: Sequence[Line]) -> list[tuple[Rule, ...]]:
    """Part lines of one length where a standing heading lies between them: two tables."""
    headings = [ln.y for ln in lines if wording().section_of(ln.text)]
    runs: list[list[Rule]] = []
    for rule in sorted(level, key=lambda r: -r.at):
        if not runs or any(rule.at < y < runs[-1][-1].at for y in headings):
            runs.append([])
        runs[-1].append(rule)
    return [tuple(run) for run in runs if len(run) > 1]


def _open_frames(level: Sequence[Rule], page: Page) -> list[_Frame]:
    """Return frames of tables ruled between rows only: three or more lines of one length.

    Where the headings of two columns stand in it, an upright is put between the columns.
    """
    lines = lines_of(page.words, page.number)
    frames: list[_Frame] = []
    left = [r for r in level if r.end - r.start > 0.4 * page.width]
    while left:
        ends = left[0].start, left[0].end
        same = [r for r in left if abs(r.start - ends[0]) + abs(r.end - ends[1]) <= JOIN]
        left = [r for r in left if r not in same]
        if len(same) > 2:
            runs = _runs(same, lines)
            frames += [_Frame(run, tuple(_between_columns(run, lines))) for run in runs]
    return frames


def _covers(rule: Rule, start: float, end: float, share: float) -> bool:
    overlap = min(rule.end, end) - max(rule.start, start)
    return overlap >= share * (end - start)


def _column_cells(
    frame: _Frame, edges: tuple[float, float], band: tuple[float, float], page: int
) -> list[Cell]:
    inside = [
        r.at
        for r in frame.level
        if band[0] - JOIN <= r.at <= band[1] + JOIN and _covers(r, *edges, PART)
    ]
    heights = _places([*band, *inside])
    pairs = list(pairwise(heights))
    return [Cell(*edges, y0, y1, page) for y0, y1 in reversed(pairs)]


def _rows_of_band(frame: _Frame, band: tuple[float, float], page: int) -> list[tuple[Cell, ...]]:
    """Return the rows between two lines that cross the whole table.

    Where a line crosses some columns only, the cells of the last column make the rows, and a
    taller cell to the left stands in each row that it spans.
    """
    walls = [r.at for r in frame.upright if _covers(r, *band, PART)]
    places = _places([frame.x0, *walls, frame.x1])
    columns = [_column_cells(frame, edges, band, page) for edges in pairwise(places)]
    rows = []
    for last in columns[-1]:
        middle = (last.y0 + last.y1) / 2
        row = [next((c for c in column if c.y0 <= middle <= c.y1), last) for column in columns]
        rows.append(tuple(row))
    return rows


def _filled(cell: Cell, words: Sequence[Word]) -> Cell:
    inside = [w for w in words if cell.x0 <= w.middle <= cell.x1 and cell.y0 <= w.y + 2 <= cell.y1]
    return replace(cell, lines=lines_of(inside, cell.page))


def _table(frame: _Frame, page: Page) -> Table | None:
    ends = [e for r in frame.upright for e in (r.start, r.end)]
    bottom, top = (
        min([r.at for r in frame.level] + ends),
        max([r.at for r in frame.level] + ends),
    )
    full = [r.at for r in frame.level if _covers(r, frame.x0, frame.x1, FULL)]
    heights = _places([bottom, *full, top])
    bands = list(pairwise(heights))
    if frame.x1 - frame.x0 < LEAST or not bands:
        return None
    words = [
        w for w in page.words if frame.x0 <= w.middle <= frame.x1 and bottom <= w.y + 2 <= top
    ]
    rows = [
        tuple(_filled(cell, words) for cell in row)
        for band in reversed(bands)
        for row in _rows_of_band(frame, band, page.number)
    ]
    return Table(tuple(rows), page.number, top, bottom)


def tables_of(page: Page) -> tuple[Table, ...]:
    """Return the page's ruled tables from the top down."""
    frames = _frames(page.ruling.level, page.ruling.upright)
    used = {r for f in frames for r in f.level}
    loose = [r for r in page.ruling.level if r not in used]
    tables = [_table(frame, page) for frame in [*frames, *_open_frames(loose, page)]]
    return tuple(sorted((t for t in tables if t), key=lambda t: -t.top))
