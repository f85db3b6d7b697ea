"""Beginning a report: from an upload that has been read, or with a title alone."""

from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_http_methods

from cleardays.design.values import Link
from cleardays.workroom.access.decorators import ViewerRequest, requires
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.documents.drafts import from_plain
from cleardays.workroom.documents.models import Upload
from cleardays.workroom.people.models import Committee
from cleardays.workroom.reports import actions
from cleardays.workroom.reports.forms import BeginForm, BlankForm
from cleardays.workroom.reports.found import found_in, meant
from cleardays.workroom.reports.models import Report
from cleardays.workroom.reports.presenting import trail
from cleardays.workroom.workflow.engine import Refused


@requires(Permission.WRITE_REPORTS)
@require_http_methods(["GET", "POST"])
def from_upload(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Show what was read from a file and ask for which committee it is."""
    visible = Upload.objects.visible_to(request.viewer).select_related("file")
    upload = get_object_or_404(visible.exclude(draft=None), pk=pk)
    if upload.report_id:
        return redirect("reports:detail", upload.report_id)
    draft = from_plain(upload.draft or {})
    committees = _writable(request)
    first = {"committee": meant(upload, draft.committee, committees)}
    form = BeginForm(request.POST or None, committees=committees, initial=first)
    if form.is_valid():
        try:
            report = actions.create_from_draft(
                upload, form.cleaned_data["committee"], by=request.viewer, at=now()
            )
            return redirect("reports:edit", report.pk)
        except Refused as refusal:
            form.add_error(None, list(refusal.reasons))
    context = {
        "upload": upload,
        "draft": draft,
        "found": found_in(draft),
        "form": form,
        "earlier": _made_before(request, upload),
        "trail": [*trail(), Link(upload.name, upload.get_absolute_url())],
    }
    status = 422 if form.errors else 200
    return TemplateResponse(request, "reports/from_upload.html", context, status=status)


@requires(Permission.WRITE_REPORTS)
@require_http_methods(["GET", "POST"])
def blank(request: ViewerRequest) -> HttpResponse:
    """Begin a report that is written in the browser."""
    form = BlankForm(request.POST or None, committees=_writable(request))
    if form.is_valid():
        given = form.cleaned_data
        try:
            report = actions.create_blank(
                given["committee"], given["title"], by=request.viewer, at=now()
            )
            return redirect("reports:edit", report.pk)
        except Refused as refusal:
            form.add_error(None, list(refusal.reasons))
    status = 422 if form.errors else 200
    return TemplateResponse(request, "reports/blank.html", {"form": form}, status=status)


def _made_before(request: ViewerRequest, upload: Upload) -> int | None:
    """Return a report, by key, that was made of the very same file, if this viewer may see it."""
    same = Upload.objects.unrestricted(because="only reports that the viewer sees are named")
    made = same.filter(file=upload.file_id, report_id__isnull=False).exclude(pk=upload.pk)
    seen = Report.objects.visible_to(request.viewer).filter(pk__in=made.values("report_id"))
    return seen.order_by("-pk").values_list("pk", flat=True).first()


def _writable(request: ViewerRequest) -> QuerySet[Committee]:
    """Return the committees in being for which the viewer may write."""
    everywhere = request.viewer.can(Permission.WRITE_REPORTS)
    committees = Committee.objects.in_being(localdate())
    if everywhere:
        return committees
    return committees.filter(pk__in=request.viewer.committees_with(Permission.WRITE_REPORTS))
