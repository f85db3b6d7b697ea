"""Measures in a report: the latest figure that is public, the target, and which way it goes.

Only published versions of measures are read, in which small numbers are hidden already.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from django.utils.timezone import make_aware

from cleardays.progress.measures.impact import Impact, impact
from cleardays.progress.measures.periods import parse_period
from cleardays.progress.measures.series import Dated, Observation, Polarity, Target
from cleardays.workroom.plans.models import MeasureVersion, PlanVersion
from cleardays.workroom.plans.models import Observation as Row
from cleardays.workroom.plans.reporting.wording import iso_words, table

FOR_REPORT = "what is public of the measures that a public plan version names"
HEADS = ("Measure", "Latest public figure", "Baseline", "Target", "Which way")
Plain = Mapping[str, Any]


def measures_in_words(version: PlanVersion, as_at: date) -> str:
    """Return a table of the measures of a plan version, as they were public on a day."""
    targets = {one["measure"]: one for one in version.snapshot["targets"]}
    of_actions = (ref for one in version.snapshot["actions"] for ref in one["measures"])
    refs = dict.fromkeys([*targets, *of_actions])
    public = _public(refs, as_at)
    rows = [_row(ref, public.get(ref), targets.get(ref), as_at) for ref in refs]
    return table("Measures", HEADS, rows)


def _public(refs: Iterable[str], as_at: date) -> dict[str, Plain]:
    """Return what the public read of each measure at the end of a day, by its ref."""
    everything = MeasureVersion.objects.unrestricted(because=FOR_REPORT)
    end = make_aware(datetime.combine(as_at, time.max))
    versions = everything.filter(measure__ref__in=list(refs), recalled_at=None, at__lte=end)
    return {one.snapshot["ref"]: one.snapshot for one in versions.order_by("number")}


def _row(ref: str, public: Plain | None, target: Plain | None, as_at: date) -> tuple[str, ...]:
    if public is None:
        return (ref, "none is public", *_target_words(target), "not known")
    definition = public["definitions"][-1]
    figures = _standing(public)
    return (
        public["title"],
        _latest(figures, definition["unit"]),
        *_target_words(target),
        _direction(figures, target, Polarity(definition["polarity"]), as_at),
    )


def _standing(public: Plain) -> list[Plain]:
    """Return the own area's figures that nothing has replaced, in the order of periods."""
    own = [one for one in public["observations"] if one["geography"] == Row.OWN]
    replaced = {(one["period"], one["replaces"]) for one in own if one["replaces"]}
    left = [one for one in own if (one["period"], one["recorded_at"]) not in replaced]
    return sorted(left, key=lambda one: parse_period(one["period"]))


def _latest(figures: Sequence[Plain], unit: str) -> str:
    """Say the latest figure; where it is hidden that it is, and the last one that is shown."""
    if not figures:
        return "none yet"
    last = figures[-1]
    if last["value"] is not None:
        return _figure(last, unit)
    shown = [one for one in figures if one["value"] is not None]
    why = last["why"] or "no figure was given"
    before = f"; the last one shown is {_figure(shown[-1], unit)}" if shown else ""
    return f"{last['period']}: not shown, {why}{before}"


def _figure(one: Plain, unit: str) -> str:
    counts = [one["numerator"], one["denominator"]]
    of = f" ({counts[0]:,.10g} of {counts[1]:,.10g})" if None not in counts else ""
    space = "" if unit in ("", "%") else " "
    provisional = ", provisional" if one["is_provisional"] else ""
    return f"{one['value']:,.10g}{space}{unit}{of} in {one['period']}{provisional}"


def _target_words(target: Plain | None) -> tuple[str, str]:
    if target is None:
        return "none", "no target was set"
    baseline = "none: no baseline was set"
    if target["baseline"] is not None:
        baseline = f"{target['baseline']:g} ({iso_words(target['baseline_on'])})"
    return baseline, f"{target['target']:g} by {iso_words(target['target_on'])}"


def _direction(
    figures: Sequence[Plain], target: Plain | None, polarity: Polarity, as_at: date
) -> str:
    found = impact([_value(one) for one in figures], _target(target), polarity, on=as_at)
    if found.impact is Impact.NO_BASELINE:
        return f"not known: there is no baseline; {polarity}"
    return f"{found.words}; {polarity}"


def _value(one: Plain) -> Observation:
    value = None if one["value"] is None else Decimal(str(one["value"]))
    return Observation(str(one["key"]), parse_period(one["period"]), value)


def _target(plain: Plain | None) -> Target | None:
    if plain is None:
        return None
    has_baseline = plain["baseline"] is not None and plain["baseline_on"]
    baseline = _dated(plain["baseline"], plain["baseline_on"]) if has_baseline else None
    return Target(_dated(plain["target"], plain["target_on"]), baseline)


def _dated(value: float, on: str) -> Dated:
    return Dated(Decimal(str(value)), date.fromisoformat(on))
