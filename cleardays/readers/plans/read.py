"""Reading a plan's tables: all of their rows, or every fault by its cell."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from cleardays.readers.plans.checks import faults_of_rows, milestone
from cleardays.readers.plans.columns import APART
from cleardays.readers.plans.days import NoDay
from cleardays.readers.plans.heads import heads_of, what_is_missing, with_areas
from cleardays.readers.plans.legend import is_legend, legend_of
from cleardays.readers.plans.picking import with_picked
from cleardays.readers.plans.references import those_that_count, with_references
from cleardays.readers.plans.rows import Sheet
from cleardays.readers.plans.sheets import Grid, grids_of
from cleardays.readers.plans.table import (
    Answers,
    Fault,
    PlanRow,
    PlanTable,
    Question,
    UnreadablePlan,
    merged,
)
from cleardays.readers.plans.values import text_of
from cleardays.readers.plans.write import HOW_SHEET

MILESTONES = Question("milestones", "Milestones")


def read_plan(path: Path, answers: Mapping[str, str] | None = None) -> PlanTable:
    """Read every sheet that has the heads of a plan, and the legend beside them.

    ``answers`` to the questions of an earlier reading count for the whole file. Raises
    UnreadablePlan for a file that is no plan's table; whatever else is wrong is a fault.
    """
    known = answers or {}
    grids = grids_of(path)
    questions: list[Question] = []
    every = _sheets_of(grids, known, questions)
    sheets = those_that_count(every, known, questions)
    questions += [one for sheet in sheets for one in sheet.questions]
    rows = with_references(sheets, known, questions)
    rows = [_with_milestones(row, known, questions) for row in rows]
    faults = [fault for sheet in sheets for fault in sheet.faults]
    faults += [*faults_of_rows(rows), *_mixed_exports(rows)]
    if not rows:
        faults.append(
            Fault(sheets[0].grid.name, "", "The table has no actions", "Write one a row")
        )
    if faults:
        table = PlanTable(faults=tuple(_first_of_each_cell(faults)))
        return replace(table, questions=merged(questions))
    names = dict.fromkeys(name for row in rows for name in row.values)
    below = next((sheet.legend for sheet in sheets if sheet.legend), None)
    return PlanTable(
        rows=tuple(map(_settled, rows)),
        columns=tuple(name for name in names if name not in APART),
        legend=legend_of([grid for grid in grids if not grid.is_hidden]) or below,
        export=next((str(row.values.get("export", "")) for row in rows), ""),
        notices=tuple(_notices(grids, every, sheets)),
        questions=merged(questions),
        is_numbered=not any(sheet.has_references for sheet in sheets),
    )


def _sheets_of(grids: Sequence[Grid], answers: Answers, questions: list[Question]) -> list[Sheet]:
    """Return the sheets with a plan's table, read: those with references, if any has them."""
    seen = [grid for grid in grids if not grid.is_hidden]
    found = [(grid, with_areas(grid, heads)) for grid in seen if (heads := heads_of(grid))]
    are_whole = any(heads.are_whole for _, heads in found)
    sheets = [
        Sheet(grid, with_picked(grid, heads, answers, questions), answers)
        for grid, heads in found
        if heads.are_whole or not are_whole
    ]
    if not sheets:
        raise UnreadablePlan(what_is_missing(seen))
    for sheet in sheets:
        sheet.read()
    return sheets


def _with_milestones(row: PlanRow, answers: Answers, questions: list[Question]) -> PlanRow:
    """Keep as notes, where a person wants so, milestones that say no day and no test."""
    lines = row.values.get("milestones", ())
    loose = [line for line in lines if not _is_milestone(line)]
    if not loose:
        return row
    if MILESTONES.key not in answers:
        questions.append(replace(MILESTONES, cells=(row.where("milestones"),)))
    kept = [line for line in lines if line not in loose]
    notes = (*row.notes, f"Milestones in the file: {'; '.join(loose)}")
    return replace(row, values={**row.values, "milestones": kept}, notes=notes)


def _is_milestone(line: str) -> bool:
    """Say whether a line is meant as one: a slip in one that has its marks stays a fault."""
    try:
        milestone(line)
    except (NoDay, ValueError):
        return "|" in line
    return True


def _settled(row: PlanRow) -> PlanRow:
    """Write milestones and supporting bodies in the one way in which they are compared."""
    values = dict(row.values)
    if "milestones" in values:
        values["milestones"] = [milestone(line).line for line in values["milestones"]]
    if "supporting" in values:
        parts = [line.partition(":") for line in values["supporting"]]
        values["supporting"] = [
            f"{body.strip()}: {what.strip()}" if what.strip() else body.strip()
            for body, _, what in parts
        ]
    return replace(row, values=values)


def _first_of_each_cell(faults: Sequence[Fault]) -> Iterator[Fault]:
    """Leave out what only follows from another fault: a blank where nothing could be read."""
    seen: set[tuple[str, str]] = set()
    for fault in faults:
        place = fault.sheet, fault.cell
        if not fault.cell or place not in seen:
            yield fault
        seen.add(place)


def _mixed_exports(rows: Sequence[PlanRow]) -> Iterator[Fault]:
    """Yield a fault where rows come from different exports; new rows may have none."""
    named = [row for row in rows if row.values.get("export")]
    for row in named:
        if row.values["export"] != named[0].values["export"]:
            wrong = "This row comes from another export than the first"
            yield row.fault("export", wrong, "Import each export's table by itself")


def _notices(
    grids: Sequence[Grid], every: Sequence[Sheet], sheets: Sequence[Sheet]
) -> Iterator[str]:
    """Yield what nobody would guess: hidden rows that were read, and sheets that were not."""
    read = {id(sheet.grid): sheet for sheet in sheets}
    aside = {id(sheet.grid) for sheet in every}
    for grid in grids:
        if sheet := read.get(id(grid)):
            if grid.hidden_rows:
                yield f"“{grid.name}” has hidden or filtered rows: {grid.hidden_rows} read too."
            yield from sheet.notices()
        elif id(grid) in aside:
            yield f"The sheet “{grid.name}” has the same actions and was left aside."
        elif grid.is_hidden:
            yield f"The sheet “{grid.name}” is hidden and was not read."
        elif any(map(text_of, (cell for row in grid.rows for cell in row))) and not (
            is_legend(grid) or grid.name == HOW_SHEET
        ):
            yield f"The sheet “{grid.name}” has no table of actions and was not read."
