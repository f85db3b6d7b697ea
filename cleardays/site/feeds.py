"""Atom (RFC 4287): what was published, newest first, for all committees or for one."""

import json
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed

from cleardays.record.models import Current
from cleardays.site.addresses import absolute, page
from cleardays.site.data import open_to_all
from cleardays.site.reading import as_listed, current_or_404
from cleardays.site.wording import KIND_NAMES, listed_day

ENTRIES = 50
BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
NAMES = {**KIND_NAMES, "meeting": "Agenda"}


class Feed(Atom1Feed):
    """Atom with plain summaries, and a date of its own even when it is empty."""

    def latest_post_date(self) -> datetime:
        """Return when the newest entry changed: never the clock, or each reading would differ."""
        return max((item["updateddate"] for item in self.items), default=BEGINNING)


def atom(request: HttpRequest, slug: str = "") -> HttpResponse:
    """Give the newest publications; a recalled one stays, with its reason in place of its words.

    The id of an entry is its page's address, which it keeps for life.
    """
    rows = Current.objects.all()
    title, path = settings.COUNCIL_NAME, "/"
    if slug:
        committee = current_or_404(f"committees/{slug}")
        rows = rows.filter(committee=committee.ref)
        title, path = f"{committee.title}, {settings.COUNCIL_NAME}", page(committee.ref)
    feed = Feed(
        title=f"Newly published: {title}",
        link=absolute(path),
        description="",
        subtitle="Agendas, reports, plans and answers as they become public.",
        language="en-GB",
        author_name=settings.COUNCIL_NAME,
        feed_url=absolute(f"{path}feed.atom"),
        feed_guid=absolute(f"{path}feed.atom"),
    )
    for row in rows.order_by("-seq")[:ENTRIES]:
        feed.add_item(**_entry(row))
    return open_to_all(HttpResponse(feed.writeString("utf-8"), Feed.content_type))


def _entry(row: Current) -> dict[str, Any]:
    address = absolute(page(row.ref))
    return {
        "title": _title(row),
        "link": address,
        "unique_id": address,
        "description": _summary(row),
        "pubdate": row.first_recorded_at,
        "updateddate": row.recorded_at,
        "categories": [NAMES.get(row.doc_type, row.doc_type)],
    }


def _title(row: Current) -> str:
    if row.is_recalled:
        return f"Recalled: {NAMES.get(row.doc_type, row.doc_type).lower()}"
    day = listed_day(as_listed(row))
    return f"{row.title}, {day}" if row.doc_type == "meeting" and day else row.title


def _summary(row: Current) -> str:
    if row.is_recalled:
        return str(json.loads(row.body)["reason"])
    facts = json.loads(row.summary)
    if row.doc_type != "meeting":
        return str(facts.get("committee", ""))
    words = ["Cancelled" if facts["status"] == "cancelled" else "", str(facts["place"])]
    return ". ".join(filter(None, words))
