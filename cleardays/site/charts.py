"""The figures of a measure as a chart with its table: what is suppressed stays a gap."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from cleardays.design.components.charts import in_figures
from cleardays.design.plots import (
    COMPARATORS,
    Axis,
    Exact,
    Plot,
    latest_stretch,
    line_plot,
    process_plot,
    run_beside,
    xmr_plot,
)
from cleardays.progress.measures.periods import Period, UnknownPeriod, parse_period
from cleardays.progress.measures.series import Dated, Polarity, Target, places_from
from cleardays.progress.measures.spc import XmR, run_chart, xmr
from cleardays.record.charted import Charted, Figure
from cleardays.record.schemas.measure import MeasureDocument
from cleardays.record.schemas.plan import TargetDocument

At = tuple[Period, Figure]
FEWEST_FOR_LIMITS = 6
OWN = "local"


@dataclass(frozen=True)
class Chart:
    """The chart of a measure; ``plot`` is None where there is no figure to draw, ``spc`` where
    there are too few for limits. ``process`` has the limits where ``plot`` compares places, and
    ``run`` the figures about their median."""

    ref: str
    title: str
    plot: Plot | None
    spc: XmR | None = None
    process: Plot | None = None
    run: Plot | None = None


def chart(
    measure: Charted, target: TargetDocument | None = None, *, with_limits: bool = True
) -> Chart:
    """Draw the figures of the first place, its comparators beside them, and the target.

    Limits are reckoned only ``with_limits``, or where they are drawn.
    """
    given = dated(measure.own)
    if not given or not measure.starts:
        return Chart(measure.ref, measure.title, None)
    (name, _), *others = measure.places[: len(COMPARATORS) + 1]
    axis = _axis(measure, place_of(name, measure), given)
    breaks = _places(measure.starts[1:], given)
    values = tuple(decimal(one.value) for _, one in given) if with_limits or not others else ()
    steps = _places(measure.limits, given)
    spc = _spc(measure, values, (breaks, steps), target) if values else None
    run = _run(axis, values, breaks) if with_limits else None
    if spc and not others:
        return Chart(measure.ref, measure.title, xmr_plot(axis, spc), spc, run=run)
    plot = line_plot(
        axis,
        [one.value for _, one in given],
        target=target.target if target else None,
        trajectory=_way(target, [period for period, _ in given]),
        comparators=[(name, _row(rows, given)) for name, rows in others],
        provisional=[place for place, (_, one) in enumerate(given) if one.is_provisional],
        breaks=breaks,
    )
    process = process_plot(axis, spc) if spc else None
    return Chart(measure.ref, measure.title, plot, spc, process, run)


def _run(axis: Axis, values: Exact, breaks: tuple[int, ...]) -> Plot | None:
    cut, figures = latest_stretch(axis, values, breaks)
    return run_beside(cut, run_chart(figures)) if len(figures) >= FEWEST_FOR_LIMITS else None


def place_of(geography: str, measure: Charted | MeasureDocument) -> str:
    """Return how one calls a place: the measure's own area by the body that it is of."""
    return (measure.council or "This area") if geography == OWN else geography


def figure_words(value: float | None, unit: str) -> str:
    """Write a figure with its unit: 52.5%, 14 weeks."""
    words = in_figures(value)
    return f"{words}{unit}" if unit in ("", "%") else f"{words} {unit}"


def dated(own: Sequence[Figure]) -> list[At]:
    """Return figures with their periods; one whose period nobody can read is in the table only."""
    return [(period, one) for one in own if (period := _period(one.period))]


@lru_cache(maxsize=512)
def _period(text: str) -> Period | None:
    try:
        return parse_period(text)
    except UnknownPeriod:
        return None


def decimal(value: float | None) -> Decimal | None:
    """Return a figure as an exact number; None where it is suppressed."""
    return None if value is None else Decimal(str(value))


def _axis(measure: Charted, name: str, given: list[At]) -> Axis:
    known = [(period, one) for period, one in given if one.value is not None]
    unit = measure.unit
    if known:
        (first, one), (last, other) = known[0], known[-1]
        was, now = figure_words(one.value, unit), figure_words(other.value, unit)
        said = f"{name}: {was} in {first.label}, {now} in {last.label}."
    else:
        said = f"{name}: no figure may be shown."
    return Axis(
        measure.title,
        said,
        unit,
        [period.label for period, _ in given],
        [period.short for period, _ in given],
    )


def _row(rows: Sequence[Figure], given: list[At]) -> list[float | None]:
    found = {one.period: one.value for one in rows}
    return [found.get(one.period) for _, one in given]


def _places(days: Sequence[str], given: list[At]) -> tuple[int, ...]:
    """Return the places of the first figures of periods that begin on or after ISO days."""
    if not days:
        return ()
    starts = [date.fromisoformat(day) for day in days if day]
    return places_from(starts, [period for period, _ in given])


def _spc(
    measure: Charted,
    values: Exact,
    anew: tuple[tuple[int, ...], tuple[int, ...]],
    target: TargetDocument | None,
) -> XmR | None:
    """Chart with limits where nothing is missing and there is enough of it.

    ``anew`` are the places of new definitions, and those where only the limits begin anew.
    """
    figures = [value for value in values if value is not None]
    if len(figures) < len(values) or len(figures) < FEWEST_FOR_LIMITS:
        return None
    wanted = decimal(target.target) if target else None
    breaks, steps = anew
    polarity = polarity_of(measure.polarity)
    return xmr(figures, polarity, target=wanted, breaks=breaks, steps=steps)


def polarity_of(words: str) -> Polarity:
    """Return which way is better, from how a definition says it."""
    known = {one.value: one for one in Polarity} | {one.name.lower(): one for one in Polarity}
    return known.get(words) or known.get(words.lower(), Polarity.CONTEXT)


def _way(target: TargetDocument | None, periods: list[Period]) -> list[Decimal | None]:
    """Return where the plan means to be at the end of each period; [] without a trajectory."""
    way = target_of(target)
    return [way.expected(period.end) for period in periods] if way and way.trajectory else []


def target_of(target: TargetDocument | None) -> Target | None:
    """Return a plan's target with its baseline and way; None without a figure and a day."""
    if not target or target.target is None or not target.target_on:
        return None
    has_baseline = target.baseline is not None and target.baseline_on
    return Target(
        _dated(target.target, target.target_on),
        _dated(target.baseline, target.baseline_on) if has_baseline else None,
        tuple(_dated(value, day) for day, value in target.trajectory),
    )


def _dated(value: float | None, day: str) -> Dated:
    return Dated(Decimal(str(value)), date.fromisoformat(day))
