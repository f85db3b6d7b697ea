"""Measures, their targets in a plan, and what was observed: added, restated, never edited."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, TypedDict, Unpack

from django.db import transaction
from django.utils.text import slugify

from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.audit import log
from cleardays.workroom.inspections.models import Area
from cleardays.workroom.outbox import queue
from cleardays.workroom.plans.actions.links import tie
from cleardays.workroom.plans.figures import BadDefinition, definition_of, is_period
from cleardays.workroom.plans.locking import FOR_CHANGE, hold_plan, require_following
from cleardays.workroom.plans.models import Action, Measure, Observation, Plan, Target
from cleardays.workroom.workflow.engine import Refused
from cleardays.workroom.workflow.fitting import refuse_what_does_not_fit


class MeasureLinks(TypedDict, total=False):
    """What a measure is about."""

    areas: Iterable[Area]
    actions: Iterable[Action]
    small_number: int


@transaction.atomic
def create_measure(
    name: str,
    definition: list[dict[str, Any]],
    *,
    by: Viewer,
    at: datetime,
    **links: Unpack[MeasureLinks],
) -> Measure:
    """Begin a measure with the versions of its definition, in the shape of ``figures``."""
    require_following(by)
    measure = Measure(name=name.strip(), definition=definition, ref=_free_ref(name))
    measure.small_number = links.get("small_number", 5)
    _refuse_bad(definition, measure.small_number)
    refuse_what_does_not_fit(measure)
    measure.save()
    _tie(measure, links.get("areas", ()), links.get("actions", ()))
    log.record("create-measure", measure, f"began the measure “{measure}”", by=by, at=at)
    return measure


@transaction.atomic
def define_measure(
    measure: Measure, definition: dict[str, Any], *, by: Viewer, at: datetime
) -> Measure:
    """Add a version of what is measured. It breaks the line; the versions before it stay."""
    held = _held(measure, by)
    _refuse_bad([definition], held.small_number)
    if held.definition and definition["valid_from"] <= held.definition[-1]["valid_from"]:
        raise Refused("A new definition holds from a later day than the one before it")
    held.definition = [*held.definition, definition]
    held.save(update_fields=["definition"])
    said = f"gave “{held}” a new definition from {definition['valid_from']}"
    log.record("define-measure", held, said, by=by, at=at)
    return held


@transaction.atomic
def link_measure(
    measure: Measure,
    *,
    areas: Iterable[Area],
    actions: Iterable[Action],
    by: Viewer,
    at: datetime,
) -> Measure:
    """Say which areas and actions a measure is about."""
    held = _held(measure, by)
    _tie(held, areas, actions)
    log.record("link-measure", held, f"said what “{held}” is about", by=by, at=at)
    return held


class TargetDetails(TypedDict, total=False):
    """Where a target begins and how it gets there; the model explains each."""

    baseline: float | None
    baseline_on: date | None
    trajectory: list[tuple[str, float]]


@transaction.atomic
def set_target(
    plan: Plan,
    measure: Measure,
    target: float,
    target_on: date,
    *,
    by: Viewer,
    at: datetime,
    **details: Unpack[TargetDetails],
) -> Target:
    """Set what a measure is to reach by a day in this plan, from where; versions keep the old."""
    held = hold_plan(plan, by=by)
    baseline, baseline_on = details.get("baseline"), details.get("baseline_on")
    if (baseline is None) != (baseline_on is None):
        raise Refused("Give the baseline with the day on which it was measured")
    if baseline_on and baseline_on >= target_on:
        raise Refused("The target is for a later day than the baseline")
    rows = Target.objects.unrestricted(because=FOR_CHANGE)
    wanted = rows.filter(plan=held, measure=measure).first() or Target(plan=held, measure=measure)
    wanted.target, wanted.target_on = target, target_on
    wanted.baseline, wanted.baseline_on = baseline, baseline_on
    wanted.trajectory = [list(point) for point in details.get("trajectory", [])]
    wanted.save()
    said = f"set the target of “{measure}” to {target:g} by {target_on:%-d %B %Y}"
    log.record("set-target", held, said, by=by, at=at)
    return wanted


class Figures(TypedDict, total=False):
    """What was observed; the model explains each."""

    geography: str
    numerator: float | None
    denominator: float | None
    value: float | None
    is_provisional: bool
    source: str


@transaction.atomic
def record_observation(
    measure: Measure, period: str, *, by: Viewer, at: datetime, **figures: Unpack[Figures]
) -> Observation:
    """Record a figure of a period. Correcting one is restating it: both are kept."""
    held = _held(measure, by)
    geography = figures.get("geography", "local")
    if current_observation(held, geography, period):
        raise Refused(f"There is a figure of {period} for {geography}: restate that one")
    return _add(held, period, None, by=by, at=at, **figures)


@transaction.atomic
def restate(
    observation: Observation, *, by: Viewer, at: datetime, **figures: Unpack[Figures]
) -> Observation:
    """Put another figure in the place of one; the old one stays, and says what replaced it."""
    held = _held(observation.measure, by)
    rows = Observation.objects.unrestricted(because=FOR_CHANGE)
    if rows.filter(supersedes=observation).exists():
        raise Refused("That figure was restated already: restate the newest one")
    figures["geography"] = observation.geography
    return _add(held, observation.period, observation, by=by, at=at, **figures)


@transaction.atomic
def publish_measure(measure: Measure, *, by: Viewer, at: datetime) -> Measure:
    """Send a measure to the public, small numbers suppressed on the way."""
    held = _held(measure, by)
    queue.put("measure", {"measure_id": held.pk}, by=by, at=at)
    log.record("publish-measure", held, f"published the figures of “{held}”", by=by, at=at)
    return held


def current_observation(measure: Measure, geography: str, period: str) -> Observation | None:
    """Return the figure that stands for a period: the one that nothing replaced."""
    rows = Observation.objects.unrestricted(because=FOR_CHANGE).filter(
        measure=measure, geography=geography, period=period
    )
    replaced = rows.exclude(supersedes=None).values_list("supersedes", flat=True)
    found: Observation | None = rows.exclude(pk__in=list(replaced)).first()
    return found


def _add(
    measure: Measure,
    period: str,
    supersedes: Observation | None,
    *,
    by: Viewer,
    at: datetime,
    **figures: Unpack[Figures],
) -> Observation:
    row = Observation(
        measure=measure, period=period.strip(), supersedes=supersedes, recorded_at=at, **figures
    )
    given = (row.numerator, row.denominator, row.value)
    if all(number is None for number in given):
        raise Refused("Give a figure: a count with its denominator, or a value")
    if not is_period(row.period):
        raise Refused(f"“{row.period}” names no period: write it as 2024, 2024/25 or March 2025")
    if not row.source.strip():
        raise Refused("Say where the figure comes from")
    refuse_what_does_not_fit(row)
    row.save()
    # The journal names no figure: it may be small.
    what = "restated" if supersedes else "recorded"
    said = f"{what} “{measure}” for {row.period}, {row.geography}"
    log.record("observe", measure, said, by=by, at=at)
    return row


def _refuse_bad(definition: list[dict[str, Any]], small_number: int) -> None:
    try:
        for plain in definition:
            definition_of(plain, small_number)
    except BadDefinition as wrong:
        raise Refused(str(wrong)) from wrong


def _tie(measure: Measure, areas: Iterable[Area], actions: Iterable[Action]) -> None:
    tie(Measure.areas.through, "measure", measure.pk, "area", areas)
    tie(Measure.actions.through, "measure", measure.pk, "action", actions)


def _held(measure: Measure, by: Viewer) -> Measure:
    require_following(by)
    rows = Measure.objects.unrestricted(because=FOR_CHANGE).select_for_update(of=("self",))
    return rows.get(pk=measure.pk)


def _free_ref(name: str) -> str:
    wanted = slugify(name)[:45].strip("-") or "measure"
    ref, number = f"measures/{wanted}", 1
    while Measure.objects.filter(ref=ref).exists():
        number += 1
        ref = f"measures/{wanted}-{number}"
    return ref
