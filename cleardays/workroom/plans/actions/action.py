"""Adding actions to a plan, changing their words, leads, areas and supporting bodies."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, TypedDict, Unpack

from django.db import transaction
from django.utils.timezone import localdate

from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.audit import log
from cleardays.workroom.audit.changes import as_details, found_in, in_words, put_in
from cleardays.workroom.inspections.models import Area
from cleardays.workroom.people.models import Organisation
from cleardays.workroom.plans.actions.links import tie
from cleardays.workroom.plans.locking import FOR_CHANGE, hold_action, hold_plan
from cleardays.workroom.plans.models import Action, Dependency, Leadership, Plan, Support
from cleardays.workroom.workflow.engine import Refused
from cleardays.workroom.workflow.fitting import refuse_what_does_not_fit

PRIVATE = {"private_note"}


class ActionWords(TypedDict, total=False):
    """What may be said of an action, dates apart; the model explains each."""

    title: str
    text: str
    lead: str
    lead_body: Organisation | None
    reported_status: str
    private_note: str
    is_placeholder: bool


class NewAction(ActionWords, total=False):
    """What may be said of a new action. Its dates are those agreed first."""

    start: date | None
    finish: date | None
    areas: Iterable[Area]
    supporting: Iterable[tuple[Organisation, str]]


class ActionChanges(ActionWords, total=False):
    """What may be changed of an action; its dates only move, with a reason."""

    areas: Iterable[Area]
    supporting: Iterable[tuple[Organisation, str]]


@transaction.atomic
def add_action(
    plan: Plan, ref: str, *, by: Viewer, at: datetime, **details: Unpack[NewAction]
) -> Action:
    """Add an action at the end of a plan, under a reference that stays with it."""
    held = hold_plan(plan, by=by)
    existing = Action.objects.unrestricted(because=FOR_CHANGE).of(held)
    if existing.filter(ref=ref).exists():
        raise Refused(f"The plan has an action {ref} already")
    last = existing.order_by("-position").values_list("position", flat=True).first() or 0
    areas, supporting = details.pop("areas", ()), details.pop("supporting", ())
    action = Action(plan=held, ref=ref, position=last + 1, **details)
    action.first_start, action.first_finish = action.start, action.finish
    refuse_misfits(action)
    action.save()
    Leadership.objects.create(
        action=action, body=action.lead_body, post=action.lead, since=localdate(at)
    )
    set_areas(action, areas)
    set_supporting(action, supporting, localdate(at))
    log.record("add-action", action, f"added the action {action}", by=by, at=at)
    return action


@transaction.atomic
def change_action(
    action: Action, *, by: Viewer, at: datetime, reason: str = "", **wanted: Unpack[ActionChanges]
) -> Action:
    """Change an action's words, its one lead, its areas, the bodies that support it."""
    held = hold_action(action, by=by)
    areas, supporting = wanted.pop("areas", None), wanted.pop("supporting", None)
    changed = found_in(held, wanted)
    put_in(held, changed)
    refuse_misfits(held)
    if changed:
        held.save(update_fields=list(changed))
    if {"lead", "lead_body"} & set(changed):
        pass_lead(held, localdate(at))
    also = []
    if areas is not None and set_areas(held, areas):
        also.append("its areas")
    if supporting is not None and set_supporting(held, supporting, localdate(at)):
        also.append("the bodies that support it")
    if not changed and not also:
        return held
    words = ", ".join(filter(None, [in_words(changed, private=PRIVATE), *also]))
    plain: dict[str, Any] = as_details(changed, private=PRIVATE)
    said = f"changed {words}"
    log.record("change-action", held, said, by=by, at=at, reason=reason, **plain)
    return held


@transaction.atomic
def move_action(action: Action, to: int, *, by: Viewer, at: datetime) -> Action:
    """Move an action to a place in its plan, counted from 1."""
    held = hold_action(action, by=by)
    others = [
        one
        for one in Action.objects.unrestricted(because=FOR_CHANGE).of(held.plan)
        if one.pk != held.pk
    ]
    others.insert(max(0, to - 1), held)
    for position, one in enumerate(others, start=1):
        one.position = position
    Action.objects.unrestricted(because=FOR_CHANGE).bulk_update(others, ["position"])
    log.record("move-action", held, f"moved {held.ref} to place {held.position}", by=by, at=at)
    return held


@transaction.atomic
def add_dependency(
    action: Action, on: Action, *, by: Viewer, at: datetime, why: str = ""
) -> Dependency:
    """Say that an action cannot finish before another of its plan has; never in a circle."""
    held = hold_action(action, by=by)
    if on.plan_id != held.plan_id:
        raise Refused("An action depends on actions of its own plan")
    links = Dependency.objects.unrestricted(because=FOR_CHANGE)
    if links.filter(action=held, on=on).exists():
        raise Refused(f"{held.ref} depends on {on.ref} already")
    if held.pk in _reached_from(on, links.filter(action__plan=held.plan_id)):
        raise Refused(f"{on.ref} waits for {held.ref}: they would wait for one another for ever")
    link = Dependency.objects.create(action=held, on=on, why=why)
    log.record("add-dependency", held, f"said that {held.ref} needs {on.ref}", by=by, at=at)
    return link


@transaction.atomic
def remove_dependency(action: Action, on: Action, *, by: Viewer, at: datetime) -> None:
    """Say that an action no longer waits for another."""
    held = hold_action(action, by=by)
    links = Dependency.objects.unrestricted(because=FOR_CHANGE).filter(action=held, on=on)
    if not links.exists():
        raise Refused(f"{held.ref} does not depend on {on.ref}")
    links.delete()
    said = f"said that {held.ref} no longer needs {on.ref}"
    log.record("remove-dependency", held, said, by=by, at=at)


def refuse_misfits(action: Action) -> None:
    """Raise Refused for what does not fit, and for a finish planned before its start."""
    if not action.ref.strip() or not action.title.strip():
        raise Refused("Give the action a reference and a title")
    if action.start and action.finish and action.finish < action.start:
        raise Refused(
            f"{action.ref} would finish on {action.finish:%-d %B %Y}, before it starts on"
            f" {action.start:%-d %B %Y}"
        )
    refuse_what_does_not_fit(action)


def pass_lead(action: Action, on: date, *, inherits: bool = False) -> None:
    """End the open row of who leads an action, and begin the next: history stays."""
    rows = Leadership.objects.unrestricted(because=FOR_CHANGE).filter(action=action)
    before = rows.filter(until__isnull=True).first()
    rows.filter(until__isnull=True).update(until=on)
    Leadership.objects.create(
        action=action,
        body=action.lead_body,
        post=action.lead,
        since=on,
        inherits_from=before if inherits else None,
    )


def set_supporting(action: Action, wanted: Iterable[tuple[Organisation, str]], on: date) -> bool:
    """Make the open rows of supporting bodies those wanted; say whether anything changed."""
    rows = Support.objects.unrestricted(because=FOR_CHANGE).filter(action=action)
    now = {row.body_id: row for row in rows.filter(until__isnull=True)}
    new = {body.pk: what.strip() for body, what in wanted}
    if "" in new.values():
        raise Refused("Say of each supporting body what it must do")
    ended = [row.pk for body, row in now.items() if new.get(body) != row.what]
    rows.filter(pk__in=ended).update(until=on)
    for body, what in new.items():
        if body not in now or now[body].what != what:
            Support.objects.create(action=action, body_id=body, what=what, since=on)
    return {body: row.what for body, row in now.items()} != new


def set_areas(action: Action, wanted: Iterable[Area]) -> bool:
    """Make the areas that an action answers those wanted; say whether that changed anything."""
    return tie(Action.areas.through, "action", action.pk, "area", wanted)


def _reached_from(start: Action, links: Iterable[Dependency]) -> set[int]:
    """Return the actions that must have finished before this one, itself among them."""
    needs: dict[int, list[int]] = {}
    for link in links:
        needs.setdefault(link.action_id, []).append(link.on_id)
    reached, waiting = set(), [start.pk]
    while waiting:
        key = waiting.pop()
        if key not in reached:
            reached.add(key)
            waiting.extend(needs.get(key, ()))
    return reached
