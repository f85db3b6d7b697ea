"""iCalendar (RFC 5545): meetings for people's own calendars, cancelled ones kept.

The time zone is written out once and fixed: the rule of the last Sundays of March and October,
which every client reads, rather than lists of dates up to some year.
"""

from datetime import UTC, date, timedelta

from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.timezone import localdate
from icalendar import Calendar, Event, Timezone

from cleardays.record.models import Current
from cleardays.site.addresses import absolute, page
from cleardays.site.data import open_to_all
from cleardays.site.local_time import local_moment
from cleardays.site.reading import Listed, as_listed, current_or_404, listed

# A calendar is for what is coming; the year before is kept for those who look back.
LOOK_BACK = timedelta(days=366)
USUAL_LENGTH = timedelta(hours=2)
VTIMEZONE = """BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:DAYLIGHT
DTSTART:19810329T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:BST
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:GMT
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
END:STANDARD
END:VTIMEZONE
"""


def everything(request: HttpRequest) -> HttpResponse:
    """Give the meetings of all committees."""
    return _answer(_from_last_year(Current.objects.all()), settings.COUNCIL_NAME, "/calendar.ics")


def of_committee(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the meetings of one committee."""
    committee = current_or_404(f"committees/{slug}")
    rows = _from_last_year(Current.objects.filter(committee=committee.ref))
    return _answer(rows, committee.title, f"{page(committee.ref)}calendar.ics")


def of_meeting(request: HttpRequest, ref: str) -> HttpResponse:
    """Give one meeting; 404 where there is no day to put into a calendar."""
    row = current_or_404(ref)
    if row.doc_type != "meeting" or row.is_recalled or not as_listed(row).is_exact:
        raise Http404(ref)
    return _answer([as_listed(row)], row.title, f"{page(ref)}calendar.ics")


def _from_last_year(rows: QuerySet[Current]) -> list[Listed]:
    since = localdate() - LOOK_BACK
    meetings = rows.filter(doc_type="meeting", is_recalled=False, day__gte=since)
    return listed(meetings.order_by("day", "ref"))


def _answer(rows: list[Listed], name: str, path: str) -> HttpResponse:
    """Leave out meetings whose day is not known: a calendar has no way to say so."""
    calendar = Calendar()
    calendar.add("prodid", "-//Clear Days//Public meetings//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("source", absolute(path))
    calendar.add("refresh-interval", timedelta(hours=6), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT6H")
    calendar.add_component(Timezone.from_ical(VTIMEZONE))
    for row in rows:
        if row.is_exact and row.day:
            calendar.add_component(_event(row, row.day))
    response = HttpResponse(calendar.to_ical(sorted=False), "text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="meetings.ics"'
    return open_to_all(response)


def _event(row: Listed, day: date) -> Event:
    """Return a meeting; its UID never changes, its SEQUENCE counts published changes."""
    event = Event()
    event.add("uid", uid(row.ref))
    event.add("dtstamp", row.recorded_at.astimezone(UTC))
    event.add("last-modified", row.recorded_at.astimezone(UTC))
    event.add("created", row.first_recorded_at.astimezone(UTC))
    event.add("sequence", int(row.facts.get("sequence", 0)))
    event.add("status", "CANCELLED" if row.is_cancelled else "CONFIRMED")
    event.add("summary", f"Cancelled: {row.title}" if row.is_cancelled else row.title)
    if clock := str(row.facts.get("time") or ""):
        start = local_moment(day.isoformat(), clock)
        event.add("dtstart", start)
        event.add("duration", USUAL_LENGTH)
    else:
        # The hour is not known: a whole day, which keeps nobody's day from being booked.
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
    if place := str(row.facts.get("place") or ""):
        event.add("location", place)
    event.add("url", absolute(row.href))
    event.add("description", f"Agenda and papers: {absolute(row.href)}")
    event.add("categories", [str(row.facts.get("committee") or row.title)])
    event.add("class", "PUBLIC")
    return event


def uid(ref: str) -> str:
    """Return the UID of a meeting for life: its ref at this site's name."""
    host = settings.SITE_URL.split("://")[-1].split(":")[0].split("/")[0]
    return f"{ref.replace('/', '-')}@{host}"
