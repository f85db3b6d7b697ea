"""Versions of one figure: how many were added or taken away between two that are public."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal

from cleardays.progress.measures.periods import Period
from cleardays.progress.measures.series import Definition, Observation, Unit


def small_steps(
    rows: Sequence[Observation], definition: Definition, seen: Collection[str]
) -> Iterator[Observation]:
    """Yield the figures that, less another version of the same figure, leave a small number.

    That number is of children who were forgotten, or counted twice: a small number like any
    other. Those that were ``seen`` stay; of the others the newest that can be shown.
    """
    periods: defaultdict[Period, list[Observation]] = defaultdict(list)
    for one in rows:
        periods[one.period].append(one)
    for versions in periods.values():
        kept = [one for one in versions if one.reference in seen]
        for one in reversed([one for one in versions if one.reference not in seen]):
            if any(_is_small_step(one, other, definition) for other in kept):
                yield one
            else:
                kept.append(one)


def _is_small_step(one: Observation, other: Observation, definition: Definition) -> bool:
    pairs = zip(counts_of(one, definition), counts_of(other, definition), strict=True)
    steps = (abs(now - then) for now, then in pairs if now is not None and then is not None)
    return any(0 < step < definition.small_numbers.threshold for step in steps)


def counts_of(one: Observation, definition: Definition) -> tuple[Decimal | None, ...]:
    """Return the counts that a figure tells: of a share those in it, the others, and all."""
    if definition.unit is Unit.NUMBER:
        return (one.value if one.value is not None else one.numerator, None, None)
    counted, whole = both_counts(one, definition)
    if definition.unit is Unit.POUNDS or definition.unit.multiplier == 1:
        return (counted, None, whole)
    others = None if counted is None or whole is None else whole - counted
    return (counted, others, whole)


def both_counts(one: Observation, definition: Definition) -> tuple[Decimal | None, Decimal | None]:
    """Return the counts of a share, the one that is not given worked out from the share."""
    numerator, denominator = one.numerator, one.denominator
    if definition.unit.multiplier == 1 or one.value is None:
        return numerator, denominator
    if numerator is None and denominator is not None:
        numerator = round(one.value * denominator / definition.unit.multiplier)  # type: ignore[assignment]
    elif denominator is None and numerator is not None and one.value > 0:
        denominator = round(numerator * definition.unit.multiplier / one.value)  # type: ignore[assignment]
    return numerator, denominator
