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
        texts = [[text for cell in row if (text := text_of(cell))] for row in grid.rows]
        pairs = [(row[0], row[1]) for row in texts if len(row) > 1]
        if pairs and _HEAD.fullmatch(pairs[0][0].lower()):
            pairs = pairs[1:]
        if pairs:
            return dict(pairs)
    return None
