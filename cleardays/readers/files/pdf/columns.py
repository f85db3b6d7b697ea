"""Labels and values set side by side without any line: the white between them is the table."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cleardays.readers.files.markers import split_marker
from cleardays.readers.files.pdf.characters import Character, at_one_height
from cleardays.readers.files.pdf.grids import Rule

_GAP = 0.9  # times the size: no words of one line stand so far apart
_NARROW_GAP = 0.35  # a label that nearly fills its column, where the column is known
_NEAR = 1.5  # points
_FEWEST = 3  # rows; two lines may be alike by chance
_LONGEST_LABEL = 8  # words
_WIDEST_LABELS = 0.45  # of the table: in a page of two columns the left is as wide as the right
_HALF_EMPTY = 0.6  # of their column is what labels fill, though it be wide
_LOOSE = 0.6  # times the size: so far from the line above, a line begins something new
_APART = 1.5  # times the size, between two paragraphs of a value
_FAR = 3.0  # times the size, between two rows of one table
_Row = Sequence[Character]


@dataclass(frozen=True)
class _Line:
    """A line as two columns part it: what stands left and right of the place."""

    left: _Row
    right: _Row

    @property
    def top(self) -> float:
        return max(c.top for c in (*self.left, *self.right))

    @property
    def bottom(self) -> float:
        return min(c.bottom for c in (*self.left, *self.right))

    @property
    def is_row(self) -> bool:
        return bool(self.left and self.right)


def column_rules(found: Sequence[Character]) -> list[Rule]:
    """The rules that would part labels from values, and each of them from the next."""
    rows = at_one_height(_level(found))
    starts = Counter(round(start) for row in rows for start in _starts(row))
    likely = [start for start, count in starts.most_common(_FEWEST) if count >= _FEWEST]
    tables = (table for start in likely for table in _tables(rows, float(start)))
    return [rule for table, start in tables for rule in _rules(table, start)]


def _level(found: Sequence[Character]) -> Iterator[Character]:
    """The drawn characters without those of words that run up the page."""
    climbing: set[int] = set()
    for place, (before, character) in enumerate(pairwise(found)):
        if character.climbs_from(before):
            climbing |= {place, place + 1}
    return (c for i, c in enumerate(found) if c.is_drawn and i not in climbing)


def _starts(row: _Row) -> Iterator[float]:
    """Where the words right of the only wide gap of a line begin."""
    gaps = [b for a, b in pairwise(row) if b.left - a.right > _GAP * _size(b)]
    if len(gaps) == 1 and _is_label(row[: row.index(gaps[0])]):
        yield gaps[0].left


def _is_label(row: _Row) -> bool:
    text = _text(row)
    return len(text.split()) <= _LONGEST_LABEL and split_marker(f"{text} X") is None


def _tables(rows: Sequence[_Row], start: float) -> Iterator[tuple[list[_Line], float]]:
    run: list[_Line] = []
    for row in [*rows, ()]:
        line = _parted(row, start) if row else None
        if run and (line is None or not _goes_on(run[-1], line)):
            if sum(each.is_row for each in run) >= _FEWEST and _is_narrow(run, start):
                yield run, start
            run = []
        if line is not None and (run or line.is_row):
            run.append(line)


def _parted(row: _Row, start: float) -> _Line | None:
    """A line parted at a place; None if its words stand across it or in more columns."""
    place = next((i for i, c in enumerate(row) if c.left >= start - _NEAR), len(row))
    left, right = row[:place], row[place:]
    if left and (left[-1].right > start - _NARROW_GAP * _size(left[-1]) or not _is_label(left)):
        return None
    if left and right and right[0].left > start + _NEAR:
        return None
    if any(
        b.left - a.right > _GAP * _size(b) for half in (left, right) for a, b in pairwise(half)
    ):
        return None
    return _Line(left, right)


def _goes_on(before: _Line, line: _Line) -> bool:
    gap = before.bottom - line.top
    far = _FAR if line.is_row else _LOOSE if line.left else _APART
    return gap <= far * (line.top - line.bottom)


def _is_narrow(table: Sequence[_Line], start: float) -> bool:
    characters = [c for line in table for c in (*line.left, *line.right)]
    left, right = min(c.left for c in characters), max(c.right for c in characters)
    filled = [line.left[-1].right - left for line in table if line.left]
    is_half_empty = sum(filled) / len(filled) <= _HALF_EMPTY * (start - left)
    return is_half_empty or start - left <= _WIDEST_LABELS * (right - left)


def _rules(table: Sequence[_Line], start: float) -> Iterator[Rule]:
    characters = [c for line in table for c in (*line.left, *line.right)]
    left, right = min(c.left for c in characters) - 1, max(c.right for c in characters) + 1
    heights = [table[0].top + 1, table[-1].bottom - 1]
    heights += [(a.bottom + b.top) / 2 for a, b in pairwise(table) if _begins_row(a, b)]
    for at in (left, start - _NEAR, right):
        yield Rule(False, at, min(heights), max(heights))
    for at in heights:
        yield Rule(True, at, left, right)


def _begins_row(before: _Line, line: _Line) -> bool:
    """Whether a line begins the next row: not the second line of a label and its value."""
    is_apart = before.bottom - line.top > _LOOSE * (line.top - line.bottom)
    return line.is_row and (is_apart or _text(line.left)[:1].isupper())


def _text(row: _Row) -> str:
    """The words of a stretch, a space where letters stand apart."""
    words = [row[0].text] if row else []
    for a, b in pairwise(row):
        words.append(f" {b.text}" if b.left - a.right > _size(b) / 8 else b.text)
    return "".join(words).replace("\n", "")


def _size(character: Character) -> float:
    return character.top - character.bottom
