"""Where a measure starts from in a plan, what it is to reach by when, and the points between."""

from datetime import date, datetime
from typing import TypedDict, Unpack

from django.db import transaction

from cleardays.progress.measures.targets import target_faults
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.audit import log
from cleardays.workroom.plans.figures import definitions_of, target_of
from cleardays.workroom.plans.locking import FOR_CHANGE, hold_plan
from cleardays.workroom.plans.measured.checking import refuse_doubtful
from cleardays.workroom.plans.models import Measure, Plan, Target
from cleardays.workroom.workflow.engine import Refused


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
    is_checked: bool = False,
    **details: Unpack[TargetDetails],
) -> Target:
    """Set what a measure is to reach by a day in this plan, from where; versions keep the old.

    Raises Doubtful for a way that goes past the target or away from it, until ``is_checked``.
    """
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
    faults = target_faults(target_of(wanted), definitions_of(measure)[-1])
    refuse_doubtful(faults, is_checked=is_checked)
    wanted.save()
    said = f"set the target of “{measure}” to {target:g} by {target_on:%-d %B %Y}"
    log.record("set-target", held, said, by=by, at=at)
    return wanted
