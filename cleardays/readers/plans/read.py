"""Reading a plan's table: all of its rows, or every fault by its cell."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from cleardays.readers.plans.checks import faults_of_rows, milestone
from cleardays.readers.plans.columns import APART, Column, column_of
from cleardays.readers.plans.days import NoDay, read_day
from cleardays.readers.plans.sheets import Grid, address, grids_of
from cleardays.readers.plans.table import Fault, PlanRow, PlanTable, UnreadablePlan, Value

LOOKED_AT = 20
LEGEND = "legend"


def read_plan(path: Path) -> PlanTable:
    """Read the first sheet that has the heads of a plan, and the legend beside it.

    Raises UnreadablePlan for a file that is no plan's table; whatever else is wrong is a fault.
    """
    grids = grids_of(path)
    for grid in grids:
        if (at := _head_row(grid)) is not None:
            return _table(grid, at, _legend(grids))
    raise UnreadablePlan(
        "No sheet has the columns “Reference” and “Action” beside one another: begin with the"
        " template, or give the columns these heads."
    )


def _head_row(grid: Grid) -> int | None:
    """Return which of the first rows has the heads: a reference, an action, and most others."""
    best, most = None, 0
    for number, row in enumerate(grid.rows[:LOOKED_AT]):
        known = {column.name for cell in row if (column := column_of(_text(cell)))}
        if {"ref", "title"} <= known and len(known) > most:
            best, most = number, len(known)
    return best


def _table(grid: Grid, at: int, legend: dict[str, str] | None) -> PlanTable:
    heads = [_text(cell) for cell in grid.rows[at]]
    columns = [column_of(head) for head in heads]
    faults = list(_doubled(grid, at, columns))
    rows: list[PlanRow] = []
    for number in range(at + 1, len(grid.rows)):
        if any(_text(cell) for cell in grid.rows[number]):
            row, wrong = _row(grid, number, heads, columns)
            rows.append(row)
            faults += wrong
    faults += faults_of_rows(rows)
    if not rows:
        faults.append(Fault(grid.name, "", "The table has no actions", "Write one in each row"))
    faults += _mixed_exports(rows)
    if faults:
        return PlanTable(faults=tuple(faults))
    names = tuple(column.name for column in columns if column)
    return PlanTable(
        rows=tuple(map(_settled, rows)),
        columns=tuple(name for name in names if name not in APART),
        legend=legend,
        export=next((str(row.values.get("export", "")) for row in rows), ""),
    )


def _row(
    grid: Grid, number: int, heads: Sequence[str], columns: Sequence[Column | None]
) -> tuple[PlanRow, list[Fault]]:
    values: dict[str, Value] = {}
    cells: dict[str, str] = {}
    notes: list[str] = []
    faults: list[Fault] = []
    for place, raw in enumerate(grid.rows[number]):
        if place >= len(columns):
            break
        column, cell = columns[place], address(number, place)
        if cell in grid.unknown:
            faults.append(_no_result(grid, cell))
        elif column is None:
            if heads[place] and (text := _text(raw)):
                notes.append(f"{heads[place]}: {text}")
        else:
            cells[column.name] = cell
            try:
                values[column.name] = _value(column, raw, is_1904=grid.is_1904)
            except NoDay as why:
                faults.append(Fault(grid.name, cell, str(why), "Write a day, such as 31/01/2026"))
    return PlanRow({"ref": "", "title": "", **values}, cells, tuple(notes), grid.name), faults


def _settled(row: PlanRow) -> PlanRow:
    """Write milestones and supporting bodies in the one way in which they are compared."""
    values = dict(row.values)
    if "milestones" in values:
        values["milestones"] = [milestone(line).line for line in values["milestones"]]
    if "supporting" in values:
        parts = [line.partition(":") for line in values["supporting"]]
        values["supporting"] = [f"{body.strip()}: {what.strip()}" for body, _, what in parts]
    return replace(row, values=values)


def _value(column: Column, raw: Any, *, is_1904: bool) -> Value:
    if column.kind == "day":
        return read_day(raw, is_1904=is_1904)
    text = _text(raw)
    if column.kind == "list":
        return [line.strip() for line in text.splitlines() if line.strip()]
    return text


def _text(raw: Any) -> str:
    """Return a cell as text: 2.0, as Excel keeps a 2, is 2; line ends are one kind."""
    if raw is None:
        return ""
    if isinstance(raw, float) and raw.is_integer():
        return str(int(raw))
    if hasattr(raw, "isoformat"):
        return str(raw.isoformat())[:10]
    return str(raw).replace("\r\n", "\n").replace("\r", "\n").strip()


def _no_result(grid: Grid, cell: str) -> Fault:
    wrong = "The formula has no result kept in the file"
    return Fault(grid.name, cell, wrong, "Open the file in a spreadsheet, save it, and try again")


def _doubled(grid: Grid, at: int, columns: Sequence[Column | None]) -> Iterator[Fault]:
    """Yield a fault for each column that is there twice: nobody can tell which counts."""
    seen: dict[str, str] = {}
    for place, column in enumerate(columns):
        if column is None:
            continue
        cell = address(at, place)
        if first := seen.get(column.name):
            wrong = f"“{column.head}” stands in {first} already, by this or another head"
            yield Fault(grid.name, cell, wrong, "Keep one column for it")
        seen.setdefault(column.name, cell)


def _mixed_exports(rows: Sequence[PlanRow]) -> Iterator[Fault]:
    """Yield a fault where rows come from different exports; new rows may have none."""
    named = [row for row in rows if row.values.get("export")]
    for row in named:
        if row.values["export"] != named[0].values["export"]:
            wrong = "This row comes from another export than the first"
            yield row.fault("export", wrong, "Import each export's table by itself")


def _legend(grids: Sequence[Grid]) -> dict[str, str] | None:
    """Return the words and their meanings on a sheet called Legend, or None without one."""
    for grid in grids:
        if grid.name.strip().lower() == LEGEND:
            pairs = [(_text(row[0]), _text(row[1])) for row in grid.rows if len(row) > 1]
            return {word: meaning for word, meaning in pairs[1:] if word and meaning}
    return None
