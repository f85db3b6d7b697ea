"""Invented figures of an invented river authority, to show charts with."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from cleardays.design.plots import Axis, Plot, line_plot, run_plot, xmr_plot

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
TICKS = tuple(f"{MONTHS[at % 12]} {23 + at // 12}" for at in range(3, 23))
REPAIRS = [Decimal(v) for v in (52, 48, 57, 50, 46, 55, 59, 53, 42, 51, 55, 58, 60, 61, 59, 63)]
RISEN = 11  # from here on all are above the mean
LATEST = [Decimal(v) for v in (66, 64, 68, 71)]


class Variation(StrEnum):
    """What a point may say: some of the verdicts."""

    COMMON = "common cause: no more than the usual ups and downs"
    IMPROVING_HIGH = "special cause, improving: higher"
    CONCERNING_LOW = "special cause, concerning: lower"


class Assurance(StrEnum):
    """Whether a target will be met."""

    HIT_AND_MISS = "hit and miss: the target may be met or missed by chance"


@dataclass(frozen=True)
class Limits:
    """Mean and limits, as they come out for these figures."""

    mean: Decimal = Decimal("56.9")
    upper: Decimal = Decimal("69.6")
    lower: Decimal = Decimal("44.2")
    is_trial: bool = False


@dataclass(frozen=True)
class Point:
    """One figure of the sample."""

    value: Decimal
    signals: frozenset[str] = frozenset()
    variation: Variation = Variation.COMMON
    limits: Limits | None = Limits()


@dataclass(frozen=True)
class XmR:
    """A sample of an XmR chart."""

    points: tuple[Point, ...]
    breaks: tuple[int, ...] = ()
    steps: tuple[int, ...] = ()
    target: Decimal | None = Decimal(62)


@dataclass(frozen=True)
class Run:
    """A sample of a run chart."""

    values: tuple[Decimal, ...]
    median: Decimal | None
    signals: tuple[frozenset[str], ...]


def charts() -> dict[str, Any]:
    """Make the context of the section of charts."""
    return {
        "variation": Variation.IMPROVING_HIGH,
        "assurance": Assurance.HIT_AND_MISS,
        "xmr": _xmr(),
        "line": _line(),
        "run": _run(),
    }


def _axis(kind: str, summary: str, ticks: tuple[str, ...] = TICKS) -> Axis:
    labels = [f"{tick[:3]} 20{tick[4:]}" for tick in ticks]
    return Axis(f"Bridges repaired within 20 weeks, {kind}", summary, "%", labels, ticks)


def _xmr() -> Plot:
    points = []
    for place, value in enumerate([*REPAIRS, *LATEST]):
        if place >= RISEN:
            found = frozenset({"in a run of seven or more on one side of the middle"})
            points.append(Point(value, found, Variation.IMPROVING_HIGH))
        elif value < Limits.lower:
            points.append(
                Point(value, frozenset({"outside the limits"}), Variation.CONCERNING_LOW)
            )
        else:
            points.append(Point(value))
    summary = "The last nine months are above the mean of 56.9 %: that is no chance. The target of"
    return xmr_plot(
        _axis("XmR chart", f"{summary} 62 % lies within the limits."), XmR(tuple(points))
    )


def _line() -> Plot:
    years = ("2019", "2020", "2021", "2022", "2023", "2024")
    axis = Axis(
        "Bridges repaired within 20 weeks, by year",
        "71 % in 2024, above the country and on the way to 80 % in 2026. What counts as repaired"
        " changed in 2022.",
        "%",
        years,
        extra=(
            ("Repaired", ("94", "101", "96", "120", "131", "142")),
            ("Closed", ("181", "180", "188", "190", "196", "200")),
        ),
    )
    values: list[Decimal | None] = [Decimal(v) for v in (52, 56, 51, 63, 67, 71)]
    return line_plot(
        axis,
        values,
        target=Decimal(80),
        trajectory=[None, None, None, Decimal(60), Decimal(65), Decimal(70)],
        comparators=[
            ("The country", [Decimal(v) for v in (60, 58, 60, 49, 50, 46)]),
            ("The region", [Decimal(v) for v in (60, 62, 66, 63, 57, 50)]),
        ],
        provisional={5},
        breaks=(3,),
    )


def _run() -> Plot:
    values = tuple(REPAIRS[:10])
    signals = tuple(frozenset[str]() for _ in values)
    axis = _axis("run chart", "Ten figures about their median of 51.5 %.", TICKS[:10])
    return run_plot(axis, Run(values, Decimal("51.5"), signals))
