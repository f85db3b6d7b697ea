"""Where an imported report goes: its committee, its meeting, its agenda item."""

import re
from datetime import date, datetime
from typing import Protocol

from django.utils.timezone import localdate

from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.accounts.models import User
from cleardays.workroom.meetings import actions as meetings
from cleardays.workroom.meetings.models import AgendaItem, Meeting
from cleardays.workroom.people import actions as people
from cleardays.workroom.people.models import Committee
from cleardays.workroom.reports.checks import latest
from cleardays.workroom.reports.found import named
from cleardays.workroom.reports.models import Report, ReportVersion
from cleardays.workroom.workflow.engine import Refused

# The first that stands in a name says what kind of committee it is.
KINDS = (
    ("sub-committee", Committee.Kind.SUB_COMMITTEE),
    ("scrutiny", Committee.Kind.SCRUTINY),
    ("health and wellbeing board", Committee.Kind.STATUTORY_BOARD),
    ("cabinet", Committee.Kind.EXECUTIVE),
    ("executive", Committee.Kind.EXECUTIVE),
    ("full council", Committee.Kind.COUNCIL),
    ("partnership", Committee.Kind.PARTNERSHIP),
)
DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Asked(Protocol):
    """What the command line said of the meeting."""

    @property
    def meeting(self) -> str | None: ...
    @property
    def stated_published_on(self) -> date | None: ...
    @property
    def stated_source(self) -> str | None: ...


def committee_for(name: str, by: Viewer, at: datetime) -> tuple[Committee, list[str]]:
    """Return the committee of this name or address; enter it where there is none yet."""
    if not name:
        raise Refused("The report does not name its committee: name it with --committee")
    address = name.removeprefix("committees/").strip("/")
    if found := Committee.objects.filter(slug=address).first():
        return found, []
    alike = [one for one in Committee.objects.all() if named(name, [one, _other()]) == one]
    if len(alike) > 1:
        addresses = ", ".join(one.slug for one in alike)
        raise Refused(f"There are several committees called {name}: choose one of {addresses}")
    if alike:
        return alike[0], []
    council = User.objects.select_related("organisation").get(pk=by.user_id or 0).organisation
    made = people.create_committee(council, name, by=by, at=at, kind=kind_of(name))
    kind = made.get_kind_display().lower()
    return made, [f"Entered {made} of {council}, as: {kind}. Correct it if that is wrong."]


def _other() -> Committee:
    """A committee of no name, so that a single candidate is not taken for want of others."""
    return Committee()


def kind_of(name: str) -> Committee.Kind:
    """Say what kind of committee a name speaks of."""
    folded = name.casefold()
    return next((kind for words, kind in KINDS if words in folded), Committee.Kind.COMMITTEE)


def meeting_for(
    asked: Asked, committee: Committee, printed: date | None, by: Viewer, at: datetime
) -> tuple[Meeting, list[str]]:
    """Return the meeting by address or day, or of the day printed; call it where there is none."""
    visible = Meeting.objects.visible_to(by)
    if asked.meeting and not DAY.fullmatch(asked.meeting):
        ref = asked.meeting.strip("/")
        found = visible.filter(ref=ref if ref.startswith("meetings/") else f"meetings/{ref}")
        if not found:
            raise Refused(f"There is no meeting {asked.meeting}: give its address or its day")
        return _stated(found[0], asked, by, at), []
    day = _day(asked.meeting) if asked.meeting else printed
    if day is None:
        raise Refused("The report does not say for which meeting it is: say so with --meeting")
    held = list(visible.of(committee).filter(day=day).exclude(state=Meeting.State.CANCELLED))
    if len(held) > 1:
        refs = ", ".join(one.ref for one in held)
        raise Refused(f"{committee} meets more than once that day: choose one of {refs}")
    if held:
        return _stated(held[0], asked, by, at), []
    return _called(committee, day, asked, by, at)


def _day(typed: str) -> date:
    try:
        return date.fromisoformat(typed)
    except ValueError as error:
        raise Refused(f"{typed} is not a day: write it as 2018-01-31") from error


def _called(
    committee: Committee, day: date, asked: Asked, by: Viewer, at: datetime
) -> tuple[Meeting, list[str]]:
    details = _statement(asked)
    if day < localdate(at) and not details:
        raise Refused(
            f"{day:%-d %B %Y} is past: say since when the report was public elsewhere, with"
            " --stated-published-on DATE, and how that is known, with --stated-source TEXT"
        )
    meeting = meetings.create_meeting(committee, day=day, by=by, at=at, **details)  # type: ignore[arg-type]
    return meeting, [f"Called the meeting {meeting.ref} for {day:%-d %B %Y}."]


def _stated(meeting: Meeting, asked: Asked, by: Viewer, at: datetime) -> Meeting:
    """Put what was stated on a meeting that is not public yet."""
    details = _statement(asked)
    if not details or meeting.state != Meeting.State.DRAFT:
        return meeting
    return meetings.change_meeting(meeting, by=by, at=at, **details)  # type: ignore[arg-type]


def _statement(asked: Asked) -> dict[str, object]:
    stated = {
        "stated_published_on": asked.stated_published_on,
        "stated_source": asked.stated_source,
    }
    return {name: value for name, value in stated.items() if value}


def item_for(
    meeting: Meeting,
    report: Report,
    number: int | None,
    *,
    by: Viewer,
    at: datetime,
) -> list[str]:
    """Put the report on the item of this number, or on a new one at the end."""
    items = list(AgendaItem.objects.visible_to(by).on(meeting))
    version = latest(report)
    if number is None:
        _refuse_twice(items, version.original_id or "")
    if number is not None and number <= len(items):
        item = next(one for one in items if one.position == number)
        meetings.attach_report(item, report, by=by, at=at)
        return [f"Put the report on item {number}, {item.public_title}."]
    if number is not None and number > len(items) + 1:
        raise Refused(f"The agenda has {len(items)} items: the next would be {len(items) + 1}")
    item = meetings.add_item(meeting, version.title, by=by, at=at)
    meetings.attach_report(item, report, by=by, at=at)
    return [f"Added item {item.position}, {item.public_title}."]


def _refuse_twice(items: list[AgendaItem], sha256: str) -> None:
    """Refuse a file that is on the agenda already, unless its item is named."""
    everything = ReportVersion.objects.unrestricted(because="the same file is not added twice")
    for item in items:
        same = everything.filter(report=item.report_id, original=sha256)
        if item.report_id and same.exists():
            raise Refused(
                f"This file is on the agenda already, as item {item.position}: to put a new"
                f" reading of it there, say --item {item.position}"
            )
