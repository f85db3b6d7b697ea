"""Shares in a file that are of 1 where the measure's are of 100."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from cleardays.progress.measures.series import Unit, in_force
from cleardays.readers.measures.observations import CellFault, Imported, ImportedRow
from cleardays.workroom.plans.figures import definitions_of
from cleardays.workroom.plans.models import Measure

ROUNDED = Decimal("0.006")  # what writing 0.52 for 0.523 hides, and a little for halves
TAKEN = "the shares of 1 of “{name}” were taken as per cent, as their counts make them"
UNSURE = "{value} may be {value} % or {hundredfold:f} %: write it with its sign."


def in_per_cent(imported: Imported, known: Mapping[str, Measure]) -> Imported:
    """Write shares of 1 as per cent where their counts say so; without counts they are faults.

    ``known`` are measures by their names in small letters. Figures that were taken out here and
    come back are in the unit that they went out in.
    """
    if imported.export or imported.faults:
        return imported
    by_measure: defaultdict[str, list[ImportedRow]] = defaultdict(list)
    for row in imported.rows:
        by_measure[row.measure.casefold()].append(row)
    made, notes, faults = {row.row: row for row in imported.rows}, [], []
    for name, rows in by_measure.items():
        measure = known.get(name)
        if measure is None or not _seem_of_one(rows, measure):
            continue
        if _say(rows, 1):
            made |= {row.row: _hundredfold(row) for row in rows}
            notes.append(TAKEN.format(name=measure.name))
        elif not _say(rows, 100):
            faults += [_fault(imported, row) for row in rows if row.observation.value]
    if faults:
        return replace(imported, rows=(), faults=tuple(faults))
    return replace(imported, rows=tuple(made.values()), left_out=(*imported.left_out, *notes))


def _seem_of_one(rows: Sequence[ImportedRow], measure: Measure) -> bool:
    """Say whether all shares of a measure of per cent are at most 1, and some below it."""
    versions = definitions_of(measure)
    units = {in_force(versions, row.observation.period).unit for row in rows}
    values = [row.observation.value for row in rows if row.observation.value is not None]
    return (
        units == {Unit.PERCENT}
        and not any(row.has_sign for row in rows)
        and all(0 <= value <= 1 for value in values)
        and any(0 < value < 1 for value in values)
    )


def _say(rows: Sequence[ImportedRow], scale: int) -> bool:
    """Say whether counts make the shares, of 1 or of 100, wherever all three are given."""
    given = [
        (one.numerator, one.denominator, one.value)
        for one in (row.observation for row in rows)
        if one.numerator is not None and one.denominator and one.value is not None
    ]
    return bool(given) and all(
        abs(top / bottom - value / scale) <= ROUNDED for top, bottom, value in given
    )


def _hundredfold(row: ImportedRow) -> ImportedRow:
    one = row.observation
    value = None if one.value is None else 100 * one.value
    return replace(row, observation=replace(one, value=value))


def _fault(imported: Imported, row: ImportedRow) -> CellFault:
    value = row.observation.value or Decimal()
    said = UNSURE.format(value=value, hundredfold=(100 * value).normalize())
    return imported.fault(row, "value", said)
