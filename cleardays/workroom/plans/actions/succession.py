"""Actions that go on elsewhere: in the plan that follows, or with the body that takes over."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.audit import log
from cleardays.workroom.people.models import Organisation
from cleardays.workroom.plans.actions.action import pass_lead
from cleardays.workroom.plans.locking import (
    FOR_CHANGE,
    hold_action,
    hold_plan,
    refuse_ended,
    refuse_future,
    require_following,
)
from cleardays.workroom.plans.models import (
    Action,
    DateChange,
    Leadership,
    Measure,
    Milestone,
    Plan,
    Support,
)
from cleardays.workroom.workflow.engine import Refused


@transaction.atomic
def carry_forward(
    action: Action, to: Plan, on: date, *, by: Viewer, at: datetime, ref: str = ""
) -> Action:
    """Carry an action on into another plan, with its first dates, ledger and open milestones.

    What it was late here it is late there: no date begins again.
    """
    held, plan = hold_action(action, by=by), hold_plan(to, by=by)
    refuse_ended(held)
    refuse_future(on, localdate(at), "Carrying it forward")
    ref = ref.strip() or held.ref
    _refuse_no_place(held, plan, ref)
    held.carried_forward = on
    held.save(update_fields=["carried_forward"])
    made = _copy(held, plan, ref)
    _take_along(held, made, on)
    said = f"carried {held.ref} forward to {plan} as {ref}"
    log.record("carry-forward", held, said, by=by, at=at)
    said = f"took {ref} over from {held.plan}"
    log.record("carried-from", made, said, by=by, at=at)
    return made


def _refuse_no_place(action: Action, plan: Plan, ref: str) -> None:
    if plan.pk == action.plan_id:
        raise Refused("It is in this plan: carry it forward to another")
    if action.finished:
        raise Refused(f"{action.ref} is finished: there is nothing to carry forward")
    if Action.objects.filter(plan=plan, ref=ref).exists():
        raise Refused(f"The other plan has an action {ref} already: give it another reference")


def _copy(action: Action, plan: Plan, ref: str) -> Action:
    last = Action.objects.unrestricted(because=FOR_CHANGE).of(plan).order_by("-position").first()
    return Action.objects.create(
        plan=plan,
        ref=ref,
        position=(last.position if last else 0) + 1,
        title=action.title,
        text=action.text,
        lead=action.lead,
        lead_body=action.lead_body,
        first_start=action.first_start,
        first_finish=action.first_finish,
        start=action.start,
        finish=action.finish,
        started=action.started,
        carried_from=action,
        is_placeholder=action.is_placeholder,
    )


def _take_along(old: Action, new: Action, on: date) -> None:
    """Give the new action the old one's areas, measures, bodies, ledger and open milestones."""
    areas, measures = Action.areas.through, Measure.actions.through
    areas.objects.bulk_create(
        areas(action=new, area_id=key)
        for key in areas.objects.filter(action=old).values_list("area_id", flat=True)
    )
    measures.objects.bulk_create(
        measures(action=new, measure_id=key)
        for key in measures.objects.filter(action=old).values_list("measure_id", flat=True)
    )
    Leadership.objects.create(action=new, body=new.lead_body, post=new.lead, since=on)
    for row in _of(Support, old).filter(until__isnull=True):
        Support.objects.create(action=new, body_id=row.body_id, what=row.what, since=on)
    for entry in _of(DateChange, old).filter(milestone__isnull=True):
        _entry_for(entry, new, None)
    for step in _of(Milestone, old).filter(met_on__isnull=True):
        entries = list(_of(DateChange, old).filter(milestone=step))
        step.pk, step._state.adding, step.action = None, True, new
        step.save()
        for entry in entries:
            _entry_for(entry, new, step)


def _of(model: type[Support | DateChange | Milestone], action: Action):  # type: ignore[no-untyped-def]
    return model.objects.unrestricted(because=FOR_CHANGE).filter(action=action)


def _entry_for(entry: DateChange, action: Action, milestone: Milestone | None) -> None:
    entry.pk, entry._state.adding = None, True
    entry.action, entry.milestone = action, milestone
    entry.save()


@transaction.atomic
def hand_over(body: Organisation, on: date, *, by: Viewer, at: datetime) -> int:
    """Give what a body that has ended still led or supported to its successor.

    Rows of the old body end, rows of the new one begin; what is finished keeps its history.
    Returns how many actions changed hands.
    """
    require_following(by)
    heir = body.successor
    if heir is None:
        raise Refused(f"Nobody follows {body}: say in Committees which body took over")
    actions = Action.objects.unrestricted(because=FOR_CHANGE).select_for_update(of=("self",))
    is_open = actions.filter(finished=None, stopped=None, carried_forward=None)
    _refuse_too_early(body, on)
    led = list(is_open.filter(lead_body=body))
    for action in led:
        action.lead_body = heir
        action.save(update_fields=["lead_body"])
        pass_lead(action, on, inherits=True)
    supported = _pass_support(body, heir, on)
    changed = {action.pk for action in led} | supported
    if not changed:
        raise Refused(f"{body} leads and supports nothing that is open")
    said = f"handed {len(changed)} actions over from {body} to {heir}, on {on:%-d %B %Y}"
    log.record("hand-over", body, said, by=by, at=at)
    return len(changed)


def _refuse_too_early(body: Organisation, on: date) -> None:
    """Refuse a day on which the body had not begun: its row would end before it begins."""
    rows = Support.objects.unrestricted(because=FOR_CHANGE).filter(body=body, until=None)
    if late := rows.filter(since__gt=on).order_by("-since").first():
        raise Refused(f"{body} supports only since {late.since:%-d %B %Y}: choose a later day")


def _pass_support(body: Organisation, heir: Organisation, on: date) -> set[int]:
    rows = Support.objects.unrestricted(because=FOR_CHANGE).filter(
        until__isnull=True,
        action__finished=None,
        action__stopped=None,
        action__carried_forward=None,
    )
    ending = list(rows.filter(body=body))
    has = set(rows.filter(body=heir).values_list("action_id", flat=True))
    rows.filter(pk__in=[row.pk for row in ending]).update(until=on)
    for row in ending:
        if row.action_id not in has:
            Support.objects.create(action_id=row.action_id, body=heir, what=row.what, since=on)
    return {row.action_id for row in ending}
