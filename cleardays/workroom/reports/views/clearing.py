"""The steps of clearance, appendices, and what is kept from the public."""

from collections.abc import Callable

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods, require_POST

from cleardays.workroom.access.decorators import ViewerRequest, requires
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import NotAllowed
from cleardays.workroom.reports import actions
from cleardays.workroom.reports.forms import AppendixForm, ExemptForm, ReasonForm
from cleardays.workroom.reports.models import Appendix, Report
from cleardays.workroom.reports.presenting import trail
from cleardays.workroom.reports.views.finding import report_or_404, version_or_404
from cleardays.workroom.workflow.engine import Refused


@requires(Permission.READ_PAPERS)
@require_POST
def step(request: ViewerRequest, pk: int, name: str) -> HttpResponse:
    """Take one step of clearance, or say why not."""
    report = report_or_404(request, pk)
    reason = request.POST.get("reason", "")
    deeds: dict[str, Callable[[], Report]] = {
        "submit": lambda: actions.submit_for_clearance(report, by=request.viewer, at=now()),
        "clear": lambda: actions.clear(report, by=request.viewer, at=now()),
        "send-back": lambda: actions.send_back(report, reason, by=request.viewer, at=now()),
    }
    try:
        done = deeds[name]()
        messages.success(request, f"The report is now: {done.get_state_display().lower()}")
    except Refused as refusal:
        for why in refusal.reasons:
            messages.error(request, why)
    return redirect(report)


@requires(Permission.WRITE_REPORTS)
@require_http_methods(["GET", "POST"])
def add_appendix(request: ViewerRequest, pk: int) -> HttpResponse:
    """Add a file that goes with the report."""
    report = report_or_404(request, pk)
    form = AppendixForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        given = form.cleaned_data
        file = given["file"]
        new = actions.NewAppendix(
            given["label"],
            given["public_title"],
            file.chunks(),
            file.name,
            tuple(given["paragraphs"]),
        )
        if _done(form, lambda: actions.add_appendix(report, new, by=request.viewer, at=now())):
            messages.success(request, f"{given['label']} was added")
            return redirect(report)
    return _form_page(request, report, form, "Add an appendix", "Add the appendix")


@requires(Permission.WRITE_REPORTS)
@require_http_methods(["GET", "POST"])
def mark_appendix(request: ViewerRequest, pk: int) -> HttpResponse:
    """Mark an appendix exempt, or open again."""
    appendix = _appendix_or_404(request, pk)
    form = ExemptForm(request.POST or None, initial={"paragraphs": _numbers(appendix)})
    if form.is_valid():
        given = form.cleaned_data
        if _done(
            form,
            lambda: actions.mark_appendix_exempt(
                appendix, given["paragraphs"], given["reason"], by=request.viewer, at=now()
            ),
        ):
            return redirect(appendix.report)
    title = f"Who may see {appendix.label}"
    return _form_page(request, appendix.report, form, title, "Save")


@requires(Permission.WRITE_REPORTS)
@require_http_methods(["GET", "POST"])
def remove_appendix(request: ViewerRequest, pk: int) -> HttpResponse:
    """Take an appendix off the report."""
    appendix = _appendix_or_404(request, pk)
    form = ReasonForm(request.POST or None)
    if form.is_valid() and _done(
        form,
        lambda: actions.remove_appendix(
            appendix, form.cleaned_data["reason"], by=request.viewer, at=now()
        ),
    ):
        return redirect(appendix.report)
    title = f"Take {appendix.label} off the report"
    return _form_page(request, appendix.report, form, title, "Take it off")


@requires(Permission.READ_PAPERS)
@require_http_methods(["GET", "POST"])
def mark_report(request: ViewerRequest, pk: int) -> HttpResponse:
    """Mark the whole report exempt, or open again."""
    report = report_or_404(request, pk)
    form = ExemptForm(request.POST or None, initial={"paragraphs": _numbers(report)})
    if form.is_valid():
        given = form.cleaned_data
        if _done(
            form,
            lambda: actions.mark_report_exempt(
                report, given["paragraphs"], given["reason"], by=request.viewer, at=now()
            ),
        ):
            return redirect(report)
    return _form_page(request, report, form, "Who may see this report", "Save")


def _appendix_or_404(request: ViewerRequest, pk: int) -> Appendix:
    visible = Appendix.objects.visible_to(request.viewer)
    appendix = get_object_or_404(visible.select_related("report__committee"), pk=pk)
    if not request.viewer.can(Permission.WRITE_REPORTS, appendix.report.committee_id):
        raise Http404
    return appendix


def _numbers(marked: Report | Appendix) -> list[str]:
    return [number for number in marked.exempt_under.split(",") if number]


def _done(form: Form, deed: Callable[[], object]) -> bool:
    """Do it; where it may not be done, put the reasons above the form."""
    try:
        deed()
    except Refused as refusal:
        form.add_error(None, list(refusal.reasons))
    except NotAllowed as refusal:
        form.add_error(None, str(refusal))
    return not form.errors


def _form_page(
    request: ViewerRequest, report: Report, form: Form, title: str, button: str
) -> HttpResponse:
    version = version_or_404(request, report)
    context = {
        "report": report,
        "form": form,
        "title": title,
        "button": button,
        "trail": trail(report=report, title=version.title or "Untitled report"),
    }
    status = 422 if form.errors else 200
    return TemplateResponse(request, "reports/form.html", context, status=status)
