"""Where a sheet's table begins: its heads among title rows, and rows that are headings only."""

from collections.abc import Iterator, Sequence

from cleardays.readers.plans.columns import BY_NAME, Column, column_of
from cleardays.readers.plans.sheets import Grid, address
from cleardays.readers.plans.table import Fault
from cleardays.readers.plans.values import text_of

LOOKED_AT = 20
NEEDED = ("ref", "title")


def _known(grid: Grid, number: int) -> dict[str, str]:
    """Return the cell of each column of a plan whose head stands in a row."""
    found: dict[str, str] = {}
    for place, cell in enumerate(grid.rows[number]):
        if column := column_of(text_of(cell)):
            found.setdefault(column.name, address(number, place))
    return found


def head_row(grid: Grid) -> int | None:
    """Return which of the first rows has the heads: a reference, an action, and most others."""
    rows = range(min(len(grid.rows), LOOKED_AT))
    whole = [n for n in rows if set(NEEDED) <= set(_known(grid, n))]
    return max(whole, key=lambda n: len(_known(grid, n)), default=None)


def what_is_missing(grids: Sequence[Grid]) -> str:
    """Say why no sheet is a plan's table, as nearly as can be told, and what to do."""
    for grid in grids:
        for number in range(min(len(grid.rows), LOOKED_AT)):
            known = _known(grid, number)
            if len(known) > 1 and (has := next((n for n in NEEDED if n in known), None)):
                wanted = BY_NAME[next(name for name in NEEDED if name != has)]
                where = " ".join(filter(None, (grid.name, known[has])))
                return (
                    f"{where} is the head of a column “{BY_NAME[has].head}”, and no column beside"
                    f" it is “{wanted.head}”: add one. {wanted.hint}"
                )
    return (
        "No sheet has the columns “Reference” and “Action” beside one another: begin with the"
        " template, or give the columns these heads."
    )


def doubled(grid: Grid, at: int, columns: Sequence[Column | None]) -> Iterator[Fault]:
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


def is_heads_again(row: Sequence[object], heads: Sequence[str]) -> bool:
    """Say whether a row only says the heads again, as on every printed page."""
    texts = [text_of(cell) for cell in row]
    return texts[: len(heads)] == list(heads) and not any(texts[len(heads) :])


def heading_of(row: Sequence[object], columns: Sequence[Column | None]) -> str:
    """Return the words of a row that is a heading over others, "" for any other row.

    It says one thing only: over several cells, or in words where a reference would stand.
    """
    filled = {place: text for place, cell in enumerate(row) if (text := text_of(cell))}
    if len(set(filled.values())) != 1:
        return ""
    (text, *others), (place, *_) = list(filled.values()), list(filled)
    column = columns[place] if place < len(columns) else None
    is_in_place_of_ref = column is None or column.name == "ref"
    return text if others or (is_in_place_of_ref and " " in text) else ""
