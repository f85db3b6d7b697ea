"""A meeting with its agenda, and its notice certificate."""

from datetime import date, timedelta
from typing import Any, cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from cleardays.design.values import Link, StripDay
from cleardays.law.notice import agenda_deadline
from cleardays.record.models import Entry
from cleardays.record.schemas.meeting import MeetingDocument
from cleardays.site import notice, reading
from cleardays.site.agenda import has_hidden_items, item_marks
from cleardays.site.linked_data import as_script, meeting_data
from cleardays.site.reading import Shown
from cleardays.site.wording import meeting_day


def context(shown: Shown) -> dict[str, Any]:
    """Return what the page of a meeting shows."""
    meeting = cast(MeetingDocument, shown.document)
    day = meeting_day(meeting)
    return {
        "meeting": vars(meeting),  # a template finds names in a dictionary four times as fast
        "day": day,
        "items": item_marks(meeting),
        "has_hidden": has_hidden_items(meeting),
        "certificate": notice.agenda_line(shown, meeting),
        "why_not_judged": notice.why_not_judged(meeting),
        "trail": trail(meeting),
        "linked_data": as_script(meeting_data(meeting)),
        "section": "calendar",
    }


def trail(meeting: MeetingDocument) -> list[Link]:
    """Return the way back up from a meeting."""
    committee = meeting.committee_link
    return [
        Link("Home", "/"),
        Link("Committees", "/committees/"),
        Link(committee.title, f"/{committee.ref}/"),
    ]


def certificate(request: HttpRequest, ref: str) -> HttpResponse:
    """Certify what was public when, paper by paper, with the entries that prove it."""
    row = reading.current_or_404(ref)
    if row.doc_type != MeetingDocument.doc_type or row.is_recalled:
        raise Http404(ref)
    shown = reading.shown(row)
    meeting = cast(MeetingDocument, shown.document)
    entries = reading.entries_of(ref)
    firsts = notice.first_entries(entries, reading.bodies_of(entries))
    why_not = notice.why_not_judged(meeting)
    lines = [] if why_not else notice.lines(meeting, firsts, _papers(meeting))
    verdict, sentence, tone = notice.overall(lines)
    context = {
        "shown": shown,
        "meeting": meeting,
        "day": meeting_day(meeting),
        "issues": [
            (issue, notice.in_words(issue), firsts.get(issue.number)) for issue in meeting.issues
        ],
        "lines": lines,
        "why_not_judged": why_not,
        "verdict": verdict,
        "sentence": sentence,
        "tone": tone,
        "trail": [*trail(meeting), Link(meeting_day(meeting, clock=False), shown.href)],
        "section": "calendar",
        **({} if why_not else _deadline(meeting)),
    }
    return render(request, "site/notice.html", context)


def _papers(meeting: MeetingDocument) -> dict[tuple[str, int], Entry]:
    """Return the entries of the reports on an agenda, by ref and version."""
    refs = {item.report.ref for item in meeting.items if item.report}
    return {(one.ref, one.version): one for one in Entry.objects.filter(ref__in=refs)}


def _deadline(meeting: MeetingDocument) -> dict[str, Any]:
    """Return the sentence of the deadline with its days, counted before the reader's eyes."""
    calendar, held = notice.calendar_of(meeting), date.fromisoformat(meeting.date)
    deadline = agenda_deadline(held, calendar)
    days, number = [StripDay(deadline.value, "published")], 0
    for step in range(1, (held - deadline.value).days):
        day = deadline.value + timedelta(days=step)
        why = calendar.why_not_working(day)
        number += why is None
        days.append(StripDay(day, "closed", why=why) if why else StripDay(day, "clear", number))
    return {"deadline": deadline, "days": [*days, StripDay(held, "meeting")]}
