"""What the look of a sheet says and its values do not: colours, months, decimals, strokes."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from cleardays.readers.plans.colours import Palette
from cleardays.readers.plans.conditions import coloured
from cleardays.readers.plans.sheets import Looks, Place

# "mmm-yy" shows no day; what stands in brackets or quotes is a locale, a colour or words.
_APART = re.compile(r"\[[^\]]*\]|\"[^\"]*\"|\\.")
_DECIMALS = re.compile(r"0\.(0+)")


def looks_of(sheet: Any, rows: Sequence[Sequence[Any]], palette: Palette) -> Looks:
    """Look at every cell with a style of its own."""
    fills: dict[Place, str] = {}
    bands: dict[int, str] = {}
    shown: dict[Place, str] = {}
    struck = []
    for number, cells in enumerate(sheet.iter_rows(max_row=max(len(rows), 1))):
        styled = [cell for cell in cells if cell.has_style]
        named = {cell.column - 1: name for cell in styled if (name := palette.fill(cell.fill))}
        filled = [cell for cell in cells if cell.value is not None]
        lines = [cell for cell in styled if cell.value is not None and cell.font.strike]
        if len(lines) * 2 > len(filled):
            struck.append(number)
        bands[number] = _band([named.get(cell.column - 1, "") for cell in filled])
        fills |= {(number, place): name for place, name in named.items()}
        shown |= {
            (number, cell.column - 1): words
            for cell in styled
            if cell.value is not None and (words := _shown(cell))
        }
    by_rule = coloured(sheet, rows, palette)
    are_bands = len(set(filter(None, bands.values()))) == 1
    own = {
        place: name
        for place, name in fills.items()
        if _is_wordless(rows, place) and not (are_bands and name == bands[place[0]])
    }
    return Looks({**own, **by_rule.colours}, shown, tuple(struck), by_rule.not_followed)


def _is_wordless(rows: Sequence[Sequence[Any]], place: Place) -> bool:
    row, column = place
    value = rows[row][column] if row < len(rows) and column < len(rows[row]) else None
    return value is None or isinstance(value, int | float)


def _band(names: Sequence[str]) -> str:
    """Return the colour that most cells of a row have: it says nothing of one of them."""
    name, count = Counter(names).most_common(1)[0] if names else ("", 0)
    return name if count > 1 and count * 2 > len(names) else ""


def _shown(cell: Any) -> str:
    """Return what a spreadsheet shows of a cell where it is less, or more, than its value."""
    value, form = cell.value, _APART.sub("", str(cell.number_format))
    if isinstance(value, date):
        has_no_day = value.day == 1 and "m" in form.lower() and "d" not in form.lower()
        return f"{value:%B %Y}" if has_no_day else ""
    found = _DECIMALS.fullmatch(form)
    if isinstance(value, int | float) and found:
        return f"{value:.{len(found[1])}f}"
    return ""
