"""Three tables side by side: what was exported, what came back, and what stands now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cleardays.readers.plans.columns import APART
from cleardays.readers.plans.table import PlanTable, Value

# Agreed once and for ever: a file that says otherwise is wrong, never a change.
FIXED = frozenset({"first_start", "first_finish"})
# Where ``ours`` keeps, line by line, the cells of a file's own columns.
NOTES = "notes"


@dataclass(frozen=True)
class CellChange:
    """One value that would change: as exported (None where that is not known), as it stands, as
    the file has it. It is a conflict where both sides changed it, or nobody knows who did."""

    name: str
    base: Value | None
    ours: Value
    theirs: Value
    is_conflict: bool


@dataclass(frozen=True)
class RowChange:
    """An action that would be added, or in which something would change."""

    ref: str
    is_new: bool
    cells: tuple[CellChange, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Comparison:
    """What accepting the file would do. ``missing`` are actions that it does not have: they stay.
    ``refused`` are first agreed dates that it would change: they stay too."""

    changes: tuple[RowChange, ...] = ()
    missing: tuple[str, ...] = ()
    refused: tuple[tuple[str, CellChange], ...] = ()

    @property
    def conflicts(self) -> list[tuple[str, CellChange]]:
        return [(row.ref, one) for row in self.changes for one in row.cells if one.is_conflict]

    @property
    def is_empty(self) -> bool:
        return not self.changes


def three_way(
    base: Mapping[str, Mapping[str, Value]] | None,
    theirs: PlanTable,
    ours: Mapping[str, Mapping[str, Value]],
) -> Comparison:
    """Compare by reference. Only columns that the file has are compared; nothing is dropped.

    ``base`` and ``ours`` are values by reference; without a base every difference is a conflict.
    """
    names = [name for name in theirs.columns if name not in APART and name != "ref"]
    changes: list[RowChange] = []
    refused: list[tuple[str, CellChange]] = []
    for row in theirs.rows:
        now = ours.get(row.ref)
        if now is None:
            changes.append(RowChange(row.ref, True, _all(row.values, names), row.notes))
            continue
        before = base.get(row.ref) if base is not None else None
        found = list(_changed(names, before, row.values, now))
        refused += [(row.ref, one) for one in found if one.name in FIXED]
        kept = tuple(one for one in found if one.name not in FIXED)
        notes = tuple(note for note in row.notes if note not in now.get(NOTES, ()))
        if kept or notes:
            changes.append(RowChange(row.ref, False, kept, notes))
    has = {row.ref for row in theirs.rows}
    return Comparison(tuple(changes), tuple(r for r in ours if r not in has), tuple(refused))


def _all(values: Mapping[str, Value], names: Sequence[str]) -> tuple[CellChange, ...]:
    return tuple(
        CellChange(name, None, _empty(values[name]), values[name], False)
        for name in names
        if values.get(name)
    )


def _changed(
    names: Sequence[str],
    base: Mapping[str, Value] | None,
    theirs: Mapping[str, Value],
    ours: Mapping[str, Value],
) -> list[CellChange]:
    found: list[CellChange] = []
    for name in names:
        if name not in theirs:
            continue
        their, our = theirs[name], ours.get(name, _empty(theirs[name]))
        was = base.get(name, _empty(their)) if base is not None else None
        if their != our and their != was:
            found.append(CellChange(name, was, our, their, was is None or was != our))
    return found


def _empty(like: Value) -> Value:
    return [] if isinstance(like, list) else ""
