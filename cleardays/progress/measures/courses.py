"""What is wrong with figures beside their neighbours, their comparators and their past."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import pairwise
from statistics import median, median_low

from cleardays.progress.measures.faults import Fault
from cleardays.progress.measures.periods import Span
from cleardays.progress.measures.series import Comparator, Definition, Kind, Observation, Unit

ROUNDING = Decimal("0.06")  # a figure printed to one place, and a little for halves
MISPLACED = Decimal(6)  # nearer to ten times than to what happens in a year

WITHIN_A_YEAR = frozenset({Span.MONTH, Span.QUARTER, Span.WEEK, Span.DAY})

Figures = Sequence[Observation]


def misplaced_points(observations: Figures, definition: Definition) -> list[Fault]:
    """Find a figure about ten or a hundred times its neighbours, or a tenth or hundredth.

    With three figures or more; one that its own counts make is believed, and so is a total that
    begins anew at the school year.
    """
    if definition.kind is Kind.CUMULATIVE:
        return []
    known = [one for one in observations if one.value]
    faults = []
    for place, one in enumerate(known):
        others = [each.value for each in known[:place] + known[place + 1 :] if each.value]
        if len(others) < 2 or one.value is None or is_made_by_counts(one, definition):
            continue
        if factor := _factor(one.value, median(others)):
            faults.append(_misplaced(one, f"its other figures ({median(others):.4g})", factor))
    return faults


def misplaced_beside(
    observations: Figures, definition: Definition, comparator: Comparator
) -> list[Fault]:
    """Find figures and comparators of the same period of which one has its point misplaced."""
    beside = {one.period: one for one in comparator.observations}
    faults = []
    for one in observations:
        other = beside.get(one.period)
        if other is None or not one.value or not other.value:
            continue
        is_sure = all(is_made_by_counts(each, definition) for each in (one, other))
        if not is_sure and (factor := _factor(one.value, other.value)):
            faults.append(_misplaced(one, f"{comparator.name} ({other.value})", factor))
    return faults


def is_made_by_counts(one: Observation, definition: Definition) -> bool:
    """Say whether a share or rate is, to one decimal place, what its own counts make."""
    if definition.unit.multiplier == 1 or one.value is None:
        return False
    made = made_by_counts(one, definition)
    return made is not None and abs(made - one.value) <= ROUNDING


def made_by_counts(one: Observation, definition: Definition) -> Decimal | None:
    """Work the figure out from its numerator and denominator, or None without them."""
    if definition.unit in {Unit.NUMBER, Unit.POUNDS}:
        return None  # a plain count, beside the size of what it was counted in
    if one.numerator is None or not one.denominator:
        return None
    return one.numerator / one.denominator * definition.unit.multiplier


def _factor(value: Decimal, other: Decimal) -> str:
    """Say by what a value differs from another, if by a misplaced point or a mixed unit."""
    if other == 0 or value / other < 0:
        return ""
    ratio = value / other
    for factor in (10, 100):
        low, high = factor * MISPLACED / 10, factor * 10 / MISPLACED
        if low <= ratio <= high:
            return f"about {factor} times"
        if low <= 1 / ratio <= high:
            return f"about a {'tenth' if factor == 10 else 'hundredth'} of"
    return ""


def _misplaced(one: Observation, than: str, factor: str) -> Fault:
    return Fault(
        "misplaced point",
        one.period.label,
        f"{one.value} is {factor} {than}.",
        "Look at the source: the decimal point may be misplaced in one of them, or one is a share"
        " of 1 and the other of 100. If both are right, leave them as they are.",
    )


def resets(observations: Figures, definition: Definition) -> list[Fault]:
    """Find a total that begins anew at the school year, and falls within one.

    A measure that is said to be cumulative may fall only when its year begins; one that is not,
    and only rises until it falls to a third in September, is one that nobody said is cumulative.
    """
    faults = []
    for before, after in pairwise(one for one in observations if one.value is not None):
        if before.value is None or after.value is None or after.value >= before.value:
            continue
        if not {before.period.span, after.period.span} <= WITHIN_A_YEAR:
            continue
        is_new_year = before.period.school_year != after.period.school_year
        if definition.kind is Kind.CUMULATIVE:
            faults.append(_cumulative_fall(before, after, is_new_year))
        elif is_new_year and after.value * 3 < before.value and _grew(observations, before):
            faults.append(_reset(before, after))
    return faults


def _grew(observations: Figures, last: Observation) -> bool:
    """Say whether figures only rose through the school year that ends with the last."""
    year = [
        one.value
        for one in observations
        if one.period.school_year == last.period.school_year
        and one.period <= last.period
        and one.value is not None
    ]
    return len(year) > 1 and all(later >= earlier for earlier, later in pairwise(year))


def _reset(before: Observation, after: Observation) -> Fault:
    return Fault(
        "school-year reset",
        after.period.label,
        f"The figure falls from {before.value} to {after.value} as a new school year begins: it"
        " looks like a total that starts again each September.",
        "If it is cumulative, give it a definition that stands for “since the start of the year”,"
        " and compare the same month of each year.",
    )


def _cumulative_fall(before: Observation, after: Observation, is_new_year: bool) -> Fault:
    if is_new_year:
        return Fault(
            "school-year reset",
            after.period.label,
            f"The total starts again: {before.value} was for the whole of the last school year,"
            f" {after.value} is for the part of this one so far. This is no improvement.",
            "Leave it, and compare the same month of each year.",
        )
    return Fault(
        "total that falls",
        after.period.label,
        f"A total since the start of the year cannot fall from {before.value} to {after.value}.",
        "Check both figures; if the earlier one was corrected, record that as a restatement.",
    )


def gaps(observations: Figures) -> list[Fault]:
    """Find periods that are missing between two others, and lengths that are mixed.

    How far apart figures usually are is taken from themselves: each January is no gap of months.
    """
    pairs = list(pairwise(observations))
    usual = median_low([_apart(*pair) for pair in pairs]) if pairs else 0
    faults = []
    for before, after in pairs:
        if before.period.span != after.period.span:
            faults.append(_mixed(before, after))
        elif _apart(before, after) * 2 > usual * 3:
            faults.append(_gap(before, after))
    return faults


def _apart(before: Observation, after: Observation) -> int:
    """Return how many months apart two figures are, or weeks where they are of weeks."""
    days = (after.period.start - before.period.start).days
    return round(days / (7 if after.period.span is Span.WEEK else 30.44))


def _mixed(before: Observation, after: Observation) -> Fault:
    return Fault(
        "mixed periods",
        after.period.label,
        f"This figure is for a {after.period.span}, the one before for a {before.period.span}.",
        "Keep to one length of period, or make two measures of it.",
    )


def _gap(before: Observation, after: Observation) -> Fault:
    return Fault(
        "gap",
        after.period.label,
        f"Nothing is given between {before.period.label} and {after.period.label}.",
        "Enter the missing figures, or record that the source gave none, and why.",
    )


def counts_that_changed_meaning(observations: Figures) -> list[Fault]:
    """Find a denominator that leaps or falls by half or more while the share stays its own."""
    faults = []
    for before, after in pairwise(one for one in observations if one.denominator):
        old, new = before.denominator, after.denominator
        if old and new and not old / 2 < new < old * 2:
            faults.append(
                Fault(
                    "counts that changed meaning",
                    after.period.label,
                    f"The denominator goes from {old:,} to {new:,}: it may count others now.",
                    "Ask what is counted. If that changed, make a new version of the definition,"
                    " which breaks the line.",
                )
            )
    return faults


def silent_restatements(restated: Iterable[tuple[Observation, Observation]]) -> list[Fault]:
    """Find figures that replace another without saying from which source, or since when."""
    return [
        Fault(
            "restated without saying",
            new.period.label,
            f"{old.value} became {new.value}, and nothing says why.",
            "Name the source of the new figure and the day it was retrieved; readers see both.",
        )
        for old, new in restated
        if old.value != new.value and not (new.source and new.retrieved_on)
    ]


def changed_without_superseding(published: Figures, incoming: Figures) -> list[Fault]:
    """Find figures for a period that has another one already, which they do not supersede."""
    standing = {one.period: one for one in published}
    return [
        Fault(
            "restated without saying",
            new.period.label,
            f"{standing[new.period].value} is recorded already; this says {new.value}.",
            "Say that it replaces the earlier figure, with its source, or leave it out.",
        )
        for new in incoming
        if new.period in standing
        and new.value != standing[new.period].value
        and new.supersedes != standing[new.period].reference
    ]
