"""Tables of figures as analysts keep them, put into the columns of the template."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from cleardays.readers.measures.cells import NoNumber, figure
from cleardays.readers.measures.counting import PARTS, Unsure, name_columns
from cleardays.readers.measures.headings import (
    heading_of,
    is_total,
    kind_of_years,
    looks_like_period,
    part_of_label,
    period_in,
    year_in,
)
from cleardays.readers.measures.observations import NAMES, CellFault, Imported, rows_in
from cleardays.readers.measures.sheet import (
    Sheet,
    UnreadableSheet,
    cell_name,
    lines_of,
    read_sheet,
)

NEEDED = {"measure", "period", "value"}
UNSURE = (
    "Which columns are the figures is not clear: call them Numerator, Denominator and Value, or by"
    " the names of measures, and take the others out."
)
MOST_ABOVE = 15  # lines of title over the names of the columns
UNKNOWN = (
    "No line of this file names its columns: put Period, Measure and Value over them, or start"
    " from the template."
)


@dataclass(frozen=True)
class Chosen:
    """What a person says of a file that does not say it: see ``read_figures``."""

    measure: str = ""
    years: str = ""
    source: str = ""
    known: frozenset[str] = frozenset()


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
) -> Imported:
    """Read figures in the template, or in a table with a row or a column for each period.

    ``measure`` is whose they are where the file does not say, ``years`` ("school" or
    "financial") what 2024/25 is, ``source`` where they are from. ``known`` are the names of
    measures: a column that is called so is of that measure.
    """
    chosen = Chosen(measure, years, source, frozenset(name.casefold() for name in known))
    try:
        sheet = read_sheet(data)
        if {name.lower() for name in sheet.columns} >= NEEDED:
            return rows_in(Sheet(tuple(name.lower() for name in sheet.columns), sheet.rows))
        return _Table(lines_of(data), chosen).read()
    except UnreadableSheet as fault:
        return Imported(faults=(CellFault("", str(fault)),))


class _Table:
    """A table that somebody else made: which line names its columns, and what each is."""

    def __init__(self, lines: Sequence[Sequence[str]], chosen: Chosen) -> None:
        self.lines = lines
        self.chosen = chosen
        self.left_out: list[str] = []
        self.top = self._find_top()
        self.names = [cell.strip() for cell in lines[self.top]]
        self.kinds = [heading_of(name) for name in self.names]
        self.title_year = next(
            (found for line in lines[: self.top] for cell in line if (found := year_in(cell))), ""
        )
        self.wide = [] if "period" in self.kinds else self._periods_on_top()
        self.measured = [] if self.wide else self._measures_on_top()
        self._settle()

    def _find_top(self) -> int:
        for place, line in enumerate(self.lines[:MOST_ABOVE]):
            cells = [cell.strip() for cell in line if cell.strip()]
            known = [
                cell
                for cell in cells
                if heading_of(cell)
                or cell.casefold() in self.chosen.known
                or looks_like_period(cell)
            ]
            if (len(cells) > 1 and known and not _is_number(cells[-1])) or len(known) > 2:
                return place
        raise UnreadableSheet(UNKNOWN)

    def _periods_on_top(self) -> list[int]:
        found = [at for at, name in enumerate(self.names) if looks_like_period(name)]
        return found if len(found) > 1 or "year" not in self.kinds else []

    def _measures_on_top(self) -> list[int]:
        unknown = [at for at, (name, kind) in enumerate(self._columns()) if name and not kind]
        found = [at for at in unknown if self.names[at].casefold() in self.chosen.known]
        if not found and self.chosen.measure and not set(PARTS) & set(self.kinds):
            self._name_counts(unknown)
        return found

    def _name_counts(self, unknown: Sequence[int]) -> None:
        below = [cells for _, cells in self._lines()]
        columns = {at: [cells[at] for cells in below] for at in unknown}
        signs = [
            at
            for at, cells in columns.items()
            if self.names[at][:1] == "%" or any("%" in cell for cell in cells)
        ]
        given = self.kinds.index("value") if "value" in self.kinds else None
        value = None if given is None else [cells[given] for cells in below]
        self.left_out.clear()  # the totals are told of again when the lines are read
        try:
            found = name_columns(columns, signs if given is None else [], value)
        except Unsure:
            raise UnreadableSheet(UNSURE) from None
        for at, name in found.items():
            self.kinds[at] = name

    def _columns(self) -> Iterator[tuple[str, str]]:
        yield from zip(self.names, self.kinds, strict=True)

    def _settle(self) -> None:
        """Say what is no figure, and what a column is that could be two things."""
        if "value" not in self.kinds and "denominator" not in self.kinds and not self.wide:
            self.kinds = ["value" if kind == "numerator" else kind for kind in self.kinds]
        if self.wide:  # what stands before the periods, and has no name that is known, is a label
            first = self.wide[0]
            labels = [at for at in range(first) if self.kinds[at] in {"", "measure"}]
            if labels and "measure" not in self.kinds:
                self.kinds[labels[0]] = "measure"
        used = {*self.wide, *self.measured}
        self.left_out += [
            f"Column {cell_name(1, at)[:-1]}, “{name}”"
            for at, (name, kind) in enumerate(self._columns())
            if name and not kind and at not in used
        ]

    def read(self) -> Imported:
        """Return the rows of the table, or what is wrong with its cells."""
        records = list(self._wide_records() if self.wide else self._long_records())
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
        return replace(read, faults=faults, places=places, left_out=tuple(self.left_out))

    def _lines(self) -> Iterator[tuple[int, list[str]]]:
        """Yield the lines of figures, by their number; sums of others are left out."""
        width = len(self.names)
        for number, line in enumerate(self.lines[self.top + 1 :], start=self.top + 2):
            cells = ([cell.strip() for cell in line] + [""] * width)[:width]
            labels = [cell for cell, kind in zip(cells, self.kinds, strict=True) if kind in LABELS]
            total = next((cell for cell in labels if is_total(cell)), "")
            if total:
                self.left_out.append(f"Row {number}, “{total}”")
            elif any(cells):
                yield number, cells

    def _begun(self, number: int, cells: Sequence[str]) -> Record:
        """Begin a row of the template with what its columns say."""
        record = Record({"measure": self.chosen.measure, "source": self.chosen.source})
        for at, kind in enumerate(self.kinds):
            if kind in NAMES and kind != "period" and cells[at]:
                record.cells[kind] = cells[at]
            if kind:
                record.places.setdefault(kind, cell_name(number, at))
        if record.cells.get("area", "").casefold() in OWN:
            record.cells["area"] = ""
        return record

    def _long_records(self) -> Iterator[Record]:
        for number, cells in self._lines():
            record = self._begun(number, cells)
            record.cells["period"], at = self._period(cells)
            record.places["period"] = cell_name(number, at)
            if not self.measured:
                yield record
            for at in self.measured:
                given = self.names[at].casefold() in self.chosen.known
                own = {"measure": self.names[at]} if given else {}
                places = {**record.places, "value": cell_name(number, at)}
                yield Record({**record.cells, **own, "value": cells[at]}, places)

    def _period(self, cells: Sequence[str]) -> tuple[str, int]:
        """Return the period of a line, and where it stands."""
        year = next((at for at, kind in enumerate(self.kinds) if kind == "year"), None)
        at = next((at for at, kind in enumerate(self.kinds) if kind == "period"), year or 0)
        kind = kind_of_years(self.names[at if year is None else year], self.chosen.years)
        in_year = cells[year] if year is not None and year != at else self.title_year
        is_month = "month" in self.names[at].casefold() or self._are_firsts(at)
        return period_in(cells[at], kind=kind, year=in_year, is_month=is_month), at

    def _are_firsts(self, at: int) -> bool:
        """Say whether all days of a column are the first of a month: spreadsheets write so."""
        days = [line[at].strip() for line in self.lines[self.top + 1 :] if len(line) > at]
        kept = [day for day in days if day and not is_total(day)]
        return len(kept) > 1 and all(
            day[:3] in {"01/", "1/0", "1/1"} or day[-3:] == "-01" for day in kept
        )

    def _wide_records(self) -> Iterator[Record]:
        found: dict[tuple[str, str, str], Record] = {}
        of = self.chosen.measure
        for number, cells in self._lines():
            record = self._begun(number, cells)
            label, part = part_of_label(record.cells.get("measure", ""))
            year = next((cells[at] for at, kind in enumerate(self.kinds) if kind == "year"), "")
            if year_in(label) == label and not year:  # a line for each year, under its months
                year, label, record.cells["measure"] = label, "", self.chosen.measure
            year, of = year or self.title_year, label or of
            if not any(cells[at] for at in self.wide):
                continue  # a line over the lines that it is about
            for at in self.wide:
                kind = kind_of_years("", self.chosen.years)
                period = period_in(self.names[at], kind=kind, year=year, is_month=True)
                key = (of, record.cells.get("area", ""), period)
                cell = cell_name(number, at)
                if (part or "value") in found.get(key, Record({})).cells:
                    key = (*key[:2], f"{period}, {cell}")  # said twice: a fault of the row
                if key not in found:
                    own = {**record.cells, "measure": of, "period": period}
                    top = cell_name(self.top + 1, at)
                    found[key] = Record(own, {**record.places, "period": top, "value": cell})
                found[key].cells[part or "value"] = cells[at]
                found[key].places[part or "value"] = cell
        yield from (one for one in found.values() if any(one.cells.get(name) for name in COUNTS))


LABELS = frozenset({"measure", "period", "year", "area"})
COUNTS = ("numerator", "denominator", "value")
OWN = frozenset({"our area", "local", "us", "la"})


def _placed(cell: str, places: dict[tuple[int, str], str]) -> str:
    """Return where a cell of the template stands in the file that was given."""
    for column, name in enumerate(NAMES):
        row = cell.removeprefix(cell_name(1, column)[:-1])
        if row.isdecimal() and cell_name(int(row), column) == cell:
            return places.get((int(row), name), "")
    return cell


def _is_number(words: str) -> bool:
    try:
        return figure(words).value is not None and not looks_like_period(words)
    except NoNumber:
        return False
