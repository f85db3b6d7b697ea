"""Published tables as networks: which other numbers a hidden cell could be.

Every cell stands in one sum along and one sum down, so any other table with the same sums differs
by rounds of cells that go up and down by one in turn: the cycles of a network flow (Cox, "Network
models for complementary cell suppression", JASA 90, 1995).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heappop, heappush

from cleardays.progress.measures.tables import TOTAL, Cell, Release, SmallNumbers

Node = tuple[str, str]


class Web:
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
                    # A round of other versions alone asks nothing of this one.
                    best = found if self.now in versions else (found[0], set())
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
