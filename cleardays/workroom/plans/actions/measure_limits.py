"""Limits of a measure's chart, worked out anew from a lasting change on, or as before."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from cleardays.progress.measures.faults import Fault
from cleardays.progress.measures.series import in_force
from cleardays.progress.measures.spc import LEAST, is_step_change
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.audit import log
from cleardays.workroom.plans.figures import definitions_of, observation_of
from cleardays.workroom.plans.measured.checking import refuse_doubtful
from cleardays.workroom.plans.measured.exchange import standing
from cleardays.workroom.plans.measured.holding import hold_measure
from cleardays.workroom.plans.models import Measure, Observation
from cleardays.workroom.workflow.engine import Refused

NO_STEP = (
    "The figures do not move to one side of the mean of those before, and stay there: limits that"
    " begin anew hide what these would show.",
    "Leave the limits, or wait for more figures. Making Data Count has them worked out anew for a"
    " change that lasts and whose cause is known.",
)


@transaction.atomic
def recalculate_limits(
    measure: Measure,
    starts_on: date,
    *,
    reason: str,
    by: Viewer,
    at: datetime,
    is_checked: bool = False,
) -> Measure:
    """Work the limits out anew from a day on, for a reason that is public. The line goes on.

    Refused with fewer than six figures from that day, or none before it. Raises Doubtful where
    the figures show no lasting change, until ``is_checked``.
    """
    held = hold_measure(measure, by=by)
    if not reason.strip():
        raise Refused("Say what changed: limits are not worked out anew without a known cause")
    if any(one["starts_on"] == starts_on.isoformat() for one in held.limits):
        raise Refused("The limits begin anew on that day already")
    refuse_doubtful(_faults(held, starts_on), is_checked=is_checked)
    new = {
        "starts_on": starts_on.isoformat(),
        "reason": reason.strip(),
        "by": by.name,
        "on": localdate(at).isoformat(),
    }
    held.limits = sorted([*held.limits, new], key=lambda one: one["starts_on"])
    held.save(update_fields=["limits"])
    said = f"had the limits of “{held}” worked out anew from {starts_on:%-d %B %Y}"
    log.record("recalculate-limits", held, said, by=by, at=at, reason=reason)
    return held


@transaction.atomic
def keep_limits(measure: Measure, starts_on: date, *, by: Viewer, at: datetime) -> Measure:
    """Let the limits go on past a day from which they were worked out anew."""
    held = hold_measure(measure, by=by)
    kept = [one for one in held.limits if one["starts_on"] != starts_on.isoformat()]
    if len(kept) == len(held.limits):
        raise Refused("The limits do not begin anew on that day")
    held.limits = kept
    held.save(update_fields=["limits"])
    said = f"let the limits of “{held}” go on past {starts_on:%-d %B %Y}, as before"
    log.record("keep-limits", held, said, by=by, at=at)
    return held


def _faults(measure: Measure, starts_on: date) -> list[Fault]:
    """Return what is doubtful of new limits from a day on; Refused where there can be none."""
    versions = definitions_of(measure)
    own = [
        observation_of(one) for one in standing([measure.pk]) if one.geography == Observation.OWN
    ]
    known = [one for one in own if one.value is not None]
    since = [one for one in known if one.period.start >= starts_on]
    if len(since) < LEAST:
        raise Refused(
            f"There are {len(since)} figures from that day on: limits want {LEAST} at least"
        )
    version = in_force(versions, since[0].period)
    alike = [one for one in known if in_force(versions, one.period) == version]
    days = [date.fromisoformat(one["starts_on"]) for one in measure.limits]
    last = max((day for day in days if day < starts_on), default=date.min)
    before = [one for one in alike if last <= one.period.start < starts_on]
    if not before:
        raise Refused("There is no figure before that day: the limits begin there anyhow")
    values = [[one.value for one in rows if one.value is not None] for rows in (before, since)]
    if is_step_change(*values):
        return []
    return [Fault("no lasting change", since[0].period.label, *NO_STEP)]
