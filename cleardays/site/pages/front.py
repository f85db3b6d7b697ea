"""The front page: what is on next, and what was published last."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from cleardays.record.models import Current
from cleardays.site.reading import listed, standing

MEETINGS = 6
PAPERS = 8


def show(request: HttpRequest) -> HttpResponse:
    """Show the next meetings and the newest papers."""
    today = localdate()
    meetings = standing("meeting")
    upcoming = listed(meetings.filter(day__gte=today).order_by("day", "ref")[:MEETINGS])
    recent = [] if upcoming else listed(meetings.order_by("-day", "ref")[:MEETINGS])
    papers = Current.objects.filter(is_recalled=False, doc_type__in=("meeting", "report"))
    context = {
        "upcoming": upcoming,
        "recent": recent,
        "newest": listed(papers.order_by("-seq")[:PAPERS]),
        "section": "home",
    }
    return render(request, "site/front.html", context)
