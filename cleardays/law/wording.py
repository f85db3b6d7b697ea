"""Days, numbers and lists in words, as the sentences of the rules print them."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from cleardays.law.types import LeftOut

# Not strftime's names: those follow the locale of the machine.
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

WEEKEND = ("Saturday", "Sunday")
# More weekends than this are counted and no longer dated.
NAMED = 3


def day_in_words(day: date, *, beside: date | None = None) -> str:
    """Return "Fri 27 Jun 2025", without the year where ``beside`` has just named the same one."""
    words = f"{DAYS[day.weekday()]} {_day_and_month(day)}"
    return words if beside and beside.year == day.year else f"{words} {day.year}"


def number_in_words(number: int) -> str:
    """Return "no", "one" and so on up to "ten", and figures beyond."""
    return NUMBERS[number] if 0 <= number < len(NUMBERS) else str(number)


def clear_days_in_words(number: int) -> str:
    """Return "five clear days", "one clear day"."""
    return f"{number_in_words(number)} clear day{'' if number == 1 else 's'}"


def list_in_words(parts: Sequence[str]) -> str:
    """Return "a", "a and b", "a, b and c"; a comma more where a part has its own "and"."""
    if len(parts) < 2:
        return "".join(parts)
    comma = "," if any(" and " in part for part in parts) else ""
    return f"{', '.join(parts[:-1])}{comma} and {parts[-1]}"


def left_out_in_words(left_out: LeftOut) -> str:
    """Name the days left out by their reasons, weekends together, in order of first appearance."""
    groups: dict[str, list[date]] = {}
    for (day, reason), name in zip(left_out, _groups(left_out), strict=True):
        groups.setdefault(name or reason, []).append(day)
    return list_in_words([_group_in_words(name, days) for name, days in groups.items()])


def _groups(left_out: LeftOut) -> Iterator[str]:
    """Say "weekend" for each day that has its Saturday or Sunday beside it, else nothing."""
    days = {day for day, reason in left_out if reason in WEEKEND}
    for day, reason in left_out:
        partner = day + timedelta(days=1 if reason == "Saturday" else -1)
        yield "weekend" if reason in WEEKEND and partner in days else ""


def _group_in_words(name: str, days: list[date]) -> str:
    if name == "weekend" and len(days) > 2 * NAMED:
        return f"{number_in_words(len(days) // 2)} weekends"
    if name in WEEKEND and len(days) > NAMED:
        return f"{number_in_words(len(days))} {name}s"
    spans = list_in_words([_span_in_words(first, last) for first, last in _spans(days)])
    if name == "weekend":
        return f"the weekend{'s' if len(days) > 2 else ''} of {spans}"
    article = "the " if name.endswith("bank holiday") else ""
    return f"{article}{name} ({spans})"


def _spans(days: Sequence[date]) -> Iterator[tuple[date, date]]:
    """Join days that follow each other into first and last."""
    breaks = [later for earlier, later in pairwise(days) if later - earlier != timedelta(days=1)]
    firsts = [days[0], *breaks]
    for first, following in zip(firsts, [*breaks, None], strict=True):
        yield first, max(day for day in days if following is None or day < following)


def _span_in_words(first: date, last: date) -> str:
    if first == last:
        return _day_and_month(first)
    if first.month == last.month:
        return f"{first.day}–{_day_and_month(last)}"
    return f"{_day_and_month(first)} – {_day_and_month(last)}"


def _day_and_month(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}"
