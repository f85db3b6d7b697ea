"""The front page: what is on next, and what was published last."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from cleardays.site.reading import Listed, find

COMING = "doc_type = 'meeting' AND day >= %s"
HELD = "doc_type = 'meeting' AND day < %s"
PAPERS = tuple(f"doc_type = '{kind}'" for kind in ("meeting", "report", "inspection", "plan"))
INSPECTIONS = "doc_type = 'inspection'"
INSPECTIONS_SHOWN = 3
MEETINGS_SHOWN = 6
PAPERS_SHOWN = 8


def show(request: HttpRequest) -> HttpResponse:
    """Show the next meetings and the newest papers."""
    today = localdate().isoformat()
    upcoming = find(COMING, today, order="day, ref", most=MEETINGS_SHOWN)
    context = {
        "upcoming": upcoming,
        "recent": [] if upcoming else find(HELD, today, order="day DESC", most=MEETINGS_SHOWN),
        "inspections": find(INSPECTIONS, order="day DESC, ref", most=INSPECTIONS_SHOWN),
        "newest": _newest(),
        "section": "home",
    }
    return render(request, "site/front.html", context)


def _newest() -> list[Listed]:
    """Return the papers published last; asked for kind by kind, since each has its own index."""
    found = [one for kind in PAPERS for one in find(kind, order="seq DESC", most=PAPERS_SHOWN)]
    return sorted(found, key=lambda one: -one.seq)[:PAPERS_SHOWN]
