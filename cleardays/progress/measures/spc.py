"""Run charts and XmR charts by NHS England's Making Data Count: limits, signals, verdicts.

Limits are the mean and 2.66 times the average moving range either side of it. As in the
spreadsheet of Making Data Count every moving range counts; with ``screened`` those of 3.267 times
the average or more are left out once, which makes the limits narrower (Nelson, "Control charts for
individual measurements", Journal of Quality Technology 14, 1982).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from statistics import median

from cleardays.progress.measures.series import Polarity
from cleardays.progress.measures.signals import (
    RUN,
    Signal,
    near_limits,
    shifts,
    shifts_past_ties,
    side,
    trends,
)

LIMIT = Decimal("2.66")
NEAR = LIMIT * 2 / 3
SCREEN = Decimal("3.267")
LEAST = 6  # fewer make no limits worth drawing (Wheeler, Understanding Variation, p 60)
FIRM = 12  # fewer make limits on trial, which move with each figure


class Variation(StrEnum):
    """What a point says: Making Data Count's variation icons, in words."""

    TOO_FEW = "too few figures to tell"
    COMMON = "common cause: no more than the usual ups and downs"
    IMPROVING_HIGH = "special cause, improving: higher"
    IMPROVING_LOW = "special cause, improving: lower"
    CONCERNING_HIGH = "special cause, concerning: higher"
    CONCERNING_LOW = "special cause, concerning: lower"
    HIGH = "special cause, neither better nor worse: higher"
    LOW = "special cause, neither better nor worse: lower"


class Assurance(StrEnum):
    """Whether the target will be met if nothing changes: the assurance icons, in words."""

    NO_TARGET = "no target"
    TOO_FEW = "too few figures to tell"
    PASSES = "consistently passing the target"
    FAILS = "consistently failing the target"
    HIT_AND_MISS = "hit and miss: the target may be met or missed by chance"


@dataclass(frozen=True)
class Limits:
    """The middle and the limits of one stretch of figures; on trial while there are few."""

    mean: Decimal
    average_range: Decimal
    is_trial: bool

    @property
    def upper(self) -> Decimal:
        return self.mean + LIMIT * self.average_range

    @property
    def lower(self) -> Decimal:
        return self.mean - LIMIT * self.average_range

    def is_outside(self, value: Decimal) -> bool:
        """Say whether a value lies beyond a limit; one on the limit does not."""
        return abs(value - self.mean) > LIMIT * self.average_range

    def is_near(self, value: Decimal) -> bool:
        """Say whether a value lies in the outer third between the mean and a limit."""
        return not self.is_outside(value) and abs(value - self.mean) > NEAR * self.average_range


@dataclass(frozen=True)
class Point:
    """One figure with its signals, and what they say by the polarity of the measure."""

    value: Decimal
    signals: frozenset[Signal]
    variation: Variation
    limits: Limits | None


@dataclass(frozen=True)
class XmR:
    """A chart of individual figures.

    ``breaks`` are the places where a new definition begins, ``steps`` those where somebody had
    the limits worked out anew: the figures go on there.
    """

    points: tuple[Point, ...]
    breaks: tuple[int, ...]
    assurance: Assurance
    target: Decimal | None = None
    steps: tuple[int, ...] = ()

    @property
    def variation(self) -> Variation:
        """What the latest figure says."""
        return self.points[-1].variation if self.points else Variation.TOO_FEW


@dataclass(frozen=True)
class RunChart:
    """A chart of figures about their median, for few figures or those that jump."""

    values: tuple[Decimal, ...]
    median: Decimal | None
    signals: tuple[frozenset[Signal], ...]


def xmr(
    values: Sequence[Decimal],
    polarity: Polarity,
    *,
    target: Decimal | None = None,
    breaks: Sequence[int] = (),
    steps: Sequence[int] = (),
    screened: bool = False,
) -> XmR:
    """Chart figures in the order of time; limits are worked out anew at ``breaks`` and ``steps``.

    A stretch of fewer than six gets no limits and no verdict; of fewer than twelve, limits on
    trial. The verdicts are those of the last stretch.
    """
    places = sorted({place for place in breaks if 0 < place < len(values)})
    stepped = sorted({place for place in steps if 0 < place < len(values)} - set(places))
    points: list[Point] = []
    for start, end in pairwise([0, *sorted([*places, *stepped]), len(values)]):
        points.extend(_stretch(values[start:end], polarity, screened))
    limits = points[-1].limits if points else None
    assurance = _assurance(target, limits, polarity)
    return XmR(tuple(points), tuple(places), assurance, target, tuple(stepped))


def is_step_change(before: Sequence[Decimal], after: Sequence[Decimal]) -> bool:
    """Say whether figures moved to one side of the mean of those before, and stayed there.

    Seven of them, or all where there are only six. Making Data Count has limits worked out anew
    for a change that lasts and whose cause is known; of both only the first can be counted.
    """
    if len(before) < LEAST or len(after) < LEAST:
        return False
    middle = _mean(before)
    sides = {side(value, middle) for value in after[:RUN]}
    return len(sides) == 1 and sides != {0}


def limits_of(values: Sequence[Decimal], *, screened: bool = False) -> Limits:
    """Work out the limits of a stretch of two or more figures."""
    ranges = [abs(later - earlier) for earlier, later in pairwise(values)]
    average = _mean(ranges)
    if screened:
        average = _mean([one for one in ranges if one < SCREEN * average])
    return Limits(_mean(values), average, is_trial=len(values) < FIRM)


def _mean(values: Sequence[Decimal]) -> Decimal:
    return sum(values, Decimal()) / len(values) if values else Decimal()


def _stretch(values: Sequence[Decimal], polarity: Polarity, screened: bool) -> list[Point]:
    if len(values) < LEAST:
        return [Point(value, frozenset(), Variation.TOO_FEW, None) for value in values]
    limits = limits_of(values, screened=screened)
    sides = [side(value, limits.mean) for value in values]
    moving = trends(values)
    found: dict[Signal, Collection[int]] = {
        Signal.OUTSIDE: {place for place, one in enumerate(values) if limits.is_outside(one)},
        Signal.SHIFT: shifts(sides),
        Signal.TREND: moving,
        Signal.NEAR_LIMIT: near_limits(sides, lambda place: limits.is_near(values[place])),
    }
    points = []
    for place, value in enumerate(values):
        signals = frozenset(signal for signal, places in found.items() if place in places)
        ways = _ways(signals, sides[place], moving.get(place, frozenset()))
        points.append(Point(value, signals, _variation(ways, polarity), limits))
    return points


def _ways(signals: frozenset[Signal], side: int, moving: frozenset[int]) -> frozenset[int]:
    """Return which way the strongest signal of a point speaks: both, of a peak of two trends.

    A point outside the limits speaks for its side, a trend for where it goes, on whichever side
    of the mean, the others for their side: the order in which NHS England's tools agreed to colour
    them (https://github.com/nhs-r-community/NHSRplotthedots/pull/180).
    """
    if Signal.TREND in signals and Signal.OUTSIDE not in signals:
        return moving
    return frozenset({side}) if signals else frozenset()


def _variation(ways: frozenset[int], polarity: Polarity) -> Variation:
    """Judge a point; one that speaks both ways is shown as improving, as in their single chart."""
    if not ways:
        return Variation.COMMON
    if polarity is Polarity.CONTEXT:
        return Variation.HIGH if 1 in ways else Variation.LOW
    if polarity is Polarity.UP:
        return Variation.IMPROVING_HIGH if 1 in ways else Variation.CONCERNING_LOW
    return Variation.IMPROVING_LOW if -1 in ways else Variation.CONCERNING_HIGH


def _assurance(target: Decimal | None, limits: Limits | None, polarity: Polarity) -> Assurance:
    if target is None or polarity is Polarity.CONTEXT:
        return Assurance.NO_TARGET
    if limits is None:
        return Assurance.TOO_FEW
    if limits.lower <= target <= limits.upper:
        return Assurance.HIT_AND_MISS
    is_passing = (target < limits.lower) == (polarity is Polarity.UP)
    return Assurance.PASSES if is_passing else Assurance.FAILS


def run_chart(values: Sequence[Decimal]) -> RunChart:
    """Chart figures about their median, with shifts and trends of seven as on an XmR chart.

    Points on the median neither make nor end a run. The median of none is None.
    """
    if not values:
        return RunChart((), None, ())
    middle = median(values)
    shifted = shifts_past_ties([side(value, middle) for value in values])
    moving = trends(values)
    signals = tuple(
        frozenset(
            signal
            for signal, places in ((Signal.SHIFT, shifted), (Signal.TREND, moving))
            if place in places
        )
        for place in range(len(values))
    )
    return RunChart(tuple(values), middle, signals)
