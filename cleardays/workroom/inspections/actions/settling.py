"""What follows from every change: duties worked out anew, and one line in the journal."""

from datetime import datetime
from typing import Any

from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.audit import log
from cleardays.workroom.inspections.clocks import OF_EACH, PUBLICATION, Due, Facts, duties_of
from cleardays.workroom.inspections.holding import FOR_CHANGE
from cleardays.workroom.inspections.models import Duty, Inspection, Responsibility
from cleardays.workroom.inspections.recipients import recipients

FULL = "area-2023"
COMPUTED = ("title", "rule", "sentence", "due", "is_estimate")


def settle(
    verb: str, inspection: Inspection, said: str, *, by: Viewer, at: datetime, **details: Any
) -> None:
    """Work out anew what is due, mark the change as not yet public, and record what was done.

    Part of every action, once it has changed something. Owner, day done and proof stay with each
    duty; one that is due no more goes, unless it was done.
    """
    moved = []
    if inspection.is_accepted:
        inspection.changed_at = at
        inspection.save(update_fields=["changed_at"])
        moved = _reckon(inspection)
    log.record(verb, inspection, "; ".join([said, *moved]), by=by, at=at, **details)
    for follower in _everything().filter(previous=inspection, is_accepted=True):
        _follow(follower, inspection, by=by, at=at)


def _follow(follower: Inspection, before: Inspection, *, by: Viewer, at: datetime) -> None:
    """Bring what is due after a later inspection up to date, where it counts from this one."""
    if moved := _reckon(follower):
        follower.changed_at = at
        follower.save(update_fields=["changed_at"])
        said = f"followed what changed in “{before}”"
        log.record("change", follower, "; ".join([said, *moved]), by=by, at=at)


def _everything() -> Any:
    return Inspection.objects.unrestricted(because=FOR_CHANGE)


def _reckon(inspection: Inspection) -> list[str]:
    """Bring the duties up to date; returns what moved, in words."""
    held = _duties().filter(inspection=inspection).select_related("body")
    there = {_key(duty): duty for duty in held}
    wanted = {_key(due): due for due in _wanted(inspection)}
    moved = [_put(inspection, due, there.get(key)) for key, due in wanted.items()]
    for key, duty in there.items():
        if key not in wanted and duty.done_on is None:
            duty.delete()
            moved.append(f"no longer due: {duty.title}")
    return [words for words in moved if words]


def _key(one: Due | Duty) -> tuple[str, int | None]:
    """Tell duties apart: every recipient publishes for itself, and of all others there is one."""
    return one.kind, one.body.pk if one.body and one.kind in OF_EACH else None


def _duties() -> Any:
    return Duty.objects.unrestricted(because=FOR_CHANGE)


def _wanted(inspection: Inspection) -> list[Due]:
    done = list(_duties().filter(inspection=inspection, done_on__isnull=False))
    everything = Responsibility.objects.unrestricted(because=FOR_CHANGE)
    rows = everything.filter(inspection=inspection, area__isnull=True).select_related("body")
    held = list(rows)
    full = _full_inspection(inspection)

    def that_did(*kinds: str) -> list[int]:
        return [one.body_id for one in done if one.kind in kinds and one.body_id]

    return duties_of(
        Facts(
            inspection.kind,
            inspection.outcome,
            inspection.needs_plan,
            inspection.needs_strategic_plan,
            inspection.received_on,
            inspection.published_on,
            inspection.due_by_letter,
            {one.kind: one.done_on for one in done if one.done_on},
            recipients(held, inspection.received_on, that_did(PUBLICATION)),
            recipients(held, inspection.received_on, that_did(*OF_EACH - {PUBLICATION})),
            full.outcome if full else "",
            full.received_on if full else None,
        )
    )


def _full_inspection(inspection: Inspection) -> Inspection | None:
    """Return the full inspection of 2023 that this one is, or that it goes back to."""
    seen: set[int] = set()
    one: Inspection | None = inspection
    while one is not None and one.pk not in seen:
        if one.framework == FULL:
            return one
        seen.add(one.pk)
        one = one.previous
    return None


def _put(inspection: Inspection, due: Due, duty: Duty | None) -> str:
    """Write a duty as computed, and say so where its day is new or another."""
    if duty is None:
        duty = Duty(inspection=inspection, kind=due.kind, owner=due.owner)
    before = duty.due
    is_done = duty.done_on is not None
    if not is_done:
        duty.body = due.body
    for name in COMPUTED:
        # What is done was done by the bodies of its time, whoever has taken over since.
        if not (is_done and name == "title"):
            setattr(duty, name, getattr(due, name))
    duty.save()
    return f"{due.title}: {due.due:%-d %B %Y}" if due.due and due.due != before else ""
