"""A day in a cell: a date, an Excel serial, or the ways in which people in Britain type one."""

import re
from calendar import monthrange
from datetime import date, datetime, timedelta
from typing import Any

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
EPOCH_1900, EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
SERIAL_DIGITS = 5
# Serials of the years 1990 to 2100: any other number in a column of days is a slip.
FIRST, LAST = date(1990, 1, 1), date(2100, 12, 31)
_TIME = r"(?: \d{1,2}:\d\d(?::\d\d)?(?: ?[ap]m)?)?"
_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[t ]00:00(?::00)?)?")
_NUMBERS = re.compile(r"(?:[a-z]{3,9},? )?(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{2}|\d{4})" + _TIME)
_WORDS = re.compile(
    r"(?:[a-z]{3,9},? )?(\d{1,2})(?:st|nd|rd|th)?[ /-](?:of )?([a-z]{3,9})[ ,/-]*(\d{2}|\d{4})"
    + _TIME
)


# What stands where a day is not known: it means that there is none.
_OPEN = re.compile(
    r"(?:-+|–|n/?a|none|tbc|tba|to be (?:confirmed|agreed)|on-?going|continuous|various)(?!\w)"
)
_YEAR = re.compile(r"(?:by|in|end|of|the| )*((?:19|20)\d\d)")
_MONTH = rf"({'|'.join(MONTHS)})[a-z]*"
_MONTHS = re.compile(
    rf"(?:(?:by|in|end|early|mid|late|beginning|of|the)[ -])*(?:{_MONTH}(?: (\d{{2}}|\d{{4}}))?"
    rf" ?(?:-|–|to) ?)?{_MONTH}[ ,'’-]*(\d{{2}}|\d{{4}})"
)
_QUARTER = re.compile(
    r"q(?:uarter)? ?([1-4]),? (?:of )?(?:fy )?(?:20)?(\d\d) ?[/–-] ?(?:20)?(\d\d)"
)
_FIRST_DAY = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})\b")


class NoDay(ValueError):
    """A cell that holds no day; the message says what is wrong.

    ``span`` is the first and last day of what it may mean, ``is_open`` says that it means none,
    ``are_words`` that a person can say what is meant: it is no slip.
    """

    def __init__(
        self,
        wrong: str,
        span: tuple[date, date] | None = None,
        *,
        is_open: bool = False,
        are_words: bool = False,
    ) -> None:
        super().__init__(wrong)
        self.span = span
        self.is_open = is_open
        self.are_words = are_words


def read_day(value: Any, *, is_1904: bool = False) -> str:
    """Return a cell's day as ISO text, "" for an empty cell; NoDay where it is none.

    A number is a serial of the workbook's own calendar (1900, or 1904 from an old Mac). Of
    1/2/2026 the day is the first and the month February, as everywhere in Britain.
    """
    if value is None or value == "":
        return ""
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return _plausible(value)
    if isinstance(value, bool):
        raise NoDay(f"{value} is no day")
    if isinstance(value, int | float):
        return _serial(value, EPOCH_1904 if is_1904 else EPOCH_1900)
    return _text(str(value))


def _serial(value: float, epoch: date) -> str:
    if FIRST.year <= value <= LAST.year and value == int(value):
        raise _no_exact_day(str(int(value)))
    if not 0 < value < 100_000:
        raise NoDay(f"{value:g} is no day")
    return _plausible(epoch + timedelta(days=int(value)))


def _text(text: str) -> str:
    words = " ".join(text.lower().split()).removeprefix("by ")
    if not words:
        return ""
    if words.isdecimal() and len(words) == SERIAL_DIGITS:
        return _serial(int(words), EPOCH_1900)
    if found := _ISO.fullmatch(words):
        return _made(text, *map(int, found.groups()))
    if found := _NUMBERS.fullmatch(words):
        day, month, year = found.groups()
        return _made(text, _year(year), int(month), int(day))
    if (found := _WORDS.fullmatch(words)) and found[2][:3] in MONTHS:
        return _made(text, _year(found[3]), MONTHS.index(found[2][:3]) + 1, int(found[1]))
    raise _no_exact_day(text)


def _no_exact_day(text: str) -> NoDay:
    words = " ".join(text.lower().split())
    is_open = _OPEN.match(words) is not None
    return NoDay(f"“{text}” is no exact day", _span(words), is_open=is_open, are_words=True)


def _span(words: str) -> tuple[date, date] | None:
    """Return the first and last day of a month, months or a quarter of a financial year."""
    if found := _MONTHS.fullmatch(words):
        first, first_year, last, last_year = found.groups()
        end = _year(last_year), MONTHS.index(last) + 1
        start = (_year(first_year or last_year), MONTHS.index(first) + 1) if first else end
    elif found := _QUARTER.fullmatch(words):
        quarter, year = int(found[1]), _year(found[2])
        if _year(found[3]) != year + 1:
            return None
        start = (year + quarter // 4, (quarter * 3) % 12 + 1)
        end = (start[0], start[1] + 2)
    elif found := _YEAR.fullmatch(words):
        return date(int(found[1]), 1, 1), date(int(found[1]), 12, 31)
    elif found := _FIRST_DAY.match(words):
        try:
            day = date(_year(found[3]), int(found[2]), int(found[1]))
        except ValueError:
            return None
        return day, day
    else:
        return None
    return date(*start, 1), date(*end, monthrange(*end)[1])


def _year(digits: str) -> int:
    return int(digits) + (2000 if len(digits) == 2 else 0)


def _made(text: str, year: int, month: int, day: int) -> str:
    try:
        return _plausible(date(year, month, day))
    except NoDay:
        raise
    except ValueError:
        raise NoDay(f"“{text}” is no real day: the day comes first, then the month") from None


def _plausible(day: date) -> str:
    if not FIRST <= day <= LAST:
        raise NoDay(f"{day:%-d %B %Y} is not between {FIRST.year} and {LAST.year}")
    return day.isoformat()
