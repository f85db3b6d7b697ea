"""The invented plan: of real plans the single actions are not public, and cannot show a ledger."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.utils.timezone import localdate

from cleardays.cli.demonstration.people import COUNCIL, Clock, Council
from cleardays.cli.demonstration.story import read
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.plans import actions
from cleardays.workroom.plans.models import Action, Evidence, Milestone, Plan

WEEKS = re.compile(r"([+-]\d+)w")
STATED = "Invented for this demonstration, with the day"
Row = dict[str, Any]
Deed = Callable[[Plan, Row, Viewer, datetime], object]


def invented(today: date) -> Row:
    """Return the plan as plain values, its weeks counted from a day."""
    told: Row = _dated(read("invented-plan"), today)
    return told


def _dated(value: Any, today: date) -> Any:
    """Return a value with every "-40w" in it made into a day."""
    if isinstance(value, dict):
        return {name: _dated(one, today) for name, one in value.items()}
    if isinstance(value, list):
        return [_dated(one, today) for one in value]
    weeks = WEEKS.fullmatch(value) if isinstance(value, str) else None
    return today + timedelta(weeks=int(weeks[1])) if weeks else value


def invent_plan(council: Council, clock: Clock) -> Plan:
    """Let the invented plan happen: version by version, then what is measured with the last."""
    today = localdate(clock())
    told = invented(today)
    plan = _begin(told, council, clock)
    *earlier, last = told["versions"]
    for version in earlier:
        _tell(version, plan, council, clock)
        _publish(version, plan, council, clock)
    _measure(told["measure"], plan, today, council, clock)
    _tell(last, plan, council, clock)
    _publish(last, plan, council, clock)
    return plan


def _begin(told: Row, council: Council, clock: Clock) -> Plan:
    lead, bodies = council.viewers["lead"], council.organisations
    words: Row = dict(told["plan"])
    kind, title, following = (words.pop(name) for name in ("kind", "title", "followed_by"))
    plan = actions.create_plan(
        bodies[COUNCIL], kind, title, is_invented=True, by=lead, at=clock(), **words
    )
    committees = [council.committees[slug] for slug in following]
    actions.let_follow(plan, committees, by=lead, at=clock())
    for row in told["actions"]:
        words = {name: row[name] for name in ("title", "lead", "start", "finish") if name in row}
        body = bodies[row["lead_body"]] if "lead_body" in row else None
        supporting = [(bodies[slug], what) for slug, what in row.get("supporting", ())]
        actions.add_action(
            plan, row["ref"], lead_body=body, supporting=supporting, by=lead, at=clock(), **words
        )
    for row in told["actions"]:
        for ref in row.get("depends_on", ()):
            held = _of(plan, row["ref"], lead)
            actions.add_dependency(held, _of(plan, ref, lead), by=lead, at=clock())
    for row in told["risks"]:
        actions.add_risk(plan, by=lead, at=clock(), **row)
    return plan


def _of(plan: Plan, ref: str, lead: Viewer) -> Action:
    return Action.objects.visible_to(lead).of(plan).get(ref=ref)


def _tell(version: Row, plan: Plan, council: Council, clock: Clock) -> None:
    """Let happen what each deed says, on its own day: the ledger has the day of each change."""
    lead, second = council.viewers["lead"], council.viewers["second"]
    for state, on in version.get("steps", ()):
        actions.take_step(plan, state, on=on, by=lead, at=clock())
    for deed in version["deeds"]:
        row = dict(deed)
        at = _moment(row.pop("when", version["as_at"]))
        made = DEEDS[row.pop("do")](plan, row, lead, at)
        if isinstance(made, Evidence) and "checked_on" in deed:
            actions.check_evidence(made, deed["checked_on"], by=second, at=at)


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(10), UTC)


def _publish(version: Row, plan: Plan, council: Council, clock: Clock) -> None:
    lead, second, day = council.viewers["lead"], council.viewers["second"], version["as_at"]
    told = {"note": version["note"], "stated_published_on": day, "stated_source": STATED}
    actions.release(plan, day, by=second, at=clock(), **told)
    actions.publish_version(plan, by=lead, at=clock())


def _measure(told: Row, plan: Plan, today: date, council: Council, clock: Clock) -> None:
    """Enter and publish what is measured, a figure for each month, and set its target."""
    lead, second = council.viewers["lead"], council.viewers["second"]
    months = _months_before(today, len(told["asked"]))
    definition = {"valid_from": f"{months[0]}-01", "name": told["name"], "source": told["source"]}
    measure = actions.create_measure(
        told["name"],
        [{**definition, **told["definition"]}],
        actions=[_of(plan, ref, lead) for ref in told["actions"]],
        by=lead,
        at=clock(),
    )
    for month, found, asked in zip(months, told["found"], told["asked"], strict=True):
        actions.record_observation(
            measure,
            month,
            numerator=found,
            denominator=asked,
            source=told["source"],
            is_checked=True,
            by=lead,
            at=clock(),
        )
    actions.release_measure(measure, by=second, at=clock())
    actions.publish_measure(measure, by=lead, at=clock())
    start = round(100 * told["found"][0] / told["asked"][0], 1)
    actions.set_target(
        plan,
        measure,
        told["target"],
        told["target_in"],
        baseline=start,
        baseline_on=date.fromisoformat(f"{months[0]}-28"),
        by=lead,
        at=clock(),
    )


def _months_before(today: date, number: int) -> list[str]:
    """Return so many months, oldest first, up to the one before a day's."""
    last = today.year * 12 + today.month - 1
    return [f"{n // 12}-{n % 12 + 1:02}" for n in range(last - number, last)]


def _start(plan: Plan, row: Row, lead: Viewer, at: datetime) -> object:
    return actions.start(_of(plan, row["action"], lead), row["on"], by=lead, at=at)


def _finish(plan: Plan, row: Row, lead: Viewer, at: datetime) -> object:
    return actions.finish(_of(plan, row["action"], lead), row["on"], by=lead, at=at)


def _stop(plan: Plan, row: Row, lead: Viewer, at: datetime) -> object:
    held = _of(plan, row.pop("action"), lead)
    return actions.stop(held, row["on"], reason=row["reason"], by=lead, at=at)


def _move_date(plan: Plan, row: Row, lead: Viewer, at: datetime) -> object:
    held = _of(plan, row.pop("action"), lead)
    field, new = row.pop("field"), row.pop("new")
    return actions.move_date(held, field, new, by=lead, at=at, **row)


def _add_milestone(plan: Plan, row: Row, lead: Viewer, at: datetime) -> object:
    return actions.add_milestone(_of(plan, row.pop("action"), lead), by=lead, at=at, **row)


def _step(plan: Plan, row: Row, lead: Viewer) -> Milestone:
    rows = Milestone.objects.visible_to(lead).filter(action__plan=plan)
    held: Milestone = rows.get(action__ref=row.pop("action"), label=row.pop("label"))
    return held


def _move_milestone(plan: Plan, row: Row, lead: Viewer, at: datetime) -> object:
    held = _step(plan, row, lead)
    return actions.move_milestone(held, row.pop("new"), by=lead, at=at, **row)


def _meet(plan: Plan, row: Row, lead: Viewer, at: datetime) -> object:
    return actions.meet_milestone(_step(plan, row, lead), row["on"], by=lead, at=at)


def _evidence(plan: Plan, row: Row, lead: Viewer, at: datetime) -> object:
    row.pop("checked_on", None)
    return actions.add_evidence(_of(plan, row.pop("action"), lead), by=lead, at=at, **row)


def _update(plan: Plan, row: Row, lead: Viewer, at: datetime) -> object:
    held = _of(plan, row.pop("action"), lead)
    said = actions.write_update(held, row.pop("words"), as_at=at.date(), by=lead, at=at, **row)
    return actions.take_update(said, by=lead, at=at)


def _voice(plan: Plan, row: Row, lead: Viewer, at: datetime) -> object:
    answer = {n: row.pop(n) for n in ("promised", "due", "done", "changed") if n in row}
    voice = actions.add_voice(plan, by=lead, at=at, **row)
    return actions.answer_voice(voice, by=lead, at=at, **answer)


def _counts(plan: Plan, row: Row, lead: Viewer, at: datetime) -> object:
    return actions.state_counts(plan, as_at=at.date(), by=lead, at=at, **row)


DEEDS: dict[str, Deed] = {
    "start": _start,
    "finish": _finish,
    "stop": _stop,
    "move_date": _move_date,
    "milestone": _add_milestone,
    "move_milestone": _move_milestone,
    "meet": _meet,
    "evidence": _evidence,
    "update": _update,
    "voice": _voice,
    "counts": _counts,
}
