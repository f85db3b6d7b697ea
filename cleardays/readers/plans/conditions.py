"""Conditional formats: the colours that rules give to cells with a number or with nothing."""

import operator
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from openpyxl.utils import column_index_from_string

from cleardays.readers.plans.colours import Palette

MOST_RULES = 200
_COMPARED: dict[str, Callable[[Any, Any], bool]] = {
    **{"=": operator.eq, "<>": operator.ne, ">": operator.gt, "<": operator.lt},
    **{">=": operator.ge, "<=": operator.le},
}
_NAMED = {
    **{"equal": "=", "notEqual": "<>", "greaterThan": ">", "lessThan": "<"},
    **{"greaterThanOrEqual": ">=", "lessThanOrEqual": "<="},
}
_LITERAL = r"(\"[^\"]*\"|-?\d+(?:\.\d+)?)"
_ALONE = re.compile(_LITERAL)
# =$F2="Red": what another cell of the row says.
_OF_A_CELL = re.compile(rf"(\$?)([A-Z]{{1,3}})(\$?)(\d+) ?(=|<>|>=|<=|>|<) ?{_LITERAL}")
# The icons of three states, from the least value to the greatest.
_ICONS = ("Red", "Amber", "Green")
_THREE = frozenset(
    ("3TrafficLights1", "3TrafficLights2", "3Symbols", "3Symbols2", "3Flags", "3Signs")
)


@dataclass(frozen=True)
class Coloured:
    """What rules make of a sheet: colours by place from 0, and the columns of rules that
    cannot be followed here."""

    colours: dict[tuple[int, int], str]
    not_followed: frozenset[int]


def coloured(sheet: Any, rows: Sequence[Sequence[Any]], palette: Palette) -> Coloured:
    """Follow the rules that compare a cell with a number or words; the first of them counts."""
    found: dict[tuple[int, int], str] = {}
    unknown: set[int] = set()
    for rule, area in _rules(sheet):
        follow = _following(rule, area, rows, palette)
        for place in _places(area, rows):
            if follow is None:
                unknown.add(place[1])
            elif name := follow(place):
                found.setdefault(place, name)
    return Coloured(found, frozenset(unknown))


def _rules(sheet: Any) -> list[tuple[Any, Any]]:
    """Return rules with their areas, in the order in which they count."""
    pairs = [
        (rule, area)
        for one in sheet.conditional_formatting
        for rule in one.rules
        for area in one.sqref.ranges
    ]
    return sorted(pairs, key=lambda pair: pair[0].priority or 0)[:MOST_RULES]


def _places(area: Any, rows: Sequence[Sequence[Any]]) -> Iterator[tuple[int, int]]:
    """Yield the places of an area where a colour may be all that is said."""
    for row in range(area.min_row - 1, min(area.max_row, len(rows))):
        for column in range(area.min_col - 1, min(area.max_col, len(rows[row]))):
            if not isinstance(rows[row][column], str | bool):
                yield row, column


Follow = Callable[[tuple[int, int]], str]


def _following(rule: Any, area: Any, rows: Any, palette: Palette) -> Follow | None:
    """Return what tells the colour of a place by a rule; None for a rule of another kind."""
    if rule.type == "iconSet":
        return _by_icons(rule.iconSet, area, rows)
    name, formulas = palette.rule(rule.dxf), [str(one) for one in rule.formula]
    if not name:
        return lambda _: ""
    if rule.type == "cellIs" and all(map(_ALONE.fullmatch, formulas)):
        return _by_value(rule.operator, [_literal(one) for one in formulas], rows, name)
    found = _OF_A_CELL.fullmatch(formulas[0]) if rule.type == "expression" and formulas else None
    return found and _by_cell(found, area, rows, name)


def _by_value(named: str, literals: list[Any], rows: Any, name: str) -> Follow | None:
    if named == "between" and len(literals) == 2:
        tests = [(">=", literals[0]), ("<=", literals[1])]
    elif named in _NAMED and literals:
        tests = [(_NAMED[named], literals[0])]
    else:
        return None

    def follow(place: tuple[int, int]) -> str:
        value = rows[place[0]][place[1]]
        return name if all(_is(mark, value, wanted) for mark, wanted in tests) else ""

    return follow


def _by_cell(found: re.Match[str], area: Any, rows: Any, name: str) -> Follow:
    """Follow a formula of one cell, which moves with its place unless a $ holds it."""
    holds_column, letters, holds_row, number, mark, words = found.groups()
    first_row, first_column = int(number) - 1, column_index_from_string(letters) - 1
    wanted = _literal(words)

    def follow(place: tuple[int, int]) -> str:
        row = first_row if holds_row else first_row + place[0] - (area.min_row - 1)
        column = first_column if holds_column else first_column + place[1] - (area.min_col - 1)
        is_inside = 0 <= row < len(rows) and 0 <= column < len(rows[row])
        return name if is_inside and _is(mark, rows[row][column], wanted) else ""

    return follow


def _by_icons(icons: Any, area: Any, rows: Any) -> Follow | None:
    if icons is None or icons.iconSet not in _THREE or len(icons.cfvo) != 3:
        return None
    if not all(_is_step(one) for one in icons.cfvo[1:]):
        return None
    values = [rows[row][column] for row, column in _places(area, rows)]
    numbers = [value for value in values if isinstance(value, int | float)]
    low, high = min(numbers, default=0), max(numbers, default=0)
    steps = [
        float(one.val) if one.type == "num" else low + (high - low) * float(one.val) / 100
        for one in icons.cfvo[1:]
    ]
    names = _ICONS[::-1] if icons.reverse else _ICONS

    def follow(place: tuple[int, int]) -> str:
        value = rows[place[0]][place[1]]
        return names[sum(value >= one for one in steps)] if value in numbers else ""

    return follow


def _is_step(one: Any) -> bool:
    return one.type in ("num", "percent") and _ALONE.fullmatch(str(one.val)) is not None


def _literal(words: str) -> Any:
    return words[1:-1].casefold() if words.startswith('"') else float(words)


def _is(mark: str, value: Any, wanted: Any) -> bool:
    """Compare as spreadsheets do, but never take an empty cell for a nought."""
    if isinstance(wanted, str):
        text = "" if value is None else str(value).casefold()
        return mark in ("=", "<>") and _COMPARED[mark](text, wanted)
    return isinstance(value, int | float) and _COMPARED[mark](value, wanted)
