"""Working days: Monday to Friday, save bank holidays in England and days a council declares."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache
from types import MappingProxyType

from holidays import country_holidays

from cleardays.law.types import LeftOut, Rule

FIRST_YEAR, LAST_YEAR = 1978, 2100

WORKING_DAYS = Rule(
    code="calendar.working-days",
    title="Only Monday to Friday count, and no bank holiday and no declared closure day",
    authority="Practice of principal councils; no case settles Saturdays",
    url="https://moderngov.cheshireeast.gov.uk/ieIssueDetails.aspx?IId=9840&Opt=3&PlanId=0",
    confidence="C",
    note="The strictest reading. Some parish guidance counts Saturdays, so that can be set.",
)

# The library's names are not always those on GOV.UK and on office doors.
NAMES = {
    "May Day": "Early May bank holiday",
    "Spring Bank Holiday": "Spring bank holiday",
    "Late Summer Bank Holiday": "Summer bank holiday",
}
CLOSED = "Offices closed"
ONE_DAY = timedelta(days=1)


class OutsideCalendar(ValueError):
    """A day in a year whose bank holidays nobody can know."""


@cache
def bank_holidays(year: int) -> Mapping[date, str]:
    """Return England's bank holidays of a year by name, one-off ones included."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise OutsideCalendar(
            f"Bank holidays are known from {FIRST_YEAR} to {LAST_YEAR}, not for {year}: "
            "check the year of the date."
        )
    found = country_holidays("GB", subdiv="ENG", years=year, language="en_GB")
    return MappingProxyType({day: _name(name) for day, name in found.items()})


@dataclass(frozen=True)
class Calendar:
    """Which days a council works.

    ``closures`` are the days its offices are shut, or of public mourning or thanksgiving, each
    with its name. ``counts_saturdays`` is off unless a council has decided that they count.
    """

    closures: Mapping[date, str] = field(default_factory=dict, hash=False)
    counts_saturdays: bool = False

    @classmethod
    def england(
        cls,
        closures: Mapping[date, str] | Set[date] = frozenset(),
        *,
        counts_saturdays: bool = False,
    ) -> "Calendar":
        """Return the calendar of a council in England; closures may come without their names."""
        named = closures if isinstance(closures, Mapping) else dict.fromkeys(closures, CLOSED)
        return cls(MappingProxyType(dict(named)), counts_saturdays)

    def why_not_working(self, day: date) -> str | None:
        """Say why a day does not count ("Sunday", "Good Friday"), or nothing if it does.

        Raises ``OutsideCalendar`` for a year whose bank holidays are not known.
        """
        if isinstance(day, datetime):
            raise TypeError("Working days are dates: convert a time to its day in London first.")
        if day.weekday() == 6:
            return "Sunday"
        if day.weekday() == 5 and not self.counts_saturdays:
            return "Saturday"
        if day in self.closures:
            return bank_holidays(day.year).get(day) or self.closures[day] or CLOSED
        return bank_holidays(day.year).get(day)

    def is_working_day(self, day: date) -> bool:
        """Say whether a day counts."""
        return self.why_not_working(day) is None

    def working_days_between(self, start: date, end: date) -> tuple[date, ...]:
        """Return the working days after ``start`` and before ``end``: neither end counts."""
        return tuple(day for day in _days_between(start, end) if self.is_working_day(day))

    def left_out_between(self, start: date, end: date) -> LeftOut:
        """Return the other days after ``start`` and before ``end``, each with its reason."""
        reasons = ((day, self.why_not_working(day)) for day in _days_between(start, end))
        return tuple((day, reason) for day, reason in reasons if reason)

    def add_working_days(self, start: date, days: int) -> date:
        """Return the working day so many after ``start``: the day after it is day 1."""
        return self._walk(start, days, ONE_DAY)

    def subtract_working_days(self, end: date, days: int) -> date:
        """Return the working day so many before ``end``: the day before it is day 1."""
        return self._walk(end, days, -ONE_DAY)

    def next_working_day_on_or_after(self, day: date) -> date:
        """Return the day itself if it is a working day, else the next one that is."""
        return day if self.is_working_day(day) else self.add_working_days(day, 1)

    def _walk(self, day: date, days: int, step: timedelta) -> date:
        if days < 1:
            raise ValueError(f"Count at least one working day, not {days}.")
        while days:
            day += step
            days -= self.is_working_day(day)
        return day


def _days_between(start: date, end: date) -> Iterator[date]:
    return (start + timedelta(days=n) for n in range(1, (end - start).days))


def _name(name: str) -> str:
    plain = name.removesuffix(" (observed)")
    named = NAMES.get(plain, plain)
    return named if plain == name else f"Substitute day for {named}"
