"""Meetings that need somebody: agendas to publish or release, changes nobody was told of."""

from datetime import date, datetime

from django.db.models import F, Q
from django.utils.timezone import localdate

from cleardays.law.calendar import Calendar
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.home.waiting import SHOWN, Part, Waiting
from cleardays.workroom.meetings.deadlines import check_of, days_left_in_words, tone_of
from cleardays.workroom.meetings.models import AgendaItem, Meeting, Release
from cleardays.workroom.meetings.proof import proof_of
from cleardays.workroom.meetings.readiness import release_for, releases_of
from cleardays.workroom.meetings.views.listing import Listed, entry, listed
from cleardays.workroom.people.calendars import calendars_of
from cleardays.workroom.reports.models import ReportVersion

FOR_NEWS = "whether something public was changed; only its meeting is named, to its officers"


def to_prepare(viewer: Viewer, today: date) -> list[Listed]:
    """Return meetings to come that are not public and whose agenda this viewer edits, each with
    what must be public by when."""
    seen = Meeting.objects.visible_to(viewer).to_come(today).filter(state=Meeting.State.DRAFT)
    drafts = seen.select_related("committee__organisation")[:SHOWN]
    mine = [one for one in drafts if viewer.can(Permission.EDIT_AGENDA, one.committee_id)]
    calendars = calendars_of({one.committee.organisation for one in mine})
    return [_waiting(one, calendars[one.committee.organisation_id], today) for one in mine]


def _waiting(meeting: Meeting, calendar: Calendar, today: date) -> Listed:
    check = check_of(meeting.committee, meeting.day, calendar, today)
    if check.agenda is None or meeting.precision != Meeting.Precision.DAY:
        return entry(meeting, note="No day is set by law for its agenda.")
    deadline = check.agenda.value
    verb = "Due" if deadline >= today else "Was due"
    due = f"{verb} {days_left_in_words(deadline, today)}"
    tone = tone_of(deadline, today)
    return entry(meeting, status=due, tone=tone, note=check.agenda.sentence)


def not_told(viewer: Viewer, at: datetime) -> list[Listed]:
    """Return public meetings of which something was changed since, a report of theirs included,
    and whose agenda this viewer edits."""
    seen = Meeting.objects.visible_to(viewer).filter(published_at__isnull=False)
    seen = seen.exclude(state=Meeting.State.CANCELLED)
    changed = seen.filter(Q(issue_due_since__isnull=False) | _with_edited_papers())
    meetings = changed.select_related("committee__organisation").order_by("-day")[:SHOWN]
    return [
        entry(one, status="Not told yet", tone="warning", note="Changed since it was published.")
        for one in meetings
        if viewer.can(Permission.EDIT_AGENDA, one.committee_id) and _has_news(one, at)
    ]


def _with_edited_papers() -> Q:
    """Match meetings with a report of which a version is newer than the one that is public."""
    versions = ReportVersion.objects.unrestricted(because=FOR_NEWS)
    edited = versions.filter(
        report__is_published=True, number__gt=F("report__published_number")
    ).order_by()
    items = AgendaItem.objects.unrestricted(because=FOR_NEWS).filter(added_in__gt=0)
    items = items.filter(report__in=edited.values("report")).order_by()
    return Q(pk__in=items.values("meeting"))


def _has_news(meeting: Meeting, at: datetime) -> bool:
    return meeting.issue_due_since is not None or proof_of(meeting, at).has_news


def to_release(viewer: Viewer) -> list[Meeting]:
    """Return agendas of which somebody else asked that a second officer read and release them."""
    asked = Meeting.objects.visible_to(viewer).filter(release_asked_at__isnull=False)
    others = asked.exclude(release_asked_by=viewer.user_id).order_by("day")
    meetings = others.select_related("committee", "release_asked_by")
    return [one for one in meetings if viewer.can(Permission.RELEASE, one.committee_id)]


def to_publish(viewer: Viewer, at: datetime) -> Part:
    """Return agendas that somebody else has released as they stand, for the viewer to publish."""
    releases = Release.objects.visible_to(viewer).exclude(by=viewer.user_id).order_by()
    seen = Meeting.objects.visible_to(viewer).filter(pk__in=releases.values("meeting"))
    is_due = (
        Q(state=Meeting.State.DRAFT) | Q(issue_due_since__isnull=False) | _with_edited_papers()
    )
    rows = seen.filter(is_due).exclude(state=Meeting.State.CANCELLED).select_related("committee")
    found = []
    for one in rows.order_by("day", "pk"):
        if viewer.can(Permission.PUBLISH, one.committee_id) and (by := _released(one, viewer, at)):
            facts = f"{by.by} released it on {localdate(by.at):%-d %B %Y}"
            href = f"{one.get_absolute_url()}#publishing"
            found.append(Waiting(href, str(one), facts, "Ready to publish", "good"))
    return Part("Released, for you to publish", found[:SHOWN])


def _released(meeting: Meeting, viewer: Viewer, at: datetime) -> Release | None:
    """Return the release by somebody else of exactly what would be published now, if any is."""
    proof = proof_of(meeting, at)
    others = [one for one in releases_of(meeting) if one.by_id != viewer.user_id]
    return release_for(proof, others) if proof.has_news else None


def coming(viewer: Viewer, today: date) -> list[Listed]:
    """Return published meetings to come."""
    seen = Meeting.objects.visible_to(viewer).to_come(today).filter(published_at__isnull=False)
    return listed(seen.select_related("committee")[:SHOWN])
