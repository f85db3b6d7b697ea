"""The dates of an inspection, as inspectors print them."""

import re
from dataclasses import dataclass
from datetime import date

MONTHS = {
    name: number
    for number, full in enumerate(
        (
            *("january", "february", "march", "april", "may", "june", "july", "august"),
            *("september", "october", "november", "december"),
        ),
        start=1,
    )
    for name in (full, full[:3])
} | {"sept": 9}
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
_DAY = r"(?P<{0}day>\d{{1,2}})(?:st|nd|rd|th)?"
_MONTH = rf"(?P<{{0}}month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b\.?"
_YEAR = r",?\s+(?P<{0}year>20\d\d)"
_TO = r"\s*(?:to|until|and|-|–|—)\s*"


def _part(name: str, *, month: bool, year: bool) -> str:
    text = _WEEKDAY + _DAY.format(name)
    text += rf"\s+(?:of\s+)?{_MONTH.format(name)}" if month else ""
    return text + (_YEAR.format(name) if year else "")


_RANGE = re.compile(
    _WEEKDAY + _DAY.format("a")
    + rf"(?:\s+{_MONTH.format('a')})?(?:{_YEAR.format('a')})?"
    + _TO + _part("b", month=True, year=False) + rf"(?:{_YEAR.format('b')})?",
    re.IGNORECASE,
)  # fmt: skip
_SINGLE = re.compile(
    _part("a", month=True, year=False) + rf"(?:{_YEAR.format('a')})?", re.IGNORECASE
)


_DAYS = rf"\d{{1,2}}{_TO}\d{{1,2}}"
_SAME_MONTH = re.compile(
    rf"(?P<first>{_DAYS})(?=(?:,|,? and) {_DAYS}\s+{_MONTH.format('')})", re.IGNORECASE
)
_NUMBERS = re.compile(r"\b(?P<day>\d{1,2})([/.])(?P<month>0?[1-9]|1[0-2])\2(?P<year>20\d\d)\b")


def _in_words(match: re.Match[str]) -> str:
    """Write a day of numbers, "09/06/2025", with its month's name."""
    month = next(name for name, number in MONTHS.items() if number == int(match["month"]))
    return f"{match['day']} {month} {match['year']}"


@dataclass(frozen=True)
class Visit:
    """First and last day of a visit, and the words they were read from."""

    start: date
    end: date
    words: str


def _date(day: str, month: str, year: int) -> date | None:
    try:
        return date(year, MONTHS[month.casefold()], int(day))
    except ValueError:
        return None


def _year_after(text: str, place: int) -> int | None:
    """Return the year that a date without one borrows: the next in the same words."""
    later = re.search(r"\b20\d\d\b", text[place:])
    return int(later[0]) if later else None


def _range(match: re.Match[str], text: str) -> Visit | None:
    end_year = int(match["byear"]) if match["byear"] else _year_after(text, match.end())
    if end_year is None:
        return None
    end = _date(match["bday"], match["bmonth"], end_year)
    month = match["amonth"] or match["bmonth"]
    start = _date(match["aday"], month, int(match["ayear"] or end_year))
    if start and end and start > end and not match["ayear"]:
        start = _date(match["aday"], month, end_year - 1)
    return Visit(start, end, match[0]) if start and end else None


def _single(match: re.Match[str], text: str) -> Visit | None:
    year = int(match["ayear"]) if match["ayear"] else _year_after(text, match.end())
    day = _date(match["aday"], match["amonth"], year) if year else None
    return Visit(day, day, match[0]) if day else None


def days_as_read(text: str) -> str:
    """Return ``text`` with months in words, one for each visit, and without days between."""
    text = _NUMBERS.sub(_in_words, " ".join(text.split()))
    text = _SAME_MONTH.sub(r"\g<first> \g<month>", text)
    return re.sub(r"(\d{1,2})((?:, \d{1,2})+)(?= (?:and|to|-|–) )", r"\1", text)


def visits_in(text: str) -> list[Visit]:
    """Return every visit in ``text``: "29 January to 2 February 2024", "8, 9 and 12 May 2025".

    A start without month or year takes the end's, the year before it where it would come after.
    A day without a month takes the next day's.
    """
    text = days_as_read(text)
    visits: list[Visit] = []
    place = 0
    while place < len(text):
        match = _RANGE.search(text, place)
        alone = _SINGLE.search(text, place)
        if alone and (not match or alone.start() < match.start()):
            visit, place = _single(alone, text), alone.end()
        elif match:
            visit, place = _range(match, text), match.end()
        else:
            break
        visits += [visit] if visit else []
    return visits
