"""The working days of an organisation: its closure days and whether Saturdays count."""

from collections.abc import Iterable, Mapping
from datetime import date

from cleardays.law.calendar import Calendar
from cleardays.workroom.people.models import ClosureDay, Organisation


def calendar_of(organisation: Organisation) -> Calendar:
    """Return the calendar by which the law counts an organisation's days."""
    return calendars_of([organisation])[organisation.pk]


def calendars_of(organisations: Iterable[Organisation]) -> Mapping[int, Calendar]:
    """Return the calendars of many by key, in one query."""
    found = {organisation.pk: organisation for organisation in organisations}
    closures: dict[int, dict[date, str]] = {key: {} for key in found}
    for closed in ClosureDay.objects.filter(organisation__in=list(found)):
        closures[closed.organisation_id][closed.day] = closed.name
    return {
        key: Calendar.england(closures[key], counts_saturdays=organisation.counts_saturdays)
        for key, organisation in found.items()
    }
