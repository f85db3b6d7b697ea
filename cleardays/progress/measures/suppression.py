"""Small numbers: what is hidden so that no count under the rule can be had, even by subtraction.

The attacker that is kept out knows the rule, sees every figure that is shown in this and in every
other published version, and is told, besides, which figures did not change between versions.
Hidden figures then stay hidden if each could still be another whole number: `network` finds out.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from cleardays.progress.measures.network import Web
from cleardays.progress.measures.tables import Cell, Release, SmallNumbers, Table


@dataclass(frozen=True)
class Suppressed:
    """What may be published: cells not ``hidden``. Nothing may be, while ``faults`` has any.

    ``primary`` cells are small themselves; the others are hidden to protect them.
    """

    table: Table
    hidden: frozenset[Cell]
    primary: frozenset[Cell]
    faults: tuple[str, ...] = ()

    @property
    def shown(self) -> dict[Cell, int | None]:
        """Every cell that a table prints, None where hidden; nothing where there are faults."""
        return {
            cell: None if cell in self.hidden or self.faults else count
            for cell, count in self.table.counts.items()
            if cell not in self.table.unpublished
        }

    def release(self) -> Release:
        """Make what later versions have to be checked against."""
        return Release(self.table, self.hidden)


def suppress(table: Table, rule: SmallNumbers, history: Sequence[Release] = ()) -> Suppressed:
    """Choose the cells to hide, as few and as small as will do, given all published versions."""
    primary = {cell for cell, count in table.counts.items() if rule.is_small(count)}
    kept = {
        cell
        for release in history
        for cell in release.hidden - release.table.unpublished
        if release.table.counts[cell] == table.counts.get(cell)
    }
    known = {
        cell
        for cell, count in table.counts.items()
        if any(release.shows(cell, count) for release in history)
    }
    exposed = sorted((primary - table.unpublished) & known)
    hidden = (primary | kept | table.unpublished) - known
    unsafe = _protect(table, rule, history, hidden, known)
    faults = [_exposed(cell) for cell in exposed] + [_unsafe(cell) for cell in unsafe]
    return Suppressed(table, frozenset(hidden | set(exposed)), frozenset(primary), tuple(faults))


def _exposed(cell: Cell) -> str:
    return (
        f"{_named(cell)} is a small number that an earlier published version shows: have that"
        " version recalled before publishing another."
    )


def _unsafe(cell: Cell) -> str:
    return (
        f"{_named(cell)} could be worked out together with versions that are already public:"
        " do not publish this table; publish the total alone, or wider groups."
    )


def _named(cell: Cell) -> str:
    return " and ".join(part for part in cell if part) or "The figure"


def _protect(
    table: Table,
    rule: SmallNumbers,
    history: Sequence[Release],
    hidden: set[Cell],
    known: set[Cell],
) -> list[Cell]:
    """Add to ``hidden`` until nothing can be worked out; return what cannot be protected."""
    unsafe: dict[Cell, None] = {}
    is_done = False
    while not is_done:
        is_done = True
        web = Web([*history, Release(table, frozenset(hidden))], rule)
        for version, cell in web.hidden_cells():
            added = web.round_through(version, cell, known)
            if added is None:
                unsafe[cell] = None
            elif added:
                hidden |= added
                is_done = False
                break
    return list(unsafe)
