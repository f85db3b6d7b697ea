"""What of an observation may be public, by the small-number rule and what was public before."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from cleardays.progress.measures.series import Definition, Kind, Observation, Unit
from cleardays.progress.measures.shares import may_show_share, shown_cumulative, suppress_share
from cleardays.progress.measures.suppression import Suppressed, suppress
from cleardays.progress.measures.tables import TOTAL, Release, Table

SUPPRESSED = "suppressed: a small number"
COUNTED, WHOLE = ("", "counted"), ("", TOTAL)


@dataclass(frozen=True)
class Published:
    """What the public may see of an observation, and what the next version is checked against.

    ``observation`` has None for what is hidden, and says so in its marker. With any of ``faults``
    nothing of it may be published.
    """

    observation: Observation
    releases: tuple[Release, ...]
    faults: tuple[str, ...] = ()


def publish(
    one: Observation, definition: Definition, history: Sequence[Published] = ()
) -> Published:
    """Hide what the small-number rule of the definition hides.

    ``history`` are the published versions of the same observation, oldest first. A count is
    hidden if it is small; a share or rate if its numerator, what its numerator leaves over, or its
    denominator is; an average if it is of few. A share without both counts is left as it is:
    nothing can be taken from it, and checks ask for its counts.
    """
    earlier = [release for each in history for release in each.releases]
    found = _suppressed(one, definition, earlier)
    if found is None:
        return Published(one, ())
    if found.faults:
        return Published(_without(one, ("value", "numerator", "denominator")), (), found.faults)
    return Published(_without(one, _hidden_parts(found, definition)), (found.release(),))


def _suppressed(
    one: Observation, definition: Definition, earlier: Sequence[Release]
) -> Suppressed | None:
    rule = definition.small_numbers
    if definition.unit is Unit.NUMBER:
        return suppress(_single(one.value), rule, earlier) if _is_count(one.value) else None
    if definition.unit is Unit.POUNDS or one.denominator is None:
        return None if one.numerator is None else suppress(_single(one.numerator), rule, earlier)
    if definition.unit.multiplier == 1:  # an average of so many
        return suppress(_single(one.denominator), rule, earlier)
    if one.numerator is None or one.numerator > one.denominator:
        return suppress(_single(one.denominator), rule, earlier)
    return suppress_share(int(one.numerator), int(one.denominator), rule, earlier)


def _is_count(value: Decimal | None) -> bool:
    return value is not None and value == value.to_integral_value()


def _single(count: Decimal | None) -> Table:
    """Make a table of one count, in which there is nothing to subtract from."""
    cell = int(count or 0)
    unknown = [("", TOTAL), (TOTAL, "counted"), (TOTAL, TOTAL)]
    return Table({COUNTED: cell, **dict.fromkeys(unknown, cell)}, frozenset(unknown))


def _hidden_parts(found: Suppressed, definition: Definition) -> tuple[str, ...]:
    shown = found.shown
    if WHOLE not in shown:
        hidden = shown[COUNTED] is None
        return ("value", "numerator", "denominator") if hidden else ()
    parts = [] if may_show_share(found) else ["value"]
    parts += ["numerator"] if shown[COUNTED] is None else []
    parts += ["denominator"] if shown[WHOLE] is None else []
    return tuple(parts)


def _without(one: Observation, parts: Iterable[str]) -> Observation:
    hidden = dict.fromkeys(parts)
    if not hidden:
        return one
    marker = SUPPRESSED if "value" in hidden else one.marker
    return replace(one, **hidden, marker=marker)  # type: ignore[arg-type]


def publish_running(
    observations: Sequence[Observation], definition: Definition
) -> list[Observation]:
    """Hide points of a cumulative measure where a step from one to the next is a small number.

    The observations are of one year's run, in order; ValueError for a measure of another kind.
    """
    if definition.kind is not Kind.CUMULATIVE:
        raise ValueError(f"{definition.name} is no running total.")
    counts = [
        one.value if definition.unit is Unit.NUMBER else one.numerator for one in observations
    ]
    known = [int(count) for count in counts if count is not None]
    shown = iter(shown_cumulative(known, definition.small_numbers))
    parts = ("value", "numerator", "denominator")
    return [
        _without(one, parts) if count is not None and next(shown) is None else one
        for one, count in zip(observations, counts, strict=True)
    ]
