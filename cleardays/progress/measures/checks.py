"""What goes wrong in tables of figures, each fault in a sentence that says what to do about it.

The cases are real: a comparator of 30.8 beside 3.99, a rate of 54.05 followed by 3.7 because the
school year began anew, a way to the target that goes past it, a rate with and without its sign.
"""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from cleardays.progress.measures.courses import (
    ROUNDING,
    Figures,
    counts_that_changed_meaning,
    gaps,
    made_by_counts,
    misplaced_beside,
    misplaced_points,
    resets,
    silent_restatements,
)
from cleardays.progress.measures.faults import Fault
from cleardays.progress.measures.periods import Period
from cleardays.progress.measures.series import Comparator, Definition, Observation, Unit
from cleardays.progress.measures.steps import counts_of


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
    reset = resets(observations, definition)
    begun = {fault.period for fault in reset}
    # A total that begins anew is explained by that, not by its decimal point.
    misplaced = misplaced_points(observations, definition)
    faults += [fault for fault in misplaced if fault.period not in begun] + reset
    for comparator in comparators:
        faults += misplaced_beside(observations, definition, comparator)
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
    made = made_by_counts(one, definition)
    if one.value is None or made is None or abs(made - one.value) <= ROUNDING:
        return None
    return Fault(
        "not its counts",
        one.period.label,
        f"{one.numerator:,} of {one.denominator:,} makes {made:.1f} {definition.unit}, not"
        f" {one.value}.",
        _unit_advice(one.value, made),
    )


def _unit_advice(value: Decimal, made: Decimal) -> str:
    if made and abs(value / made - Decimal("0.01")) < Decimal("0.001"):
        return "It looks like a share of 1 and not of 100: give every figure in the same unit."
    return "Correct whichever of the three is wrong, or leave the figure out and let it be made."


def parts_over_whole(
    whole: Figures, parts: Sequence[Figures], definition: Definition
) -> list[Fault]:
    """Find periods in which the parts of a whole count more than it: some are counted twice.

    So it is where a whole is divided in two ways at once, by sex and by district.
    """
    added: dict[Period, Decimal] = {}
    for one in (one for rows in parts for one in rows):
        if (count := counts_of(one, definition)[0]) is not None:
            added[one.period] = added.get(one.period, Decimal()) + count
    return [
        Fault(
            "parts over the whole",
            one.period.label,
            f"Its parts make {added[one.period]:,} together, and it is {count:,}: some are"
            " counted twice.",
            "Divide a whole in one way only, by sex or by district, or correct the figures. As"
            " long as it is so, more is hidden than there need be.",
        )
        for one in whole
        if (count := counts_of(one, definition)[0]) is not None
        and added.get(one.period, 0) > count
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
