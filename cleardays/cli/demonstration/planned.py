"""The plans of the demonstration: each begun, then version by version released and published."""

from django.utils.timezone import localdate

from cleardays.cli.demonstration import case
from cleardays.cli.demonstration.case import Deed, Planned, Step, Version, area_key
from cleardays.cli.demonstration.inspected import Known
from cleardays.cli.demonstration.people import Clock, Council
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.plans import actions
from cleardays.workroom.plans.models import Action, Plan

UPDATE = (
    "We have agreed with the council who rings families that wait, and how often. (Invented for"
    " the demonstration.)"
)


def begin_plans(known: Known, council: Council, clock: Clock) -> dict[str, Plan]:
    """Enter every plan with its actions; return the plans by key."""
    made: dict[str, Plan] = {}
    for plan in case.plans():
        made[plan.key] = _begin(plan, made, known, council, clock)
        for deed in plan.deeds:
            _enter(made[plan.key], deed, known, council, clock)
    return made


def tell_versions(
    told: list[tuple[Planned, Version]],
    made: dict[str, Plan],
    known: Known,
    council: Council,
    clock: Clock,
) -> None:
    """Let happen what each version tells, and publish it, in the order of the story."""
    for plan, version in told:
        _bring_up(version, made[plan.key], made, council, clock)
        _hear(version, made[plan.key], known, council, clock)
        _publish(version, made[plan.key], council, clock)


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
    following = [council.committees[slug] for slug in told.followed_by]
    actions.let_follow(plan, following, by=lead, at=clock())
    return plan


def _enter(plan: Plan, deed: Deed, known: Known, council: Council, clock: Clock) -> None:
    bodies = council.organisations
    actions.add_action(
        plan,
        deed.ref,
        areas=[known[1][key] for key in deed.areas],
        lead_body=bodies[deed.lead_body] if deed.lead_body else None,
        supporting=[(bodies[slug], what) for slug, what in deed.supporting],
        by=council.viewers["lead"],
        at=clock(),
        **deed.words,
    )


def _bring_up(
    version: Version, plan: Plan, made: dict[str, Plan], council: Council, clock: Clock
) -> None:
    """Let happen what had happened to the actions by this version."""
    lead = council.viewers["lead"]
    for step in version.changes:
        there = made[step.carried_from] if step.carried_from else plan
        for action in _named(step.refs, there, lead):
            if step.carried_from:
                assert step.on  # noqa: S101 - narrows the type: a carried action says when
                actions.carry_forward(action, plan, step.on, by=lead, at=clock())
            else:
                _happen(action, step, lead, clock)


def _named(refs: tuple[str, ...], plan: Plan, lead: Viewer) -> list[Action]:
    rows = {row.ref: row for row in Action.objects.visible_to(lead).of(plan)}
    return [rows[ref] for ref in refs]


def _happen(action: Action, step: Step, lead: Viewer, clock: Clock) -> None:
    if step.started:
        actions.start(action, step.started, by=lead, at=clock())
    if step.finish:
        actions.move_date(
            action,
            "finish",
            step.finish,
            reason=step.reason,
            effect=step.effect,
            by=lead,
            at=clock(),
        )
    if step.finished:
        actions.finish(action, step.finished, by=lead, at=clock())
    if step.status:
        actions.change_action(action, reported_status=step.status, by=lead, at=clock())


def _hear(version: Version, plan: Plan, known: Known, council: Council, clock: Clock) -> None:
    """Enter what was counted, what leads said and what families said by this version."""
    lead = council.viewers["lead"]
    for row in version.counts:
        actions.state_counts(plan, by=lead, at=clock(), **row)
    for row in version.updates:
        said = dict(row)
        (action,) = _named((said.pop("ref"),), plan, lead)
        update = actions.write_update(action, said.pop("words"), by=lead, at=clock(), **said)
        actions.take_update(update, by=lead, at=clock())
    for row in version.voices:
        areas = [known[1][area_key(pair)] for pair in row["areas"]]
        actions.add_voice(plan, by=lead, at=clock(), **{**row, "areas": areas})


def _publish(version: Version, plan: Plan, council: Council, clock: Clock) -> None:
    """Take the steps that the plan took, and publish it with the two people whom that needs."""
    lead, second = council.viewers["lead"], council.viewers["second"]
    for state, on in version.steps:
        actions.take_step(plan, state, on=on, by=lead, at=clock())
    actions.release(
        plan,
        version.as_at,
        note=version.note,
        stated_published_on=version.stated_on,
        stated_source=version.stated_source,
        by=second,
        at=clock(),
    )
    actions.publish_version(plan, by=lead, at=clock())
