"""The plans of the demonstration: begun, with what was done by then, released and published."""

from django.utils.timezone import localdate

from cleardays.cli.demonstration import case
from cleardays.cli.demonstration.case import Deed, Planned
from cleardays.cli.demonstration.inspected import Known
from cleardays.cli.demonstration.people import Clock, Council
from cleardays.workroom.plans import actions
from cleardays.workroom.plans.models import Action, Plan

UPDATE = (
    "We have agreed with the council who rings families that wait, and how often. (Invented for"
    " the demonstration.)"
)


def enter_plans(known: Known, council: Council, clock: Clock) -> dict[str, Plan]:
    """Enter every plan, carry on what went on elsewhere, publish; return them by key."""
    told = case.plans()
    made: dict[str, Plan] = {}
    for plan in told:
        made[plan.key] = _begin(plan, made, known, council, clock)
    carried: list[tuple[Action, Deed]] = []
    for plan in told:
        for deed in plan.deeds:
            action = _enter(made[plan.key], deed, known, council, clock)
            if deed.carry_to:
                carried.append((action, deed))
    for action, deed in carried:
        _carry(action, deed, made, council, clock)
    for plan in told:
        _publish(plan, made[plan.key], council, clock)
    return made


def write_an_update(plan: Plan, council: Council, clock: Clock) -> None:
    """Let the partner say how its own action is getting on: the lead has to take it."""
    partner = council.viewers["partner"]
    own = Action.objects.visible_to(partner).of(plan).filter(lead_body=partner.organisation_id)
    at = clock()
    actions.write_update(own[0], UPDATE, as_at=localdate(at), by=partner, at=at)


def _begin(
    told: Planned, made: dict[str, Plan], known: Known, council: Council, clock: Clock
) -> Plan:
    lead, inspections = council.viewers["lead"], known[0]
    plan = actions.create_plan(
        council.organisations["lancashire-county-council"],
        told.kind,
        told.title,
        supersedes=made[told.supersedes] if told.supersedes else None,
        by=lead,
        at=clock(),
        **told.facts,
    )
    answered = [inspections[key] for key in told.answers]
    actions.answer_inspections(plan, answered, by=lead, at=clock())
    for row in told.counts:
        actions.state_counts(plan, by=lead, at=clock(), **row)
    for row in told.voices:
        actions.add_voice(plan, by=lead, at=clock(), **row)
    return plan


def _enter(plan: Plan, deed: Deed, known: Known, council: Council, clock: Clock) -> Action:
    lead, bodies = council.viewers["lead"], council.organisations
    action = actions.add_action(
        plan,
        deed.ref,
        areas=[known[1][key] for key in deed.areas],
        lead_body=bodies[deed.lead_body] if deed.lead_body else None,
        supporting=[(bodies[slug], what) for slug, what in deed.supporting],
        by=lead,
        at=clock(),
        **deed.words,
    )
    if deed.started:
        action = actions.start(action, deed.started, by=lead, at=clock())
    if deed.finished:
        action = actions.finish(action, deed.finished, by=lead, at=clock())
    return action


def _carry(
    action: Action, deed: Deed, made: dict[str, Plan], council: Council, clock: Clock
) -> None:
    """Carry an action on to the plan that follows, where it stands in that plan's own words."""
    lead = council.viewers["lead"]
    assert deed.carry_on  # noqa: S101 - narrows the type: a carried action says when
    new = actions.carry_forward(action, made[deed.carry_to], deed.carry_on, by=lead, at=clock())
    actions.change_action(new, reported_status=deed.carry_status, by=lead, at=clock())


def _publish(told: Planned, plan: Plan, council: Council, clock: Clock) -> None:
    """Take the steps that the plan took, and publish it with the two people whom that needs."""
    lead, second = council.viewers["lead"], council.viewers["second"]
    for state, on in told.steps:
        actions.take_step(plan, state, on=on, by=lead, at=clock())
    actions.release(plan, told.as_at, by=second, at=clock())
    actions.publish_version(plan, by=lead, at=clock())
