"""The impact axis in public: what measures say came of a plan, from its baselines and targets."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from django.utils.safestring import SafeString

from cleardays.design import marks
from cleardays.progress.measures.impact import TONES, Impact, ImpactFound, impact
from cleardays.progress.measures.periods import Period
from cleardays.record.charted import Charted, from_plain
from cleardays.record.excerpts import CHART, OWN, measures_of, targets_of
from cleardays.record.schemas.loading import build
from cleardays.record.schemas.plan import TargetDocument
from cleardays.site import reading
from cleardays.site.charts import dated, decimal, figure_words, polarity_of, target_of
from cleardays.site.following import read_on, sentence_case
from cleardays.site.wording import day_words

IMPACT_COLUMNS = ("Measure", "Baseline", "Target", "Latest figure", "Impact")
AIM_COLUMNS = ("Plan", *IMPACT_COLUMNS[1:])
Targets = Mapping[str, TargetDocument]


class Judged(NamedTuple):
    """A figure as impact is judged from it."""

    period: Period
    value: Decimal | None


@dataclass(frozen=True)
class Aim:
    """What a plan means to reach on a measure; ``on`` is the day as at which it is judged."""

    ref: str
    title: str
    is_over: bool
    on: date
    target: TargetDocument


def aims_of(measure: str, today: date) -> list[Aim]:
    """Return what public plans mean to reach on a measure, the oldest first."""
    return [_aim(ref, said, today) for ref, said in reading.excerpts(targets_of(measure)).items()]


def _aim(ref: str, said: reading.Plain, today: date) -> Aim:
    is_over, on = read_on(said, today)
    return Aim(ref, said["title"], is_over, on, build(TargetDocument, said["target"]))


def in_force(aims: Iterable[Aim]) -> TargetDocument | None:
    """Return the target of the newest plan whose time is not over."""
    return next((one.target for one in reversed(list(aims)) if not one.is_over), None)


def aim_rows(measure: Charted, aims: Iterable[Aim]) -> list[tuple[object, ...]]:
    """Return what a measure says of each plan that sets a target for it, by ``AIM_COLUMNS``."""
    return [
        (marks.fill('<a href="/{}/">{}</a>', one.ref, one.title), *_judged(measure, one)[1:])
        for one in aims
    ]


def _judged(measure: Charted, aim: Aim) -> tuple[object, ...]:
    return impact_row(measure, aim.target, impact_of(measure, aim.target, aim.on), aim.on)


def charted_of(refs: Iterable[str], about: str = CHART) -> list[Charted]:
    """Return what charts draw of these measures; those that are not public are left out."""
    return [from_plain(one) for one in reading.excerpts_of(refs, about)]


def measures_for(area: str, refs: Iterable[str]) -> list[Charted]:
    """Return the public measures of an area, and those of these refs (of its actions) besides."""
    found = {ref: from_plain(one) for ref, one in reading.excerpts(measures_of(area)).items()}
    others = charted_of(ref for ref in refs if ref not in found)
    return sorted([*found.values(), *others], key=lambda one: one.ref)


def impact_of(measure: Charted, target: TargetDocument | None, on: date) -> ImpactFound:
    """Judge a measure against a plan's baseline and target, at the end of a day."""
    figures = [Judged(period, decimal(one.value)) for period, one in dated(measure.own)]
    return impact(figures, target_of(target), polarity_of(measure.polarity), on=on)


def impact_row(
    measure: Charted, target: TargetDocument | None, found: ImpactFound, on: date
) -> tuple[object, ...]:
    """Return a row of a table of measures as at a day, under ``IMPACT_COLUMNS``."""
    return (
        marks.fill('<a href="/{}/">{}</a>', measure.ref, measure.title),
        _dated(target.baseline, target.baseline_on, measure.unit, "on") if target else "None",
        _dated(target.target, target.target_on, measure.unit, "by") if target else "None",
        _latest(measure, on),
        _mark(found.impact, found.words),
    )


def impact_rows(refs: Iterable[str], targets: Targets, on: date) -> list[tuple[object, ...]]:
    """Return what the measures of a plan say of it, a row for each that is public."""
    return [
        impact_row(one, targets.get(one.ref), impact_of(one, targets.get(one.ref), on), on)
        for one in charted_of(refs, OWN)
    ]


@cache
def _mark(found: Impact, words: str) -> SafeString:
    return marks.tag(sentence_case(words), TONES[found])


def _dated(value: float | None, on: str, unit: str, word: str) -> str:
    if value is None:
        return "None"
    words = figure_words(value, unit)
    return f"{words} {word} {day_words(on)}" if on else words


def _latest(measure: Charted, on: date) -> str:
    """Say the latest figure; where it is not shown that it is not, and the last that is."""
    ended = [(period, one) for period, one in dated(measure.own) if period.end <= on]
    shown = [(period, one.value) for period, one in ended if one.value is not None]
    if not shown:
        return "No figure may be shown" if ended else "No figure yet"
    period, value = shown[-1]
    words = f"{figure_words(value, measure.unit)} in {period.label}"
    last = ended[-1][0]
    return words if last == period else f"Not shown for {last.label}; {words}"
