"""Reading before release, releasing, publishing, what was published, and recalling it."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.timezone import now
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from cleardays.workroom.access.decorators import ViewerRequest, requires
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.meetings import actions
from cleardays.workroom.meetings.contents import faults_of_contents
from cleardays.workroom.meetings.difference import changes_between, in_a_note
from cleardays.workroom.meetings.forms import ReasonForm, ReleaseForm
from cleardays.workroom.meetings.models import AgendaVersion
from cleardays.workroom.meetings.proof import digest_of, proof_of
from cleardays.workroom.meetings.snapshot import MeetingSnapshot
from cleardays.workroom.meetings.views.agenda import exempt_appendices, rows_of
from cleardays.workroom.meetings.views.finding import meeting_or_404
from cleardays.workroom.meetings.views.items import titles_of
from cleardays.workroom.meetings.views.listing import way_to
from cleardays.workroom.meetings.views.public import public_items
from cleardays.workroom.meetings.views.refusals import refusals_of, worth_knowing
from cleardays.workroom.reports.models import Report
from cleardays.workroom.workflow.attempting import attempt, press


@requires(Permission.EDIT_AGENDA)
@require_POST
def ask_for_release(request: ViewerRequest, pk: int) -> HttpResponse:
    meeting = meeting_or_404(request, pk, Permission.EDIT_AGENDA)
    press(
        request,
        lambda: actions.ask_for_release(meeting, by=request.viewer, at=now()),
        done="The other officers of this committee see on their first page that it waits.",
    )
    return redirect(meeting)


@requires(Permission.SEE_DRAFTS)
@require_GET
def preview(request: ViewerRequest, pk: int) -> HttpResponse:
    """Show the meeting as the public would have it now."""
    meeting = meeting_or_404(request, pk, Permission.SEE_DRAFTS)
    snapshot = proof_of(meeting, now()).snapshot
    items = public_items(snapshot, request.viewer)
    trail = way_to(meeting)
    context = {"meeting": meeting, "public": snapshot, "items": items, "trail": trail}
    return TemplateResponse(request, "meetings/preview.html", context)


@requires(Permission.RELEASE)
@require_http_methods(["GET", "POST"])
def release(request: ViewerRequest, pk: int) -> HttpResponse:
    """Show a second person exactly what would be public, and what is held back."""
    meeting = meeting_or_404(request, pk, Permission.RELEASE)
    proof = proof_of(meeting, now())
    note = in_a_note(proof.changes) if proof.before else ""
    digest = digest_of(proof.snapshot)
    form = ReleaseForm(request.POST or None, initial={"note": note, "read": digest})
    if request.method == "POST" and attempt(
        form, lambda data: actions.release(meeting, **data, by=request.viewer, at=now())
    ):
        return redirect(meeting)
    blocking = [one for one in faults_of_contents(proof) if one.blocks]
    rows = rows_of(proof, request)
    context = {
        "meeting": meeting,
        "trail": way_to(meeting),
        "form": form,
        "public": proof.snapshot,
        "items": public_items(proof.snapshot, request.viewer),
        "held_back": [row for row in rows if not row["item"].is_open],
        "exempt_appendices": exempt_appendices(rows, request.viewer),
        "changes": proof.changes if proof.before else (),
        "refused": refusals_of(blocking, meeting),
        "worth_knowing": worth_knowing(proof, now()),
    }
    return TemplateResponse(request, "meetings/release.html", context)


@requires(Permission.PUBLISH)
@require_POST
def publish(request: ViewerRequest, pk: int) -> HttpResponse:
    meeting = meeting_or_404(request, pk, Permission.PUBLISH)
    press(
        request,
        lambda: actions.publish(meeting, by=request.viewer, at=now()),
        done="Published. The public site has it within a minute.",
    )
    return redirect(meeting)


@requires(Permission.PUBLISH)
@require_POST
def publish_at_shorter_notice(request: ViewerRequest, pk: int) -> HttpResponse:
    meeting = meeting_or_404(request, pk, Permission.PUBLISH)
    press(
        request,
        lambda: actions.publish_at_shorter_notice(meeting, by=request.viewer, at=now()),
        done="Published at shorter notice. The public site has it within a minute.",
    )
    return redirect(meeting)


@requires(Permission.READ_PAPERS)
@require_GET
def versions(request: ViewerRequest, pk: int) -> HttpResponse:
    """List what was published, each with what it changed."""
    meeting = meeting_or_404(request, pk)
    seen = list(AgendaVersion.objects.visible_to(request.viewer).of(meeting))
    snapshots = [MeetingSnapshot.from_json(one.snapshot) for one in seen]
    befores = [*snapshots[1:], None]
    rows = [
        (version, changes_between(before, after) if before else ())
        for version, after, before in zip(seen, snapshots, befores, strict=False)
    ]
    context = {"meeting": meeting, "rows": rows, "trail": way_to(meeting)}
    return TemplateResponse(request, "meetings/versions.html", context)


@requires(Permission.READ_PAPERS)
@require_GET
def version(request: ViewerRequest, pk: int, number: int) -> HttpResponse:
    """Show one version as it was published."""
    meeting = meeting_or_404(request, pk)
    seen = AgendaVersion.objects.visible_to(request.viewer).of(meeting)
    shown = get_object_or_404(seen, number=number)
    public = MeetingSnapshot.from_json(shown.snapshot)
    items = public_items(public, request.viewer)
    context = {
        "meeting": meeting,
        "trail": way_to(meeting),
        "version": shown,
        "public": public,
        "items": items,
    }
    return TemplateResponse(request, "meetings/version.html", context)


@requires(Permission.RECALL)
@require_http_methods(["GET", "POST"])
def recall(request: ViewerRequest, pk: int) -> HttpResponse:
    """Take a published agenda back."""
    meeting = meeting_or_404(request, pk, Permission.RECALL)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and attempt(
        form, lambda data: actions.recall(meeting, **data, by=request.viewer, at=now())
    ):
        return redirect(meeting)
    context = {"form": form, "what": f"the agenda of {meeting}", "back": meeting}
    return TemplateResponse(request, "meetings/recall.html", context)


@requires(Permission.RECALL)
@require_http_methods(["GET", "POST"])
def recall_report(request: ViewerRequest, pk: int) -> HttpResponse:
    """Take a published report back."""
    report = get_object_or_404(Report.objects.visible_to(request.viewer), pk=pk)
    if not request.viewer.can(Permission.RECALL, report.committee_id):
        raise Http404
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and attempt(
        form, lambda data: actions.recall(report, **data, by=request.viewer, at=now())
    ):
        return redirect(report)
    title = titles_of(request.viewer, [report.pk]).get(report.pk) or "Untitled report"
    context = {"form": form, "what": f"the report “{title}”", "back": report}
    return TemplateResponse(request, "meetings/recall.html", context)
