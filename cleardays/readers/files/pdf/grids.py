"""Tables that are ruled on the page: where lines cross, cells are."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from cleardays.readers.files.pdf.characters import Character
from cleardays.readers.files.pdf.lines import Line, lines

NEAR = 3.0  # points: lines as near as this touch, or are the same line
_THIN = 3.0
_SHORT = 4.0
_MOST_LINES = 4000  # a map or drawing, not a table
Box = tuple[float, float, float, float, bool]  # left, bottom, right, top, is outlined


@dataclass(frozen=True)
class Rule:
    """A straight line: at ``at`` across its direction, from ``start`` to ``end`` along it."""

    is_level: bool
    at: float
    start: float
    end: float

    def covers(self, place: float) -> bool:
        """Whether the line passes this place along its direction."""
        return self.start - NEAR <= place <= self.end + NEAR

    def touches(self, other: "Rule") -> bool:
        """Whether two lines meet, end to end or crosswise."""
        if self.is_level == other.is_level:
            is_apart = self.start > other.end + NEAR or other.start > self.end + NEAR
            return abs(self.at - other.at) <= NEAR and not is_apart
        return self.covers(other.at) and other.covers(self.at)


@dataclass
class GridCell:
    """A cell by its first row and column, how far it spans, and what is written in it."""

    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1
    content: list[Character] = field(default_factory=list)


class Grid:
    """A ruled table: find the cell of a place on the page."""

    def __init__(self, rules: list[Rule], page: int) -> None:
        self.page = page
        self._level = [rule for rule in rules if rule.is_level]
        self._upright = [rule for rule in rules if not rule.is_level]
        self.lefts = _clusters(rule.at for rule in self._upright)
        self.tops = _clusters(rule.at for rule in self._level)[::-1]
        self._cells: dict[tuple[int, int], GridCell] = {}
        if self.is_table:
            self._lay_out()

    @property
    def is_table(self) -> bool:
        """Two rows and two columns at least; anything less is a frame."""
        return len(self.lefts) > 2 and len(self.tops) > 2

    @property
    def rows(self) -> list[list[GridCell]]:
        """The cells of each row from the left, each where it begins."""
        cells = {id(cell): cell for cell in self._cells.values()}.values()
        return [
            sorted((cell for cell in cells if cell.row == row), key=lambda cell: cell.column)
            for row in range(len(self.tops) - 1)
        ]

    def cell_at(self, across: float, up: float) -> GridCell | None:
        """The cell in which this place is, None outside of the table."""
        column = sum(left <= across for left in self.lefts) - 1
        row = sum(top >= up for top in self.tops) - 1
        return self._cells.get((row, column))

    def lines_in(self, cell: GridCell) -> Iterator[Line]:
        """The lines that are written in a cell."""
        room = (self.lefts[cell.column], self.lefts[cell.column + cell.colspan])
        yield from lines(cell.content, self.page, room)

    def _lay_out(self) -> None:
        for row in range(len(self.tops) - 1):
            for column in range(len(self.lefts) - 1):
                if (row, column) not in self._cells:
                    self._place(GridCell(row, column))

    def _place(self, cell: GridCell) -> None:
        """Let a cell grow to the right and down until a line stops it."""
        last_column, last_row = len(self.lefts) - 2, len(self.tops) - 2
        while (
            cell.column + cell.colspan <= last_column
            and (cell.row, cell.column + cell.colspan) not in self._cells
            and not self._is_upright(cell.row, cell.column + cell.colspan)
        ):
            cell.colspan += 1
        while cell.row + cell.rowspan <= last_row and not any(
            self._is_level(cell.row + cell.rowspan, cell.column + across)
            for across in range(cell.colspan)
        ):
            cell.rowspan += 1
        for down in range(cell.rowspan):
            for across in range(cell.colspan):
                self._cells[cell.row + down, cell.column + across] = cell

    def _is_upright(self, row: int, column: int) -> bool:
        middle = (self.tops[row] + self.tops[row + 1]) / 2
        at = self.lefts[column]
        return any(abs(rule.at - at) <= NEAR and rule.covers(middle) for rule in self._upright)

    def _is_level(self, row: int, column: int) -> bool:
        middle = (self.lefts[column] + self.lefts[column + 1]) / 2
        at = self.tops[row]
        return any(abs(rule.at - at) <= NEAR and rule.covers(middle) for rule in self._level)


def rules_of(boxes: list[Box]) -> list[Rule]:
    """Lines from what is drawn on a page."""
    found = []
    for left, bottom, right, top, is_outlined in boxes:
        width, height = right - left, top - bottom
        if height <= _THIN and width > _SHORT:
            found.append(Rule(True, (top + bottom) / 2, left, right))
        elif width <= _THIN and height > _SHORT:
            found.append(Rule(False, (left + right) / 2, bottom, top))
        elif is_outlined and width > _SHORT and height > _SHORT:
            found += [Rule(True, at, left, right) for at in (bottom, top)]
            found += [Rule(False, at, bottom, top) for at in (left, right)]
    return found


def grids(rules: list[Rule], page: int) -> Iterator[Grid]:
    """The tables among the lines of a page."""
    if len(rules) > _MOST_LINES:
        return
    waiting = list(rules)
    while waiting:
        together = [waiting.pop()]
        for rule in together:  # grows while it is walked
            touching = [other for other in waiting if rule.touches(other)]
            together += touching
            if touching:
                taken = {id(other) for other in touching}
                waiting = [other for other in waiting if id(other) not in taken]
        grid = Grid(together, page)
        if grid.is_table:
            yield grid


def _clusters(places: Iterator[float]) -> list[float]:
    """Places in order, those near each other taken for one."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > NEAR:
            found.append(place)
    return found
