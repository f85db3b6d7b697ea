"""Small numbers: what is hidden so that no count under the rule can be had, even by subtraction.

The attacker that is kept out knows the rule, sees every figure that is shown in this and in every
other published version, and is told, besides, which figures did not change between versions.
Hidden figures then stay hidden if each could still be another whole number. For a table with
totals that is exact: every cell stands in one sum along and one sum down, so any other table with
the same sums differs by a round of cells that go up and down by one in turn (a cycle of a network
flow; Cox, "Network models for complementary cell suppression", JASA 90, 1995).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from heapq import heappop, heappush

TOTAL = "Total"
Cell = tuple[str, str]
Node = tuple[str, str]


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


@dataclass(frozen=True)
class Suppressed:
    """What may be published: cells not ``hidden``. Nothing may be, while ``faults`` has any.

    ``primary`` cells are small themselves; the others are hidden to protect them.
    """

    table: Table
    hidden: frozenset[Cell]
    primary: frozenset[Cell]
    faults: tuple[str, ...] = ()

    @property
    def shown(self) -> dict[Cell, int | None]:
        """Every cell that a table prints, None where hidden; nothing where there are faults."""
        return {
            cell: None if cell in self.hidden or self.faults else count
            for cell, count in self.table.counts.items()
            if cell not in self.table.unpublished
        }

    def release(self) -> Release:
        """Make what later versions have to be checked against."""
        return Release(self.table, self.hidden)


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


def suppress(table: Table, rule: SmallNumbers, history: Sequence[Release] = ()) -> Suppressed:
    """Choose the cells to hide, as few and as small as will do, given all published versions."""
    primary = {cell for cell, count in table.counts.items() if rule.is_small(count)}
    kept = {
        cell
        for release in history
        for cell in release.hidden - release.table.unpublished
        if release.table.counts[cell] == table.counts.get(cell)
    }
    known = {
        cell
        for cell, count in table.counts.items()
        if any(release.shows(cell, count) for release in history)
    }
    exposed = sorted((primary - table.unpublished) & known)
    hidden = (primary | kept | table.unpublished) - known
    unsafe = _protect(table, rule, history, hidden, known)
    faults = [_exposed(cell) for cell in exposed] + [_unsafe(cell) for cell in unsafe]
    return Suppressed(table, frozenset(hidden | set(exposed)), frozenset(primary), tuple(faults))


def _exposed(cell: Cell) -> str:
    return (
        f"{_named(cell)} is a small number that an earlier published version shows: have that"
        " version recalled before publishing another."
    )


def _unsafe(cell: Cell) -> str:
    return (
        f"{_named(cell)} could be worked out together with versions that are already public:"
        " do not publish this table; publish the total alone, or wider groups."
    )


def _named(cell: Cell) -> str:
    return " and ".join(part for part in cell if part) or "The figure"


def _protect(
    table: Table,
    rule: SmallNumbers,
    history: Sequence[Release],
    hidden: set[Cell],
    known: set[Cell],
) -> list[Cell]:
    """Add to ``hidden`` until nothing can be worked out; return what cannot be protected."""
    unsafe: dict[Cell, None] = {}
    is_done = False
    while not is_done:
        is_done = True
        web = _Web([*history, Release(table, frozenset(hidden))], rule)
        for version, cell in web.hidden_cells():
            added = web.round_through(version, cell, known)
            if added is None:
                unsafe[cell] = None
            elif added:
                hidden |= added
                is_done = False
                break
    return list(unsafe)


class _Web:
    """All versions as networks: rows and columns are nodes, hidden cells the ways between."""

    def __init__(self, releases: Sequence[Release], rule: SmallNumbers) -> None:
        self.releases = releases
        self.rule = rule
        self.now = len(releases) - 1
        # What another version shows with the same count is hidden from nobody.
        self.hidden = [
            frozenset(
                cell
                for cell in one.hidden
                if not any(other.shows(cell, one.table.counts[cell]) for other in releases)
            )
            for one in releases
        ]

    def hidden_cells(self) -> Iterator[tuple[int, Cell]]:
        """Every cell that has to stay unknown, with its version; those never public are free."""
        for version, cells in enumerate(self.hidden):
            for cell in sorted(cells - self.releases[version].table.unpublished):
                yield version, cell

    def round_through(self, version: int, cell: Cell, known: set[Cell]) -> set[Cell] | None:
        """Find a round by which the cell could be another number; say what more it has to hide.

        An empty set if nothing more, None if there is no such round.
        """
        best: tuple[int, set[Cell]] | None = None
        for versions in self._groups(version, cell):
            steps = self._steps(versions, known)
            for up in (True, False):
                found = self._shortest(cell, up, versions, steps)
                if found is not None and (best is None or found[0] < best[0]):
                    best = found
            if best and best[0] == 0:
                break
        return None if best is None else best[1] - self.hidden[self.now]

    def _groups(self, version: int, cell: Cell) -> list[tuple[int, ...]]:
        """Sets of versions in which the same round may be gone together."""
        count = self.releases[version].table.counts[cell]
        same = tuple(
            place for place, one in enumerate(self.releases) if one.table.counts.get(cell) == count
        )
        every = tuple(range(len(self.releases)))
        return list(dict.fromkeys(((version,), same, every)))

    def _steps(self, versions: tuple[int, ...], known: set[Cell]) -> dict[Cell, int]:
        """Cells that may change in all these versions and in no other, with what hiding costs."""
        first = self.releases[versions[0]].table.counts
        return {
            cell: cost for cell in first if (cost := self._cost(cell, versions, known)) is not None
        }

    def _cost(self, cell: Cell, versions: tuple[int, ...], known: set[Cell]) -> int | None:
        cost = 0
        for place in versions:
            if cell in self.hidden[place]:
                continue
            if place != self.now or cell in known or not self._may_be_hidden(cell):
                return None
            cost = 1 + self.releases[place].table.counts[cell]
        counts = {self.releases[place].table.counts[cell] for place in versions}
        others = (one for place, one in enumerate(self.releases) if place not in versions)
        return None if any(one.table.counts.get(cell) in counts for one in others) else cost

    def _may_be_hidden(self, cell: Cell) -> bool:
        count = self.releases[self.now].table.counts.get(cell)
        return count is not None and count >= self.rule.lowest

    def _can_fall(self, cell: Cell, versions: Iterable[int]) -> bool:
        return all(
            self.releases[place].table.counts[cell] > self._lowest(place, cell)
            for place in versions
        )

    def _lowest(self, place: int, cell: Cell) -> int:
        # Sums that nobody was shown follow no rule of zeros.
        return 0 if cell in self.releases[place].table.unpublished else self.rule.lowest

    def _shortest(
        self, cell: Cell, up: bool, versions: tuple[int, ...], steps: Mapping[Cell, int]
    ) -> tuple[int, set[Cell]] | None:
        """Find the cheapest way back from where a change of the cell leads (Dijkstra)."""
        if cell not in steps or (not up and not self._can_fall(cell, versions)):
            return None
        start, goal = _ends(cell) if up else _ends(cell)[::-1]
        ways = self._ways(cell, versions, steps)
        waiting: list[tuple[int, Node, frozenset[Cell]]] = [(steps[cell], goal, frozenset([cell]))]
        seen: set[Node] = set()
        while waiting:
            cost, node, way = heappop(waiting)
            if node == start:
                return cost, set(way)
            if node not in seen:
                seen.add(node)
                for to, step in ways.get(node, ()):
                    if to not in seen:
                        heappush(waiting, (cost + steps[step], to, way | {step}))
        return None

    def _ways(
        self, without: Cell, versions: tuple[int, ...], steps: Iterable[Cell]
    ) -> dict[Node, list[tuple[Node, Cell]]]:
        ways: dict[Node, list[tuple[Node, Cell]]] = {}
        for cell in steps:
            if cell != without:
                tail, head = _ends(cell)
                ways.setdefault(tail, []).append((head, cell))
                if self._can_fall(cell, versions):
                    ways.setdefault(head, []).append((tail, cell))
        return ways


def _ends(cell: Cell) -> tuple[Node, Node]:
    """Where a cell's way begins and ends when its count goes up.

    A total stands on the other side of its sum: its way runs backwards; that of the total of
    totals, on the other side of both, forwards again.
    """
    row, column = ("row", cell[0]), ("column", cell[1])
    is_forward = (cell[0] == TOTAL) == (cell[1] == TOTAL)
    return (row, column) if is_forward else (column, row)


def suppress_share(
    numerator: int,
    denominator: int,
    rule: SmallNumbers,
    history: Sequence[Release] = (),
) -> Suppressed:
    """Hide what would give away a small numerator, or a small remainder, of a share.

    The cells are ("", "counted"), ("", "others") and the denominator ("", TOTAL). The percentage
    may be shown only where the numerator and the denominator are: see ``may_show_share``.
    """
    if not 0 <= numerator <= denominator:
        raise ValueError("The numerator of a share lies between zero and its denominator.")
    cells = {("", "counted"): numerator, ("", "others"): denominator - numerator}
    table = with_totals(cells, column_totals=False)
    return suppress(_one_row(table), rule, history)


def _one_row(table: Table) -> Table:
    """Of a single row the total of totals says the same as its total: only one is printed."""
    return Table(table.counts, table.unpublished | {(TOTAL, TOTAL)})


def may_show_share(found: Suppressed) -> bool:
    """Say whether a percentage may be shown: it gives its numerator away, and its denominator."""
    shown = found.shown
    return shown[("", "counted")] is not None and shown[("", TOTAL)] is not None


def share(found: Suppressed, places: int = 1) -> Decimal | None:
    """Work out the percentage, or None where it is hidden or there is nothing to divide by."""
    shown = found.shown
    part, whole = shown[("", "counted")], shown[("", TOTAL)]
    if part is None or not whole:
        return None
    return round(Decimal(100) * part / whole, places)


def shown_cumulative(counts: Sequence[int], rule: SmallNumbers) -> list[int | None]:
    """Hide points of a total that grows through the year where a step would be a small number.

    What was shown before is the measure: a point is shown when it has not moved (and a zero may
    be shown), or has moved by no small number, since the last point that was shown.
    """
    shown: list[int | None] = []
    last = 0
    for count in counts:
        is_hidden = rule.is_small(abs(count - last)) or rule.is_small(count)
        shown.append(None if is_hidden else count)
        last = last if is_hidden else count
    return shown
