"""A plan as a table that goes out, and what one that came back would change."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cleardays.readers.plans import (
    CellChange,
    Comparison,
    PlanRow,
    PlanTable,
    RowChange,
    three_way,
)
from cleardays.readers.plans.checks import Milestone, milestone
from cleardays.readers.plans.columns import BY_NAME
from cleardays.readers.plans.compare import NOTES
from cleardays.readers.plans.table import Value
from cleardays.workroom.plans.freezing import actions_of
from cleardays.workroom.plans.models import Action, Plan, PlanFile
from cleardays.workroom.plans.snapshot import ActionSnapshot

FOR_EXCHANGE = "a whole plan goes out and comes back; who may is asked of whoever does it"
PLAIN = (
    "ref",
    "title",
    "text",
    "lead",
    "lead_body",
    "first_start",
    "first_finish",
    "start",
    "finish",
    "started",
    "finished",
    "stopped",
    "stop_reason",
    "reported_status",
)
Values = dict[str, dict[str, Value]]


def values_of(plan: Plan) -> Values:
    """Return a plan's actions as the values of a table, by reference, in their order."""
    actions = Action.objects.unrestricted(because=FOR_EXCHANGE).of(plan)
    notes = dict(actions.values_list("ref", "private_note"))
    return {
        row.ref: {**_values(row), NOTES: notes[row.ref].splitlines()}
        for row in actions_of(actions)
    }


def _values(row: ActionSnapshot) -> dict[str, Value]:
    plain: dict[str, Value] = {name: _text(getattr(row, name)) for name in PLAIN}
    steps = [Milestone(one.due, one.label, one.test, one.met_on) for one in row.milestones]
    return {
        **plain,
        "areas": list(row.areas),
        "supporting": [f"{one.body}: {_text(one.what)}" for one in row.supporting],
        "milestones": [step.line for step in steps],
        "depends_on": list(row.depends_on),
    }


def _text(text: str) -> str:
    return text.replace("\r\n", "\n").strip()


def compared(file: PlanFile, plan: Plan) -> Comparison:
    """Compare what came back with what went out and with the plan as it stands."""
    base = file.base.table["values"] if file.base else None
    return three_way(base, PlanTable.from_json(file.table), values_of(plan))


@dataclass(frozen=True)
class Moved:
    """Something of an action that moves only with a reason: a planned date, a milestone, or what
    happened and is taken back. ``is_sure`` says that it moves whatever is chosen."""

    ref: str
    what: str
    is_explained: bool
    is_sure: bool


def what_moves(file: PlanFile, plan: Plan, found: Comparison) -> list[Moved]:
    """Return all for which accepting a table would ask why, by the rules of the deeds."""
    rows = {row.ref: row for row in PlanTable.from_json(file.table).rows}
    firsts = Action.objects.unrestricted(because=FOR_EXCHANGE).of(plan)
    agreed = {
        ref: {"start": start, "finish": finish}
        for ref, start, finish in firsts.values_list("ref", "first_start", "first_finish")
    }
    return [
        Moved(change.ref, what, bool(rows[change.ref].values.get("reason")), is_sure)
        for change in found.changes
        for what, is_sure in _moved(change, rows[change.ref], agreed.get(change.ref, {}))
    ]


def _moved(
    change: RowChange, row: PlanRow, agreed: Mapping[str, object]
) -> Iterator[tuple[str, bool]]:
    if change.is_new:
        for name in ("start", "finish"):
            planned = row.values.get(name, "")
            if (row.values.get(f"first_{name}") or planned) != planned:
                yield BY_NAME[name].head, True
        return
    for cell in change.cells:
        is_date = cell.name in ("start", "finish") and agreed.get(cell.name)
        is_taken_back = cell.name in ("started", "finished", "stopped") and cell.ours
        if is_date or is_taken_back or (cell.name == "milestones" and _has_moved(cell)):
            yield BY_NAME[cell.name].head, not cell.is_conflict


def _has_moved(cell: CellChange) -> bool:
    """Say whether a milestone that stands is due on another day."""
    stood, wanted = (
        {step.label: step.due for step in map(milestone, lines)}
        for lines in (cell.ours, cell.theirs)
    )
    return any(wanted.get(label, due) != due for label, due in stood.items())
