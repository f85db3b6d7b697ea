"""Calling a meeting, changing it, calling it off."""

from dataclasses import replace
from datetime import date, datetime, time
from typing import TypedDict, Unpack

from django.db import transaction
from django.utils.timezone import localdate

from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.audit import log
from cleardays.workroom.audit.changes import as_details, found_in, in_words, put_in
from cleardays.workroom.meetings.issuing import issue
from cleardays.workroom.meetings.locking import hold
from cleardays.workroom.meetings.models import AgendaVersion, Meeting
from cleardays.workroom.meetings.proof import proof_of
from cleardays.workroom.meetings.recording import record_change
from cleardays.workroom.meetings.snapshot import IssueSnapshot, MeetingSnapshot
from cleardays.workroom.meetings.workflow import MEETING
from cleardays.workroom.people.models import Committee
from cleardays.workroom.workflow.engine import Refused
from cleardays.workroom.workflow.fitting import refuse_what_does_not_fit

PRIVATE = {"private_note"}


class Details(TypedDict, total=False):
    """What may be said of a meeting besides its day; Meeting explains each."""

    title: str
    time: time | None
    precision: str
    date_words: str
    date_note: str
    place: str
    note: str
    sources: list[str]
    private_note: str
    is_special: bool
    is_invented: bool
    stated_published_on: date | None
    stated_source: str


class Changes(Details, total=False):
    """What may be changed of a meeting."""

    day: date


@transaction.atomic
def create_meeting(
    committee: Committee, *, day: date, by: Viewer, at: datetime, **details: Unpack[Details]
) -> Meeting:
    """Call a meeting: a draft until its agenda is published. Its address is settled for life."""
    by.require(Permission.EDIT_AGENDA, committee.pk)
    held = Committee.objects.select_for_update().get(pk=committee.pk)
    meeting = Meeting(committee=held, day=day, ref=_next_ref(held, day.year), **details)
    _refuse_what_does_not_fit(meeting, localdate(at))
    meeting.save()
    log.record(
        "create",
        meeting,
        f"called a meeting of {held} for {meeting.when}",
        by=by,
        at=at,
        committee_id=held.pk,
        after={"day": day.isoformat()},
    )
    return meeting


@transaction.atomic
def change_meeting(
    meeting: Meeting, *, by: Viewer, at: datetime, reason: str = "", **changes: Unpack[Changes]
) -> Meeting:
    """Change what is said of a meeting. Once it is public, say why; an issue is then due."""
    held = hold(meeting, Permission.EDIT_AGENDA, by=by)
    changed = found_in(held, changes)
    if not changed:
        return held
    if held.is_public and changed.keys() - PRIVATE and not reason.strip():
        raise Refused("The public has been told of this meeting: say why it changes")
    put_in(held, changed)
    _refuse_what_does_not_fit(held, localdate(at))
    held.save(update_fields=list(changed))
    record_change(
        "change",
        held,
        f"changed {in_words(changed, private=PRIVATE)}",
        by=by,
        at=at,
        reason=reason,
        **as_details(changed, private=PRIVATE),
    )
    return held


@transaction.atomic
def call_at_shorter_notice(
    meeting: Meeting, *, on: date, reason: str, by: Viewer, at: datetime
) -> Meeting:
    """Say that the meeting was called on a day too late for five clear days (s 100A(6)(a))."""
    held = hold(meeting, Permission.PUBLISH, by=by)
    if not reason.strip():
        raise Refused("Say why the meeting is called at shorter notice")
    if not on <= localdate(at):
        raise Refused("A meeting is called when its notice goes out: choose today or a day before")
    if on >= held.day:
        raise Refused("A meeting is called before the day on which it is held")
    held.convened_on = on
    held.save(update_fields=["convened_on"])
    record_change(
        "call-at-shorter-notice",
        held,
        f"called the meeting at shorter notice, on {on:%-d %B %Y}",
        by=by,
        at=at,
        after={"convened_on": on.isoformat()},
        reason=reason,
    )
    return held


@transaction.atomic
def cancel_meeting(meeting: Meeting, *, reason: str, by: Viewer, at: datetime) -> Meeting:
    """Call a meeting off. If the public knows of it, the public is told why, and nothing else.

    Of an agenda that was taken back it is told no more than when the meeting was to be.
    """
    proof = proof_of(meeting, at)
    public = _without_words(proof.before) if proof.before and proof.is_recalled else proof.before
    name = "drop" if public is None else "cancel"
    cancelled = MEETING.perform(name, meeting, by=by, at=at, reason=reason)
    if public is None:
        return cancelled
    number = public.issues[-1].number + 1
    told = IssueSnapshot(number, AgendaVersion.Kind.CANCELLATION.value, at.isoformat(), reason)
    snapshot = replace(
        public, status="cancelled", sequence=public.sequence + 1, issues=(*public.issues, told)
    )
    issue(cancelled, snapshot, released_by="", by=by, at=at)
    return cancelled


def _without_words(public: MeetingSnapshot) -> MeetingSnapshot:
    """Return the bare facts of a meeting: what was taken back may stand in any of its words."""
    issues = tuple(replace(one, note="") for one in public.issues)
    bare = replace(public, title="", date_note="", place="", note="", sources=())
    return replace(bare, items=(), issues=issues)


def _next_ref(committee: Committee, year: int) -> str:
    """Return the next address; the committee is locked and no meeting is ever deleted."""
    prefix = f"meetings/{committee.slug}/{year}/"
    everything = Meeting.objects.unrestricted(because="addresses are never used twice")
    used = everything.filter(ref__startswith=prefix).values_list("ref", flat=True)
    return f"{prefix}{max((int(ref.removeprefix(prefix)) for ref in used), default=0) + 1}"


def _refuse_what_does_not_fit(meeting: Meeting, today: date) -> None:
    """Refuse what the database would refuse, in words."""
    refuse_what_does_not_fit(meeting, exclude=("committee", "release_asked_by"))
    if meeting.precision != Meeting.Precision.DAY and not meeting.date_words.strip():
        raise Refused("Say in words what is known of the date, such as “June or July 2018”")
    if meeting.precision == Meeting.Precision.DAY and meeting.date_words:
        raise Refused("A date that is known exactly needs no words beside it")
    stated_on = meeting.stated_published_on
    if stated_on and not meeting.stated_source.strip():
        raise Refused("Say where the stated day of publication is known from")
    if meeting.is_entered_later and ((stated_on and stated_on > today) or meeting.day >= today):
        raise Refused("Only a meeting already held can be entered as published elsewhere before")
