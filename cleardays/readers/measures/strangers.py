"""Tables of figures as analysts keep them, put into the columns of the template."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from cleardays.readers.measures.headings import (
    COUNTS,
    Column,
    is_no_figure,
    kind_of_years,
    part_of_label,
    place_of,
)
from cleardays.readers.measures.observations import NAMES, CellFault, Imported, rows_in
from cleardays.readers.measures.sheet import (
    Sheet,
    UnreadableSheet,
    cell_name,
    lines_of,
    read_sheet,
)
from cleardays.readers.measures.table import Chosen, Table
from cleardays.readers.measures.writing import month_of_last_day, period_in, year_in

NEEDED = {"measure", "period", "value"}
# A share with its counts in one cell: 43% (30/70), 55 % (44 of 80), 30/70.
_WITH_COUNTS = re.compile(
    r"(?P<value>[\d.]+\s?%)?,?\s?\(?(?P<top>[\d,]+)\s?(?:/|of|out of)\s?(?P<bottom>[\d,]+)\)?",
    re.I,
)
_PROVISIONAL = re.compile(r"(?P<value>[\d.,]+\s?%?)\s?\(?(?:p|prov|provisional)\)?", re.I)


@dataclass
class Record:
    """A row of the template while it is gathered, and the cells it is from."""

    cells: dict[str, str]
    places: dict[str, str] = field(default_factory=dict)


def read_figures(
    data: bytes,
    *,
    measure: str = "",
    years: str = "",
    source: str = "",
    known: Collection[str] = (),
    own: Collection[str] = (),
) -> Imported:
    """Read figures in the template, or in a table with a row or a column for each period.

    ``measure`` is whose they are where the file does not say, ``years`` ("school" or
    "financial") what 2024/25 is, ``source`` where they are from. ``known`` are the names of
    measures: a column that is called so is of that measure. ``own`` is what our area is called.
    """
    chosen = Chosen(measure, years, source, _small(known), _small(own))
    try:
        sheet = read_sheet(data)
        if {name.lower() for name in sheet.columns} >= NEEDED:
            return rows_in(Sheet(tuple(name.lower() for name in sheet.columns), sheet.rows))
        return _Reading(Table(lines_of(data), chosen)).imported()
    except UnreadableSheet as fault:
        return Imported(faults=(CellFault("", str(fault)),))


def _small(names: Collection[str]) -> frozenset[str]:
    return frozenset(name.casefold() for name in names if name)


class _Reading:
    """The figures of a table, gathered by what they are of."""

    def __init__(self, table: Table) -> None:
        self.table = table

    def imported(self) -> Imported:
        """Return the rows of the table, or what is wrong with its cells."""
        records = list(self._records())
        rows = [[one.cells.get(name, "") for name in NAMES] for one in records]
        read = rows_in(Sheet(tuple(NAMES), tuple(map(tuple, rows))))
        places = {
            (row, name): cell
            for row, one in enumerate(records, start=2)
            for name, cell in one.places.items()
        }
        faults = tuple(
            replace(one, cell=_placed(one.cell, places)) if one.cell else one
            for one in read.faults
        )
        return replace(read, faults=faults, places=places, left_out=tuple(self.table.left_out))

    def _records(self) -> Iterator[Record]:
        """Gather the figures of one measure, place and period, in whichever cells they stand."""
        found: dict[tuple[str, str, str], Record] = {}
        said = _Said(self.table.chosen.measure)
        for number, cells in self.table.rows:
            if not any(cells[at] for at in self.table.figures):
                self._take_heading(number, cells, said)
                continue
            row = self._begun(number, cells, said)
            if is_no_figure(row.cells.get("part", "")):
                self.table.leave_out(number, row.cells["part"])
                continue
            for at, column in self.table.figures.items():
                self._take(found, row, (number, at, cells[at]), column)
        yield from found.values()

    def _take_heading(self, number: int, cells: Sequence[str], said: "_Said") -> None:
        """Take a line without a figure for one over others, or leave it out."""
        filled = [cell for cell in cells if cell]
        label = part_of_label(filled[0])[0]
        is_known = (
            filled[0].casefold() in self.table.chosen.known
            or label.casefold() in self.table.chosen.known
        )
        is_over = (
            any(one.period for one in self.table.figures.values())
            and "period" not in self.table.kinds
        )
        if len(filled) == 1 and (is_known or is_over):
            said.over, said.last = filled[0], {**said.last, "measure": ""}
        else:
            self.table.leave_out(number, filled[0])

    def _begun(self, number: int, cells: Sequence[str], said: "_Said") -> Record:
        """Begin a row of the template with what the columns beside the figures say."""
        record = Record({"source": self.table.chosen.source})
        for at, kind in enumerate(self.table.kinds):
            if kind in {"measure", "year"}:
                said.last[kind] = cells[at] or said.last.get(kind, "")
            if kind and kind not in COUNTS:
                if kind != "period":
                    cell = said.last.get(kind, cells[at])
                    record.cells[kind] = cell or record.cells.get(kind, "")
                record.places.setdefault(kind, cell_name(number, at))
        record.cells["area"] = place_of(record.cells.get("area", ""), self.table.chosen.own)
        self._name(record, said)
        if number in self.table.parts:
            record.cells["part"] = self.table.parts[number]
            if record.cells["measure"].casefold() not in self.table.chosen.known:
                record.cells["measure"] = self.table.chosen.measure
        record.cells["year"] = record.cells.get("year", "") or self.table.layout.year
        record.cells["period"], at = self._period(cells, record.cells["year"])
        record.places["period"] = cell_name(number, at)
        return record

    def _name(self, record: Record, said: "_Said") -> None:
        """Divide the label of a row into the measure and the part of the figure it is of."""
        label, part = record.cells.get("measure", ""), ""
        if label.casefold() not in self.table.chosen.known:
            label, part = part_of_label(label)
            for one in ("target", "rag", "trajectory"):
                if label.casefold().endswith(f" {one}"):
                    part = one
        if label and year_in(label) == label and not record.cells.get("year"):
            record.cells["year"], label = label, ""  # a line for each year, under its months
        record.cells["measure"] = label or said.over
        given = record.cells.get("part", "")
        record.cells["part"] = part or (part_of_label(given)[1] or given)

    def _period(self, cells: Sequence[str], in_year: str) -> tuple[str, int]:
        """Return the period of a line, and where it stands."""
        year = next((at for at, kind in enumerate(self.table.kinds) if kind == "year"), None)
        at = next((at for at, kind in enumerate(self.table.kinds) if kind == "period"), year)
        if at is None:
            return "", 0
        kind = kind_of_years(
            self.table.names[at if year is None else year], self.table.chosen.years
        )
        words = in_year if at == year else _as_headed(cells[at], self.table.names[at])
        is_month = "month" in self.table.names[at].casefold() or self._are_firsts(at)
        return period_in(words, kind=kind, year=in_year, is_month=is_month), at

    def _are_firsts(self, at: int) -> bool:
        """Say whether all days of a column are the first of a month: spreadsheets write so."""
        kept = [cells[at] for _, cells in self.table.rows if cells[at]]
        return len(kept) > 1 and all(
            day[:3] in {"01/", "1/0", "1/1"} or day[-3:] == "-01" for day in kept
        )

    def _take(
        self,
        found: dict[tuple[str, str, str], Record],
        row: Record,
        cell: tuple[int, int, str],
        column: Column,
    ) -> None:
        """Put a cell into the record that it is of; one that is there already is a fault."""
        number, at, words = cell
        if not words and (column.period or len(self.table.figures) > 1):
            return
        kind = kind_of_years(self.table.layout.title, self.table.chosen.years)
        of = {
            "measure": column.measure or row.cells["measure"],
            "area": row.cells["area"] if column.area is None else column.area,
            "period": period_in(column.period, kind=kind, year=row.cells["year"], is_month=True)
            if column.period
            else row.cells["period"],
        }
        said = row.cells["part"] if column.part in {"", "value"} else ""
        part = said or column.part or "value"
        place = cell_name(number, at)
        key = (of["measure"], of["area"], of["period"])
        if part in found.get(key, Record({})).cells:
            key = (*key[:2], f"{key[2]}, {place}")  # said twice: a fault of the row
        if key not in found:
            found[key] = Record({**row.cells, **of}, {"value": place, **row.places})
            if column.period:
                found[key].places["period"] = cell_name(self.table.layout.top, at)
        for name, of_it in _divided(words, part).items():
            found[key].cells.setdefault(name, of_it)
            found[key].places[name] = place


@dataclass
class _Said:
    """What rows above said that still holds: a measure over its rows, a year over its months."""

    over: str
    last: dict[str, str] = field(default_factory=dict)


def _as_headed(words: str, heading: str) -> str:
    """Read a bare date or number as its heading says: a week by one of its days, a quarter."""
    plain = heading.casefold()
    if words[:1].isdigit() and (plain in {"w/e", "we"} or "week end" in plain):
        return f"w/e {words}"
    if words[:1].isdigit() and (plain == "w/c" or "week com" in plain or "week beg" in plain):
        return f"w/c {words}"
    if "month" in plain and (month := month_of_last_day(words)):
        return month
    if plain in {"quarter", "qtr"} and words in {"1", "2", "3", "4"}:
        return f"Q{words}"
    return words


def _divided(words: str, part: str) -> Mapping[str, str]:
    """Return the parts of a figure that one cell holds: a share with its counts, a mark."""
    if part == "value" and (found := _WITH_COUNTS.fullmatch(words)):
        counts = {"numerator": found["top"], "denominator": found["bottom"]}
        return {"value": found["value"] or "", **counts}
    if part == "value" and (found := _PROVISIONAL.fullmatch(words)):
        return {"value": found["value"], "status": "provisional"}
    return {part: words}


def _placed(cell: str, places: dict[tuple[int, str], str]) -> str:
    """Return where a cell of the template stands in the file that was given."""
    for column, name in enumerate(NAMES):
        row = cell.removeprefix(cell_name(1, column)[:-1])
        if row.isdecimal() and cell_name(int(row), column) == cell:
            return places.get((int(row), name), "")
    return cell
