"""What each column of somebody's table of figures is, and which of its rows hold figures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cleardays.readers.measures.counting import PARTS, Unsure, name_columns
from cleardays.readers.measures.headings import (
    COUNTS,
    PLACES,
    Column,
    column_of,
    heading_of,
    is_no_figure,
    is_total,
    part_of_label,
)
from cleardays.readers.measures.layout import days_in, laid_out, parts_in
from cleardays.readers.measures.sheet import UnreadableSheet, cell_name
from cleardays.readers.measures.writing import is_period, looks_like_period, period_in, year_in

LABELS = frozenset({"measure", "period", "year", "area", "part"})
UNSURE = (
    "Which columns are the figures is not clear: call them Numerator, Denominator and Value, or by"
    " the names of measures, and take the others out."
)
UNSURE_ROWS = (
    "Which rows are the figures is not clear: call them Numerator, Denominator and Value, or by"
    " the names of measures, and take the others out."
)
AGAIN = "Row {number} names columns again: put each table into a file of its own."
Row = tuple[int, list[str]]
LONGEST_NOTE = 60  # characters of a note that are told again


@dataclass(frozen=True)
class Chosen:
    """What a person says of a file that does not say it: see ``read_figures``."""

    measure: str = ""
    years: str = ""
    source: str = ""
    known: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()


class Table:
    """A table that somebody else made: what each column is of, and the rows of figures.

    ``kinds`` are the columns of the template that columns stand for, ``figures`` what each column
    of figures is of, both by place; ``parts`` says of rows by their number which part of the
    chosen measure they are. ``left_out`` tells what was taken for no figure.
    """

    def __init__(self, lines: Sequence[Sequence[str]], chosen: Chosen) -> None:
        self.layout = laid_out(lines, chosen.known, chosen.own)
        self.chosen = replace(chosen, measure=chosen.measure or self.layout.measure)
        self.names = self.layout.names
        self.kinds = [heading_of(name) for name in self.names]
        self._settle_names()
        self.left_out: list[str] = []
        self.rows = list(self._rows())
        self.figures = self._figures()
        if not self.figures:
            raise UnreadableSheet(UNSURE)
        self._settle_labels()
        self.parts = self._parts_in_rows()
        self._tell_of_columns()
        self._with_days()

    def _settle_names(self) -> None:
        """Say what "Total" is beside periods, no denominator, and "% achieved" beside counts."""
        names = list(enumerate(self.names))
        if any(looks_like_period(name) for name in self.names) and "numerator" not in self.kinds:
            for at, name in names:
                if self.kinds[at] == "denominator" and is_total(name):
                    self.kinds[at] = ""
        shares = [at for at, name in names if "%" in name and not is_no_figure(name)]
        if len(shares) == 1 and "value" not in self.kinds and set(PARTS) <= set(self.kinds):
            self.kinds[shares[0]] = "value"

    def _rows(self) -> Iterator[tuple[int, list[str]]]:
        """Yield the rows of figures, by their number; sums of others and notes are left out."""
        for number, cells in self.layout.rows:
            labels = [cell for cell, kind in zip(cells, self.kinds, strict=True) if kind in LABELS]
            filled = [cell for cell in cells if cell]
            if len(filled) > 1 and all(map(heading_of, filled)):
                raise UnreadableSheet(AGAIN.format(number=number))
            if not filled:  # what there is stands beside the table
                self.left_out.append(f"Row {number}")
            elif said := next((cell for cell in [*labels, cells[0]] if is_total(cell)), ""):
                self.leave_out(number, said)
            else:
                yield number, cells

    def leave_out(self, number: int, said: str) -> None:
        """Note that a row is no figure, by what stands in it."""
        short = said if len(said) <= LONGEST_NOTE else f"{said[:LONGEST_NOTE]}…"
        self.left_out.append(f"Row {number}, “{short}”")

    def _figures(self) -> dict[int, Column]:
        """Return what each column of figures is of, by its place."""
        found = {
            at: column
            for at, (name, kind) in enumerate(zip(self.names, self.kinds, strict=True))
            if (not kind or kind == "year")
            and (column := column_of(name, self.chosen.known, self.chosen.own))
        }
        if "period" in self.kinds or "year" in self.kinds:  # then a column for a year is no period
            found = {
                at: one
                for at, one in found.items()
                if one.measure or one.area is not None or self._is_within(at)
            }
        if not found and self.chosen.measure and not set(PARTS) & set(self.kinds):
            self._name_counts()
        found |= {at: Column(kind) for at, kind in enumerate(self.kinds) if kind in COUNTS}
        return self._as_values(found)

    def _is_within(self, at: int) -> bool:
        """Say whether a column is of a month or quarter, whose year a row says."""
        return "period" not in self.kinds and not is_period(period_in(self.names[at]))

    def _as_values(self, found: dict[int, Column]) -> dict[int, Column]:
        """Take a lone count for the figure itself."""
        parts = {one.part for one in found.values()}
        if parts & {"value", "", "denominator"}:
            return found
        return {at: replace(one, part="value") for at, one in found.items()}

    def _name_counts(self) -> None:
        """Tell by arithmetic which of the unknown columns are counts, and which their share."""
        unknown = [
            at
            for at, (name, kind) in enumerate(zip(self.names, self.kinds, strict=True))
            if name and not kind
        ]
        columns = {at: [cells[at] for _, cells in self.rows] for at in unknown}
        signs = [
            at
            for at, cells in columns.items()
            if self.names[at][:1] == "%" or any("%" in cell for cell in cells)
        ]
        given = self.kinds.index("value") if "value" in self.kinds else None
        value = None if given is None else [cells[given] for _, cells in self.rows]
        try:
            found = name_columns(columns, signs if given is None else [], value)
        except Unsure:
            raise UnreadableSheet(UNSURE) from None
        for at, name in found.items():
            self.kinds[at] = name

    def _settle_labels(self) -> None:
        """Say what the columns before the figures are that have no name that is known."""
        first = min(self.figures, default=0)
        for at in range(first):
            cells = [cells[at] for _, cells in self.rows]
            if self.kinds[at] == "measure" and parts_in(cells):
                self.kinds[at] = "part"
            if self.kinds[at]:
                continue
            if parts_in(cells):
                self.kinds[at] = "part"
            elif any(cell.casefold() in {*PLACES, *self.chosen.own} for cell in cells):
                self.kinds[at] = "area"
            elif "measure" not in self.kinds and any(one.period for one in self.figures.values()):
                self.kinds[at] = "measure"

    def _parts_in_rows(self) -> dict[int, str]:
        """Tell by arithmetic which rows are counts, and which their share.

        Of the chosen measure where no row says of which it is; else of those rows that stand
        under the name of one.
        """
        rows = [
            (number, cells)
            for number, cells in self.layout.rows
            if any(cells[at] for at in self.figures)
        ]
        at = self.kinds.index("measure") if "measure" in self.kinds else None
        if at is None or {"area", "part", "year"} & set(self.kinds):
            return {}
        labels = [cells[at] for _, cells in rows]
        if not all(labels) or any(self._is_told(label) for label in labels):
            return self._parts_under_names(rows, at)
        if not self.chosen.measure or len(rows) < 2:
            return {}
        try:
            found = self._named(rows)
        except Unsure:
            raise UnreadableSheet(UNSURE_ROWS) from None
        self.left_out = [f"Row {number}" for number, _ in rows if number not in found]
        self.rows = [(number, cells) for number, cells in rows if number in found]
        return found

    def _parts_under_names(self, rows: Sequence[Row], at: int) -> dict[int, str]:
        """Tell the parts of each measure that has rows without a name under its own."""
        under: list[list[Row]] = []
        for number, cells in rows:
            if cells[at].casefold() in self.chosen.known:
                under.append([])
            if under and (not cells[at] or cells[at].casefold() in self.chosen.known):
                under[-1].append((number, cells))
        parts: dict[int, str] = {}
        for group in (group for group in under if len(group) > 1):
            try:
                parts |= self._named(group)
            except Unsure:  # then they are the same figure twice, which is said of their cells
                continue
        return parts

    def _named(self, rows: Sequence[Row]) -> dict[int, str]:
        """Return which rows are the counts and the share of one measure; Unsure if unclear."""
        figures = {number: [cells[of] for of in self.figures] for number, cells in rows}
        first = min(self.figures)
        signs = [
            number
            for number, cells in rows
            if any(cell[:1] == "%" for cell in cells[:first])
            or any("%" in cells[of] for of in self.figures)
        ]
        return name_columns(figures, signs, None)

    def _is_told(self, label: str) -> bool:
        """Say whether the label of a row says of which measure or year it is, or which part."""
        plain, part = part_of_label(label)
        names = {label.casefold(), plain.casefold()}
        return bool(names & self.chosen.known or part in PARTS or year_in(label) == label)

    def _tell_of_columns(self) -> None:
        self.left_out = [
            f"Column {cell_name(1, at)[:-1]}, “{name}”"
            for at, (name, kind) in enumerate(zip(self.names, self.kinds, strict=True))
            if name and not kind and at not in self.figures
        ] + self.left_out

    def _with_days(self) -> None:
        """Read a spreadsheet's numbers of days in the columns of periods."""
        for at, kind in enumerate(self.kinds):
            if kind == "period":
                days = days_in([cells[at] for _, cells in self.rows])
                for (_, cells), day in zip(self.rows, days, strict=True):
                    cells[at] = day
