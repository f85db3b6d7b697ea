"""What a measure is and what was observed of it: values that are never overwritten."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from cleardays.progress.measures.periods import Period
from cleardays.progress.measures.tables import SmallNumbers


class Polarity(StrEnum):
    """Which way is better; ``CONTEXT`` where neither is."""

    UP = "higher is better"
    DOWN = "lower is better"
    CONTEXT = "neither is better: for context"


class Kind(StrEnum):
    """What one figure stands for."""

    POINT = "as at a day"
    FLOW = "over the period"
    CUMULATIVE = "since the start of the year"
    SURVEY = "answers to a survey"


class Unit(StrEnum):
    """What a figure counts in, as it is printed after it."""

    NUMBER = ""
    PERCENT = "%"
    PER_1000 = "per 1,000"
    PER_10000 = "per 10,000"
    WEEKS = "weeks"
    DAYS = "days"
    POUNDS = "pounds"

    @property
    def multiplier(self) -> int:
        """By what numerator over denominator is multiplied to make the figure."""
        return {Unit.PERCENT: 100, Unit.PER_1000: 1000, Unit.PER_10000: 10000}.get(self, 1)


class Finality(StrEnum):
    """Whether its source may still change a figure."""

    PROVISIONAL = "provisional"
    FINAL = "final"


@dataclass(frozen=True)
class Definition:
    """One version of what is measured. A new version (``valid_from``) breaks the line.

    ``denominator`` is "" for a plain count. ``source`` names the return, ``frequency`` says in
    words how often it comes.
    """

    name: str
    numerator: str
    denominator: str = ""
    unit: Unit = Unit.NUMBER
    polarity: Polarity = Polarity.CONTEXT
    kind: Kind = Kind.FLOW
    source: str = ""
    frequency: str = ""
    small_numbers: SmallNumbers = field(default_factory=SmallNumbers)
    valid_from: date = date.min


@dataclass(frozen=True)
class Observation:
    """One figure for one period, as one source gave it on one day.

    ``value`` None means that the source gave none; ``marker`` is then its word for why. A figure
    that is restated is another observation, whose ``supersedes`` is the ``reference`` of the one
    before: both are kept.
    """

    reference: str
    period: Period
    value: Decimal | None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    finality: Finality = Finality.FINAL
    source: str = ""
    retrieved_on: date | None = None
    recorded_at: datetime | None = None
    supersedes: str = ""
    marker: str = ""


@dataclass(frozen=True)
class Recalculation:
    """From when the limits of a measure are worked out anew, why, and who decided that on a day.

    The definition stays: only what is to be expected of the figures changes.
    """

    starts_on: date
    reason: str
    by: str
    on: date


@dataclass(frozen=True)
class Comparator:
    """The same measure elsewhere: England, the region, statistical neighbours."""

    name: str
    observations: tuple[Observation, ...]

    def value_for(self, period: Period) -> Decimal | None:
        """Find the comparator's figure for a period, or None."""
        found = {one.period: one.value for one in self.observations}
        return found.get(period)


@dataclass(frozen=True)
class Dated:
    """A figure and the day for which it holds."""

    value: Decimal
    on: date


@dataclass(frozen=True)
class Target:
    """Where a plan starts from, where it means to be and by when, and the points on the way."""

    target: Dated
    baseline: Dated | None = None
    trajectory: tuple[Dated, ...] = ()

    def expected(self, on: date) -> Decimal | None:
        """Say where the plan means to be on a day: on a straight line between its points.

        None before the baseline, or where there is none; the target itself from its day on.
        """
        if on >= self.target.on:
            return self.target.value
        if self.baseline is None or on < self.baseline.on:
            return None
        points = [self.baseline, *sorted(self.trajectory, key=lambda one: one.on), self.target]
        before, after = next(pair for pair in pairwise(points) if pair[0].on <= on < pair[1].on)
        share = Decimal((on - before.on).days) / (after.on - before.on).days
        return before.value + (after.value - before.value) * share


@dataclass(frozen=True)
class Line:
    """A run of observations under one definition: what may be joined by a line."""

    definition: Definition
    observations: tuple[Observation, ...]


def latest(observations: Iterable[Observation], as_at: datetime) -> list[Observation]:
    """Keep of each period the figure that stood at a moment, in the order of periods.

    What was recorded later is left out, and what was superseded by then. Figures without a time
    of recording count as always known.
    """
    known = [one for one in observations if one.recorded_at is None or one.recorded_at <= as_at]
    superseded = {one.supersedes for one in known if one.supersedes}
    standing: dict[Period, Observation] = {}
    for one in sorted(known, key=_recorded):
        if one.reference not in superseded:
            standing[one.period] = one
    return [standing[period] for period in sorted(standing)]


def _recorded(one: Observation) -> tuple[bool, float]:
    return (one.recorded_at is not None, one.recorded_at.timestamp() if one.recorded_at else 0)


def restatements(observations: Sequence[Observation]) -> list[tuple[Observation, Observation]]:
    """Pair each figure that was restated with what replaced it, oldest first."""
    by_reference = {one.reference: one for one in observations}
    return [
        (by_reference[one.supersedes], one)
        for one in sorted(observations, key=_recorded)
        if one.supersedes in by_reference
    ]


def lines(observations: Iterable[Observation], definitions: Sequence[Definition]) -> list[Line]:
    """Divide observations where the definition changed: each belongs to the version in force when
    its period began. ValueError for a period before the first definition.
    """
    versions = sorted(definitions, key=lambda one: one.valid_from)
    found: dict[date, list[Observation]] = {}
    for one in sorted(observations, key=lambda each: each.period):
        if versions[0].valid_from > one.period.start:
            raise ValueError(f"No definition of this measure was in force in {one.period.label}.")
        found.setdefault(in_force(versions, one.period).valid_from, []).append(one)
    by_start = {version.valid_from: version for version in versions}
    return [Line(by_start[start], tuple(run)) for start, run in sorted(found.items())]


def in_force(versions: Sequence[Definition], period: Period) -> Definition:
    """Return the version that was in force when a period began; the first for one before that."""
    ordered = sorted(versions, key=lambda one: one.valid_from)
    begun = [version for version in ordered if version.valid_from <= period.start]
    return begun[-1] if begun else ordered[0]


def places_from(starts: Iterable[date], periods: Sequence[Period]) -> tuple[int, ...]:
    """Return the places of the first periods that begin on or after days; never the very first."""
    found = {
        next((at for at, period in enumerate(periods) if period.start >= start), 0)
        for start in starts
    }
    return tuple(sorted(found - {0}))


def breaks(observed: Sequence[Line]) -> tuple[int, ...]:
    """Say at which places, counted from 0 through all lines, a new definition begins."""
    places: list[int] = []
    count = 0
    for line in observed[:-1]:
        count += len(line.observations)
        places.append(count)
    return tuple(places)
