"""Tables of counts, which of them are small, and what of them has been published."""

from collections.abc import Mapping
from dataclasses import dataclass

TOTAL = "Total"
Cell = tuple[str, str]


@dataclass(frozen=True)
class SmallNumbers:
    """Which counts are small: under ``threshold``; a zero is shown unless ``hides_zero``."""

    threshold: int = 5
    hides_zero: bool = False

    def is_small(self, count: int) -> bool:
        """Say whether a count must not be shown."""
        return count < self.threshold and (count > 0 or self.hides_zero)

    @property
    def lowest(self) -> int:
        """The least that a hidden count can be: whoever sees zeros shown knows it is not zero."""
        return 0 if self.hides_zero else 1


@dataclass(frozen=True)
class Table:
    """Counts by row and column. Sums that were never public stand in ``unpublished``."""

    counts: Mapping[Cell, int]
    unpublished: frozenset[Cell] = frozenset()


@dataclass(frozen=True)
class Release:
    """A version of a table that is public: the true counts, and the cells that were not shown."""

    table: Table
    hidden: frozenset[Cell]

    def shows(self, cell: Cell, count: int) -> bool:
        """Say whether this version shows a cell, and with this count."""
        return cell not in self.hidden and self.table.counts.get(cell) == count


def with_totals(
    cells: Mapping[Cell, int], *, row_totals: bool = True, column_totals: bool = True
) -> Table:
    """Make a table from its inner cells (row, column); ValueError for a count below zero.

    Totals that are not going to be public count as unknown to everybody. The total of all is
    public if either kind of total is, since it can be added up.
    """
    if any(count < 0 for count in cells.values()):
        raise ValueError("A count cannot be below zero.")
    if any(TOTAL in cell for cell in cells):
        raise ValueError(f"Leave {TOTAL!r} to the sums: give the inner cells only.")
    counts = dict(cells)
    for (row, column), count in cells.items():
        for total in ((row, TOTAL), (TOTAL, column), (TOTAL, TOTAL)):
            counts[total] = counts.get(total, 0) + count
    unpublished = {
        cell
        for cell in counts
        if (cell[1] == TOTAL and cell[0] != TOTAL and not row_totals)
        or (cell[0] == TOTAL and cell[1] != TOTAL and not column_totals)
        or (cell == (TOTAL, TOTAL) and not (row_totals or column_totals))
    }
    return Table(counts, frozenset(unpublished))
