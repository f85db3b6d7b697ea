"""Beginning a plan, changing what is said of it, and its steps from draft to closed."""

from datetime import date, datetime
from typing import Any, TypedDict, Unpack

from django.db import transaction
from django.utils.text import slugify

from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.audit import log
from cleardays.workroom.audit.changes import as_details, found_in, in_words, put_in
from cleardays.workroom.inspections.models import Inspection
from cleardays.workroom.people.models import Committee, Organisation
from cleardays.workroom.plans.actions.links import tie
from cleardays.workroom.plans.locking import hold_plan, require_following
from cleardays.workroom.plans.models import Plan
from cleardays.workroom.recommendations.models import Ask
from cleardays.workroom.workflow.clashing import again_where_taken
from cleardays.workroom.workflow.engine import Refused
from cleardays.workroom.workflow.fitting import refuse_what_does_not_fit

PRIVATE = {"private_note"}
State = Plan.State
# From where a plan may go to a state. A closed plan may be opened again: problems come back.
STEPS: dict[str, frozenset[str]] = {
    State.DRAFT: frozenset({State.SUBMITTED}),
    State.SUBMITTED: frozenset({State.DRAFT, State.ACCEPTED}),
    State.ACCEPTED: frozenset({State.SUBMITTED, State.CLOSED, State.SUPERSEDED}),
    State.SUPERSEDED: frozenset({State.ACCEPTED, State.SUBMITTED, State.CLOSED}),
    State.CLOSED: frozenset({State.ACCEPTED, State.SUPERSEDED}),
}


class PlanDetails(TypedDict, total=False):
    """What may be said of a plan; the model explains each."""

    ref: str
    summary: str
    period_words: str
    legend: dict[str, str]
    supersedes: Plan | None
    note: str
    sources: list[str]
    private_note: str
    is_invented: bool


class PlanChanges(PlanDetails, total=False):
    """What may be changed of a plan; its ref is its address, for life."""

    kind: str
    title: str


@again_where_taken
@transaction.atomic
def create_plan(
    organisation: Organisation,
    kind: str,
    title: str,
    *,
    by: Viewer,
    at: datetime,
    **details: Unpack[PlanDetails],
) -> Plan:
    """Begin a plan. Its address is made of its title unless one is given, and stays for life."""
    require_following(by)
    ref = details.pop("ref", "") or _free_ref(title)
    if Plan.objects.filter(ref=ref).exists():
        raise Refused(f"Another plan has the address {ref}: choose another")
    plan = Plan(organisation=organisation, kind=kind, title=title.strip(), ref=ref, **details)
    refuse_what_does_not_fit(plan)
    plan.save()
    log.record("create", plan, f"began the plan “{plan}”", by=by, at=at)
    return plan


@transaction.atomic
def change_plan(
    plan: Plan, *, by: Viewer, at: datetime, reason: str = "", **wanted: Unpack[PlanChanges]
) -> Plan:
    """Change what is said of a plan; the public reads it with the next version."""
    held = hold_plan(plan, by=by)
    if "ref" in wanted and wanted["ref"] != held.ref:
        raise Refused("A plan keeps its address for life: change its title instead")
    changed = found_in(held, wanted)
    if not changed:
        return held
    put_in(held, changed)
    _refuse_circle(held)
    refuse_what_does_not_fit(held)
    held.save(update_fields=list(changed))
    said = f"changed {in_words(changed, private=PRIVATE | {'legend'})}"
    plain: dict[str, Any] = as_details(changed, private=PRIVATE | {"legend"})
    log.record("change", held, said, by=by, at=at, reason=reason, **plain)
    return held


@transaction.atomic
def answer_inspections(
    plan: Plan, inspections: list[Inspection], *, by: Viewer, at: datetime
) -> Plan:
    """Say which inspections a plan answers."""
    held = hold_plan(plan, by=by)
    if tie(Plan.answers.through, "plan", held.pk, "inspection", inspections):
        titles = "; ".join(str(one) for one in inspections) or "no inspection"
        log.record("answer", held, f"said that the plan answers {titles}", by=by, at=at)
    return held


@transaction.atomic
def answer_asks(plan: Plan, asks: list[Ask], *, by: Viewer, at: datetime) -> Plan:
    """Say which recommendations and requests of committees a plan answers.

    The committee still says itself whether an answer satisfies it.
    """
    held = hold_plan(plan, by=by)
    if tie(Plan.answers_asks.through, "plan", held.pk, "ask", asks):
        titles = "; ".join(one.title for one in asks) or "no recommendation"
        said = f"said that the plan answers what committees asked for: {titles}"
        log.record("answer-asks", held, said, by=by, at=at)
    return held


@transaction.atomic
def let_follow(plan: Plan, committees: list[Committee], *, by: Viewer, at: datetime) -> Plan:
    """Say which committees follow a plan: their page of what changed since they met shows it."""
    held = hold_plan(plan, by=by)
    tie(Plan.followed_by.through, "plan", held.pk, "committee", committees)
    names = "; ".join(one.name for one in committees) or "no committee by name"
    log.record("follow", held, f"said that {names} follows the plan", by=by, at=at)
    return held


@transaction.atomic
def take_step(
    plan: Plan, state: str, *, on: date, by: Viewer, at: datetime, reason: str = ""
) -> Plan:
    """Record that a plan was submitted, accepted, superseded, closed, or taken back a step."""
    held = hold_plan(plan, by=by)
    if held.state not in STEPS.get(state, frozenset()):
        raise Refused(f"It is {held.state}: it cannot become {state} from there")
    is_back = (state, held.state) in _BACK
    if is_back and not reason.strip():
        raise Refused("Say why it goes back a step")
    before, held.state = held.state, state
    held.save(update_fields=["state"])
    said = f"recorded that the plan was {state} on {on:%-d %B %Y}"
    changes: dict[str, Any] = {"before": {"state": before}, "after": {"state": state}}
    log.record(f"step-{state}", held, said, by=by, at=at, reason=reason, **changes)
    return held


_BACK = {
    (State.DRAFT, State.SUBMITTED),
    (State.SUBMITTED, State.ACCEPTED),
    (State.ACCEPTED, State.CLOSED),
    (State.ACCEPTED, State.SUPERSEDED),
    (State.SUBMITTED, State.SUPERSEDED),
}


def _free_ref(title: str) -> str:
    wanted = f"plans/{slugify(title)[:80].strip('-') or 'plan'}"
    ref, number = wanted, 1
    while Plan.objects.filter(ref=ref).exists():
        number += 1
        ref = f"{wanted}-{number}"
    return ref


def _refuse_circle(plan: Plan) -> None:
    """Refuse a plan that would follow itself, at once or by way of others."""
    seen, earlier = {plan.pk}, plan.supersedes
    while earlier is not None:
        if earlier.pk in seen:
            raise Refused("A plan cannot follow itself, nor a plan that follows it")
        seen.add(earlier.pk)
        earlier = earlier.supersedes
