"""The legend that a file brings: the words or colours of its status, and what they mean."""

import re
from collections.abc import Sequence

from cleardays.readers.plans.sheets import Grid
from cleardays.readers.plans.values import text_of

_SHEET = re.compile(r"(?:(?:b?rag|status|colou?r|rating)s? )?(?:legend|key|definitions)")
_HEAD = re.compile(r"(?:word|colou?r|status|b?rag|rating|key|legend)\b.*")


def is_legend(grid: Grid) -> bool:
    """Say whether a sheet is a legend by its name: "Legend", "Key", "RAG key"."""
    return _SHEET.fullmatch(grid.name.strip().lower()) is not None


def legend_of(grids: Sequence[Grid]) -> dict[str, str] | None:
    """Return the words and their meanings on the first legend that has any, or None."""
    for grid in filter(is_legend, grids):
        pairs = pairs_of(grid, 0, len(grid.rows))
        if pairs and _HEAD.fullmatch(pairs[0][0].lower()):
            pairs = pairs[1:]
        if pairs:
            return dict(pairs)
    return None


def pairs_of(grid: Grid, first: int, end: int) -> list[tuple[str, str]]:
    """Return the words or colours and their meanings in some rows of a sheet."""
    rows = [
        [
            text
            for place, cell in enumerate(grid.rows[number])
            if (text := text_of(cell) or grid.looks.colours.get((number, place), ""))
        ]
        for number in range(first, end)
    ]
    return [(row[0], row[1]) for row in rows if len(row) > 1]
