"""Periods of days, months and years by the calendar, where weekends and holidays count."""

from calendar import monthrange
from datetime import date, timedelta


def last_day_of_days_beginning(start: date, days: int) -> date:
    """Return the last day of a period that begins with ``start``, which is its day 1."""
    return start + timedelta(days=days - 1)


def last_day_of_months_beginning(start: date, months: int) -> date:
    """Return the last day of a period that begins with ``start``, in calendar months.

    It ends the day before the corresponding date (10 March and two months: 9 May); where the
    month it ends in has no such date, on that month's last day (31 December and two months:
    28 or 29 February).
    """
    end = months_after(start, months)
    return end - timedelta(days=1) if end.day == start.day else end


def months_after(start: date, months: int) -> date:
    """Return the corresponding date so many months on, or the last day of a shorter month."""
    years, month = divmod(start.month - 1 + months, 12)
    year, month = start.year + years, month + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))
