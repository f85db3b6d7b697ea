"""Dates as councils write them."""

import re
from dataclasses import dataclass
from datetime import date

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_MONTH = "|".join(f"{month[:3]}(?:{month[3:]})?" for month in _MONTHS) + "|sept"
_DAY = r"(?P<day>\d{1,2})\s?(?:st|nd|rd|th)?"
_WEEKDAY = rf"(?:(?P<weekday>(?:{'|'.join(_WEEKDAYS)}))\s*,?\s*(?:the\s+)?)?"
_DATES = (
    rf"{_WEEKDAY}{_DAY}\s*(?:of\s+)?[-\s]?(?P<month>{_MONTH})\.?,?[-\s]*(?P<year>\d{{4}})",
    rf"{_WEEKDAY}(?P<month>{_MONTH})\.?\s+{_DAY},?\s+(?P<year>\d{{4}})",
    rf"{_WEEKDAY}(?P<day>\d{{1,2}})\s?[./-]\s?(?P<month>\d{{1,2}})\s?[./-]\s?(?P<year>\d{{4}}|\d{{2}})",
    rf"{_WEEKDAY}(?P<year>\d{{4}})-(?P<month>\d{{2}})-(?P<day>\d{{2}})",
)
_LONGEST_LINE = 2000  # characters of a line in which a date is looked for
_PATTERNS = [re.compile(rf"(?<![\w./-]){p}(?![\w/-])", re.IGNORECASE) for p in _DATES]


@dataclass(frozen=True)
class Found:
    """A date in a line, where it stands, and the weekday printed with it ("" for none)."""

    day: date
    start: int
    end: int
    weekday: str = ""

    @property
    def is_weekday_right(self) -> bool:
        """Whether the weekday printed is the one the date falls on."""
        return not self.weekday or _WEEKDAYS[self.day.weekday()] == self.weekday.casefold()


def find_date(text: str) -> Found | None:
    """The first date in a text that the calendar has; day before month, as in the UK."""
    beginning = text[:_LONGEST_LINE]
    matches = [found for pattern in _PATTERNS for found in pattern.finditer(beginning)]
    for match in sorted(matches, key=lambda found: found.start()):
        day = _day(match.group("year"), match.group("month"), match.group("day"))
        if day:
            return Found(day, match.start(), match.end(), match.group("weekday") or "")
    return None


def _day(year: str, month: str, day: str) -> date | None:
    number = int(month) if month.isdigit() else _month(month)
    try:
        return date(int(year) + (2000 if len(year) == 2 else 0), number, int(day))
    except ValueError:
        return None


def _month(name: str) -> int:
    return next(i for i, m in enumerate(_MONTHS, 1) if m.startswith(name.casefold()[:3]))
