"""Pages of documents: as they are now, as published, what changed, and what was recalled."""

import json
from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from cleardays.design.values import Link
from cleardays.record.models import Current, Entry
from cleardays.record.schemas.ask import AskDocument
from cleardays.record.schemas.committee import CommitteeDocument
from cleardays.record.schemas.inspection import InspectionDocument
from cleardays.record.schemas.measure import MeasureDocument
from cleardays.record.schemas.meeting import MeetingDocument
from cleardays.record.schemas.plan import PlanDocument
from cleardays.record.schemas.report import ReportDocument
from cleardays.site import plan_changes, reading
from cleardays.site.comparison import compare
from cleardays.site.pages import asks, committees, inspections, measures, meetings, plans, reports
from cleardays.site.reading import Shown
from cleardays.site.ways import HOME

Context = dict[str, Any]

# What shows a kind of document: its template, and what makes the context for it.
PAGES: dict[str, tuple[str, Callable[[Shown], Context]]] = {
    CommitteeDocument.doc_type: ("site/committee.html", committees.context),
    MeetingDocument.doc_type: ("site/meeting.html", meetings.context),
    ReportDocument.doc_type: ("site/report.html", reports.context),
    InspectionDocument.doc_type: ("site/inspection.html", inspections.context),
    PlanDocument.doc_type: ("site/plan.html", plans.context),
    MeasureDocument.doc_type: ("site/measure.html", measures.context),
    AskDocument.doc_type: ("site/ask.html", asks.context),
}


def show(request: HttpRequest, ref: str) -> HttpResponse:
    """Show what is public under a ref now, or the tombstone of what was."""
    row = reading.current_or_404(ref)
    if row.is_recalled:
        return tombstone(request, row, row.body, row.recorded_at)
    return _page(request, reading.shown(row))


def _page(request: HttpRequest, shown: Shown) -> HttpResponse:
    template, context_of = PAGES[shown.row.doc_type]
    return render(request, template, {"shown": shown, **context_of(shown)})


def tombstone(request: HttpRequest, row: Current, body: str, recalled_at: Any) -> HttpResponse:
    """Say that something was here, why it is gone, and how to check that."""
    context = {
        "row": row,
        "reason": json.loads(body)["reason"],
        "trail": HOME,
        "recalled_at": recalled_at,
        "entry_href": reverse("site:entry", args=[row.seq]),
    }
    return render(request, "site/tombstone.html", context, status=410)


def versions(request: HttpRequest, ref: str) -> HttpResponse:
    """List every version of a document, newest first, with what changed between them."""
    entries = reading.entries_of(ref)
    bodies = reading.bodies_of(entries)
    row = reading.current_or_404(ref)
    readable = [entry.version for entry in entries if _is_readable(entry, bodies)]
    lines = [
        {
            "entry": entry,
            "is_readable": entry.version in readable,
            "before": max((n for n in readable if n < entry.version), default=0),
            "reason": _reason(entry, bodies),
        }
        for entry in reversed(entries)
    ]
    return render(request, "site/versions.html", {"row": row, "lines": lines, "trail": trail(row)})


def _is_readable(entry: Entry, bodies: dict[int, str]) -> bool:
    return entry.seq in bodies and entry.kind != Entry.Kind.RECALLED


def _reason(entry: Entry, bodies: dict[int, str]) -> str:
    is_recall = entry.kind == Entry.Kind.RECALLED and entry.seq in bodies
    return str(json.loads(bodies[entry.seq])["reason"]) if is_recall else ""


def version(request: HttpRequest, ref: str, number: int) -> HttpResponse:
    """Show a document as it was published, or say why it is gone."""
    entries = reading.entries_of(ref)
    entry = next((one for one in entries if one.version == number), None)
    if entry is None:
        raise Http404(f"{ref} version {number}")
    row = reading.current_or_404(ref)
    bodies = reading.bodies_of(entries)
    if _is_readable(entry, bodies):
        return _page(request, reading.as_published(row, entry, bodies[entry.seq]))
    recalled = next(recall for recall in entries if _takes(recall, entry, bodies))
    return tombstone(request, row, bodies[recalled.seq], recalled.recorded_at)


def _takes(recall: Entry, entry: Entry, bodies: dict[int, str]) -> bool:
    """Say whether a recall is this entry, or took what this entry published."""
    if recall.kind != Entry.Kind.RECALLED:
        return False
    return recall == entry or entry.seq in json.loads(bodies[recall.seq])["recalled"]


def changes(request: HttpRequest, ref: str, before: int, after: int) -> HttpResponse:
    """Show what changed from one version to another, part by part and word by word."""
    entries = {entry.version: entry for entry in reading.entries_of(ref)}
    row = reading.current_or_404(ref)
    if before not in entries or after not in entries:
        raise Http404(f"{ref} has no versions {before} and {after}")
    pair = [entries[before], entries[after]]
    bodies = reading.bodies_of(pair)
    if not all(_is_readable(entry, bodies) for entry in pair):
        raise Http404("A version that was recalled cannot be compared")
    one, other = (reading.as_published(row, entry, bodies[entry.seq]).document for entry in pair)
    context = {
        "row": row,
        "pair": pair,
        "parts": compare(one, other),
        "plan": plan_changes.of_bodies(bodies, pair) if row.doc_type == "plan" else None,
        "trail": trail(row),
    }
    return render(request, "site/changes.html", context)


def trail(row: Current) -> list[Link]:
    """Return the way back up from a page about a document."""
    return [Link("Home", "/"), Link(row.title, f"/{row.ref}/")]
