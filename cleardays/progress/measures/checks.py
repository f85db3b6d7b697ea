"""What goes wrong in tables of figures, each fault in a sentence that says what to do about it.

The cases are real: a comparator of 30.8 beside 3.99, a rate of 54.05 followed by 3.7 because the
school year began anew, a way to the target that goes past it, a rate with and without its sign.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from statistics import median

from cleardays.progress.measures.series import (
    Comparator,
    Definition,
    Kind,
    Observation,
    Target,
    Unit,
)

ROUNDING = Decimal("0.06")  # a figure printed to one place, and a little for halves
MISPLACED = Decimal(6)  # nearer to ten times than to anything that happens in a year


@dataclass(frozen=True)
class Fault:
    """What is wrong, with which figure (its period's label, or ""), and what to do next."""

    code: str
    period: str
    sentence: str
    next_step: str

    @property
    def words(self) -> str:
        """The whole of it, in the order in which one reads it."""
        where = f"{self.period}: " if self.period else ""
        return f"{where}{self.sentence} {self.next_step}"


Figures = Sequence[Observation]


def check(
    observations: Figures,
    definition: Definition,
    *,
    comparators: Sequence[Comparator] = (),
    restated: Iterable[tuple[Observation, Observation]] = (),
) -> list[Fault]:
    """Run every check over the standing figures of one definition, in the order of periods.

    ``restated`` pairs a figure that was published with the one that replaces it.
    """
    faults = [fault for one in observations for fault in _each(one, definition)]
    faults += misplaced_points(observations, definition)
    for comparator in comparators:
        faults += misplaced_beside(observations, comparator)
    faults += resets(observations, definition)
    faults += gaps(observations)
    faults += counts_that_changed_meaning(observations)
    faults += silent_restatements(restated)
    return faults


def _each(one: Observation, definition: Definition) -> list[Fault]:
    rules: tuple[Callable[[Observation, Definition], Fault | None], ...] = (
        over_a_hundred,
        without_counts,
        numerator_over_denominator,
        not_its_counts,
    )
    found = (rule(one, definition) for rule in rules)
    return [fault for fault in found if fault]


def over_a_hundred(one: Observation, definition: Definition) -> Fault | None:
    """Find a percentage over 100, or below zero."""
    if definition.unit is not Unit.PERCENT or one.value is None or 0 <= one.value <= 100:
        return None
    return Fault(
        "over 100 %",
        one.period.label,
        f"{one.value} % is no share of a whole.",
        "Check the figure; if it is a rate or a change, give the measure that unit instead.",
    )


def without_counts(one: Observation, definition: Definition) -> Fault | None:
    """Find a percentage or rate that gives no numerator and denominator."""
    if definition.unit.multiplier == 1 or one.value is None:
        return None
    missing = [
        name
        for name, part in (("numerator", one.numerator), ("denominator", one.denominator))
        if part is None
    ]
    if not missing:
        return None
    return Fault(
        "percentage without counts",
        one.period.label,
        f"{one.value} {definition.unit} is given without its {' and '.join(missing)}.",
        "Ask for the counts: nobody can see how many children a share without them is about.",
    )


def numerator_over_denominator(one: Observation, definition: Definition) -> Fault | None:
    """Find a share of more than the whole, or of nothing."""
    if definition.unit is not Unit.PERCENT or one.numerator is None or one.denominator is None:
        return None
    if one.denominator == 0 and one.value is not None:
        sentence = f"{one.value} % is given of a denominator of zero."
    elif one.numerator > one.denominator:
        sentence = f"The numerator ({one.numerator:,}) is more than the denominator"
        sentence += f" ({one.denominator:,})."
    else:
        return None
    next_step = "Check that the two columns have not changed places, and count the same period."
    return Fault("numerator over denominator", one.period.label, sentence, next_step)


def not_its_counts(one: Observation, definition: Definition) -> Fault | None:
    """Find a figure that its own numerator and denominator do not make (to one decimal place)."""
    if one.value is None or one.numerator is None or not one.denominator:
        return None
    made = one.numerator / one.denominator * definition.unit.multiplier
    if abs(made - one.value) <= ROUNDING:
        return None
    return Fault(
        "not its counts",
        one.period.label,
        f"{one.numerator:,} of {one.denominator:,} makes {made:.1f} {definition.unit}, not"
        f" {one.value}.".replace(" ,", ","),
        _unit_advice(one.value, made),
    )


def _unit_advice(value: Decimal, made: Decimal) -> str:
    if made and abs(value / made - Decimal("0.01")) < Decimal("0.001"):
        return "It looks like a share of 1 and not of 100: give every figure in the same unit."
    return "Correct whichever of the three is wrong, or leave the figure out and let it be made."


def misplaced_points(observations: Figures, definition: Definition) -> list[Fault]:
    """Find a figure about ten or a hundred times its neighbours, or a tenth or hundredth.

    With three figures or more; a total that begins anew at the school year is another matter.
    """
    if definition.kind is Kind.CUMULATIVE:
        return []
    known = [one for one in observations if one.value]
    faults = []
    for place, one in enumerate(known):
        others = [each.value for each in known[:place] + known[place + 1 :] if each.value]
        if len(others) >= 2 and one.value and (factor := _factor(one.value, median(others))):
            faults.append(_misplaced(one, f"its other figures ({median(others):.4g})", factor))
    return faults


def misplaced_beside(observations: Figures, comparator: Comparator) -> list[Fault]:
    """Find figures and comparators of the same period of which one has its point misplaced."""
    faults = []
    for one in observations:
        other = comparator.value_for(one.period)
        if one.value and other and (factor := _factor(one.value, other)):
            faults.append(_misplaced(one, f"{comparator.name} ({other})", factor))
    return faults


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
        " of 1 and the other of 100. If both are right, say so in a note.",
    )


def resets(observations: Figures, definition: Definition) -> list[Fault]:
    """Find a total that begins anew at the school year, and falls within one.

    A measure that is said to be cumulative may fall only when its year begins; one that is not,
    and falls to less than half each September, is one that nobody said is cumulative.
    """
    faults = []
    for before, after in pairwise(one for one in observations if one.value is not None):
        if before.value is None or after.value is None or after.value >= before.value:
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
    return all(later >= earlier for earlier, later in pairwise(year))


def _reset(before: Observation, after: Observation) -> Fault:
    return Fault(
        "school-year reset",
        after.period.label,
        f"The figure falls from {before.value} to {after.value} as a new school year begins: it"
        " looks like a total that starts again each September.",
        "Say that the measure is cumulative, and compare the same month of each year.",
    )


def _cumulative_fall(before: Observation, after: Observation, is_new_year: bool) -> Fault:
    if is_new_year:
        return Fault(
            "school-year reset",
            after.period.label,
            f"The total starts again: {before.value} was for the whole of the last school year,"
            f" {after.value} is for the part of this one so far. This is no improvement.",
            "Break the line here, and compare the same month of each year.",
        )
    return Fault(
        "total that falls",
        after.period.label,
        f"A total since the start of the year cannot fall from {before.value} to {after.value}.",
        "Check both figures; if the earlier one was corrected, record that as a restatement.",
    )


def gaps(observations: Figures) -> list[Fault]:
    """Find periods that are missing between two others, and lengths that are mixed."""
    faults = []
    for before, after in pairwise(observations):
        if before.period.span != after.period.span:
            faults.append(
                Fault(
                    "mixed periods",
                    after.period.label,
                    f"This is a {after.period.span}, the one before a {before.period.span}.",
                    "Keep to one length of period, or make two measures of it.",
                )
            )
        elif not before.period.is_followed_by(after.period):
            faults.append(
                Fault(
                    "gap",
                    after.period.label,
                    f"Nothing is given between {before.period.label} and {after.period.label}.",
                    "Enter the missing figures, or record that the source gave none, and why.",
                )
            )
    return faults


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
                    f"The denominator goes from {old:,} to {new:,}: it may count something else.",
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


def mixed_units(definition: Definition, comparator_unit: Unit, name: str) -> list[Fault]:
    """Find a comparator that is in another unit than the measure."""
    if comparator_unit == definition.unit:
        return []
    return [
        Fault(
            "units mixed",
            "",
            f"{name} is in {_unit(comparator_unit)}, {definition.name} in"
            f" {_unit(definition.unit)}.",
            "Bring both to one unit before showing one beside the other.",
        )
    ]


def _unit(unit: Unit) -> str:
    return str(unit) or "numbers"


def target_faults(target: Target, definition: Definition) -> list[Fault]:
    """Check a plan's target: a baseline, dates in order, no point past the target or backwards."""
    baseline = target.baseline
    if baseline is None:
        return [
            Fault(
                "target without baseline",
                "",
                f"The target of {target.target.value} has no baseline.",
                "Say what the figure was, and on which day, when the plan was made.",
            )
        ]
    is_up = target.target.value >= baseline.value
    faults = _points_past(target, is_up) + _points_backwards(target, is_up)
    dates = [baseline.on, *(one.on for one in target.trajectory), target.target.on]
    if dates != sorted(set(dates)):
        faults.append(_dates_out_of_order(dates))
    if definition.unit is Unit.PERCENT and not 0 <= target.target.value <= 100:
        sentence = f"A target of {target.target.value} % cannot be met."
        faults.append(Fault("over 100 %", "", sentence, "Set one between 0 and 100."))
    return faults


def _points_past(target: Target, is_up: bool) -> list[Fault]:
    wanted = target.target.value
    return [
        Fault(
            "trajectory past the target",
            _day(point.on),
            f"The way to the target stands at {point.value}, past the target of {wanted} itself.",
            "Correct the point, or set the target where the plan means to end.",
        )
        for point in target.trajectory
        if (point.value > wanted if is_up else point.value < wanted)
    ]


def _points_backwards(target: Target, is_up: bool) -> list[Fault]:
    points = sorted(target.trajectory, key=lambda one: one.on)
    before = target.baseline
    faults = []
    for point in points:
        if before and (point.value < before.value if is_up else point.value > before.value):
            faults.append(
                Fault(
                    "trajectory the wrong way",
                    _day(point.on),
                    f"The way to the target goes from {before.value} to {point.value}, away from"
                    f" {target.target.value}.",
                    "Correct the point, or say why things are meant to get worse first.",
                )
            )
        before = point
    return faults


def _dates_out_of_order(dates: Sequence[date]) -> Fault:
    return Fault(
        "dates out of order",
        "",
        f"Baseline, points and target are dated {', '.join(map(_day, dates))}.",
        "Give each a day of its own, each later than the one before.",
    )


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
