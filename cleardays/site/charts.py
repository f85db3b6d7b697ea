"""The figures of a measure as a chart with its table: what is suppressed stays a gap."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from cleardays.design.plots import COMPARATORS, Axis, Plot, line_plot, xmr_plot
from cleardays.progress.measures.periods import Period, UnknownPeriod, parse_period
from cleardays.progress.measures.series import Dated, Polarity, Target
from cleardays.progress.measures.spc import XmR, xmr
from cleardays.record.schemas.loading import build
from cleardays.record.schemas.measure import (
    DefinitionDocument,
    MeasureDocument,
    ObservationDocument,
)
from cleardays.record.schemas.plan import TargetDocument
from cleardays.site.following import split_by

FEWEST_FOR_LIMITS = 6
OWN = "local"


@dataclass(frozen=True)
class Chart:
    """The chart of a measure; ``plot`` is None where there is no figure to draw, ``spc`` where
    there are too few for limits."""

    ref: str
    title: str
    plot: Plot | None
    spc: XmR | None = None


def chart_of(ref: str, body: dict[str, Any], target: TargetDocument | None = None) -> Chart:
    """Draw a measure from its plain JSON; limits are reckoned only where they are drawn."""
    return chart(build(MeasureDocument, body), target, with_limits=False)


def chart(
    measure: MeasureDocument, target: TargetDocument | None = None, *, with_limits: bool = True
) -> Chart:
    """Draw the figures of the first geography, its comparators beside them, and the target."""
    by_place = split_by(standing(measure), lambda one: one.geography)
    if not by_place or not measure.definitions:
        return Chart(measure.ref, measure.title, None)
    name, own = next(iter(by_place.items()))
    dated = _in_order(own)
    if not dated:
        return Chart(measure.ref, measure.title, None)
    values = [figure(one) for _, one in dated]
    axis = _axis(measure, place_of(name, measure), dated)
    breaks = _breaks(measure, [period for period, _ in dated])
    others = [_row(rows, dated) for rows in list(by_place.values())[1 : len(COMPARATORS) + 1]]
    names = list(by_place)[1 : len(COMPARATORS) + 1]
    spc = _spc(measure, values, breaks, target) if with_limits or not names else None
    if spc and not names:
        return Chart(measure.ref, measure.title, xmr_plot(axis, spc), spc)
    plot = line_plot(
        axis,
        values,
        target=_decimal(target.target) if target else None,
        trajectory=_way(target, [period for period, _ in dated]),
        comparators=list(zip(names, others, strict=True)),
        provisional=[place for place, (_, one) in enumerate(dated) if one.is_provisional],
        breaks=breaks,
    )
    return Chart(measure.ref, measure.title, plot, spc)


def standing(measure: MeasureDocument) -> list[ObservationDocument]:
    """Return the figures that stand: those that a later one replaced are left out."""
    newest: dict[tuple[str, str], ObservationDocument] = {}
    for one in sorted(measure.observations, key=lambda one: one.recorded_at):
        newest[(one.geography, one.period)] = one
    return [one for one in measure.observations if newest[(one.geography, one.period)] is one]


def place_of(geography: str, measure: MeasureDocument) -> str:
    """Return how one calls a place: the measure's own area by the body that it is of."""
    return (measure.council or "This area") if geography == OWN else geography


def figure(one: ObservationDocument) -> Decimal | None:
    """Return a figure as an exact number; None where it is suppressed."""
    return _decimal(one.value)


def _in_order(own: list[ObservationDocument]) -> list[tuple[Period, ObservationDocument]]:
    """Return figures by their periods; one whose period nobody can read is in the table only."""
    dated = [(period, one) for one in own if (period := _period(one.period))]
    return sorted(dated, key=lambda pair: pair[0])


@lru_cache(maxsize=512)
def _period(text: str) -> Period | None:
    try:
        return parse_period(text)
    except UnknownPeriod:
        return None


def _decimal(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _axis(
    measure: MeasureDocument, name: str, dated: list[tuple[Period, ObservationDocument]]
) -> Axis:
    given = [(period, one) for period, one in dated if one.value is not None]
    unit = measure.definitions[-1].unit
    if given:
        (first, one), (last, other) = given[0], given[-1]
        said = (
            f"{name}: {one.value:g}{unit} in {first.label}, {other.value:g}{unit} in {last.label}."
        )
    else:
        said = f"{name}: no figure may be shown."
    return Axis(
        measure.title,
        said,
        unit,
        [period.label for period, _ in dated],
        [period.short for period, _ in dated],
    )


def _row(
    rows: list[ObservationDocument], dated: list[tuple[Period, ObservationDocument]]
) -> list[Decimal | None]:
    found = {one.period: figure(one) for one in rows}
    return [found.get(one.period) for _, one in dated]


def _breaks(measure: MeasureDocument, periods: list[Period]) -> tuple[int, ...]:
    """Return the places at which a new definition begins."""
    starts = sorted(_day(one) for one in measure.definitions)[1:]
    places = (
        next((place for place, period in enumerate(periods) if period.start >= start), 0)
        for start in starts
    )
    return tuple(place for place in places if place)


def _day(definition: DefinitionDocument) -> date:
    return date.fromisoformat(definition.valid_from) if definition.valid_from else date.min


def _spc(
    measure: MeasureDocument,
    values: list[Decimal | None],
    breaks: tuple[int, ...],
    target: TargetDocument | None,
) -> XmR | None:
    """Chart with limits where nothing is missing and there is enough of it."""
    figures = [value for value in values if value is not None]
    if len(figures) < len(values) or len(figures) < FEWEST_FOR_LIMITS:
        return None
    wanted = _decimal(target.target) if target else None
    return xmr(figures, _polarity(measure), target=wanted, breaks=breaks)


def _polarity(measure: MeasureDocument) -> Polarity:
    words = measure.definitions[-1].polarity
    known = {one.value: one for one in Polarity} | {one.name.lower(): one for one in Polarity}
    return known.get(words) or known.get(words.lower(), Polarity.CONTEXT)


def _way(target: TargetDocument | None, periods: list[Period]) -> list[Decimal | None]:
    """Return where the plan means to be at the end of each period; [] without a trajectory."""
    if not target or target.target is None or not target.target_on or not target.trajectory:
        return []
    start = (
        _dated(target.baseline, target.baseline_on)
        if target.baseline is not None and target.baseline_on
        else None
    )
    points = tuple(_dated(value, day) for day, value in target.trajectory)
    way = Target(_dated(target.target, target.target_on), start, points)
    return [way.expected(period.end) for period in periods]


def _dated(value: float, day: str) -> Dated:
    return Dated(Decimal(str(value)), date.fromisoformat(day))
