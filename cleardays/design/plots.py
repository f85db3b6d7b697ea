"""What a chart is made of: figures in the order of time, and the lines they are read against.

Builders take the results of the arithmetic of measures by their shape: this room knows no other.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from typing import Literal, Protocol

Mark = Literal["plain", "improving", "concerning", "high", "low", "provisional"]
LineKind = Literal["middle", "limit", "target", "trajectory", "first", "second", "third"]
Number = Decimal | float
Values = tuple[Number | None, ...]
Exact = tuple[Decimal | None, ...]
COMPARATORS: tuple[LineKind, ...] = ("first", "second", "third")

MARK_WORDS: dict[Mark, str] = {
    "plain": "A figure",
    "improving": "Special cause, improving",
    "concerning": "Special cause, concerning",
    "high": "Special cause, higher",
    "low": "Special cause, lower",
    "provisional": "A provisional figure",
}


@dataclass(frozen=True)
class PlotLine:
    """A line to read the figures against: a value, or None, for each of them."""

    name: str
    kind: LineKind
    values: Values


@dataclass(frozen=True)
class Plot:
    """A chart. ``labels`` and ``values`` are as long as each other; ``ticks`` are short labels.

    ``summary`` says in a sentence what there is to see: it is read out, and printed above.
    ``breaks`` are the places, from 1, at which a new line begins, ``steps`` those at which only
    the lines beside the figures do. ``extra`` are more columns of the table: a name and a cell
    for each figure.
    """

    title: str
    summary: str
    unit: str
    labels: tuple[str, ...]
    ticks: tuple[str, ...]
    values: Values
    marks: tuple[Mark, ...]
    lines: tuple[PlotLine, ...] = ()
    breaks: tuple[int, ...] = ()
    steps: tuple[int, ...] = ()
    says: tuple[str, ...] = ()
    extra: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def __post_init__(self) -> None:
        count = len(self.labels)
        rows = [self.ticks, self.values, self.marks, *(line.values for line in self.lines)]
        rows += [cells for _, cells in self.extra] + ([self.says] if self.says else [])
        if any(len(row) != count for row in rows):
            raise ValueError(f"Everything in a chart of {count} periods is {count} long.")


@dataclass(frozen=True)
class Axis:
    """What every builder needs to be told: words, and the periods."""

    title: str
    summary: str
    unit: str
    labels: Sequence[str]
    ticks: Sequence[str] = ()
    extra: tuple[tuple[str, tuple[str, ...]], ...] = field(default=())

    def plot(self, values: Values, marks: Iterable[Mark], **rest: object) -> Plot:
        """Make the chart of these words and periods."""
        return Plot(
            self.title, self.summary, self.unit, tuple(self.labels),
            tuple(self.ticks or self.labels), values, tuple(marks), extra=self.extra,
            **rest,  # type: ignore[arg-type]
        )  # fmt: skip


class LimitsLike(Protocol):
    """Mean and limits of a stretch of figures."""

    @property
    def mean(self) -> Decimal: ...
    @property
    def upper(self) -> Decimal: ...
    @property
    def lower(self) -> Decimal: ...
    @property
    def is_trial(self) -> bool: ...


class PointLike(Protocol):
    """One figure of an XmR chart."""

    @property
    def value(self) -> Decimal: ...
    @property
    def signals(self) -> Collection[str]: ...
    @property
    def variation(self) -> StrEnum: ...
    @property
    def limits(self) -> LimitsLike | None: ...


class XmRLike(Protocol):
    """An XmR chart as the arithmetic leaves it."""

    @property
    def points(self) -> Sequence[PointLike]: ...
    @property
    def breaks(self) -> tuple[int, ...]: ...
    @property
    def steps(self) -> tuple[int, ...]: ...
    @property
    def target(self) -> Decimal | None: ...


class RunLike(Protocol):
    """A run chart as the arithmetic leaves it."""

    @property
    def values(self) -> tuple[Decimal, ...]: ...
    @property
    def median(self) -> Decimal | None: ...
    @property
    def signals(self) -> Sequence[Collection[str]]: ...


def latest_stretch(
    axis: Axis, values: Exact, breaks: Sequence[int]
) -> tuple[Axis, tuple[Decimal, ...]]:
    """Keep the figures since the newest definition, and their periods; gaps are passed over."""
    start = max(breaks, default=0)
    kept = [at for at in range(start, len(values)) if values[at] is not None]
    ticks = axis.ticks or axis.labels
    cut = replace(
        axis,
        labels=[axis.labels[at] for at in kept],
        ticks=[ticks[at] for at in kept],
        extra=tuple((name, tuple(cells[at] for at in kept)) for name, cells in axis.extra),
    )
    return cut, tuple(value for value in values[start:] if value is not None)


def process_plot(axis: Axis, chart: XmRLike) -> Plot | None:
    """Draw an XmR chart beside another of the same figures; None where no limits are drawn."""
    last = chart.points[-1]
    if last.limits is None:
        return None
    mean, lower, upper = (
        _figure(one, axis.unit) for one in (last.limits.mean, last.limits.lower, last.limits.upper)
    )
    summary = f"The mean is {mean}, the limits {lower} and {upper}. Latest: {_says(last)}."
    return xmr_plot(replace(axis, title=f"{axis.title}: XmR chart", summary=summary), chart)


def run_beside(axis: Axis, chart: RunLike) -> Plot:
    """Draw a run chart beside another of the same figures."""
    found = "; ".join(sorted(chart.signals[-1])) or "nothing unusual"
    summary = f"The median is {_figure(chart.median or Decimal(), axis.unit)}. Latest: {found}."
    return run_plot(replace(axis, title=f"{axis.title}: run chart", summary=summary), chart)


def _figure(value: Decimal, unit: str) -> str:
    words = f"{value:,.1f}".removesuffix(".0")
    return f"{words} {unit}".rstrip()


def xmr_plot(axis: Axis, chart: XmRLike) -> Plot:
    """Draw an XmR chart: figures, mean, limits (not past 0, nor 100 %), target, signals."""
    points = chart.points
    if chart.steps:
        anew = ", ".join(axis.labels[place] for place in chart.steps)
        axis = replace(axis, summary=f"{axis.summary} The limits begin anew in {anew}.")
    within = _bounds(axis.unit, [point.value for point in points])
    limits = [point.limits for point in points]
    trial = " (on trial: few figures)" if any(one and one.is_trial for one in limits) else ""
    lines = [
        PlotLine("Mean", "middle", tuple(one.mean if one else None for one in limits)),
        PlotLine(
            f"Upper limit{trial}",
            "limit",
            tuple(min(one.upper, within[1]) if one else None for one in limits),
        ),
        PlotLine(
            f"Lower limit{trial}",
            "limit",
            tuple(max(one.lower, within[0]) if one else None for one in limits),
        ),
    ]
    if not any(limits):
        lines = []
    if chart.target is not None:
        lines.append(PlotLine("Target", "target", (chart.target,) * len(points)))
    return axis.plot(
        tuple(point.value for point in points),
        [_mark(point.variation.name) for point in points],
        lines=tuple(lines),
        breaks=chart.breaks,
        steps=chart.steps,
        says=tuple(
            f"Limits begin anew. {_says(point)}" if place in chart.steps else _says(point)
            for place, point in enumerate(points)
        ),
    )


def _bounds(unit: str, values: Sequence[Decimal]) -> tuple[Decimal, Decimal]:
    low = Decimal(0) if all(value >= 0 for value in values) else Decimal("-Infinity")
    return low, Decimal(100) if unit == "%" else Decimal("Infinity")


def _mark(variation: str) -> Mark:
    way = variation.partition("_")[0].lower()
    return way if way in {"improving", "concerning", "high", "low"} else "plain"  # type: ignore[return-value]


def _says(point: PointLike) -> str:
    if not point.signals:
        return str(point.variation).partition(":")[0]
    return f"{point.variation} ({'; '.join(sorted(point.signals))})"


def run_plot(axis: Axis, chart: RunLike) -> Plot:
    """Draw a run chart: figures about their median, with shifts and trends."""
    sides = ["high" if value > (chart.median or 0) else "low" for value in chart.values]
    marks = [side if found else "plain" for side, found in zip(sides, chart.signals, strict=True)]
    return axis.plot(
        chart.values,
        marks,  # type: ignore[arg-type]
        lines=(PlotLine("Median", "middle", (chart.median,) * len(chart.values)),),
        says=tuple("; ".join(sorted(found)) or "nothing unusual" for found in chart.signals),
    )


def line_plot(
    axis: Axis,
    values: Sequence[Number | None],
    *,
    target: Number | None = None,
    trajectory: Sequence[Number | None] = (),
    comparators: Sequence[tuple[str, Sequence[Number | None]]] = (),
    provisional: Collection[int] = (),
    breaks: tuple[int, ...] = (),
) -> Plot:
    """Draw figures with their target, the way to it, and up to three comparators.

    ``provisional`` are the places of figures that may still change.
    """
    if len(comparators) > len(COMPARATORS):
        raise ValueError("A chart can be read with three comparators at most.")
    lines = [
        PlotLine(name, kind, tuple(row))
        for kind, (name, row) in zip(COMPARATORS, comparators, strict=False)
    ]
    if target is not None:
        lines.append(PlotLine("Target", "target", (target,) * len(values)))
    if trajectory:
        lines.append(PlotLine("Way to the target", "trajectory", tuple(trajectory)))
    marks: list[Mark] = [
        "provisional" if place in provisional else "plain" for place in range(len(values))
    ]
    says = tuple("provisional" if mark == "provisional" else "final" for mark in marks)
    return axis.plot(
        tuple(values), marks, lines=tuple(lines), breaks=breaks, says=says if provisional else ()
    )
