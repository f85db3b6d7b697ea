"""What happens to an action in time: dates move with a reason, things start, finish and end."""

from datetime import date, datetime
from typing import Any, TypedDict, Unpack

from django.db import transaction
from django.utils.timezone import localdate

from cleardays.progress import ledger
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.audit import log
from cleardays.workroom.plans.locking import (
    FOR_CHANGE,
    hold_action,
    hold_own_action,
    refuse_ended,
    refuse_future,
)
from cleardays.workroom.plans.models import Action, DateChange, Milestone
from cleardays.workroom.workflow.engine import Refused
from cleardays.workroom.workflow.fitting import refuse_what_does_not_fit

HAPPENED = {"started": "start", "finished": "finish", "stopped": "stop"}


class Slip(TypedDict, total=False):
    """What else is said of a date that moves: what the delay does to families, who agreed.

    ``proposed_by`` is who asked for it, where that is somebody other than who enters it.
    """

    effect: str
    approved_by: str
    proposed_by: str


@transaction.atomic
def move_date(
    action: Action,
    field: str,
    new: date | None,
    *,
    reason: str,
    by: Viewer,
    at: datetime,
    **more: Unpack[Slip],
) -> DateChange | None:
    """Move the planned start or finish: an entry of the ledger with who, when and why.

    A first date is an agreement, not a change: it has no entry, and is never overwritten.
    """
    held = hold_action(action, by=by)
    if field not in {"start", "finish"}:
        raise Refused("Only a planned start or finish can be moved")
    refuse_ended(held)
    old, first = getattr(held, field), getattr(held, f"first_{field}")
    if old == new:
        raise Refused(f"The {field} of {held.ref} is that day already")
    setattr(held, field, new)
    _refuse_finish_before_start(held)
    if first is None:
        _agree_first(held, field, new, by=by, at=at)
        return None
    if not reason.strip():
        raise Refused("Say why the date moves: the public reads the reason")
    _refuse_broken_ledger(held, field, first, old)
    held.save(update_fields=[field])
    entry = DateChange(action=held, field=field, old=old, new=new, reason=reason.strip())
    return _entered(entry, more, by=by, at=at)


@transaction.atomic
def start(action: Action, on: date, *, by: Viewer, at: datetime) -> Action:
    """Record that an action began."""
    held = hold_own_action(action, by=by)
    refuse_ended(held)
    if held.started:
        raise Refused(f"{held.ref} started on {held.started:%-d %B %Y} already")
    return _happened(held, "started", on, by=by, at=at)


@transaction.atomic
def finish(action: Action, on: date, *, by: Viewer, at: datetime) -> Action:
    """Record that an action finished; nothing finishes that never began."""
    held = hold_own_action(action, by=by)
    refuse_ended(held)
    if held.finished:
        raise Refused(f"{held.ref} finished on {held.finished:%-d %B %Y} already")
    if not held.started:
        raise Refused(f"Nothing says when {held.ref} started: record that first")
    if on < held.started:
        raise Refused(f"{held.ref} started on {held.started:%-d %B %Y}, after that day")
    return _happened(held, "finished", on, by=by, at=at)


@transaction.atomic
def stop(action: Action, on: date, *, reason: str, by: Viewer, at: datetime) -> Action:
    """Give an action up. The reason is public."""
    held = hold_action(action, by=by)
    refuse_ended(held)
    if held.finished:
        raise Refused(f"{held.ref} is finished: there is nothing to stop")
    if not reason.strip():
        raise Refused("Say why it is stopped: the public reads the reason")
    held.stop_reason = reason.strip()
    return _happened(held, "stopped", on, by=by, at=at, reason=reason, also=["stop_reason"])


@transaction.atomic
def take_back(action: Action, field: str, *, reason: str, by: Viewer, at: datetime) -> Action:
    """Take back a start, finish or stop: recorded by mistake, or the problem came back."""
    held = hold_action(action, by=by)
    before = getattr(held, field) if field in HAPPENED else None
    if before is None:
        raise Refused(f"{held.ref} has not {field}: there is nothing to take back")
    if field == "started" and held.finished:
        raise Refused("It is finished: take the finish back first")
    if not reason.strip():
        raise Refused("Say why it is taken back")
    setattr(held, field, None)
    if field == "stopped":
        held.stop_reason = ""
    held.save(update_fields=[field, "stop_reason"])
    said = f"took back the {HAPPENED[field]} of {held.ref} on {before:%-d %B %Y}"
    log.record(f"take-back-{field}", held, said, by=by, at=at, reason=reason)
    return held


@transaction.atomic
def add_milestone(
    action: Action, label: str, test: str, due: date, *, by: Viewer, at: datetime
) -> Milestone:
    """Add a step with its test of completion. Its date is the one agreed first."""
    held = hold_action(action, by=by)
    refuse_ended(held)
    if not label.strip() or not test.strip():
        raise Refused("Say what the step is, and how anyone can tell that it is met")
    if len(label) > 300 or len(test) > 500:
        raise Refused("Keep the step to 300 characters and its test to 500")
    made = Milestone.objects.create(
        action=held, label=label.strip(), test=test.strip(), first_due=due, due=due
    )
    log.record("add-milestone", held, f"added the milestone “{made}”", by=by, at=at)
    return made


@transaction.atomic
def meet_milestone(milestone: Milestone, on: date, *, by: Viewer, at: datetime) -> Milestone:
    """Record that a milestone's test is passed."""
    action = hold_own_action(milestone.action, by=by)
    held = _milestone(milestone)
    refuse_future(on, localdate(at), "A milestone met")
    if held.met_on:
        raise Refused(f"It was met on {held.met_on:%-d %B %Y} already")
    held.met_on = on
    held.save(update_fields=["met_on"])
    said = f"recorded that “{held}” was met on {on:%-d %B %Y}"
    log.record("meet-milestone", action, said, by=by, at=at)
    return held


@transaction.atomic
def move_milestone(
    milestone: Milestone,
    due: date,
    *,
    reason: str,
    by: Viewer,
    at: datetime,
    **more: Unpack[Slip],
) -> DateChange:
    """Move a milestone's date: an entry of the ledger, as for any date."""
    action = hold_action(milestone.action, by=by)
    refuse_ended(action)
    held = _milestone(milestone)
    if held.met_on or held.due == due:
        raise Refused("It is met already" if held.met_on else "It is due on that day already")
    if not reason.strip():
        raise Refused("Say why the date moves: the public reads the reason")
    entry = DateChange(
        action=action,
        milestone=held,
        field="due",
        old=held.due,
        new=due,
        reason=reason.strip(),
    )
    held.due = due
    held.save(update_fields=["due"])
    return _entered(entry, more, by=by, at=at)


def _milestone(milestone: Milestone) -> Milestone:
    locked = Milestone.objects.unrestricted(because=FOR_CHANGE).select_for_update(of=("self",))
    found: Milestone = locked.get(pk=milestone.pk)
    return found


def _happened(
    action: Action, field: str, on: date, *, by: Viewer, at: datetime, **more: Any
) -> Action:
    refuse_future(on, localdate(at), f"The {HAPPENED[field]} of {action.ref}")
    setattr(action, field, on)
    action.save(update_fields=[field, *more.pop("also", ())])
    said = f"recorded that {action.ref} {_in_words(field)} on {on:%-d %B %Y}"
    log.record(HAPPENED[field], action, said, by=by, at=at, **more)
    return action


def _in_words(field: str) -> str:
    return "was stopped" if field == "stopped" else field


def _entered(entry: DateChange, more: Slip, *, by: Viewer, at: datetime) -> DateChange:
    proposed_by = more.get("proposed_by", "").strip()
    entry.at, entry.by = at, proposed_by or by.name
    entry.effect = more.get("effect", "").strip()
    entry.approved_by = more.get("approved_by", "").strip()
    refuse_what_does_not_fit(entry)
    entry.save()
    what = f"the milestone “{entry.milestone}”" if entry.milestone else f"the {entry.field}"
    said = f"moved {what} of {entry.action.ref} from {_day(entry.old)} to {_day(entry.new)}"
    said += f", as {proposed_by} had proposed" if proposed_by else ""
    log.record("move-date", entry.action, said, by=by, at=at, reason=entry.reason)
    return entry


def _agree_first(
    action: Action, field: str, new: date | None, *, by: Viewer, at: datetime
) -> None:
    setattr(action, f"first_{field}", new)
    action.save(update_fields=[field, f"first_{field}"])
    said = f"recorded {_day(new)} as the {field} first agreed for {action.ref}"
    log.record("agree-date", action, said, by=by, at=at)


def _day(day: date | None) -> str:
    return f"{day:%-d %B %Y}" if day else "no date"


def _refuse_finish_before_start(action: Action) -> None:
    if action.start and action.finish and action.finish < action.start:
        raise Refused(f"{action.ref} would finish before it starts: move the other date first")


def _refuse_broken_ledger(action: Action, field: str, first: date, old: date | None) -> None:
    """Let no entry be added to a ledger that does not lead from the first date to this one."""
    rows = DateChange.objects.unrestricted(because=FOR_CHANGE).filter(
        action=action, field=field, milestone__isnull=True
    )
    entries = [
        ledger.DateChange(row.field, row.old, row.new, row.at, row.by, row.reason) for row in rows
    ]
    if ledger.current(first, entries) != old:
        raise ledger.BrokenLedger(f"The ledger of {action.ref} does not lead to its {field}")
