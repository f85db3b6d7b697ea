"""Dates in words, no more exact than they are known."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from django.utils.timezone import is_aware, localtime

# Not strftime's, which follow the machine's locale and cost ten times as much.
MONTHS = (
    *("", "January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
PRECISIONS = ("", "day", "month", "year", "about", "unconfirmed")
PARTIAL = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


@dataclass(frozen=True)
class Moment:
    """A date as far as it is known: month and day are 0, and clock is empty, when they are not."""

    year: int
    month: int = 0
    day: int = 0
    clock: str = ""

    @property
    def machine(self) -> str:
        """The value for a `time` element."""
        known = [f"{self.year:04}"] + [f"{part:02}" for part in (self.month, self.day) if part]
        return "-".join(known) + (f"T{self.clock}" if self.clock else "")

    def cut(self, precision: str) -> "Moment":
        """Forget what is finer than the precision."""
        if precision == "year":
            return Moment(self.year)
        if precision == "month":
            return Moment(self.year, self.month)
        return self


def moment(value: date | datetime | str) -> Moment:
    """Read a date, a time, or an ISO date with its day or month left out; ValueError otherwise."""
    if isinstance(value, datetime):
        there = localtime(value) if is_aware(value) else value
        return Moment(there.year, there.month, there.day, f"{there:%H:%M}")
    if isinstance(value, date):
        return Moment(value.year, value.month, value.day)
    if "T" in value:
        return moment(datetime.fromisoformat(value))
    found = PARTIAL.fullmatch(value)
    if not found:
        raise ValueError(f"{value!r} is not a date: write 2018, 2018-05 or 2018-05-22")
    year, month, day = (int(part or 0) for part in found.groups())
    date(year, month or 1, day or 1)  # raises ValueError for a day that never was
    return Moment(year, month, day)


def clock_in_words(clock: str) -> str:
    """Say 10:30 as 10:30am, 14:00 as 2pm, and 12:00 as midday."""
    hour, minute = (int(part) for part in clock.split(":"))
    if (hour, minute) == (12, 0):
        return "midday"
    minutes = f":{minute:02}" if minute else ""
    return f"{hour % 12 or 12}{minutes}{'am' if hour < 12 else 'pm'}"


def in_words(moment: Moment, *, weekday: bool = False, time: bool = False) -> str:
    """Say a moment as people do: Wednesday 31 January 2018 at 10:30am."""
    if not moment.month:
        return str(moment.year)
    words = f"{MONTHS[moment.month]} {moment.year}"
    if moment.day:
        words = f"{moment.day} {words}"
    if moment.day and weekday:
        on = date(moment.year, moment.month, moment.day)
        words = f"{WEEKDAYS[on.weekday()]} {words}"
    return f"{words} at {clock_in_words(moment.clock)}" if time and moment.clock else words


@lru_cache(maxsize=4096)
def day_words(day: date | str) -> str:
    """Say a day; a text that is no date is said as it is."""
    try:
        return in_words(moment(day))
    except ValueError:
        return str(day)


def leaf(moment: Moment) -> tuple[str, str, str]:
    """Set a moment as the head, the middle and the foot of a leaf of a calendar."""
    if not moment.month:
        return "Year", str(moment.year), ""
    month = MONTHS[moment.month][:3]
    if not moment.day:
        return "Month", month, str(moment.year)
    weekday = date(moment.year, moment.month, moment.day).weekday()
    return WEEKDAYS[weekday][:3], str(moment.day), f"{month} {moment.year}"


def span_in_words(start: Moment, end: Moment) -> str:
    """Say a span once what its ends share: 9 to 12 March 2020."""
    if not (start.day and end.day) or start.year != end.year:
        return f"{in_words(start)} to {in_words(end)}"
    month = "" if start.month == end.month else f" {MONTHS[start.month]}"
    return f"{start.day}{month} to {in_words(end)}"


def qualified(words: str, precision: str) -> str:
    """Say how sure the words are; ValueError for a precision that is none."""
    if precision not in PRECISIONS:
        raise ValueError(f"{precision!r} is no precision: use one of {', '.join(PRECISIONS[1:])}")
    if precision == "about":
        return f"about {words}"
    return f"{words} (not confirmed)" if precision == "unconfirmed" else words
