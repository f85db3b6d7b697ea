"""The periods that figures are for: years of every kind, quarters, months, weeks, single days."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in MONTHS)


class Span(StrEnum):
    """How long a period is, and how one reads it."""

    CALENDAR_YEAR = "calendar year"
    SCHOOL_YEAR = "school year"
    FINANCIAL_YEAR = "financial year"
    TWELVE_MONTHS = "twelve months"
    QUARTER = "quarter"
    MONTH = "month"
    WEEK = "week"
    DAY = "as at a day"


class UnknownPeriod(ValueError):
    """Words that name no period; the message says what would."""


@dataclass(frozen=True, order=True)
class Period:
    """A span of days, both included; for a figure as at a day both are that day."""

    start: date
    end: date
    span: Span = field(compare=False)
    label: str = field(compare=False)

    @cached_property
    def short(self) -> str:
        """The label for the foot of a chart: 2024, 2019-20, Dec 24, Q3 24, 31 Jan 25."""
        name, year = MONTHS[self.start.month - 1][:3], f"{self.start.year % 100:02}"
        return {
            Span.QUARTER: f"Q{(self.start.month + 2) // 3} {year}",
            Span.MONTH: f"{name} {year}",
            Span.WEEK: f"{self.end.day} {MONTHS[self.end.month - 1][:3]} {self.end.year % 100:02}",
            Span.DAY: f"{self.start.day} {name} {year}",
            Span.TWELVE_MONTHS: f"to {MONTHS[self.end.month - 1][:3]} {self.end.year % 100:02}",
        }.get(self.span, self.label.split()[0])

    @property
    def school_year(self) -> int:
        """The year in which the school year of the period's last day began (1 September)."""
        return self.end.year if self.end.month >= 9 else self.end.year - 1


def calendar_year(year: int) -> Period:
    """Make the period from 1 January to 31 December."""
    return Period(date(year, 1, 1), date(year, 12, 31), Span.CALENDAR_YEAR, str(year))


def school_year(year: int) -> Period:
    """Make the school year that begins on 1 September of a year."""
    return _two_years(year, 9, Span.SCHOOL_YEAR)


def financial_year(year: int) -> Period:
    """Make the financial year that begins on 1 April of a year."""
    return _two_years(year, 4, Span.FINANCIAL_YEAR)


def _two_years(year: int, month: int, span: Span) -> Period:
    end = date(year + 1, month, 1) - timedelta(days=1)
    return Period(date(year, month, 1), end, span, f"{year}-{(year + 1) % 100:02} {span}")


def month(year: int, number: int) -> Period:
    """Make a month; ``number`` is 1 to 12."""
    return Period(
        date(year, number, 1),
        _month_end(year, number),
        Span.MONTH,
        f"{MONTHS[number - 1]} {year}",
    )


def quarter(year: int, number: int, first_month: int = 1) -> Period:
    """Make a quarter; in a financial year (``first_month`` 4) Q4 is in the year after."""
    months = (first_month - 1) + 3 * (number - 1)
    start = date(year + months // 12, months % 12 + 1, 1)
    end = _month_end(start.year, start.month + 2)
    label = f"{MONTHS[start.month - 1]} to {MONTHS[end.month - 1]} {start.year}"
    return Period(start, end, Span.QUARTER, label)


def twelve_months(year: int, number: int) -> Period:
    """Make the twelve months that end with a month: each month's figure counts eleven again."""
    end = _month_end(year, number)
    start = date(year - 1 + number // 12, number % 12 + 1, 1)
    label = f"12 months to {MONTHS[number - 1]} {year}"
    return Period(start, end, Span.TWELVE_MONTHS, label)


def week_ending(day: date) -> Period:
    """Make the seven days that end with a day, whichever day of the week that is."""
    label = f"week ending {day.day} {MONTHS[day.month - 1]} {day.year}"
    return Period(day - timedelta(days=6), day, Span.WEEK, label)


def as_at(day: date) -> Period:
    """Make the period of a figure that was true on one day."""
    return Period(day, day, Span.DAY, f"{day.day} {MONTHS[day.month - 1]} {day.year}")


def _month_end(year: int, number: int) -> date:
    later = date(year + number // 12, number % 12 + 1, 1)
    return later - timedelta(days=1)


def _joined(first: str, second: str) -> int:
    """Check that the second year follows the first ("2019", "20"); return the first."""
    year = int(first)
    if int(second) % 100 != (year + 1) % 100:
        raise UnknownPeriod(f"{second} does not follow {first}: write 2019-20 for two years.")
    return year


def _month_number(word: str) -> int:
    return [name[:3].lower() for name in MONTHS].index(word[:3].lower()) + 1


def _three_months(first: str, last: str, year: str) -> Period:
    begin, end = _month_number(first), _month_number(last)
    if end != begin + 2:
        raise UnknownPeriod(f"{first} to {last} is no quarter: write Q3 2024, or single months.")
    return quarter(int(year), 1, first_month=begin)


def _named_years(first: str, second: str, kind: str) -> Period:
    year = _joined(first, second)
    return financial_year(year) if kind.lower() == "financial" else school_year(year)


def _week(which: str, year: int, number: int, day: int) -> Period:
    """Make a week of its last day, or of its first."""
    given = date(year, number, day)
    return week_ending(given if which.lower() == "ending" else given + timedelta(days=6))


_YEARS = r"(\d{4})\s?[-/–]?\s?(\d{2}|\d{4})"
_FORMS: tuple[tuple[str, Callable[..., Period]], ...] = (
    (r"(\d{4})", lambda year: calendar_year(int(year))),
    (r"calendar year (\d{4})", lambda year: calendar_year(int(year))),
    (rf"{_YEARS} (school|academic|financial) year", _named_years),
    (
        rf"(school|academic|financial) year {_YEARS}",
        lambda kind, one, two: _named_years(one, two, kind),
    ),
    (r"(\d{4})-(\d{2})", lambda year, number: month(int(year), int(number))),
    (rf"({_MONTH})\.? (\d{{4}})", lambda word, year: month(int(year), _month_number(word))),
    (r"Q([1-4]) (\d{4})", lambda number, year: quarter(int(year), int(number))),
    (r"(\d{4})[ -]?Q([1-4])", lambda year, number: quarter(int(year), int(number))),
    (
        rf"Q([1-4]) {_YEARS}",
        lambda number, one, two: quarter(_joined(one, two), int(number), first_month=4),
    ),
    (rf"({_MONTH}) to ({_MONTH}) (\d{{4}})", lambda *words: _three_months(*words)),
    (
        rf"12 months to ({_MONTH})\.? (\d{{4}})",
        lambda word, year: twelve_months(int(year), _month_number(word)),
    ),
    (
        r"(\d{4})-?W(\d{2})",
        lambda year, number: week_ending(date.fromisocalendar(int(year), int(number), 7)),
    ),
    (
        rf"week (ending|beginning) (\d{{1,2}}) ({_MONTH})\.? (\d{{4}})",
        lambda which, day, word, year: _week(which, int(year), _month_number(word), int(day)),
    ),
    (
        r"week (ending|beginning) (\d{1,2})/(\d{1,2})/(\d{4})",
        lambda which, day, number, year: _week(which, int(year), int(number), int(day)),
    ),
    (
        r"week (ending|beginning) (\d{4})-(\d{2})-(\d{2})",
        lambda which, *parts: _week(which, *map(int, parts)),
    ),
    (r"(\d{4})-(\d{2})-(\d{2})", lambda *parts: as_at(date(*map(int, parts)))),
    (
        r"(\d{1,2})/(\d{1,2})/(\d{4})",
        lambda day, number, year: as_at(date(int(year), int(number), int(day))),
    ),
    (
        rf"(\d{{1,2}}) ({_MONTH})\.? (\d{{4}})",
        lambda day, word, year: as_at(date(int(year), _month_number(word), int(day))),
    ),
)
_READERS = tuple((re.compile(form, re.IGNORECASE | re.ASCII), make) for form, make in _FORMS)
_TWO_YEARS = re.compile(r"(\d{4})[-/–](\d{2}|\d{4})")


def parse_period(text: str) -> Period:
    """Read a period as councils write it; UnknownPeriod, with what to write, for anything else.

    Knows "2018", "2019-20 school year", "2024-25 financial year", "2024-12", "Dec 2024",
    "Q3 2024" (calendar), "Q3 2024-25" (financial), "12 months to March 2024", "week ending 5 May
    2024", "2024-W18", "31 January 2025", "as at 2025-01-31".
    """
    words = re.sub(r"^as at ", "", " ".join(text.split()), flags=re.IGNORECASE)
    years = _TWO_YEARS.fullmatch(words)
    if years and not _is_month(words):
        raise UnknownPeriod(
            f"{text!r} may be a school year or a financial year: write '{words} school year' or"
            f" '{words} financial year'."
        )
    for form, make in _READERS:
        if found := form.fullmatch(words):
            return _made(text, make, found.groups())
    raise UnknownPeriod(
        f"{text!r} is no period: write a year (2024), a school year (2024-25 school year), a month"
        " (2024-12), a quarter (Q3 2024), a day (31 January 2025), a week (week ending 5 May 2024)"
        " or 12 months to March 2024."
    )


def _is_month(words: str) -> bool:
    """2019-12 is a month; 2019-20 cannot be one, and 2011-12 is taken for one only by months."""
    found = re.fullmatch(r"\d{4}-(\d{2})", words)
    return bool(found) and 1 <= int(found[1]) <= 12 if found else False


def _made(text: str, make: Callable[..., Period], parts: tuple[str, ...]) -> Period:
    try:
        return make(*parts)
    except UnknownPeriod:
        raise
    except ValueError:
        raise UnknownPeriod(f"{text!r} is no day or month of the calendar: check it.") from None
