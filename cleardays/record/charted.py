"""What a chart draws of a measure: the figures that stand, by place, without their history.

A page that shows a measure beside other things draws it from this, a fifth of the measure.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from cleardays.progress.measures.periods import UnknownPeriod, parse_period
from cleardays.record.schemas.measure import MeasureDocument, ObservationDocument


class Figure(NamedTuple):
    """A figure of a period; ``value`` is None where it is suppressed."""

    period: str
    value: float | None
    is_provisional: bool


@dataclass(frozen=True)
class Charted:
    """A measure to be drawn. ``starts`` are the ISO days ("" for open) from which each of its
    definitions holds; ``places`` has the figures of each place, the measure's own first, in the
    order of their periods; those whose period nobody can read come last. ``limits`` are the ISO
    days from which limits are worked out anew."""

    ref: str
    title: str
    council: str
    unit: str
    polarity: str
    starts: tuple[str, ...]
    places: tuple[tuple[str, tuple[Figure, ...]], ...]
    limits: tuple[str, ...] = ()

    @property
    def own(self) -> tuple[Figure, ...]:
        """The figures of the measure's own place."""
        return self.places[0][1] if self.places else ()


def charted(measure: MeasureDocument) -> Charted:
    """Return what a chart draws of a measure."""
    places: dict[str, list[Figure]] = {}
    for one in standing(measure):
        figure = Figure(one.period, one.value, one.is_provisional)
        places.setdefault(one.geography, []).append(figure)
    newest = measure.definitions[-1] if measure.definitions else None
    return Charted(
        measure.ref,
        measure.title,
        measure.council,
        newest.unit if newest else "",
        newest.polarity if newest else "",
        tuple(sorted(one.valid_from for one in measure.definitions)),
        tuple((name, tuple(sorted(rows, key=_place_in_time))) for name, rows in places.items()),
        tuple(one.starts_on for one in measure.limits),
    )


def _place_in_time(figure: Figure) -> tuple[bool, date, date]:
    try:
        period = parse_period(figure.period)
    except UnknownPeriod:
        return True, date.max, date.max
    return False, period.start, period.end


def from_plain(plain: dict[str, Any]) -> Charted:
    """Return what ``charted`` made, from its JSON."""
    places = tuple((name, tuple(Figure(*one) for one in rows)) for name, rows in plain["places"])
    days = {name: tuple(plain.get(name, ())) for name in ("starts", "limits")}
    return Charted(**{**plain, **days, "places": places})


def standing(measure: MeasureDocument) -> list[ObservationDocument]:
    """Return the figures that stand: those that a later one replaced are left out."""
    newest: dict[tuple[str, str], ObservationDocument] = {}
    for one in sorted(measure.observations, key=lambda one: one.recorded_at):
        newest[(one.geography, one.period)] = one
    return [one for one in measure.observations if newest[(one.geography, one.period)] is one]
