"""What needs you: deadlines, agendas to release, files that were read, reports to clear."""

from datetime import date

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from cleardays.law.calendar import Calendar
from cleardays.workroom.access.decorators import ViewerRequest, signed_in
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.documents.models import Upload
from cleardays.workroom.meetings.deadlines import check_of, days_left_in_words, tone_of
from cleardays.workroom.meetings.models import Meeting
from cleardays.workroom.meetings.views.listing import Listed, entry, listed
from cleardays.workroom.people.calendars import calendars_of
from cleardays.workroom.reports.models import Report, ReportVersion

SHOWN = 20


@signed_in
@require_GET
def home(request: ViewerRequest) -> HttpResponse:
    """Show what waits for this viewer, and nothing that does not."""
    viewer, today = request.viewer, localdate()
    context = {
        "waiting": waiting_of(to_prepare(viewer, today), today),
        "due": _due(viewer),
        "coming": _coming(viewer, today),
        "to_release": _to_release(viewer),
        "uploads": _uploads(viewer),
        "to_clear": _to_clear(viewer),
        "may_create": viewer.can_somewhere(Permission.EDIT_AGENDA),
    }
    return TemplateResponse(request, "meetings/home.html", context)


def to_prepare(viewer: Viewer, today: date) -> list[Meeting]:
    """Return meetings to come that are not public yet and whose agenda this viewer edits."""
    seen = Meeting.objects.visible_to(viewer).to_come(today).filter(state=Meeting.State.DRAFT)
    mine = seen.select_related("committee__organisation")[:SHOWN]
    return [one for one in mine if viewer.can(Permission.EDIT_AGENDA, one.committee_id)]


def waiting_of(meetings: list[Meeting], today: date) -> list[Listed]:
    """Return the meetings with what must be public by when."""
    calendars = calendars_of({one.committee.organisation for one in meetings})
    return [
        _waiting(meeting, calendars[meeting.committee.organisation_id], today)
        for meeting in meetings
    ]


def _waiting(meeting: Meeting, calendar: Calendar, today: date) -> Listed:
    check = check_of(meeting.committee, meeting.day, calendar, today)
    if check.agenda is None or meeting.precision != Meeting.Precision.DAY:
        return entry(meeting, note="No day is set by law for its agenda.")
    deadline = check.agenda.value
    verb = "Due" if deadline >= today else "Was due"
    due = f"{verb} {days_left_in_words(deadline, today)}"
    tone = tone_of(deadline, today)
    return entry(meeting, status=due, tone=tone, note=check.agenda.sentence)


def _due(viewer: Viewer) -> list[Listed]:
    """Return public meetings that changed since, whose agenda this viewer edits."""
    changed = Meeting.objects.visible_to(viewer).filter(issue_due_since__isnull=False)
    meetings = changed.select_related("committee").order_by("day")[:SHOWN]
    return [
        entry(one, status="Not told yet", tone="warning", note="Changed since it was published.")
        for one in meetings
        if viewer.can(Permission.EDIT_AGENDA, one.committee_id)
    ]


def _coming(viewer: Viewer, today: date) -> list[Listed]:
    seen = Meeting.objects.visible_to(viewer).to_come(today).filter(published_at__isnull=False)
    return listed(seen.select_related("committee")[:SHOWN])


def _to_release(viewer: Viewer) -> list[Meeting]:
    asked = Meeting.objects.visible_to(viewer).filter(release_asked_at__isnull=False)
    others = asked.exclude(release_asked_by=viewer.user_id).order_by("day")
    meetings = others.select_related("committee", "release_asked_by")
    return [one for one in meetings if viewer.can(Permission.RELEASE, one.committee_id)]


def _uploads(viewer: Viewer) -> list[Upload]:
    given = Upload.objects.visible_to(viewer).exclude(state=Upload.State.USED)
    return list(given.defer("draft")[:SHOWN])


def _to_clear(viewer: Viewer) -> list[tuple[Report, str]]:
    """Return reports that wait to be cleared by this viewer, with their titles."""
    sent = Report.objects.visible_to(viewer).filter(state=Report.State.CLEARANCE)
    mine = [
        report
        for report in sent.select_related("committee", "author")[:SHOWN]
        if viewer.can(Permission.CLEAR_REPORTS, report.committee_id)
    ]
    readable = ReportVersion.objects.visible_to(viewer).filter(report__in=mine)
    titles = dict(readable.order_by("number").values_list("report_id", "title"))
    return [(report, titles.get(report.pk, report.slug)) for report in mine]
