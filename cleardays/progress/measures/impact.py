"""The impact axis: what a measure says of a plan, from baseline, target and figures alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from cleardays.progress.measures.periods import Period
from cleardays.progress.measures.series import Polarity, Target


class FigureLike(Protocol):
    """A figure of a period; ``value`` is None where there is none."""

    @property
    def period(self) -> Period: ...
    @property
    def value(self) -> Decimal | None: ...


class Impact(StrEnum):
    """One of the four axes of how a plan stands (inspections domain, 3.4)."""

    NO_BASELINE = "no baseline"
    TOO_EARLY = "too early to say"
    WRONG_WAY = "moved the wrong way"
    NO_CHANGE = "no change"
    TOWARDS = "moved towards the target"
    AT_TARGET = "at the target"
    STAYED = "at the target and staying there"


# The words say it; a tone only supports them.
TONES = {
    Impact.NO_BASELINE: "plain",
    Impact.TOO_EARLY: "plain",
    Impact.WRONG_WAY: "bad",
    Impact.NO_CHANGE: "warning",
    Impact.TOWARDS: "note",
    Impact.AT_TARGET: "good",
    Impact.STAYED: "good",
}


@dataclass(frozen=True)
class ImpactFound:
    """How it stands, since how many periods at the target, and until when it is too early."""

    impact: Impact
    periods: int = 0
    until: date | None = None

    @property
    def words(self) -> str:
        """Say it in a few words, with the number of periods or the day."""
        if self.impact is Impact.STAYED:
            return f"at the target for {self.periods} periods"
        if self.impact is Impact.TOO_EARLY and self.until:
            return f"too early to say until {self.until.day} {self.until:%B %Y}"
        return str(self.impact)


def impact(
    figures: Sequence[FigureLike],
    target: Target | None,
    polarity: Polarity,
    *,
    on: date,
    too_early_until: date | None = None,
    margin: Decimal = Decimal(),
) -> ImpactFound:
    """Judge figures in the order of periods against baseline and target.

    Which way is right is from baseline to target; where they are the same, the polarity says.

    Only figures for periods that ended after the baseline count. A change of no more than
    ``margin``, in the measure's unit, is none. A target that was reached is at the target even
    while it is early.
    """
    if target is None or target.baseline is None:
        return ImpactFound(Impact.NO_BASELINE)
    values = [
        one.value
        for one in figures
        if one.value is not None and target.baseline.on < one.period.end <= on
    ]
    is_up = _is_up(target.baseline.value, target.target.value, polarity)
    reached = _reached_in_a_row(values, target.target.value, is_up)
    if reached:
        return ImpactFound(Impact.STAYED if reached > 1 else Impact.AT_TARGET, reached)
    if not values or (too_early_until and on < too_early_until):
        return ImpactFound(Impact.TOO_EARLY, until=too_early_until)
    return ImpactFound(_way(values[-1] - target.baseline.value, is_up, margin))


def _is_up(baseline: Decimal, wanted: Decimal, polarity: Polarity) -> bool:
    return polarity is not Polarity.DOWN if wanted == baseline else wanted > baseline


def _reached_in_a_row(values: Sequence[Decimal], wanted: Decimal, is_up: bool) -> int:
    """Count how many of the latest figures are at the target or past it."""
    missed = (
        place
        for place, value in enumerate(reversed(values))
        if (value < wanted if is_up else value > wanted)
    )
    return next(missed, len(values))


def _way(moved: Decimal, is_up: bool, margin: Decimal) -> Impact:
    if abs(moved) <= margin:
        return Impact.NO_CHANGE
    return Impact.TOWARDS if (moved > 0) == is_up else Impact.WRONG_WAY
