"""The whole case of an inspection in the order of time, across bodies, meetings and years."""

import re
from dataclasses import dataclass, field

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from cleardays.design.values import Link, Source
from cleardays.record.models import Current, Entry
from cleardays.record.schemas.inspection import InspectionDocument, JudgementDocument
from cleardays.site import reading
from cleardays.site.following import split_by
from cleardays.site.reading import standing
from cleardays.site.ways import INSPECTIONS
from cleardays.site.wording import listed_day

# What an agenda calls the subject of these inspections.
SUBJECT = re.compile(r"\bSEND\b|(?i:special educational needs)")


@dataclass(frozen=True)
class Event:
    """A dated fact: ``day`` is ISO, "" where only ``when`` says something of it."""

    day: str
    kind: str
    title: str
    href: str = ""
    when: str = ""
    words: str = ""
    is_confirmed: bool = True
    sources: tuple[Source, ...] = field(default=())


def show(request: HttpRequest, slug: str) -> HttpResponse:
    """Show everything that the record has of a case: what is undated comes last."""
    shown, inspection = reading.inspection_or_404(slug)
    events = [
        *_inspection(inspection),
        *_judgements(inspection),
        *_plans(inspection),
        *_meetings(inspection),
    ]
    events.sort(key=lambda event: (not event.day, event.day))
    context = {
        "shown": shown,
        "inspection": inspection,
        "dated": [event for event in events if event.day],
        "undated": [event for event in events if not event.day],
        "trail": [*INSPECTIONS, Link(inspection.title, f"/{inspection.ref}/")],
        "section": "inspections",
    }
    return render(request, "site/timeline.html", context)


def _inspection(inspection: InspectionDocument) -> list[Event]:
    href = f"/{inspection.ref}/"
    events = [
        Event(inspection.first_day, "Inspection", "Inspectors came", href, inspection.days_words),
        Event(inspection.letter_dated, "Inspection", "Letter of the inspectors"),
        Event(inspection.received_on, "Inspection", "The report was received"),
        Event(
            inspection.published_on,
            "Inspection",
            "The report was published",
            href,
            inspection.published_words,
            inspection.outcome,
        ),
    ]
    done = [
        Event(duty.done_on, "Done", duty.title, words=duty.proof, when="")
        for duty in inspection.duties
        if duty.done_on
    ]
    due = [
        Event(duty.due, "Due", duty.title, words=duty.sentence)
        for duty in inspection.duties
        if duty.due and not duty.done_on
    ]
    return [event for event in events if event.day or event.when] + done + due


def _judgements(inspection: InspectionDocument) -> list[Event]:
    """Return a judgement of each judge on each day; values that differ stand side by side."""
    said = [("The whole", one) for one in inspection.judgements]
    said += [(area.label, one) for area in inspection.areas for one in area.judgements]
    grouped = split_by(
        said, lambda pair: "\n".join((pair[0], pair[1].judge, pair[1].on, pair[1].on_words))
    )
    return [_judged(pairs[0][0], [one for _, one in pairs]) for pairs in grouped.values()]


def _judged(what: str, said: list[JudgementDocument]) -> Event:
    first = said[0]
    values = list(dict.fromkeys(one.value for one in said))
    differ = len(values) > 1
    sources = tuple(
        Source(text, text if text.startswith("http") else "", one.value if differ else "")
        for one in said
        for text in (one.sources or (one.judge_name,) if differ else one.sources)
    )
    return Event(
        first.on,
        f"Judgement, {first.judge_name}",
        f"{what}: {' or '.join(values)}",
        when=first.on_words,
        words=first.words,
        is_confirmed=all(one.is_confirmed for one in said),
        sources=sources,
    )


def _plans(inspection: InspectionDocument) -> list[Event]:
    """Return the versions of the plans that answer it, as they were published."""
    rows = standing("plan").filter(summary__contains=f" {inspection.ref} ")
    titles = {row.ref: row.title for row in rows.defer("body")}
    entries = Entry.objects.filter(ref__in=titles).exclude(kind=Entry.Kind.RECALLED)
    return [
        Event(
            (entry.stated_published_on or entry.recorded_at.date()).isoformat(),
            "Plan",
            f"{titles[entry.ref]}, version {entry.version}",
            f"/{entry.ref}/versions/{entry.version}/",
        )
        for entry in entries.order_by("seq")
    ]


def _meetings(inspection: InspectionDocument) -> list[Event]:
    """Return the meetings of the bodies concerned whose agenda or papers belong to the case."""
    bodies = {inspection.council, *(one.name for one in inspection.responsible)}
    rows = Current.objects.filter(doc_type="meeting", is_recalled=False).filter(
        Q(body__contains="SEND")
        | Q(body__icontains="special educational needs")
        | Q(body__contains=inspection.ref)
    )
    found = ((row, reading.plain(row.body)) for row in rows.order_by("day", "ref"))
    return [
        _met(row, body, titles)
        for row, body in found
        if body["council"] in bodies and (titles := _titles(body, inspection.ref))
    ]


def _titles(meeting: reading.Plain, ref: str) -> list[str]:
    """Return the items of a meeting that belong to the case, by their titles or by a link."""
    said = [
        item["title"]
        for item in meeting["items"]
        if SUBJECT.search(item["title"]) or ref in item["outcome"]
    ]
    return said or ([meeting["name"]] if SUBJECT.search(meeting["name"]) else [])


def _met(row: Current, body: reading.Plain, titles: list[str]) -> Event:
    listed_row = reading.as_listed(row)
    when = "" if listed_row.is_exact else listed_day(listed_row)
    words = "; ".join(dict.fromkeys(titles))
    return Event(body["date"], "Meeting", body["name"], listed_row.href, when, words)
