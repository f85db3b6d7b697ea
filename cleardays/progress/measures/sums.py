"""Figures that add up through time: what can be worked out of those that are not shown.

What was counted in a period is what was counted up to its end, less what was counted up to its
start. So days are the nodes of a graph, and a figure that is shown ties two of them together. The
attacker that is kept out knows besides that no count is below zero, nor a hidden one below
``lowest``: a count that stands at such a bound leaves room on one side only. Between two days that
can be reached from one another, both ways, there is no room at all: what lies between is known.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from cleardays.progress.measures.tables import SmallNumbers

Potentials = Mapping[date, tuple[date, int]]


@dataclass(frozen=True)
class Piece:
    """What was counted from a day until before another, by the reference of its figure."""

    reference: str
    start: date
    end: date
    count: int

    @property
    def length(self) -> int:
        """How many days it spans."""
        return (self.end - self.start).days


@dataclass(frozen=True)
class Leak:
    """A small number that is given away, between two days; ``groups`` are the days it is from."""

    start: date
    end: date
    days: frozenset[date]


class Layer:
    """The figures of one kind of count that stood together at one time."""

    def __init__(self, kind: str, pieces: Sequence[Piece], lowest: int) -> None:
        self.kind = kind
        self.pieces = pieces
        self.lowest = lowest
        self.days = sorted({day for one in pieces for day in (one.start, one.end)})
        self.counted = _counted_up_to(pieces)

    def known(self, shown: Collection[str]) -> dict[date, int]:
        """Number the days so that all between which the count is known have the same number."""
        return _both_ways(self.days, set(self._ways(shown)))

    def _ways(self, shown: Collection[str]) -> Iterator[tuple[date, date]]:
        for one in self.pieces:
            if one.reference in shown:
                yield one.start, one.end
            if one.reference in shown or one.count <= self.lowest:
                yield one.end, one.start
        by_part: dict[date, list[date]] = {}
        for day in self.days:
            by_part.setdefault(self.counted[day][0], []).append(day)
        for before, after in (pair for days in by_part.values() for pair in pairwise(days)):
            if self.between(before, after) <= 0:
                yield after, before

    def between(self, start: date, end: date) -> int:
        """Return what was counted between two days that figures tie together."""
        return self.counted[end][1] - self.counted[start][1]

    def leak(self, group: Mapping[date, int], rule: SmallNumbers) -> Leak | None:
        """Find a small number between two days of a group, less what is known within.

        Longer stretches and sums of several are made of these: if none is small, neither are they.
        """
        before: dict[date, date] = {}
        last: dict[int, date] = {}
        for day in self.days:
            if group[day] in last:
                before[day] = last[group[day]]
            last[group[day]] = day
        for end, start in before.items():
            within = self._known_within(start, end, before)
            if rule.is_small(self.between(start, end) - within):
                inner = {day for day in self.days if start <= day <= end}
                groups = {group[day] for day in inner}
                return Leak(start, end, frozenset(d for d in self.days if group[d] in groups))
        return None

    def _known_within(self, start: date, end: date, before: Mapping[date, date]) -> int:
        """Return the most that is known of stretches, apart from one another, within two days."""
        best: dict[date, int] = {}
        most = 0
        for day in self.days:
            if start < day < end:
                begun = before.get(day)
                if begun is not None and begun > start:
                    most = max(most, best[begun] + self.between(begun, day))
                best[day] = most
        return most


def first_leak(
    layers: Sequence[Layer], shown: Collection[str], rule: SmallNumbers
) -> tuple[Layer, Leak] | None:
    """Find a small number that is given away, if there is one.

    A figure stands in several layers, and did not change between them: what is worked out of it
    in one is known in all of the same kind.
    """
    known: dict[str, set[str]] = {layer.kind: set(shown) for layer in layers}
    is_done = False
    while not is_done:
        is_done = True
        for layer in layers:
            group = layer.known(known[layer.kind])
            if (leak := layer.leak(group, rule)) is not None:
                return layer, leak
            found = {one.reference for one in layer.pieces if group[one.start] == group[one.end]}
            is_done = is_done and found <= known[layer.kind]
            known[layer.kind] |= found
    return None


def _counted_up_to(pieces: Iterable[Piece]) -> Potentials:
    """Give each day its part of the graph, and what was counted in it up to then.

    The shortest figures come first: where a longer one does not add up, it is they who are right.
    """
    found: dict[date, tuple[date, int]] = {}
    for one in sorted(pieces, key=lambda each: each.length):
        start = found.setdefault(one.start, (one.start, 0))
        end = found.setdefault(one.end, (one.end, 0))
        if start[0] != end[0]:
            shift = start[1] + one.count - end[1]
            for day, (part, count) in list(found.items()):
                if part == end[0]:
                    found[day] = (start[0], count + shift)
    return found


def _both_ways(days: Sequence[date], ways: Collection[tuple[date, date]]) -> dict[date, int]:
    """Number the strongly connected parts of a graph (Kosaraju, with stacks of our own)."""
    forward, back = _by_start(ways), _by_start((there, here) for here, there in ways)
    order: list[date] = []
    seen: set[date] = set()
    for day in days:
        order += _finished(day, forward, seen)
    found: dict[date, int] = {}
    passed: set[date] = set()
    for number, day in enumerate(reversed(order)):
        found |= dict.fromkeys(_finished(day, back, passed), number)
    return found


def _by_start(ways: Iterable[tuple[date, date]]) -> dict[date, list[date]]:
    found: dict[date, list[date]] = {}
    for here, there in ways:
        found.setdefault(here, []).append(there)
    return found


def _finished(first: date, ways: Mapping[date, list[date]], seen: set[date]) -> list[date]:
    """Walk from a day to all that were not seen; return them, those first that lead no further."""
    if first in seen:
        return []
    seen.add(first)
    stack, done = [(first, iter(ways.get(first, ())))], []
    while stack:
        day, onward = stack[-1]
        there = next((each for each in onward if each not in seen), None)
        if there is None:
            done.append(day)
            stack.pop()
        else:
            seen.add(there)
            stack.append((there, iter(ways.get(there, ()))))
    return done
