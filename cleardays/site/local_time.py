"""From the clock on the wall of a meeting room to moments that machines agree on."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def local_moment(day: str, clock: str) -> datetime:
    """Return the moment of a day (ISO) at a clock time ("HH:MM") in London."""
    return datetime.combine(date.fromisoformat(day), time.fromisoformat(clock), LONDON)


def local_iso(day: str, clock: str) -> str:
    """Return it as ISO 8601 with its offset, without fractions."""
    return local_moment(day, clock).isoformat(timespec="seconds")


def london_day(moment: datetime) -> date:
    """Return the day on which something happened, in London."""
    return moment.astimezone(LONDON).date()
