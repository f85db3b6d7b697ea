"""A measure and its parts, girls and boys of all: nothing small is had by subtracting them.

What the public could subtract is the figures of one time, through its periods too: months of the
parts against years of the whole. Beside the parts there is always a rest, which may be nobody.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from cleardays.progress.measures.additive import standing_together
from cleardays.progress.measures.publication import (
    Published,
    hidden_whole,
    is_shown_whole,
    publish_series,
)
from cleardays.progress.measures.series import Definition, Kind, Observation, in_force
from cleardays.progress.measures.steps import counts_of
from cleardays.progress.measures.tables import SmallNumbers
from cleardays.progress.measures.telling import WHOLE, Cell, Leak, is_told_whole, leak_in, spans

MOST_TRIED = 8
ONE_DAY = timedelta(days=1)
TOLD = (
    "The figures of a measure and its parts that are public give a small number away in"
    " {period}. Have them taken back before publishing another version."
)


@dataclass(frozen=True)
class Member:
    """All figures of one place of a measure, and which of them the public saw; see ``publish``."""

    rows: Sequence[Observation]
    definitions: Sequence[Definition]
    was_shown: Collection[str] = ()
    was_seen: Collection[str] = ()


def publish_family(whole: Member, parts: Sequence[Member]) -> list[list[Published]]:
    """Hide, in the whole and its parts, what gives a small number away; each in its order.

    The figures of one period are weighed by themselves. Where periods overlap, months and years,
    and anything is to be hidden, the parts keep their shortest periods at most.
    """
    members = [whole, *parts]
    found = {
        one.observation.reference: one
        for member in members
        for one in publish_series(
            member.rows, member.definitions, member.was_shown, member.was_seen
        )
    }
    groups, is_done = _groups(members), False
    while not is_done:  # what is hidden at one time is less to go by at another
        before = dict(found)
        for cells in groups:
            found |= _protected(cells, members, found)
        is_done = found == before
    return [[found[one.reference] for one in member.rows] for member in members]


def _groups(members: Sequence[Member]) -> list[list[Cell]]:
    """Gather the counts that may be subtracted from one another: at one time, of the same days."""
    owner = {one.reference: place for place, member in enumerate(members) for one in member.rows}
    every = [one for member in members for one in member.rows]
    groups: list[list[Cell]] = []
    for standing in standing_together(every):
        cells = [
            cell
            for one in standing
            for cell in _cells(one, owner[one.reference], members[owner[one.reference]])
        ]
        for kind in sorted({cell.kind for cell in cells}):
            groups += _overlapping([cell for cell in cells if cell.kind == kind])
    return [group for group in groups if len({cell.member == WHOLE for cell in group}) == 2]


def _cells(one: Observation, place: int, member: Member) -> Iterator[Cell]:
    definition = in_force(member.definitions, one.period)
    start, end = one.period.start, one.period.end + ONE_DAY
    if definition.kind is Kind.CUMULATIVE:
        start = date(one.period.school_year, 9, 1)
    for kind, count in enumerate(counts_of(one, definition)[:2]):
        if count is not None and count >= 0 and count == count.to_integral_value():
            yield Cell(place, one.reference, start, end, kind, int(count), one.period.label)


def _overlapping(cells: Sequence[Cell]) -> list[list[Cell]]:
    """Divide counts into groups that share no day."""
    groups: list[list[Cell]] = []
    until = date.min
    for cell in sorted(cells, key=lambda one: (one.start, one.end)):
        if not groups or cell.start >= until:
            groups.append([])
        groups[-1].append(cell)
        until = max(until, cell.end)
    return groups


def _protected(
    cells: Sequence[Cell], members: Sequence[Member], found: Mapping[str, Published]
) -> dict[str, Published]:
    """Return what changes so that nothing small is told by the counts of a group."""
    rows = {one.reference: one for member in members for one in member.rows}
    ours = {cell.reference for cell in cells}
    public = ours & {key for member in members for key in member.was_shown}
    seen = ours & {key for member in members for key in member.was_seen}
    shown = {key for key in ours if is_shown_whole(rows[key], found[key])}
    rule = _strictest(members)
    hidden = ours - shown
    hidden |= _parts_of_hidden(cells, hidden, rule) - public - seen
    if _is_tangled(cells) and not is_told_whole(cells, ours - hidden | public | seen, rule):
        hidden |= _that_tangle(cells, ours - hidden | public | seen, rule) - public - seen
    while (leak := leak_in(cells, known := (ours - hidden) | public | seen, rule)) is not None:
        way_out = _way_out(leak, cells, known, public | seen, rule)
        if way_out is None and (not seen or leak_in(cells, public, rule) is not None):
            fault = TOLD.format(period=_named(leak, cells))
            return {key: replace(found[key], faults=(fault,)) for key in ours}
        hidden |= ours - public if way_out is None else {way_out}
        if way_out is None:
            break
        hidden |= _parts_of_hidden(cells, hidden, rule) - public - seen
    return {key: hidden_whole(found[key], rows[key]) for key in hidden - public}


def _is_tangled(cells: Sequence[Cell]) -> bool:
    return len({(one.start, one.end) for one in cells}) > 1


def _that_tangle(cells: Sequence[Cell], known: set[str], rule: SmallNumbers) -> set[str]:
    """Return the parts that are not shown where sums run through time and parts at once.

    Where every period of the whole is told, those of its parts that span several; else all.
    """
    days = sorted({day for one in cells for day in (one.start, one.end)})
    steps = set(pairwise(days))
    told = {
        (one.start, one.end) for one in cells if one.member == WHOLE and one.reference in known
    }
    return {
        one.reference
        for one in cells
        if one.member != WHOLE
        and one.count >= rule.lowest
        and not ((one.start, one.end) in steps <= told)
    }


def _parts_of_hidden(
    cells: Sequence[Cell], hidden: Collection[str], rule: SmallNumbers
) -> set[str]:
    """Return the parts of what is hidden of the whole: it cannot be less than any of them."""
    wholes = [one for one in cells if one.member == WHOLE and one.reference in hidden]
    return {
        one.reference
        for one in cells
        if one.member != WHOLE
        and one.count >= rule.lowest
        and any(spans(one, whole.start, whole.end) for whole in wholes)
    }


def _named(leak: Leak, cells: Sequence[Cell]) -> str:
    """Say which period a leak is of, or which it lies in."""
    around = [one for one in cells if one.start <= leak.start and leak.end <= one.end]
    return min(around or cells, key=lambda one: one.end - one.start).label


def _strictest(members: Sequence[Member]) -> SmallNumbers:
    rules = [one.small_numbers for member in members for one in member.definitions]
    most = max(one.threshold for one in rules)
    return SmallNumbers(most, any(one.hides_zero for one in rules))


def _way_out(
    leak: Leak, cells: Sequence[Cell], known: set[str], fixed: set[str],
    rule: SmallNumbers,
) -> str | None:  # fmt: skip
    """Return what to hide next: a part of the same days, the smallest first; the whole at last.

    A zero is hidden only where a hidden figure may be a zero.
    """
    free = [one for one in cells if one.reference in known - fixed and one.count >= rule.lowest]

    def cost(one: Cell) -> tuple[bool, bool, int, str]:
        is_elsewhere = (one.start, one.end) != (leak.start, leak.end)
        return (one.member == WHOLE, is_elsewhere, one.count, one.reference)

    ordered = list(dict.fromkeys(one.reference for one in sorted(free, key=cost)))
    mends = (one for one in ordered[:MOST_TRIED] if leak_in(cells, known - {one}, rule) != leak)
    return next(mends, ordered[0] if ordered else None)
