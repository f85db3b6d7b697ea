"""The calendar: the meetings of a month, those whose day is not known apart."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Max, Min
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate

from cleardays.site.as_at import as_at
from cleardays.site.reading import Listed, listed, standing
from cleardays.site.ways import HOME

A_FEW = 3
FIRST_YEAR, LAST_YEAR = 1900, 2200


def now(request: HttpRequest) -> HttpResponse:
    """Show this month; where nobody meets in it, what comes next, or what was last."""
    return _month(request, localdate().replace(day=1), is_now=True)


def month(request: HttpRequest, year: int, number: int) -> HttpResponse:
    """Show one month; 404 for a month that is none."""
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= number <= 12):
        raise Http404("No such month")
    return _month(request, date(year, number, 1))


def _month(request: HttpRequest, first: date, *, is_now: bool = False) -> HttpResponse:
    meetings = standing("meeting")
    after = (first + timedelta(days=32)).replace(day=1)
    rows = listed(meetings.filter(day__gte=first, day__lt=after).order_by("day", "ref"))
    # Only months that have meetings are linked: nobody walks through empty centuries.
    earlier = meetings.filter(day__lt=first).aggregate(at=Max("day"))["at"]
    later = meetings.filter(day__gte=after).aggregate(at=Min("day"))["at"]
    nearest = _nearest(first) if is_now and not rows else []
    context: dict[str, Any] = {
        "nearest": nearest,
        "is_next": bool(nearest) and bool(later),
        "first": first,
        "exact": [row for row in rows if row.is_exact],
        "inexact": [row for row in rows if not row.is_exact],
        "earlier": earlier,
        "earlier_href": _href(earlier),
        "later": later,
        "later_href": _href(later),
        **as_at(),
        "trail": HOME,
        "section": "calendar",
    }
    return render(request, "site/calendar.html", context)


def _nearest(first: date) -> list[Listed]:
    """Return the next few meetings, or where none is announced the last ones."""
    meetings = standing("meeting")
    coming = listed(meetings.filter(day__gte=first).order_by("day", "ref")[:A_FEW])
    return coming or listed(meetings.filter(day__lt=first).order_by("-day", "ref")[:A_FEW])


def _href(day: date | None) -> str:
    return reverse("site:month", args=[day.year, day.month]) if day else ""
