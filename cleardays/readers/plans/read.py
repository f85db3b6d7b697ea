"""Reading a plan's tables: all of their rows, or every fault by its cell."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from cleardays.readers.plans.checks import faults_of_rows, milestone
from cleardays.readers.plans.columns import APART, Column, column_of
from cleardays.readers.plans.heads import (
    doubled,
    head_row,
    heading_of,
    is_heads_again,
    what_is_missing,
)
from cleardays.readers.plans.legend import is_legend, legend_of
from cleardays.readers.plans.sheets import Grid, address, grids_of
from cleardays.readers.plans.table import Fault, PlanRow, PlanTable, UnreadablePlan, Value
from cleardays.readers.plans.values import NoValue, text_of, value_of
from cleardays.readers.plans.write import HOW_SHEET


def read_plan(path: Path) -> PlanTable:
    """Read every sheet that has the heads of a plan, and the legend beside them.

    Raises UnreadablePlan for a file that is no plan's table; whatever else is wrong is a fault.
    """
    grids = grids_of(path)
    seen = [grid for grid in grids if not grid.is_hidden]
    sheets = [_Sheet(grid, at) for grid in seen if (at := head_row(grid)) is not None]
    if not sheets:
        raise UnreadablePlan(what_is_missing(seen))
    for sheet in sheets:
        sheet.read()
    rows = [row for sheet in sheets for row in sheet.rows]
    faults = [fault for sheet in sheets for fault in sheet.faults]
    faults += [*faults_of_rows(rows), *_mixed_exports(rows)]
    if not rows:
        faults.append(
            Fault(sheets[0].grid.name, "", "The table has no actions", "Write one a row")
        )
    if faults:
        return PlanTable(faults=tuple(_first_of_each_cell(faults)))
    names = dict.fromkeys(c.name for sheet in sheets for c in sheet.columns if c)
    return PlanTable(
        rows=tuple(map(_settled, rows)),
        columns=tuple(name for name in names if name not in APART),
        legend=legend_of(seen),
        export=next((str(row.values.get("export", "")) for row in rows), ""),
        notices=tuple(_notices(grids, [sheet.grid for sheet in sheets])),
    )


@dataclass
class _Sheet:
    """A sheet with a plan's table, whose heads are in row ``at``."""

    grid: Grid
    at: int
    heads: Sequence[str] = ()
    columns: Sequence[Column | None] = ()
    rows: list[PlanRow] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def read(self) -> None:
        """Read all rows below the heads. What a heading among them says is kept as a note."""
        self.heads = [text_of(cell) for cell in self.grid.rows[self.at]]
        self.columns = [column_of(head) for head in self.heads]
        self.faults += doubled(self.grid, self.at, self.columns)
        heading = ""
        for number in range(self.at + 1, len(self.grid.rows)):
            cells = self.grid.rows[number]
            if not any(map(text_of, cells)) or is_heads_again(cells, self.heads):
                continue
            if words := heading_of(cells, self.columns):
                heading = words
            else:
                row = self._row(number)
                own = (f"Under the heading: {heading}",) if heading else ()
                self.rows.append(replace(row, notes=(*own, *row.notes)))

    def _row(self, number: int) -> PlanRow:
        values: dict[str, Value] = {}
        cells: dict[str, str] = {}
        notes: list[str] = []
        for place, raw in enumerate(self.grid.rows[number][: len(self.columns)]):
            column, cell = self.columns[place], address(number, place)
            if column is not None:
                cells[column.name] = cell
            if cell in self.grid.unknown:
                self.faults.append(_no_result(self.grid, cell))
            elif column is None:
                if self.heads[place] and (text := text_of(raw)):
                    notes.append(f"{self.heads[place]}: {text}")
            else:
                try:
                    values[column.name] = value_of(column, raw, is_1904=self.grid.is_1904)
                except NoValue as why:
                    self.faults.append(Fault(self.grid.name, cell, str(why), why.write))
        return PlanRow({"ref": "", "title": "", **values}, cells, tuple(notes), self.grid.name)


def _settled(row: PlanRow) -> PlanRow:
    """Write milestones and supporting bodies in the one way in which they are compared."""
    values = dict(row.values)
    if "milestones" in values:
        values["milestones"] = [milestone(line).line for line in values["milestones"]]
    if "supporting" in values:
        parts = [line.partition(":") for line in values["supporting"]]
        values["supporting"] = [f"{body.strip()}: {what.strip()}" for body, _, what in parts]
    return replace(row, values=values)


def _first_of_each_cell(faults: Sequence[Fault]) -> Iterator[Fault]:
    """Leave out what only follows from another fault: a blank where nothing could be read."""
    seen: set[tuple[str, str]] = set()
    for fault in faults:
        place = fault.sheet, fault.cell
        if not fault.cell or place not in seen:
            yield fault
        seen.add(place)


def _no_result(grid: Grid, cell: str) -> Fault:
    wrong = "The formula has no result kept in the file"
    return Fault(grid.name, cell, wrong, "Open the file in a spreadsheet, save it, and try again")


def _mixed_exports(rows: Sequence[PlanRow]) -> Iterator[Fault]:
    """Yield a fault where rows come from different exports; new rows may have none."""
    named = [row for row in rows if row.values.get("export")]
    for row in named:
        if row.values["export"] != named[0].values["export"]:
            wrong = "This row comes from another export than the first"
            yield row.fault("export", wrong, "Import each export's table by itself")


def _notices(grids: Sequence[Grid], read: Sequence[Grid]) -> Iterator[str]:
    """Yield what nobody would guess: hidden rows that were read, and sheets that were not."""
    for grid in grids:
        if grid in read:
            if grid.hidden_rows:
                yield f"“{grid.name}” has hidden or filtered rows: {grid.hidden_rows} read too."
        elif grid.is_hidden:
            yield f"The sheet “{grid.name}” is hidden and was not read."
        elif any(map(text_of, (cell for row in grid.rows for cell in row))) and not (
            is_legend(grid) or grid.name == HOW_SHEET
        ):
            yield f"The sheet “{grid.name}” has no table of actions and was not read."
