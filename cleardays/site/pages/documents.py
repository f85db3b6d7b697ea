"""Pages of documents: as they are now, as published, what changed, and what was recalled."""

import json
from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
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
from cleardays.site.ways import ASKS, COMMITTEES, HOME, INSPECTIONS, MEASURES, PLANS

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

# Where a kind of document is in the site: the way to it, and the part that the menu marks.
WAYS = {
    CommitteeDocument.doc_type: (COMMITTEES, "committees"),
    InspectionDocument.doc_type: (INSPECTIONS, "inspections"),
    PlanDocument.doc_type: (PLANS, "plans"),
    MeasureDocument.doc_type: (MEASURES, "plans"),
    AskDocument.doc_type: (ASKS, "asks"),
}


def show(request: HttpRequest, ref: str) -> HttpResponse:
    """Show what is public under a ref now, or the tombstone of what was."""
    row = reading.current_or_404(ref)
    if row.is_recalled:
        return tombstone(request, row, row.body, row.recorded_at)
    return _page(request, reading.on_its_page(row))


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
    readable = _readable(entries, bodies)
    lines = [
        {
            "entry": entry,
            "is_readable": entry.version in readable,
            "before": max((n for n in readable if n < entry.version), default=0),
            "reason": _reason(entry, bodies),
            "note": _told(entry, bodies, "version_note"),
            "by": _told(entry, bodies, "published_by"),
            "is_first": entry.version == readable[0] if readable else False,
            "is_now": entry.seq == row.seq,
        }
        for entry in reversed(entries)
    ]
    context = {"row": row, "lines": lines, "readable": readable, **_place(row)}
    return render(request, "site/versions.html", context)


def _readable(entries: list[Entry], bodies: dict[int, str]) -> list[int]:
    """Return the numbers of the versions whose words are still there, oldest first."""
    return [entry.version for entry in entries if _is_readable(entry, bodies)]


def _told(entry: Entry, bodies: dict[int, str], field: str) -> str:
    """Return what a version says of itself, where its kind of document has such a field."""
    return str(json.loads(bodies[entry.seq]).get(field, "")) if entry.seq in bodies else ""


def compared(request: HttpRequest, ref: str) -> HttpResponse:
    """Lead to what changed between two versions: as asked, else from the first to the newest."""
    entries = reading.entries_of(ref)
    readable = _readable(entries, reading.bodies_of(entries))
    asked = [_number(request.GET.get(name, ""), readable) for name in ("from", "to")]
    before, after = sorted(one or other for one, other in zip(asked, _ends(readable), strict=True))
    if before == after:
        return HttpResponseRedirect(reverse("site:versions", args=[ref]))
    return HttpResponseRedirect(reverse("site:changes", args=[ref, before, after]))


def _number(text: str, readable: list[int]) -> int:
    return next((number for number in readable if str(number) == text), 0)


def _ends(numbers: list[int]) -> tuple[int, int]:
    return (numbers[0], numbers[-1]) if numbers else (0, 0)


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
        **_place(row),
    }
    return render(request, "site/changes.html", context)


def _place(row: Current) -> Context:
    """Return the way back up from a page about a document, and the part of the site."""
    ways, section = WAYS.get(row.doc_type, (HOME, ""))
    return {"trail": [*ways, Link(row.title, f"/{row.ref}/")], "section": section}
