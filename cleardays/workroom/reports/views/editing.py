"""The parts beside the original: correcting what was read, writing what was not."""

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods

from cleardays.workroom.access.decorators import ViewerRequest, requires
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.reports import actions
from cleardays.workroom.reports.checks import open_notices
from cleardays.workroom.reports.editing import Editing
from cleardays.workroom.reports.models import Report, ReportVersion
from cleardays.workroom.reports.presenting import facts_of, may_write, trail
from cleardays.workroom.reports.views.finding import report_or_404, version_or_404
from cleardays.workroom.workflow.engine import Refused


@requires(Permission.WRITE_REPORTS)
@require_http_methods(["GET", "POST"])
def edit(request: ViewerRequest, pk: int) -> HttpResponse:
    """Show the parts as a form beside the original; add a row, preview or save."""
    report = report_or_404(request, pk)
    if not may_write(request.viewer, report):
        raise Http404
    newest = version_or_404(request, report)
    council = report.committee.organisation
    if request.method != "POST":
        return _page(request, report, newest, Editing(newest, council))
    if kind := request.POST.get("add"):
        grown = Editing.with_one_more(newest, council, request.POST, kind)
        return _page(request, report, newest, grown, grown_by=kind)
    editing = Editing(newest, council, request.POST)
    if not editing.is_valid():
        return _page(request, report, newest, editing, status=422)
    if "preview" in request.POST:
        preview = _preview(report, editing)
        facts = facts_of(preview)
        return _page(request, report, newest, editing, preview=preview, preview_facts=facts)
    return _save(request, report, newest, editing)


def _save(
    request: ViewerRequest, report: Report, newest: ReportVersion, editing: Editing
) -> HttpResponse:
    given = editing.form.cleaned_data
    try:
        saved = actions.save_version(
            report,
            editing.parts(),
            given["why"],
            by=request.viewer,
            at=now(),
            based_on=given["based_on"],
        )
    except Refused as refusal:
        # The newest version may be another than was edited: what is typed stays, and can be
        # saved over it once it has been seen.
        editing = Editing(newest, report.committee.organisation, _over(request, newest))
        return _page(request, report, newest, editing, refused=refusal.reasons, status=409)
    messages.success(request, f"Saved as version {saved.number}")
    return redirect("reports:edit" if "stay" in request.POST else "reports:detail", report.pk)


def _over(request: ViewerRequest, newest: ReportVersion) -> QueryDict:
    """Return what was sent, based on the newest version from now on.

    Places chosen for unread passages are dropped: the newest version may wait with others.
    """
    data = request.POST.copy()
    data["based_on"] = str(newest.number)
    for key in [key for key in data if key.startswith("unread-")]:
        del data[key]
    return data


def _preview(report: Report, editing: Editing) -> ReportVersion:
    """Return a version that is never stored, to be shown as members would see it."""
    fields = editing.parts().cleaned().as_fields()
    return ReportVersion(report=report, **fields)


def _page(
    request: ViewerRequest,
    report: Report,
    newest: ReportVersion,
    editing: Editing,
    *,
    status: int = 200,
    **more: object,
) -> HttpResponse:
    context = {
        "report": report,
        "version": newest,
        "notices": open_notices(report),
        "may_write": True,
        "is_editing": True,
        "editing": editing.without_optional(),
        "rendering": newest.original.rendering if newest.original else "",
        "trail": trail(report=report, title=newest.title or "Untitled report"),
        **more,
    }
    return TemplateResponse(request, "reports/edit.html", context, status=status)
