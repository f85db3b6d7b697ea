"""Committees: all of them, and one with its meetings and reports."""

from typing import Any, cast

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from cleardays.record.schemas.committee import CommitteeDocument
from cleardays.record.schemas.common import Link
from cleardays.site.as_at import as_at
from cleardays.site.linked_data import as_script, committee_data
from cleardays.site.reading import (
    Listed,
    Shown,
    as_listed,
    current_or_404,
    find,
    listed,
    standing,
)
from cleardays.site.ways import COMMITTEES, HOME
from cleardays.site.wording import day_words

COMING = "committee = %s AND doc_type = 'meeting' AND day >= %s"
HELD = "committee = %s AND doc_type = 'meeting' AND day < %s"
REPORTS = "committee = %s AND doc_type = 'report'"
PAST_SHOWN = 12
MEETINGS_A_PAGE = 50
REPORTS_SHOWN = 10


def index(request: HttpRequest) -> HttpResponse:
    """List the committees there are, and apart those that have ended."""
    today = localdate().isoformat()
    rows = listed(standing("committee").order_by("title"))
    ended = [row for row in rows if _has_ended(row, today)]
    context = {
        "current": [row for row in rows if row not in ended],
        **as_at(),
        "trail": HOME,
        "ended": [(row, day_words(_until(row)) if _until(row) else "") for row in ended],
        "section": "committees",
    }
    return render(request, "site/committees.html", context)


def _has_ended(row: Listed, today: str) -> bool:
    """Say whether it is over: by its last day, or where nobody knows that, by its successor."""
    until = _until(row)
    return until < today if until else bool(row.facts.get("has_successor"))


def _until(row: Listed) -> str:
    return str(row.facts.get("until") or "")


def context(shown: Shown) -> dict[str, Any]:
    """Return what the page of a committee shows."""
    committee = cast(CommitteeDocument, shown.document)
    today = localdate().isoformat()
    past = find(HELD, committee.ref, today, order="day DESC, ref", most=PAST_SHOWN + 1)
    return {
        "committee": committee,
        "trail": COMMITTEES,
        "upcoming": find(COMING, committee.ref, today, order="day, ref"),
        "past": past[:PAST_SHOWN],
        "has_more": len(past) > PAST_SHOWN,
        "reports": find(REPORTS, committee.ref, order="seq DESC", most=REPORTS_SHOWN),
        "facts": _facts(committee),
        "linked_data": as_script(
            committee_data(Link(committee.ref, committee.name), committee.council)
        ),
        "section": "committees",
    }


def _facts(committee: CommitteeDocument) -> list[tuple[str, str]]:
    rows = [
        ("Council", committee.council),
        ("Kind", committee.kind_name),
        ("Since", day_words(committee.valid_from) if committee.valid_from else ""),
        ("Until", day_words(committee.valid_until) if committee.valid_until else ""),
    ]
    return [row for row in rows if row[1]]


def meetings(request: HttpRequest, slug: str) -> HttpResponse:
    """List every meeting of a committee, newest first, a page at a time."""
    row = current_or_404(f"committees/{slug}")
    if row.is_recalled:
        raise Http404(row.ref)
    rows = standing("meeting", row.ref).order_by("-day", "ref").defer("body")
    page = Paginator(rows, MEETINGS_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "row": row,
        "page": page,
        "meetings": [as_listed(one) for one in page],
        **as_at(),
        "trail": COMMITTEES,
        "section": "committees",
    }
    return render(request, "site/committee_meetings.html", context)
