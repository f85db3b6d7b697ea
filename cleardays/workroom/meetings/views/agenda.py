"""The page of a meeting: the agenda editor for officers, what is public for everybody else."""

from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_GET

from cleardays.law.exemption import exempt_in_words
from cleardays.workroom.access.decorators import ViewerRequest, requires
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.audit.history import history_of
from cleardays.workroom.documents.forms import UploadForm
from cleardays.workroom.documents.models import Upload
from cleardays.workroom.meetings.deadlines import check_of
from cleardays.workroom.meetings.forms import ItemForm
from cleardays.workroom.meetings.mismatches import mismatches
from cleardays.workroom.meetings.models import (
    AgendaItem,
    AgendaVersion,
    Exemption,
    Meeting,
    Recall,
)
from cleardays.workroom.meetings.proof import Proof, proof_of
from cleardays.workroom.meetings.readiness import release_for, releases_of
from cleardays.workroom.meetings.views.finding import meeting_or_404
from cleardays.workroom.meetings.views.listing import TONES, way_to
from cleardays.workroom.meetings.views.members import papers_for_members
from cleardays.workroom.meetings.views.public import public_items, standing_in_words
from cleardays.workroom.meetings.views.refusals import standing_of, ways_of, worth_knowing
from cleardays.workroom.outbox.models import Outgoing
from cleardays.workroom.outbox.queue import on_its_way
from cleardays.workroom.people.calendars import calendar_of
from cleardays.workroom.reports.models import Appendix, Report, ReportVersion


@requires(Permission.READ_PAPERS)
@require_GET
def detail(request: ViewerRequest, pk: int) -> HttpResponse:
    """Show a meeting, to each as far as they may see it."""
    meeting = meeting_or_404(request, pk)
    proof = proof_of(meeting, now())
    if request.viewer.can(Permission.SEE_DRAFTS, meeting.committee_id):
        return TemplateResponse(request, "meetings/detail.html", _editor(request, proof, now()))
    public = proof.before
    context = {
        "meeting": meeting,
        "trail": way_to(meeting)[:2],
        "public": public,
        "items": public_items(public, request.viewer) if public else [],
        "for_members": papers_for_members(meeting, request.viewer),
        "recalled": _recalled(request, proof),
    }
    return TemplateResponse(request, "meetings/published.html", context)


@requires(Permission.SEE_DRAFTS)
@require_GET
def history(request: ViewerRequest, pk: int) -> HttpResponse:
    """Tell what was done to a meeting, in plain sentences."""
    meeting = meeting_or_404(request, pk, Permission.SEE_DRAFTS)
    lines = history_of(meeting)
    context = {"meeting": meeting, "history": lines, "trail": way_to(meeting)}
    return TemplateResponse(request, "meetings/history.html", context)


def _on_its_way(request: ViewerRequest, meeting: Meeting) -> list[Outgoing]:
    """Return the publications of a meeting that the public does not have yet."""
    versions = AgendaVersion.objects.visible_to(request.viewer).filter(meeting=meeting)
    return on_its_way("meeting", "agenda_version_id", [version.pk for version in versions])


def private_titles(request: ViewerRequest, meeting: Meeting) -> dict[str, Exemption]:
    """Return the decisions that this viewer may see, by the number of their item."""
    seen = Exemption.objects.visible_to(request.viewer).in_force().filter(item__meeting=meeting)
    return {str(one.item.position): one for one in seen.select_related("item")}


def rows_of(proof: Proof, request: ViewerRequest) -> list[dict[str, Any]]:
    """Return the items as the editor shows them, with what this viewer may see of each."""
    viewer = request.viewer
    reports = [item.report_id for item in proof.items if item.report_id]
    seen = Report.objects.visible_to(viewer).in_bulk(reports)
    readable = ReportVersion.objects.visible_to(viewer).filter(report__in=list(seen))
    newest = {version.report_id: version for version in readable.order_by("number")}
    private = private_titles(request, proof.meeting)
    appendices: dict[int, list[Appendix]] = {}
    for one in Appendix.objects.visible_to(viewer).filter(report__in=list(seen)):
        appendices.setdefault(one.report_id, []).append(one)
    fixed = sum(1 for item in proof.items if item.added_in)
    return [
        {
            "item": item,
            "exempt": standing_in_words(item.paragraphs, is_confidential=item.is_confidential),
            "private": private.get(str(item.position)),
            "report": seen.get(item.report_id or 0),
            "version": newest.get(item.report_id or 0),
            "mismatches": _mismatches(proof.meeting, newest.get(item.report_id or 0)),
            "taken_back": proof.taken_back(proof.reports.get(item.report_id or 0)),
            "has_hidden_report": bool(item.report_id and item.report_id not in seen),
            "appendices": appendices.get(item.report_id or 0, []),
            "up": item.position - 1 if _may_rise(item, fixed) else 0,
            "down": item.position + 1 if _may_sink(item, len(proof.items)) else 0,
        }
        for item in proof.items
    ]


def exempt_appendices(
    rows: list[dict[str, Any]], viewer: Viewer
) -> list[tuple[AgendaItem, Appendix, str]]:
    """Return what goes with open items and is held back, each with its paragraphs in words."""
    open_reports = {row["item"].report_id: row["item"] for row in rows if row["item"].is_open}
    seen = Appendix.objects.visible_to(viewer).exclude(exempt_under="")
    return [
        (open_reports[one.report_id], one, exempt_in_words(one.paragraphs))
        for one in seen.filter(report__in=[key for key in open_reports if key])
    ]


def _mismatches(meeting: Meeting, version: ReportVersion | None) -> list[str]:
    if version is None:
        return []
    return list(mismatches(meeting, version.meeting_date, version.committee_name))


def _may_rise(item: AgendaItem, fixed: int) -> bool:
    return not item.added_in and item.position > fixed + 1


def _may_sink(item: AgendaItem, last: int) -> bool:
    return not item.added_in and item.position < last


def _editor(request: ViewerRequest, proof: Proof, at: datetime) -> dict[str, Any]:
    meeting, viewer = proof.meeting, request.viewer
    where = meeting.committee_id
    is_live = meeting.state != Meeting.State.CANCELLED
    ways = ways_of(meeting, viewer, at) if is_live else []
    may_edit = is_live and viewer.can(Permission.EDIT_AGENDA, where)
    return {
        "meeting": meeting,
        "on_its_way": _on_its_way(request, meeting),
        "tone": TONES[meeting.state],
        "trail": way_to(meeting)[:2],
        "rows": (rows := rows_of(proof, request)),
        "is_whole": not any(row["taken_back"] for row in rows),
        "may_edit": may_edit,
        "is_held": meeting.has_come(localdate(at)),
        "may_mark": is_live and viewer.can(Permission.MARK_EXEMPT, where),
        "may_release": is_live and viewer.can(Permission.RELEASE, where),
        "may_cancel": is_live
        and viewer.can(Permission.PUBLISH if meeting.is_public else Permission.EDIT_AGENDA, where),
        "may_recall": meeting.is_public and viewer.can(Permission.RECALL, where),
        "may_recall_report": viewer.can(Permission.RECALL, where),
        "ways": ways,
        "standing": standing_of(ways) if proof.has_news else "",
        "worth_knowing": worth_knowing(proof, at) if may_edit else [],
        "changes": proof.changes if proof.before and is_live else (),
        "released": release_for(proof, releases_of(meeting)) if proof.has_news else None,
        "has_news": proof.has_news,
        "check": _check(meeting),
        "item_form": ItemForm(),
        "upload_form": UploadForm(
            initial={"meeting": meeting.pk, "committee": meeting.committee_id}
        ),
        "uploads": _uploads(request, meeting),
        "recalled": _recalled(request, proof),
        "versions": len(proof.before.issues) if proof.before else 0,
    }


def _check(meeting: Meeting) -> object:
    if meeting.is_entered_later or meeting.precision != Meeting.Precision.DAY:
        return None
    committee = meeting.committee
    return check_of(committee, meeting.day, calendar_of(committee.organisation), localdate())


def _uploads(request: ViewerRequest, meeting: Meeting) -> list[Upload]:
    given = Upload.objects.visible_to(request.viewer).filter(meeting_id=meeting.pk)
    return list(given.exclude(state=Upload.State.USED).defer("draft"))


def _recalled(request: ViewerRequest, proof: Proof) -> Recall | None:
    """Return the recall in force: after it, nothing was published again."""
    if not proof.is_recalled:
        return None
    recalls = Recall.objects.visible_to(request.viewer).filter(ref=proof.meeting.ref)
    return recalls.order_by("-at").first()
