"""A measure's stored definitions and figures as values, and what of the figures may be public."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from cleardays.progress.measures.periods import Period, parse_period
from cleardays.progress.measures.publication import publish_series
from cleardays.progress.measures.series import (
    Dated,
    Definition,
    Finality,
    Kind,
    Observation,
    Polarity,
    Recalculation,
    Target,
    Unit,
)
from cleardays.progress.measures.tables import SmallNumbers
from cleardays.workroom.plans import models

FOR_FIGURES = "what may be public is worked out from all figures, small ones too"


class BadDefinition(ValueError):
    """A stored definition that says nothing that can be measured; the message says which part."""


@dataclass(frozen=True)
class Shown:
    """A row and what the public may see of it; ``faults`` say why nothing may be published."""

    row: models.Observation
    observation: Observation
    faults: tuple[str, ...] = ()


def definition_of(plain: Mapping[str, Any], small_number: int = 5) -> Definition:
    """Return a stored version of a definition as a value; BadDefinition says what is wrong."""
    try:
        return Definition(
            name=str(plain["name"]),
            numerator=str(plain["numerator"]),
            denominator=str(plain.get("denominator", "")),
            unit=Unit(plain.get("unit", Unit.NUMBER)),
            polarity=Polarity(plain.get("polarity", Polarity.CONTEXT)),
            kind=Kind(plain.get("kind", Kind.FLOW)),
            source=str(plain.get("source", "")),
            frequency=str(plain.get("frequency", "")),
            small_numbers=SmallNumbers(small_number, bool(plain.get("hides_zero", False))),
            valid_from=date.fromisoformat(plain["valid_from"]),
        )
    except KeyError as missing:
        raise BadDefinition(f"The definition lacks its {missing.args[0]}") from missing
    except (ValueError, TypeError) as wrong:
        raise BadDefinition(f"The definition cannot be read: {wrong}") from wrong


def definitions_of(measure: models.Measure) -> list[Definition]:
    """Return the versions of what is measured, oldest first."""
    return [definition_of(plain, measure.small_number) for plain in measure.definition]


def recalculations_of(measure: models.Measure) -> list[Recalculation]:
    """Return from when the limits of a measure are worked out anew, oldest first."""
    found = [
        Recalculation(
            date.fromisoformat(plain["starts_on"]),
            plain["reason"],
            plain["by"],
            date.fromisoformat(plain["on"]),
        )
        for plain in measure.limits
    ]
    return sorted(found, key=lambda one: one.starts_on)


def shown_of(
    measure: models.Measure, was_shown: Collection[str] = (), was_seen: Collection[str] = ()
) -> list[Shown]:
    """Return every figure with what the public may see of it, in the order of periods.

    ``was_shown`` are the references of figures that some public version shows already,
    ``was_seen`` of those in versions that were taken back. The measure's own area comes first,
    then what it is compared with.
    """
    versions = definitions_of(measure)
    places: defaultdict[str, list[models.Observation]] = defaultdict(list)
    for row in rows_of(measure):
        places[row.geography].append(row)
    found = [
        one for rows in places.values() for one in _shown(rows, versions, was_shown, was_seen)
    ]
    return sorted(found, key=in_order)


def rows_of(measure: models.Measure) -> list[models.Observation]:
    """Return every figure of a measure, in the order in which they were recorded."""
    everything = models.Observation.objects.unrestricted(because=FOR_FIGURES)
    return list(everything.filter(measure=measure).order_by("recorded_at", "pk"))


def _shown(
    rows: Sequence[models.Observation],
    versions: Sequence[Definition],
    was_shown: Collection[str],
    was_seen: Collection[str],
) -> Iterator[Shown]:
    values = [observation_of(row) for row in rows]
    found = publish_series(values, versions, was_shown, was_seen)
    for row, one in zip(rows, found, strict=True):
        yield Shown(row, one.observation, one.faults)


def in_order(one: Shown) -> tuple[bool, str, Period, int]:
    """Order figures by place, the measure's own first, by period, and as they were recorded."""
    place = one.row.geography
    return (place != models.Observation.OWN, place, one.observation.period, one.row.pk)


def observation_of(row: models.Observation) -> Observation:
    """Return a stored row as a value; UnknownPeriod for a period that nobody can place."""
    return Observation(
        reference=str(row.pk),
        period=parse_period(row.period),
        value=_decimal(row.value),
        numerator=_decimal(row.numerator),
        denominator=_decimal(row.denominator),
        finality=Finality.PROVISIONAL if row.is_provisional else Finality.FINAL,
        source=row.source,
        retrieved_on=row.retrieved_on,
        recorded_at=row.recorded_at,
        supersedes=str(row.supersedes_id or ""),
        marker=row.marker,
    )


def _decimal(number: float | None) -> Decimal | None:
    """Return a number exactly, without zeros at its end nor an exponent: 30 and not 3E+1."""
    if number is None:
        return None
    exact = Decimal(str(number)).normalize()
    return exact.quantize(Decimal(1)) if exact.as_tuple().exponent > 0 else exact  # type: ignore[operator]


def target_of(row: models.Target) -> Target:
    """Return a stored target as the value that the arithmetic takes."""
    baseline = (
        Dated(Decimal(str(row.baseline)), row.baseline_on)
        if row.baseline is not None and row.baseline_on
        else None
    )
    points = tuple(
        Dated(Decimal(str(value)), date.fromisoformat(on)) for on, value in row.trajectory
    )
    return Target(Dated(Decimal(str(row.target)), row.target_on), baseline, points)
