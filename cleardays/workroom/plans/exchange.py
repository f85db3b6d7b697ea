"""A plan as a table that goes out, and what one that came back would change."""

from cleardays.readers.plans import Comparison, PlanTable, three_way
from cleardays.readers.plans.checks import Milestone
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
