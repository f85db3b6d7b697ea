"""The chart of a measure as those who keep it see it: every figure, small ones too."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

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
from cleardays.progress.measures.periods import Period
from cleardays.progress.measures.series import (
    Definition,
    Observation,
    in_force,
    places_from,
)
from cleardays.progress.measures.series import Target as Wanted
from cleardays.progress.measures.spc import XmR, run_chart, xmr

FEWEST_FOR_LIMITS = 6


@dataclass(frozen=True)
class Drawn:
    """A chart, and the verdicts of its limits where there are figures enough for them.

    ``process`` has the limits where ``plot`` compares places instead, ``run`` the figures about
    their median.
    """

    plot: Plot | None = None
    spc: XmR | None = None
    process: Plot | None = None
    run: Plot | None = None


def drawn(
    title: str,
    versions: Sequence[Definition],
    own: Sequence[Observation],
    others: Sequence[tuple[str, Sequence[Observation]]] = (),
    target: Wanted | None = None,
    limits_from: Sequence[date] = (),
) -> Drawn:
    """Draw the figures that stand, in the order of periods, with what they are compared with.

    ``limits_from`` are the days from which limits are worked out anew.
    """
    known = [one for one in own if one.value is not None]
    if not known:
        return Drawn()
    values = [one.value for one in own]
    breaks = _breaks(versions, [one.period for one in own])
    wanted = target.target.value if target else None
    spc = None
    if len(known) == len(own) >= FEWEST_FOR_LIMITS:
        figures = [value for value in values if value is not None]
        steps = places_from(limits_from, [one.period for one in own])
        polarity = versions[-1].polarity
        spc = xmr(figures, polarity, target=wanted, breaks=breaks, steps=steps)
    axis = _axis(title, versions[-1], own, known)
    run = _run(axis, tuple(values), breaks)
    if spc and not others:
        return Drawn(xmr_plot(axis, spc), spc, run=run)
    plot = line_plot(
        axis,
        values,
        target=wanted,
        trajectory=[target.expected(one.period.end) for one in own]
        if target and target.trajectory
        else [],
        comparators=[(name, _beside(rows, own)) for name, rows in others[: len(COMPARATORS)]],
        provisional=[at for at, one in enumerate(own) if one.finality == "provisional"],
        breaks=breaks,
    )
    return Drawn(plot, spc, process_plot(axis, spc) if spc else None, run)


def _run(axis: Axis, values: Exact, breaks: tuple[int, ...]) -> Plot | None:
    cut, figures = latest_stretch(axis, values, breaks)
    return run_beside(cut, run_chart(figures)) if len(figures) >= FEWEST_FOR_LIMITS else None


def _axis(
    title: str, definition: Definition, own: Sequence[Observation], known: Sequence[Observation]
) -> Axis:
    first, last = known[0], known[-1]
    unit = f" {definition.unit}".rstrip()
    summary = f"{in_figures(first.value)}{unit} in {first.period.label}"
    if last is not first:
        summary += f", {in_figures(last.value)}{unit} in {last.period.label}"
    labels = [one.period.label for one in own]
    ticks = [one.period.short for one in own]
    return Axis(title, f"{summary}.", str(definition.unit), labels, ticks)


def _beside(rows: Sequence[Observation], own: Sequence[Observation]) -> list[Decimal | None]:
    found = {one.period: one.value for one in rows}
    return [found.get(one.period) for one in own]


def _breaks(versions: Sequence[Definition], periods: Sequence[Period]) -> tuple[int, ...]:
    in_turn = [in_force(versions, period) for period in periods]
    return tuple(place for place in range(1, len(in_turn)) if in_turn[place] != in_turn[place - 1])
