"""Many new actions at once, from the rows of a table: a handful of queries, not of each."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.utils.timezone import localdate

from cleardays.readers.plans import PlanRow
from cleardays.readers.plans.checks import milestone
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.inspections.models import Area
from cleardays.workroom.people.models import Organisation
from cleardays.workroom.plans.actions.action import refuse_misfits
from cleardays.workroom.plans.locking import FOR_CHANGE, refuse_future
from cleardays.workroom.plans.models import (
    Action,
    DateChange,
    Leadership,
    Milestone,
    Plan,
    Support,
)
from cleardays.workroom.workflow.engine import Refused

TEXTS = ("ref", "title", "text", "lead", "reported_status", "stop_reason")
DAYS = ("start", "finish", "started", "finished", "stopped")
HAPPENED = ("started", "finished", "stopped")


@dataclass(frozen=True)
class Why:
    """Why planned dates move and what happened is taken back, and who approved it."""

    reason: str = ""
    approved_by: str = ""

    def of_row(self, row: PlanRow) -> "Why":
        """Return what the row itself says, where it does."""
        own = {name: str(row.values.get(name, "")) for name in ("reason", "approved_by")}
        return replace(self, **{name: words for name, words in own.items() if words})


def add_rows(plan: Plan, rows: Sequence[PlanRow], why: Why, *, by: Viewer, at: datetime) -> None:
    """Add an action for each row, with its bodies, areas, milestones and dates that moved."""
    if not rows:
        return
    bodies, areas = _bodies(), _areas()
    last = Action.objects.unrestricted(because=FOR_CHANGE).of(plan).order_by("-position").first()
    begin = (last.position if last else 0) + 1
    made = Action.objects.bulk_create(
        _action(plan, row, begin + place, bodies, localdate(at)) for place, row in enumerate(rows)
    )
    both = list(zip(made, rows, strict=True))
    on = localdate(at)
    Leadership.objects.bulk_create(
        Leadership(action=action, body=action.lead_body, post=action.lead, since=on)
        for action in made
    )
    Support.objects.bulk_create(
        Support(action=action, body=bodies[body], what=what, since=on)
        for action, row in both
        for body, what in supporting_of(row)
    )
    through = Action.areas.through
    through.objects.bulk_create(
        through(action=action, area_id=areas[area])
        for action, row in both
        for area in dict.fromkeys(row.values.get("areas", ()))
    )
    Milestone.objects.bulk_create(_milestones(both, on))
    DateChange.objects.bulk_create(
        entry for action, row in both for entry in _moves(action, why.of_row(row), by, at)
    )


def supporting_of(row: PlanRow) -> list[tuple[str, str]]:
    """Return the supporting bodies of a row, by name, each with what it must do."""
    lines = [line.partition(": ") for line in row.values.get("supporting", ())]
    return [(body, what) for body, _, what in lines]


def day(text: Any) -> date | None:
    """Return the day of a cell."""
    return date.fromisoformat(text) if text else None


def notes_of(row: PlanRow) -> str:
    return "\n".join(row.notes)


def _bodies() -> dict[str, Organisation]:
    return {body.name: body for body in Organisation.objects.all()}


def _areas() -> dict[str, int]:
    areas = Area.objects.unrestricted(because=FOR_CHANGE)
    named = areas.values_list("inspection__ref", "number", "pk")
    return {f"{ref}#{number}": key for ref, number, key in named}


def _action(
    plan: Plan, row: PlanRow, position: int, bodies: dict[str, Organisation], today: date
) -> Action:
    values = row.values
    texts = {name: values.get(name, "") for name in TEXTS}
    days = {name: day(values.get(name)) for name in DAYS}
    body = str(values.get("lead_body", ""))
    action = Action(
        plan=plan,
        position=position,
        **texts,
        **days,
        lead_body=bodies[body] if body else None,
        first_start=day(values.get("first_start")) or days["start"],
        first_finish=day(values.get("first_finish")) or days["finish"],
        private_note=notes_of(row),
    )
    refuse_misfits(action)
    for name in HAPPENED:
        if on := days[name]:
            refuse_future(on, today, f"{action.ref}: “{name}”")
    return action


def _moves(action: Action, why: Why, by: Viewer, at: datetime) -> Iterator[DateChange]:
    """Yield an entry of the ledger for each date that is another than the one agreed first."""
    for name in ("start", "finish"):
        first, now = getattr(action, f"first_{name}"), getattr(action, name)
        if first == now:
            continue
        if not why.reason.strip():
            raise Refused(
                f"{action.ref}: the {name} first agreed is another day than the planned one, and"
                " nothing says why: give the reason below, or in the column “Why dates changed”"
            )
        yield DateChange(
            action=action,
            field=name,
            old=first,
            new=now,
            at=at,
            by=by.name,
            reason=why.reason,
            approved_by=why.approved_by,
        )


def _milestones(both: Iterable[tuple[Action, PlanRow]], today: date) -> Iterable[Milestone]:
    for action, row in both:
        for step in (milestone(line) for line in row.values.get("milestones", ())):
            due, met_on = date.fromisoformat(step.due), day(step.met_on)
            if met_on:
                refuse_future(met_on, today, f"{action.ref}: a milestone met")
            yield Milestone(
                action=action,
                label=step.label[:300],
                test=step.test[:500],
                first_due=due,
                due=due,
                met_on=met_on,
            )
