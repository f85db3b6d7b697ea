"""What stands in a cell of figures: a number as people write it, or why there is none."""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

# The symbols of the DfE's and the Ministry of Justice's statistics, and what people type.
MARKERS = {
    "z": "not applicable",
    "n/a": "not applicable",
    "na": "not applicable",
    "#n/a": "not applicable",
    "#div/0!": "not applicable",
    "c": "suppressed",
    "~": "suppressed",
    "*": "suppressed",
    "x": "not available",
    ":": "not available",
    "..": "not available",
    "-": "not available",
    "–": "not available",
    "tbc": "not available",
    "u": "not reliable enough",
    "low": "more than nothing, and rounds to it",
    "k": "more than nothing, and rounds to it",
}
_FEWER = re.compile(r"(?:<|&lt;|under |fewer than |less than ) ?\d+", re.ASCII | re.IGNORECASE)
_NUMBER = re.compile(r"(-?)(£?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s?(%?)", re.ASCII)


class NoNumber(ValueError):
    """A cell that holds neither a number nor a known marker."""


@dataclass(frozen=True)
class Figure:
    """A number, or None with the meaning of the marker that stood there ("" for an empty cell)."""

    value: Decimal | None
    marker: str = ""
    has_percent_sign: bool = False


def figure(text: str) -> Figure:
    """Read a cell: "1,234", "46.4 %", "£1,200", "z", "c", "x", "low", "<5", "*" or ""."""
    words = text.strip()
    if words[:1] == "[" and words[-1:] == "]":  # as the Government Statistical Service has them
        words = words[1:-1]
    if not words:
        return Figure(None)
    if words.lower() in MARKERS:
        return Figure(None, MARKERS[words.lower()])
    if _FEWER.fullmatch(words):
        return Figure(None, "suppressed")
    words = words.replace("\xa0", " ")
    found = _NUMBER.fullmatch(words)
    if not found:
        raise NoNumber(f"{text!r} is no number.")
    minus, _, whole, part, sign = found.groups()
    try:
        value = Decimal(f"{minus}{whole.replace(',', '')}{part or ''}")
    except InvalidOperation:
        raise NoNumber(f"{text!r} is no number.") from None
    return Figure(value, has_percent_sign=bool(sign))
