"""Sending a plan out as a table, taking one in, and accepting what it would change."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from graphlib import CycleError, TopologicalSorter

from django.db import transaction

from cleardays.readers.plans import CellChange, Comparison, PlanRow, PlanTable, RowChange
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.audit import log
from cleardays.workroom.documents.models import StoredFile
from cleardays.workroom.people.actions import create_organisation
from cleardays.workroom.people.models import Organisation
from cleardays.workroom.plans.actions.adding import Why, add_rows
from cleardays.workroom.plans.actions.changing import change_row
from cleardays.workroom.plans.actions.plan import change_plan
from cleardays.workroom.plans.exchange import compared, values_of
from cleardays.workroom.plans.locking import FOR_CHANGE, hold_plan
from cleardays.workroom.plans.models import Action, Dependency, Plan, PlanFile
from cleardays.workroom.plans.settling import settled
from cleardays.workroom.workflow.engine import Refused

OURS, THEIRS = "ours", "theirs"


class Faulty(Refused):
    """The table has faults; nothing of it is loaded. ``faults`` has each by its cell, ``open``
    what could be settled here once those are put right."""

    def __init__(self, table: PlanTable) -> None:
        super().__init__(*(fault.words for fault in table.faults))
        self.faults = table.faults
        self.open = table.questions


@transaction.atomic
def export_plan(plan: Plan, *, by: Viewer, at: datetime) -> PlanFile:
    """Keep the plan as it goes out, so that what comes back can be compared with it."""
    held = hold_plan(plan, by=by)
    kept = {"values": values_of(held), "legend": held.legend}
    made = PlanFile.objects.create(plan=held, kind="export", table=kept, by=by.name, at=at)
    log.record("export", held, "exported the plan as a table", by=by, at=at)
    return made


@transaction.atomic
def take_in(
    plan: Plan,
    table: PlanTable,
    name: str,
    *,
    by: Viewer,
    at: datetime,
    file: StoredFile | None = None,
) -> PlanFile:
    """Keep a table that came back, for somebody to see what it would change. Changes nothing.

    ``file`` is what it was read from, which is kept whatever becomes of the table. What has to
    be settled first is kept with it as ``questions``.
    """
    held = hold_plan(plan, by=by)
    made = PlanFile(
        plan=held, kind=PlanFile.Kind.IMPORT, name=name[-255:], file=file, by=by.name, at=at
    )
    _keep(made, table)
    log.record("take-in", held, "read a table of the plan, to compare it", by=by, at=at)
    return made


@transaction.atomic
def settle_table(
    file: PlanFile,
    table: PlanTable,
    *,
    answers: Mapping[str, str],
    by: Viewer,
    at: datetime,
    new_bodies: Sequence[str] = (),
) -> PlanFile:
    """Take the answers to what a table left open, once for all of its cells.

    ``table`` is the same file read with them. ``answers`` go by the keys of the questions;
    ``new_bodies`` are entered first, by one who may.
    """
    plan = hold_plan(file.plan, by=by)
    kept = _held_file(file)
    for name in new_bodies:
        create_organisation(name, kind=Organisation.Kind.OTHER, by=by, at=at)
    kept.answers = {**kept.answers, **answers}
    _keep(kept, table)
    log.record("settle", plan, "settled what a table of the plan left open", by=by, at=at)
    return kept


def _keep(file: PlanFile, table: PlanTable) -> None:
    """Keep a table with what is still open in it; Faulty, and nothing is kept, where it has
    faults."""
    if table.faults:
        raise Faulty(table)
    known = settled(table, file.plan, file.answers)
    file.table = known.as_json()
    file.questions = [one.as_json() for one in known.questions]
    file.base = _base(file.plan, known.export)
    file.save()


def _held_file(file: PlanFile) -> PlanFile:
    held = PlanFile.objects.unrestricted(because=FOR_CHANGE).select_for_update(of=("self",))
    kept: PlanFile = held.select_related("plan").get(pk=file.pk)
    if kept.accepted_at:
        raise Refused("This table was accepted already: import it again to compare it anew")
    return kept


@transaction.atomic
def accept_import(
    file: PlanFile,
    *,
    choices: Mapping[str, str],
    why: Why,
    by: Viewer,
    at: datetime,
) -> Comparison:
    """Do what a table would change: all of it, or nothing.

    ``choices`` says of each conflict, as "reference|column", whether "ours" stays or "theirs"
    comes. A conflict that nobody has decided refuses the whole.
    """
    plan = hold_plan(file.plan, by=by)
    kept = _held_file(file)
    if kept.questions:
        raise Refused("Something in this table is still open: settle it first")
    found = compared(kept, plan)
    undecided = [one for one in found.conflicts if _choice(choices, *one) is None]
    if undecided:
        raise Refused(
            *(f"{ref}: both sides changed “{cell.name}”: choose" for ref, cell in undecided)
        )
    table = PlanTable.from_json(kept.table)
    _apply(plan, table, _wanted(found, choices), why, by=by, at=at)
    if table.legend is not None and table.legend != plan.legend:
        change_plan(plan, legend=dict(table.legend), by=by, at=at)
    kept.accepted_at = at
    kept.save(update_fields=["accepted_at"])
    changed = sum(1 for row in found.changes if not row.is_new)
    said = f"accepted a table: {len(found.changes) - changed} actions added, {changed} changed"
    log.record("accept-import", plan, said, by=by, at=at, reason=why.reason)
    return found


def _wanted(found: Comparison, choices: Mapping[str, str]) -> list[RowChange]:
    """Leave out the conflicts in which ours stays."""
    return [
        RowChange(
            row.ref,
            row.is_new,
            tuple(
                cell
                for cell in row.cells
                if not cell.is_conflict or _choice(choices, row.ref, cell) == THEIRS
            ),
            row.notes,
        )
        for row in found.changes
    ]


def _choice(choices: Mapping[str, str], ref: str, cell: CellChange) -> str | None:
    chosen = choices.get(f"{ref}|{cell.name}")
    return chosen if chosen in (OURS, THEIRS) else None


def _apply(
    plan: Plan,
    table: PlanTable,
    changes: list[RowChange],
    why: Why,
    *,
    by: Viewer,
    at: datetime,
) -> None:
    rows: dict[str, PlanRow] = {row.ref: row for row in table.rows}
    add_rows(plan, [rows[row.ref] for row in changes if row.is_new], why, by=by, at=at)
    everything = Action.objects.unrestricted(because=FOR_CHANGE)
    known = {one.ref: one for one in everything.of(plan).select_related("plan")}
    for change in changes:
        if not change.is_new:
            own = why.of_row(rows[change.ref])
            change_row(known[change.ref], change, own, known, by=by, at=at)
    _tie_new(changes, rows, known)
    _refuse_circles(plan)


def _tie_new(
    changes: list[RowChange], rows: Mapping[str, PlanRow], known: Mapping[str, Action]
) -> None:
    """Make new actions wait for others, once all of them are there."""
    Dependency.objects.bulk_create(
        Dependency(action=known[change.ref], on=known[ref])
        for change in changes
        if change.is_new
        for ref in rows[change.ref].values.get("depends_on", ())
    )


def _refuse_circles(plan: Plan) -> None:
    links = Dependency.objects.unrestricted(because=FOR_CHANGE).filter(action__plan=plan)
    graph: dict[str, set[str]] = {}
    for ref, on in links.values_list("action__ref", "on__ref"):
        graph.setdefault(ref, set()).add(on)
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as circle:
        raise Refused(
            f"These wait for one another for ever: {', '.join(circle.args[1])}"
        ) from circle


def _base(plan: Plan, export: str) -> PlanFile | None:
    """Return the export that a table began as, if it is one of this plan."""
    if not export.isdecimal() or len(export) > 15:
        return None
    exports = PlanFile.objects.unrestricted(because=FOR_CHANGE).filter(plan=plan, kind="export")
    found: PlanFile | None = exports.filter(pk=int(export)).first()
    return found
