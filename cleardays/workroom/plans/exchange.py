"""A plan as a table that goes out and comes back, and what only the workroom can check in one."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from cleardays.readers.plans import Comparison, Fault, PlanRow, PlanTable, three_way
from cleardays.readers.plans.checks import Milestone
from cleardays.readers.plans.compare import NOTES
from cleardays.readers.plans.table import Value
from cleardays.workroom.inspections.models import Area
from cleardays.workroom.people.models import Organisation
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
# "2", "2.", "Area 2", "Priority area 2: waiting times".
AREA_NUMBER = re.compile(r"(?:(?:priority )?area |priority )?(\d+)(?:[.:)\s]|$)", re.IGNORECASE)
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


def settled(table: PlanTable, plan: Plan) -> PlanTable:
    """Return the table with bodies and areas by their full names, or with faults and no rows."""
    known = Known(plan, table)
    rows = tuple(known.settled(row) for row in table.rows)
    faults = tuple(fault for row in rows for fault in known.faults_of(row))
    return PlanTable(faults=faults) if faults else replace(table, rows=rows)


class Known:
    """What the workroom knows that a table may name: bodies, areas, the plan's own actions."""

    def __init__(self, plan: Plan, table: PlanTable) -> None:
        bodies = Organisation.objects.values_list("name", flat=True)
        self.bodies = {name.casefold(): name for name in bodies}
        areas = Area.objects.unrestricted(because=FOR_EXCHANGE)
        named = areas.values_list("inspection__ref", "number", "label", "inspection_id")
        links = Plan.answers.through.objects.filter(plan=plan)
        answered = set(links.values_list("inspection_id", flat=True))
        self.areas = {f"{ref}#{number}" for ref, number, _, _ in named}
        self.area_by_words: dict[str, list[str]] = {}
        for ref, number, label, inspection in named:
            if inspection in answered:
                for words in (str(number), label.casefold()):
                    self.area_by_words.setdefault(words, []).append(f"{ref}#{number}")
        self.now: Mapping[str, Action] = {
            one.ref: one for one in Action.objects.unrestricted(because=FOR_EXCHANGE).of(plan)
        }
        self.refs = set(self.now) | {row.ref for row in table.rows}

    def settled(self, row: PlanRow) -> PlanRow:
        """Write names as they are known here, and numbers of areas as addresses."""
        values = dict(row.values)
        if "lead_body" in values:
            values["lead_body"] = self._body(str(values["lead_body"]))
        if "supporting" in values:
            parts = [line.partition(": ") for line in values["supporting"]]
            values["supporting"] = [f"{self._body(body)}: {what}" for body, _, what in parts]
        if "areas" in values:
            values["areas"] = sorted(map(self._area, values["areas"]))
        if "depends_on" in values:
            values["depends_on"] = sorted(values["depends_on"])
        return replace(row, values=values)

    def _body(self, name: str) -> str:
        return self.bodies.get(name.casefold(), name)

    def _area(self, words: str) -> str:
        number = AREA_NUMBER.match(words)
        keys = [words.casefold(), *([number[1]] if number else [])]
        found = next((self.area_by_words[key] for key in keys if key in self.area_by_words), [])
        return found[0] if len(found) == 1 else words

    def faults_of(self, row: PlanRow) -> Iterator[Fault]:
        """Yield what this row names that nobody knows."""
        bodies = [line.partition(": ")[0] for line in row.values.get("supporting", ())]
        named = [("lead_body", str(row.values.get("lead_body", "")))]
        for name, body in [*named, *(("supporting", body) for body in bodies)]:
            if body and body.casefold() not in self.bodies:
                wrong = f"No body is called “{body}”"
                yield row.fault(name, wrong, "Write its full name, or enter it in Committees")
        for area in row.values.get("areas", ()):
            if area not in self.areas:
                write = "Write the number of an area of the one inspection that the plan answers"
                yield row.fault("areas", f"“{area}” is no area that is known", write)
        for ref in row.values.get("depends_on", ()):
            if ref not in self.refs:
                yield row.fault("depends_on", f"There is no action {ref}", "Name one of the plan")
        yield from self._started(row)

    def _started(self, row: PlanRow) -> Iterator[Fault]:
        now = self.now.get(row.ref)
        has_begun = row.values.get("started") or (now is not None and now.started)
        if row.values.get("finished") and not has_begun:
            wrong = "It is finished and nothing says when it started"
            yield row.fault("finished", wrong, "Add the column “Started” and write when it began")
