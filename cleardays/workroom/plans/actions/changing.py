"""One row of a table that came back: each change done by the deed that it is."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from cleardays.readers.plans import RowChange
from cleardays.readers.plans.checks import Milestone as Step
from cleardays.readers.plans.checks import milestone
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.inspections.models import Area
from cleardays.workroom.people.models import Organisation
from cleardays.workroom.plans.actions import dates
from cleardays.workroom.plans.actions.action import (
    add_dependency,
    change_action,
    remove_dependency,
)
from cleardays.workroom.plans.actions.adding import Why, day
from cleardays.workroom.plans.locking import FOR_CHANGE
from cleardays.workroom.plans.models import Action, Milestone
from cleardays.workroom.workflow.engine import Refused

TEXTS = ("title", "text", "lead", "reported_status")


def change_row(
    action: Action,
    change: RowChange,
    why: Why,
    known: Mapping[str, Action],
    *,
    by: Viewer,
    at: datetime,
) -> None:
    """Make an action what the row says, where it differs; Refused names the action."""
    wanted = {cell.name: cell.theirs for cell in change.cells}
    try:
        _words(action, wanted, change, by=by, at=at)
        _planned(action, wanted, why, by=by, at=at)
        _happened(action, wanted, why, by=by, at=at)
        if "milestones" in wanted:
            _steps(action, wanted["milestones"], why, by=by, at=at)
        if "depends_on" in wanted:
            before = {cell.name: cell.ours for cell in change.cells}["depends_on"]
            _waits(action, before, wanted["depends_on"], known, by=by, at=at)
    except Refused as refusal:
        raise Refused(*(f"{action.ref}: {reason}" for reason in refusal.reasons)) from refusal


def _words(
    action: Action, wanted: Mapping[str, Any], change: RowChange, *, by: Viewer, at: datetime
) -> None:
    changes: dict[str, Any] = {name: wanted[name] for name in TEXTS if name in wanted}
    if "lead_body" in wanted:
        changes["lead_body"] = _body(wanted["lead_body"]) if wanted["lead_body"] else None
    if "supporting" in wanted:
        lines = [line.partition(": ") for line in wanted["supporting"]]
        changes["supporting"] = [(_body(body), what) for body, _, what in lines]
    if "areas" in wanted:
        changes["areas"] = [_area(words) for words in wanted["areas"]]
    if change.notes:
        changes["private_note"] = "\n".join(filter(None, (action.private_note, *change.notes)))
    if changes:
        change_action(action, by=by, at=at, **changes)


def _planned(
    action: Action, wanted: Mapping[str, Any], why: Why, *, by: Viewer, at: datetime
) -> None:
    """Move the finish first where both move later, so that neither passes the other."""
    moves = [name for name in ("finish", "start") if name in wanted]
    start, finish = day(wanted.get("start")), action.finish
    if len(moves) == 2 and not (start and finish and start > finish):
        moves.reverse()
    for name in moves:
        dates.move_date(
            action,
            name,
            day(wanted[name]),
            reason=why.reason,
            approved_by=why.approved_by,
            by=by,
            at=at,
        )


def _happened(
    action: Action, wanted: Mapping[str, Any], why: Why, *, by: Viewer, at: datetime
) -> None:
    """Take back, last first, what happened on another day or not at all; then record it.

    Another reason for stopping is another stop on the same day.
    """
    if "stop_reason" in wanted and action.stopped:
        wanted = {"stopped": action.stopped.isoformat(), **wanted}
    for name in ("stopped", "finished", "started"):
        if name in wanted and getattr(action, name):
            dates.take_back(action, name, reason=why.reason, by=by, at=at)
    if on := day(wanted.get("started")):
        dates.start(action, on, by=by, at=at)
    if on := day(wanted.get("finished")):
        dates.finish(action, on, by=by, at=at)
    if on := day(wanted.get("stopped")):
        reason = wanted.get("stop_reason") or action.stop_reason
        dates.stop(action, on, reason=str(reason), by=by, at=at)


def _steps(action: Action, lines: Sequence[str], why: Why, *, by: Viewer, at: datetime) -> None:
    """Add milestones that are new by their label, move those that are due on another day."""
    rows = Milestone.objects.unrestricted(because=FOR_CHANGE).filter(action=action)
    known = {row.label: row for row in rows.select_related("action")}
    for step in map(milestone, lines):
        row = known.pop(step.label, None)
        due = date.fromisoformat(step.due)
        if row is None:
            row = dates.add_milestone(action, step.label, step.test, due, by=by, at=at)
        elif row.test != step.test:
            raise Refused(f"the test of “{row}” is agreed: it is not changed by a table")
        if row.due != due:
            dates.move_milestone(
                row, due, reason=why.reason, approved_by=why.approved_by, by=by, at=at
            )
        _met(row, step, by=by, at=at)
    if known:
        raise Refused(f"“{next(iter(known))}” is not dropped by leaving out its line")


def _met(row: Milestone, step: Step, *, by: Viewer, at: datetime) -> None:
    met_on = day(step.met_on)
    if met_on and not row.met_on:
        dates.meet_milestone(row, met_on, by=by, at=at)
    elif met_on != row.met_on:
        raise Refused(f"“{row}” was met on another day: that is not changed by a table")


def _waits(
    action: Action,
    before: Any,
    after: Any,
    known: Mapping[str, Action],
    *,
    by: Viewer,
    at: datetime,
) -> None:
    for ref in set(before) - set(after):
        remove_dependency(action, known[ref], by=by, at=at)
    for ref in set(after) - set(before):
        add_dependency(action, known[ref], by=by, at=at)


def _body(name: str) -> Organisation:
    found = Organisation.objects.filter(name=name).first()
    if found is None:
        raise Refused(f"no body is called “{name}” any more")
    return found


def _area(words: str) -> Area:
    ref, _, number = words.partition("#")
    areas = Area.objects.unrestricted(because=FOR_CHANGE)
    found: Area | None = areas.filter(inspection__ref=ref, number=number).first()
    if found is None:
        raise Refused(f"there is no area {words} any more")
    return found
