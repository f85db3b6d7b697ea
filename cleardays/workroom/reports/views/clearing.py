"""The steps of clearance, and what is kept from the public."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods, require_POST

from cleardays.workroom.access.decorators import ViewerRequest, requires
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.reports import actions
from cleardays.workroom.reports.forms import ExemptForm
from cleardays.workroom.reports.models import Report
from cleardays.workroom.reports.presenting import may_write, works_on
from cleardays.workroom.reports.views.asking import done, form_page, numbers_of
from cleardays.workroom.reports.views.finding import report_or_404
from cleardays.workroom.workflow.engine import Refused


@requires(Permission.READ_PAPERS)
@require_POST
def step(request: ViewerRequest, pk: int, name: str) -> HttpResponse:
    """Take one step of clearance, or say why not."""
    report = report_or_404(request, pk)
    if not works_on(request.viewer, report):
        raise Http404
    reason = request.POST.get("reason", "")
    deeds: dict[str, Callable[[], Report]] = {
        "submit": lambda: actions.submit_for_clearance(report, by=request.viewer, at=now()),
        "clear": lambda: actions.clear(report, by=request.viewer, at=now()),
        "send-back": lambda: actions.send_back(report, reason, by=request.viewer, at=now()),
    }
    try:
        report = deeds[name]()
        messages.success(request, f"The report is now: {report.get_state_display().lower()}")
    except Refused as refusal:
        for why in refusal.reasons:
            messages.error(request, why)
    return redirect(report)


@requires(Permission.WRITE_REPORTS)
@require_POST
def put_notice_away(request: ViewerRequest, pk: int) -> HttpResponse:
    """Put away a note on what was found in the file, and go back to where it was read."""
    report = report_or_404(request, pk)
    if not may_write(request.viewer, report):
        raise Http404
    try:
        code = request.POST.get("note", "")
        actions.put_notice_away(report, code, by=request.viewer, at=now())
        messages.success(request, "The note is put away. The history tells of it.")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("reports:edit" if "editing" in request.POST else "reports:detail", report.pk)


@requires(Permission.READ_PAPERS)
@require_http_methods(["GET", "POST"])
def mark_report(request: ViewerRequest, pk: int) -> HttpResponse:
    """Mark the whole report exempt, or open again."""
    report = report_or_404(request, pk)
    if not works_on(request.viewer, report):
        raise Http404
    form = ExemptForm(request.POST or None, initial={"paragraphs": numbers_of(report)})
    if form.is_valid():
        given = form.cleaned_data
        if done(
            form,
            lambda: actions.mark_report_exempt(
                report, given["paragraphs"], given["reason"], by=request.viewer, at=now()
            ),
        ):
            return redirect(report)
    return form_page(request, report, form, "Who may see this report", "Save")
