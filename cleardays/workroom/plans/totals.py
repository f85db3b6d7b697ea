"""Longer periods over shorter ones: a year must not give away the one month that is hidden."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from itertools import pairwise

from cleardays.progress.measures.series import Definition, Kind, Observation
from cleardays.progress.measures.suppression import suppress
from cleardays.progress.measures.tables import TOTAL, Release, Table, with_totals

Seen = tuple[str, Observation]


@dataclass(frozen=True)
class Sum:
    """A period and the shorter ones that make it up, without a gap."""

    whole: Observation
    parts: tuple[Observation, ...]


def hidden_by_totals(
    seen: Sequence[Seen],
    definition: Definition,
    hidden: Collection[str],
    replaced: Collection[str],
    was_shown: Collection[str],
) -> set[str]:
    """Return, by reference, figures to hide besides: their sums would give small ones away.

    ``seen`` are (geography, figure as recorded); ``hidden`` are hidden already; ``was_shown``
    were shown in a public version and cannot be hidden any more.
    """
    if definition.kind is not Kind.FLOW:
        return set()
    more: set[str] = set()
    for found in _sums([one for one in seen if one[1].reference not in replaced]):
        more |= _hidden_in(found, definition, {*hidden, *more}, was_shown)
    return more - set(hidden)


def _sums(seen: Sequence[Seen]) -> Iterator[Sum]:
    """Yield each period that shorter ones of the same place make up whole."""
    for place, whole in seen:
        within = sorted(
            (one for where, one in seen if where == place and _is_within(one, whole)),
            key=lambda one: one.period,
        )
        spans = {one.period.span for one in within}
        for span in sorted(spans):
            parts = tuple(one for one in within if one.period.span == span)
            if _tiles(parts, whole):
                yield Sum(whole, parts)


def _is_within(one: Observation, whole: Observation) -> bool:
    inner, outer = one.period, whole.period
    return (
        outer.start <= inner.start
        and inner.end <= outer.end
        and (inner.start, inner.end) != (outer.start, outer.end)
    )


def _tiles(parts: Sequence[Observation], whole: Observation) -> bool:
    begins = parts[0].period.start == whole.period.start
    ends = parts[-1].period.end == whole.period.end
    day = timedelta(days=1)
    gapless = all(a.period.end + day == b.period.start for a, b in pairwise(parts))
    return begins and ends and gapless


def _hidden_in(
    found: Sum, definition: Definition, hidden: Collection[str], was_shown: Collection[str]
) -> set[str]:
    more: set[str] = set()
    for count in (_count, _remainder):
        numbers = {one.reference: count(one, definition) for one in (found.whole, *found.parts)}
        if all(number is not None for number in numbers.values()):
            more |= _by_table(found, numbers, definition, hidden, was_shown)
    return more


def _by_table(
    found: Sum,
    numbers: dict[str, int | None],
    definition: Definition,
    hidden: Collection[str],
    was_shown: Collection[str],
) -> set[str]:
    parts = {("", one.reference): numbers[one.reference] or 0 for one in found.parts}
    if sum(parts.values()) != numbers[found.whole.reference]:
        return set()
    made = with_totals(parts, column_totals=False)
    table = Table(made.counts, made.unpublished | {(TOTAL, TOTAL)})
    known = {cell: cell[1] in was_shown for cell in parts}
    known[("", TOTAL)] = found.whole.reference in was_shown
    before = Release(table, frozenset(cell for cell in table.counts if not known.get(cell)))
    result = suppress(table, definition.small_numbers, [before] if any(known.values()) else [])
    cells = set(result.hidden) - table.unpublished
    if result.faults or ("", TOTAL) in cells or found.whole.reference in hidden:
        return {found.whole.reference}
    return {reference for _, reference in cells}


def _count(one: Observation, definition: Definition) -> int | None:
    return _whole(one.value if not definition.denominator else one.numerator)


def _remainder(one: Observation, definition: Definition) -> int | None:
    if one.numerator is None or one.denominator is None:
        return None
    return _whole(one.denominator - one.numerator)


def _whole(number: Decimal | None) -> int | None:
    if number is None or number != number.to_integral_value() or number < 0:
        return None
    return int(number)
