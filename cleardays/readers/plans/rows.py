"""One sheet of a plan: its rows below the heads, what stands between them and under them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from cleardays.readers.plans.columns import Column
from cleardays.readers.plans.heads import (
    Heads,
    area_in,
    begins_another,
    doubled,
    ends_table,
    heading_of,
    is_heads_again,
    is_total,
)
from cleardays.readers.plans.legend import pairs_of
from cleardays.readers.plans.sheets import Grid, Place, address
from cleardays.readers.plans.table import Answers, Fault, PlanRow, Question, Value
from cleardays.readers.plans.values import NoValue, text_of, value_of

# A status that is only a number, or nothing: where there is a colour, that is what it says.
_A_CODE = re.compile(r"\d{0,2}")
AN_ACTION = 3  # filled cells: so many say that a row under a heading is one


@dataclass
class Sheet:
    """A sheet with a plan's table. ``answers`` are what a person settled for the whole file."""

    grid: Grid
    heads: Heads
    answers: Answers
    rows: list[PlanRow] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    legend: Mapping[str, str] | None = None
    has_references: bool = True
    _apart: list[str] = field(default_factory=list)
    _coloured: int = 0
    _carried: int = 0
    _read_rows: set[int] = field(default_factory=set)

    def read(self) -> None:
        """Read all rows below the heads. What a heading among them says is kept as a note."""
        columns = self.heads.columns
        self.faults += doubled(self.grid, self.heads.last, columns)
        heading = self._heading_above()
        loose: list[str] = []
        is_other = False
        for number in range(self.heads.last + 1, len(self.grid.rows)):
            cells = self.grid.rows[number]
            if is_heads := self._is_heads(cells):
                is_other = False
            if is_heads or is_other or not any(map(text_of, cells)):
                continue
            words = heading_of(cells, columns)
            is_other = begins_another(words)
            if words and ends_table(words) and not self._has_actions(number + 1):
                self._read_below(number)
                break
            if is_total(cells) or is_other:
                self._apart.append(self._first_cell(number))
            elif words:
                heading = words
                loose.append(self._first_cell(number))
            else:
                self.rows.append(self._under(heading, self._row(number)))
                self._read_rows.add(number)
                loose = []
        self._apart += loose
        self._carry_areas()

    def notices(self) -> Iterator[str]:
        """Yield what was read otherwise than it looks, and what was not read."""
        named = f"“{self.grid.name}”: " if self.grid.name else ""
        if self._coloured:
            yield f"{named}the status was read from the colour of the cell {self._coloured} times."
        if self._has_rules_not_followed():
            yield f"{named}colours of the status come of rules that cannot be read: see the file."
        if struck := [n for n in self.grid.looks.struck if n in self._read_rows]:
            rows = ", ".join(str(number + 1) for number in struck)
            yield f"{named}struck through, and read all the same: row {rows}."
        if self._carried:
            yield f"{named}{self._carried} rows without an area were read as of the area above."
        if self._apart:
            cells = ", ".join(self._apart)
            yield f"{named}what begins in {cells} was taken for no action and was not read."

    def _has_rules_not_followed(self) -> bool:
        places = [n for n, one in enumerate(self.heads.columns)
                  if one and one.name == "reported_status"]  # fmt: skip
        is_open = any(not row.values.get("reported_status") for row in self.rows)
        return is_open and not self.grid.looks.not_followed.isdisjoint(places)

    def _heading_above(self) -> str:
        """Return the area that a title above the heads, or the sheet's name, numbers."""
        rows = self.grid.rows
        above = [heading_of(row, ()) for row in reversed(rows[: self.heads.first])]
        if area := next(filter(area_in, (*above, self.grid.name)), ""):
            return area
        # Where each part of a table has heads of its own, what stands above the first names it.
        is_parted = any(map(self._is_heads, rows[self.heads.last + 1 :]))
        return next(filter(None, above), "") if is_parted else ""

    def _is_heads(self, cells: Sequence[object]) -> bool:
        rows = self.grid.rows[self.heads.first : self.heads.last + 1]
        return any(is_heads_again(cells, [text_of(cell) for cell in row]) for row in rows)

    def _first_cell(self, number: int) -> str:
        cells = self.grid.rows[number]
        return address(number, next(n for n, cell in enumerate(cells) if text_of(cell)))

    def _has_actions(self, begin: int) -> bool:
        rows = (list(filter(None, map(text_of, row))) for row in self.grid.rows[begin:])
        return any(len(set(texts)) >= AN_ACTION for texts in rows)

    def _read_below(self, number: int) -> None:
        """Take what stands under the table for its legend, or say that it was not read."""
        pairs = pairs_of(self.grid, number + 1, len(self.grid.rows))
        if pairs:
            self.legend = dict(pairs)
        else:
            self._apart.append(self._first_cell(number))

    def _under(self, heading: str, row: PlanRow) -> PlanRow:
        if not heading:
            return row
        notes = (f"Under the heading: {heading}", *row.notes)
        if "areas" in self.heads.names or not area_in(heading):
            return replace(row, notes=notes)
        return replace(row, notes=notes, values={**row.values, "areas": [heading]})

    def _carry_areas(self) -> None:
        """Carry areas down to the rows below, where the column says each of them once."""
        names = [column.name if column else "" for column in self.heads.columns]
        is_first = "areas" in names and names.index("areas") < names.index("title")
        if (
            not is_first
            or "export" in names
            or not (self.rows and self.rows[0].values.get("areas"))
        ):
            return
        areas: Value = []
        for place, row in enumerate(self.rows):
            own = row.values.get("areas")
            areas = own or areas
            if areas is not own:
                self._carried += 1
                self.rows[place] = replace(row, values={**row.values, "areas": areas})

    def _row(self, number: int) -> PlanRow:
        values: dict[str, Value] = {}
        cells: dict[str, str] = {}
        notes: list[str] = []
        for place, raw in enumerate(self.grid.rows[number][: len(self.heads.columns)]):
            column, cell = self.heads.columns[place], address(number, place)
            if column is not None:
                cells[column.name] = cell
            if cell in self.grid.unknown:
                self.faults.append(_no_result(self.grid, cell))
            elif column is None:
                if self.heads.texts[place] and (text := text_of(raw)):
                    notes.append(f"{self.heads.texts[place]}: {text}")
            else:
                seen = self._as_seen(column, raw, (number, place))
                values[column.name] = self._value(column, seen, cell, notes)
        if not values.get("export"):
            _plan_as_first_agreed(values)
        return PlanRow({"ref": "", "title": "", **values}, cells, tuple(notes), self.grid.name)

    def _as_seen(self, column: Column, raw: object, place: Place) -> object:
        """Return what a reader sees where the value is another: 1.10 of a number, a colour."""
        if column.name == "ref":
            return self.grid.looks.shown.get(place, raw)
        colour = self.grid.looks.colours.get(place, "")
        if column.name != "reported_status" or not colour or not _A_CODE.fullmatch(text_of(raw)):
            return raw
        self._coloured += 1
        return colour

    def _value(self, column: Column, raw: object, cell: str, notes: list[str]) -> Value:
        """Return what a cell says, or what a person said that it says; what is wrong is kept."""
        try:
            return value_of(column, raw, is_1904=self.grid.is_1904)
        except NoValue as why:
            if why.question is None:
                self.faults.append(Fault(self.grid.name, cell, str(why), why.write))
                return ""
            where = " ".join(filter(None, (self.grid.name, cell)))
            self.questions += (
                [] if why.question.key in self.answers else [replace(why.question, cells=(where,))]
            )
            notes.append(f"{column.head} in the file: {why.question.words}")
            return self.answers.get(why.question.key, "")


def _plan_as_first_agreed(values: dict[str, Value]) -> None:
    """Let a date hold that was agreed first, where a file of others revises it nowhere."""
    for name in ("start", "finish"):
        if values.get(f"first_{name}") and not values.get(name):
            values[name] = values[f"first_{name}"]


def _no_result(grid: Grid, cell: str) -> Fault:
    wrong = "The formula has no result kept in the file"
    return Fault(grid.name, cell, wrong, "Open the file in a spreadsheet, save it, and try again")
