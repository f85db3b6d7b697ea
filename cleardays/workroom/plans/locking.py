"""Taking hold of a plan or an action before it is changed, and asking who may change it."""

from datetime import date

from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import NotAllowed, Viewer
from cleardays.workroom.plans.models import Action, Plan
from cleardays.workroom.plans.models.seeing import follows
from cleardays.workroom.workflow.engine import Refused

FOR_CHANGE = "the row is locked for a change; its permission is asked at once"


def require_following(by: Viewer) -> None:
    """Raise NotAllowed unless the viewer follows findings. The role is the whole council's."""
    if not follows(by):
        raise NotAllowed(f"{by.name} may not {Permission.FOLLOW_FINDINGS}")


def hold_plan(plan: Plan, *, by: Viewer) -> Plan:
    """Lock a plan until the transaction ends, for one who follows findings."""
    require_following(by)
    locked = Plan.objects.unrestricted(because=FOR_CHANGE).select_for_update(of=("self",))
    return locked.select_related("organisation").get(pk=plan.pk)


def hold_action(action: Action, *, by: Viewer) -> Action:
    """Lock an action for one who follows findings, whatever body leads it."""
    require_following(by)
    return _locked(action)


def hold_own_action(action: Action, *, by: Viewer) -> Action:
    """Lock an action for one who follows findings, or whose body leads or supports it."""
    if not Action.objects.visible_to(by).filter(pk=action.pk).exists():
        raise NotAllowed(f"{by.name} may update the actions of their own body only")
    return _locked(action)


def refuse_ended(action: Action) -> None:
    """Raise Refused where an action is stopped or carried forward: it is followed no more."""
    if action.stopped:
        raise Refused(f"{action.ref} is stopped: take that back first")
    if action.carried_forward:
        raise Refused(f"{action.ref} is carried forward: change it in the plan that it went to")


def refuse_future(on: date, today: date, what: str) -> None:
    """Raise Refused for a day to come: what has not happened is not recorded."""
    if on > today:
        raise Refused(f"{what} on {on:%-d %B %Y} is still to come: record it when it has happened")


def _locked(action: Action) -> Action:
    locked = Action.objects.unrestricted(because=FOR_CHANGE).select_for_update(of=("self",))
    return locked.select_related("plan", "lead_body").get(pk=action.pk)
