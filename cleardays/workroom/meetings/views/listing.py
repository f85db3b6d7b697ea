"""Meetings as lists show them, and the way back up from the page of one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils.timezone import make_aware

from cleardays.design.values import Link
from cleardays.workroom.meetings.models import AgendaItem, AgendaVersion, Meeting, Recall

FOR_LISTS = "whether a meeting that the viewer sees is still public"
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
    """Return meetings as entries of a list; of what was taken back, the list says so."""
    rows = list(meetings)
    gone = taken_back(rows)
    return [
        entry(one, status="Taken back", tone="bad") if one.pk in gone else entry(one)
        for one in rows
    ]


def taken_back(meetings: Iterable[Meeting]) -> set[int]:
    """Return the meetings, by key, whose agenda was recalled since it was last published."""
    keys = {one.ref: one.pk for one in meetings if one.is_public}
    recalls = Recall.objects.unrestricted(because=FOR_LISTS).filter(ref__in=keys).order_by("at")
    last = {keys[one.ref]: one.at for one in recalls}
    if not last:
        return set()
    versions = AgendaVersion.objects.unrestricted(because=FOR_LISTS).filter(meeting__in=last)
    told = dict(versions.order_by("at").values_list("meeting_id", "at"))
    return {key for key, at in last.items() if key in told and at > told[key]}


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
