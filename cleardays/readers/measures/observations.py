"""Observations from a CSV file: every fault by its cell, and nothing half-loaded."""

import csv
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from io import StringIO

from cleardays.progress.measures.periods import Period, UnknownPeriod, parse_period
from cleardays.progress.measures.series import Finality, Observation
from cleardays.readers.measures.cells import Figure, NoNumber, figure
from cleardays.readers.measures.sheet import Sheet, UnreadableSheet, cell_name, read_sheet
from cleardays.readers.measures.writing import period_in

# Column, whether it must be there, and the two rows of example in the template.
COLUMNS = (
    ("measure", True, "ehc-plans-in-20-weeks", "ehc-plans-in-20-weeks"),
    ("area", False, "", "England"),
    ("period", True, "2024", "2024"),
    ("numerator", False, "297", "39407"),
    ("denominator", False, "1718", "84866"),
    ("value", True, "17.3", "46.4"),
    ("status", False, "final", "final"),
    ("source", False, "SEN2, January 2025", "SEN2, January 2025"),
    ("retrieved", False, "2025-06-26", "2025-06-26"),
    ("replaces", False, "no", "no"),
    # Which file this one was when it was taken out, so that it can be compared with it.
    ("export", False, "", ""),
)
NAMES = tuple(name for name, *_ in COLUMNS)
MOST_ROWS = 50_000
RUN = ("=", "+", "-", "@", "\t", "\r")
_NO = frozenset({"", "no", "n", "false", "0"})
_YES = frozenset({"yes", "y", "true", "1"})


@dataclass(frozen=True)
class CellFault:
    """What is wrong with one cell ("C7", or "" for the whole file) and what to write instead."""

    cell: str
    sentence: str


@dataclass(frozen=True)
class ImportedRow:
    """One figure: of which measure, of which area ("" is the area's own), by which row.

    ``replaces`` says that it restates a figure of the same period that is recorded already,
    ``has_sign`` that the figure was written with its %.
    """

    row: int
    measure: str
    area: str
    observation: Observation
    replaces: bool = False
    has_sign: bool = False


@dataclass(frozen=True)
class Imported:
    """Every row, or every fault: there are no rows where there is a fault.

    ``columns`` are those of the file; ``export`` is the number of the file that went out as this
    one, if it says so. Of a file that was not made from the template, ``places`` has the cells
    that its rows and columns are from, and ``left_out`` what was taken for no figure.
    """

    rows: tuple[ImportedRow, ...] = ()
    faults: tuple[CellFault, ...] = ()
    columns: tuple[str, ...] = ()
    export: str = ""
    places: Mapping[tuple[int, str], str] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()

    def fault(self, row: ImportedRow, column: str, sentence: str) -> CellFault:
        """Make a fault of a row's cell, or of its first where there is no such column."""
        if self.places:
            return CellFault(self.places.get((row.row, column), ""), sentence)
        place = self.columns.index(column) if column in self.columns else 0
        return CellFault(cell_name(row.row, place), sentence)


def template() -> str:
    """Make the CSV file that is offered for download: the columns and two rows of example."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(NAMES)
    writer.writerow([own for _, _, own, _ in COLUMNS])
    writer.writerow([other for *_, other in COLUMNS])
    return out.getvalue()


def to_csv(rows: Iterable[Mapping[str, str]]) -> str:
    """Write figures as the template has them; words that a spreadsheet would run are quoted."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(NAMES)
    writer.writerows([_harmless(row.get(name, "")) for name in NAMES] for row in rows)
    return out.getvalue()


def _harmless(words: str) -> str:
    is_number = re.fullmatch(r"-?[\d.]+", words, re.ASCII)
    return f"'{words}" if words[:1] in RUN and words and not is_number else words


def read_observations(data: bytes) -> Imported:
    """Read a file that was made from the template; columns may stand in any order."""
    try:
        sheet = read_sheet(data)
    except UnreadableSheet as fault:
        return Imported(faults=(CellFault("", str(fault)),))
    return rows_in(Sheet(tuple(name.lower() for name in sheet.columns), sheet.rows))


def rows_in(sheet: Sheet) -> Imported:
    """Read the rows of a sheet with the columns of the template, in any order."""
    faults = _heading_faults(sheet.columns)
    if faults:
        return Imported(faults=tuple(faults))
    return _rows(sheet)


def _heading_faults(columns: Sequence[str]) -> list[CellFault]:
    faults = [
        CellFault("", f"There is no column {name!r}: start from the template.")
        for name, is_needed, *_ in COLUMNS
        if is_needed and name not in columns
    ]
    for place, name in enumerate(columns):
        if name and name not in NAMES:
            sentence = f"{name!r} is no column of the template: rename it or take it out."
            faults.append(CellFault(cell_name(1, place), sentence))
        elif name and name in columns[:place]:
            faults.append(CellFault(cell_name(1, place), f"{name!r} is there twice."))
    return faults


def _rows(sheet: Sheet) -> Imported:
    faults: list[CellFault] = []
    rows: list[ImportedRow] = []
    signs: dict[str, dict[bool, int]] = {}
    seen: dict[tuple[str, str, Period], int] = {}
    for number, cells in sheet.numbered():
        reading = _Row(number, cells, sheet.columns)
        row = reading.read()
        faults += reading.faults
        if row is None:
            continue
        if reading.is_number:
            signs.setdefault(row.measure, {}).setdefault(reading.has_sign, number)
        key = (row.measure, row.area, row.observation.period)
        if key in seen:
            faults.append(reading.at("period", f"Row {seen[key]} is for the same period already."))
        seen.setdefault(key, number)
        rows.append(row)
    faults += _mixed_signs(signs, sheet.columns)
    if not rows and not faults:
        faults.append(CellFault("", "There is no row below the names of the columns."))
    if len(rows) > MOST_ROWS:
        faults.append(CellFault("", f"More than {MOST_ROWS:,} rows: divide the file."))
    if faults:
        return Imported(faults=tuple(faults))
    return Imported(tuple(rows), columns=sheet.columns, export=_export(sheet))


def _export(sheet: Sheet) -> str:
    """Return the number of the export that all rows name, if they agree."""
    named = {cells.get("export", "").strip() for _, cells in sheet.numbered()}
    return named.pop() if len(named) == 1 else ""


def _mixed_signs(signs: dict[str, dict[bool, int]], columns: Sequence[str]) -> list[CellFault]:
    """A measure that is written with a percent sign here and without one there."""
    place = columns.index("value")
    return [
        CellFault(
            cell_name(max(found.values()), place),
            f"{measure} is written with % and without it (row {min(found.values())}): one may be"
            " a share of 1. Write every figure of the measure in the same unit.",
        )
        for measure, found in signs.items()
        if len(found) == 2
    ]


class _Row:
    """One row while it is read, with the faults that were found."""

    def __init__(self, number: int, cells: dict[str, str], columns: Sequence[str]) -> None:
        self.number = number
        self.cells = cells
        self.columns = columns
        self.faults: list[CellFault] = []
        self.has_sign = False
        self.is_number = False

    def at(self, column: str, sentence: str) -> CellFault:
        """Make a fault of the cell in a column of this row."""
        place = self.columns.index(column)
        return CellFault(cell_name(self.number, place), sentence)

    def read(self) -> ImportedRow | None:
        """Read the row, or note what is wrong with each of its cells and give None."""
        measure = self._words("measure")
        if not measure:
            self.faults.append(self.at("measure", "Say which measure the figure is of."))
        period = self._period()
        value = self._figure("value")
        numerator, denominator = self._count("numerator"), self._count("denominator")
        status, retrieved, replaces = self._status(), self._day("retrieved"), self._yes("replaces")
        is_made = numerator is not None and denominator is not None
        has_none = value.value is None and not value.marker and not is_made
        if has_none and not self._has_fault("value"):
            sentence = "Give a number or both its counts, or say why there is none: z, c, x, low."
            self.faults.append(self.at("value", sentence))
        self.has_sign, self.is_number = value.has_percent_sign, value.value is not None
        if self.faults or period is None:
            return None
        observation = Observation(
            reference="",
            period=period,
            value=value.value,
            numerator=numerator,
            denominator=denominator,
            finality=status,
            source=self._words("source"),
            retrieved_on=retrieved,
            marker=value.marker,
        )
        area = self._words("area")
        return ImportedRow(self.number, measure, area, observation, replaces, self.has_sign)

    def _words(self, column: str) -> str:
        words = self.cells.get(column, "").strip()
        return words[1:] if words[:1] == "'" and words[1:2] in RUN else words

    def _has_fault(self, column: str) -> bool:
        name = cell_name(self.number, self.columns.index(column))
        return any(fault.cell == name for fault in self.faults)

    def _period(self) -> Period | None:
        try:
            return parse_period(period_in(self._words("period")))
        except UnknownPeriod as fault:
            self.faults.append(self.at("period", str(fault)))
            return None

    def _figure(self, column: str) -> Figure:
        try:
            return figure(self._words(column))
        except NoNumber as fault:
            sentence = f"{fault} Write digits, as 1234 or 46.4, or one of z, c, x, low."
            self.faults.append(self.at(column, sentence))
            return Figure(None)

    def _count(self, column: str) -> Decimal | None:
        found = self._figure(column)
        if found.has_percent_sign or (found.value is not None and found.value < 0):
            self.faults.append(self.at(column, "A count is no percentage, nor below zero."))
        return found.value

    def _status(self) -> Finality:
        words = self._words("status").lower() or "final"
        if words not in set(Finality):
            self.faults.append(self.at("status", "Write 'provisional' or 'final'."))
            return Finality.FINAL
        return Finality(words)

    def _yes(self, column: str) -> bool:
        words = self._words(column).lower()
        if words not in _YES | _NO:
            self.faults.append(self.at(column, "Write 'yes' or 'no'."))
        return words in _YES

    def _day(self, column: str) -> date | None:
        words = self._words(column)
        if not words:
            return None
        for form, read in _DAYS:
            if re.fullmatch(form, words):
                try:
                    return read(words)
                except ValueError:
                    break
        self.faults.append(self.at(column, f"{words!r} is no day: write 2025-06-26."))
        return None


_DAYS: tuple[tuple[str, Callable[[str], date]], ...] = (
    (r"\d{4}-\d{2}-\d{2}", date.fromisoformat),
    (r"\d{1,2}/\d{1,2}/\d{4}", lambda words: datetime.strptime(words, "%d/%m/%Y").date()),  # noqa: DTZ007 - a day has no zone
)
