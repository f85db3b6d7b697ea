"""Meetings as lists show them, and the way back up from the page of one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils.timezone import make_aware

from cleardays.design.values import Link
from cleardays.workroom.meetings.models import AgendaItem, Meeting

TONES = {"draft": "plain", "published": "good", "cancelled": "warning"}


@dataclass(frozen=True)
class Listed:
    """One meeting in a list."""

    href: str
    title: str
    at: date | datetime
    place: str
    status: str
    tone: str
    note: str
    precision: str


def listed(meetings: Iterable[Meeting]) -> list[Listed]:
    """Return meetings as entries of a list."""
    return [entry(meeting) for meeting in meetings]


def entry(meeting: Meeting, *, status: str = "", tone: str = "", note: str = "") -> Listed:
    """Return one entry; its state is its status unless something more pressing is given."""
    at: date | datetime = meeting.day
    if meeting.time and not meeting.date_words:
        at = make_aware(datetime.combine(meeting.day, meeting.time))
    return Listed(
        href=meeting.get_absolute_url(),
        title=meeting.committee.name,
        at=at,
        place=meeting.place,
        status=status or meeting.get_state_display(),
        tone=tone or TONES[meeting.state],
        note=note or meeting.date_words or meeting.title,
        # Of a day that is not known exactly the month is shown; the words say the rest.
        precision="" if meeting.precision == Meeting.Precision.DAY else "month",
    )


def way_to(meeting: Meeting | None = None, item: AgendaItem | None = None) -> list[Link]:
    """Return the links from the list of meetings down to the meeting, or to its item."""
    trail = [Link("Meetings", reverse("meetings:list"))]
    if meeting is not None:
        trail.append(Link(meeting.committee.name, meeting.committee.get_absolute_url()))
        trail.append(Link(meeting.when, meeting.get_absolute_url()))
    if item is not None:
        trail.append(Link(f"Item {item.position}", item.get_absolute_url()))
    return trail
