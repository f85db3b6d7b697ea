"""What the counts of a measure and its parts tell, once some of them are known."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, pairwise

from cleardays.progress.measures.spans import Atom, Form, Span
from cleardays.progress.measures.tables import SmallNumbers

WHOLE = 0


@dataclass(frozen=True)
class Cell:
    """A count of one member from a day until before another; ``kind`` says of what."""

    member: int
    reference: str
    start: date
    end: date
    kind: int
    count: int
    label: str


@dataclass(frozen=True)
class Leak:
    """A small count that is told, from a day until before another."""

    start: date
    end: date


def spans(one: Cell, start: date, end: date) -> bool:
    """Say whether a count is of exactly these days."""
    return (one.start, one.end) == (start, end)


def leak_in(cells: Sequence[Cell], known: set[str], rule: SmallNumbers) -> Leak | None:
    """Find a small count that is told: of a member, or of what is left over of the whole."""
    group = _Group(cells, known)
    for start, end in sorted(group.stretches, key=lambda one: (one[1] - one[0], one)):
        unknown = [one for one in group.members if group.value([one], start, end) is None]
        left = group.value(unknown, start, end) if unknown else None
        # Each that is hidden is of somebody: there is one way only to share so few out.
        if left is not None and left <= group.least(unknown, start, end, rule.lowest, left):
            return Leak(start, end)
        for of in (*([one] for one in group.members), unknown):
            value = group.value(of, start, end) if of else None
            # Less than none is left where parts overlap: what is told of them nobody can say.
            if value is not None and (value < 0 or (value and rule.is_small(value))):
                return Leak(start, end)
    return None


def is_told_whole(cells: Sequence[Cell], known: set[str], rule: SmallNumbers) -> bool:
    """Say whether every count may be told, and is: there is nothing to find out then."""
    group = _Group(cells, known)
    steps = [(one, *step) for one in group.members for step in pairwise(group.days)]
    values = [group.value([one], start, end) for one, start, end in steps]
    return not any(value is None or rule.is_small(value) for value in values)


class _Group:
    """Counts by member and by the days between which no other count begins or ends.

    The whole is its parts and a rest, which may be nobody and of which there is no figure.
    """

    def __init__(self, cells: Sequence[Cell], known: set[str]) -> None:
        self.days = sorted({day for one in cells for day in (one.start, one.end)})
        parts = sorted({one.member for one in cells} - {WHOLE})
        self.members = [*parts, parts[-1] + 1]
        self.stretches = list(combinations(self.days, 2))
        self.span = Span()
        self.hidden = [one for one in cells if one.reference not in known]
        for one in cells:
            if one.reference in known:
                of = self.members if one.member == WHOLE else [one.member]
                self.span.add(self._form(of, one.start, one.end), one.count)
        every = [[one] for one in self.members] + [self.members]
        self.span.learn_zeros(self._form(of, *one) for one in self.stretches for of in every)

    def _form(self, of: Collection[int], start: date, end: date) -> Form:
        return frozenset[Atom]((one, day) for one in of for day in self.days if start <= day < end)

    def value(self, of: Collection[int], start: date, end: date) -> int | None:
        """Return what some members count together in a stretch, where it is told."""
        return self.span.value(self._form(of, start, end))

    def least(self, of: Collection[int], start: date, end: date, lowest: int, enough: int) -> int:
        """Return the least that some members make in a stretch, since nothing hidden is below.

        Hidden counts that share nobody are added up, those of the whole where no part's are.
        Where they cannot come to ``enough``, zero will do.
        """
        within = [one for one in self.hidden if start <= one.start and one.end <= end]
        if lowest * len(within) < enough:
            return 0
        days = [day for day in self.days if start <= day <= end]
        best = dict.fromkeys(days, 0)
        for begin, until in combinations(days, 2):
            # In the order of their beginnings: what was best up to there stands by then.
            inner = [one for one in within if begin <= one.start and one.end <= until]
            whole = any(one.member == WHOLE and spans(one, begin, until) for one in inner)
            told = self.value([m for m in self.members if m not in of], begin, until) or 0
            parts = sum(_apart([one for one in inner if one.member == member]) for member in of)
            least = max(lowest - told if whole else 0, lowest * parts)
            best[until] = max(best[until], best[begin] + least)
        return best[end]


def _apart(cells: Iterable[Cell]) -> int:
    """Count how many counts of one member share no day, at most."""
    count, until = 0, date.min
    for one in sorted(cells, key=lambda each: each.end):
        if one.start >= until:
            count, until = count + 1, one.end
    return count
