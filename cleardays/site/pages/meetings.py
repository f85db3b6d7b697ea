"""A meeting with its agenda, and its notice certificate."""

from datetime import date, timedelta
from typing import Any, cast
from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString

from cleardays.design import marks
from cleardays.design.sizes import in_bytes
from cleardays.design.values import Link, StripDay
from cleardays.law.notice import agenda_deadline
from cleardays.record.schemas.common import FileLink
from cleardays.record.schemas.meeting import IssueDocument, ItemDocument, MeetingDocument
from cleardays.site import notice, reading
from cleardays.site.linked_data import as_script, meeting_data
from cleardays.site.reading import Shown
from cleardays.site.wording import day_words, file_kind, meeting_day, not_public

# Templates look names up in a dictionary four times as fast as on an object, and the page of a
# meeting looks up hundreds: so what repeats on it is handed over as dictionaries.
Words = dict[str, Any]


def context(shown: Shown) -> dict[str, Any]:
    """Return what the page of a meeting shows."""
    meeting = cast(MeetingDocument, shown.document)
    day = meeting_day(meeting)
    items = [_item(item, meeting.issues) for item in meeting.items]
    return {
        "meeting": vars(meeting),
        "day": day,
        "items": items,
        "has_exempt": any(item["exempt_under"] for item in items),
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


def _item(item: ItemDocument, issues: tuple[IssueDocument, ...]) -> Words:
    is_open = not item.exempt_paragraphs and not item.is_confidential
    return {
        "number": item.number,
        "title": item.title,
        "href": f"/{item.report.ref}/" if item.report and is_open else "",
        "files": [file_mark(file) for file in item.files],
        "exempt_under": not_public(item.exempt_paragraphs, is_confidential=item.is_confidential),
        "added": _added(item, issues),
        "notes": _notes(item),
        "outcome": item.outcome,
    }


def _notes(item: ItemDocument) -> list[tuple[str, str, str]]:
    """Return what has to be said of an item: a word to mark it with, its tone, a sentence."""
    notes = []
    if item.is_invented:
        notes.append(("Invented", "note", "Made up for this demonstration."))
    if item.urgency_reason:
        by = f" by decision of {item.urgency_chair}" if item.urgency_chair else ""
        notes.append(("Urgent", "note", f"Taken as urgent{by}: {item.urgency_reason}"))
    if item.to_follow and not item.files:
        notes.append(("To follow", "note", "The report is not ready yet."))
    return notes + [("Not public", "warning", title) for title in item.exempt_appendices]


def _added(item: ItemDocument, issues: tuple[IssueDocument, ...]) -> str:
    """Say with which later publication an item came, if it was not on the agenda at first."""
    if item.added_in < 2:
        return ""
    issue = next((one for one in issues if one.number == item.added_in), None)
    return f"with the {issue.kind_name.lower()} of {day_words(issue.at[:10])}" if issue else ""


def file_mark(file: FileLink) -> SafeString:
    """Return a link to a file that says what it is before it is opened."""
    facts = (
        file_kind(file.media_type),
        in_bytes(file.size),
        f"{file.pages} page{'' if file.pages == 1 else 's'}" if file.pages else "",
        "original" if file.role == "original" else "",
    )
    return marks.file_link(f"/files/{file.sha256}/{quote(file.name)}", file.title, facts)


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
    lines = [] if why_not else notice.lines(meeting, firsts)
    verdict, sentence, tone = notice.overall(lines)
    context = {
        "meeting": meeting,
        "day": meeting_day(meeting),
        "issues": [(issue, firsts.get(issue.number)) for issue in meeting.issues],
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
