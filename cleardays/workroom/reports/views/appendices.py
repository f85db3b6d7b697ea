"""The files that go with a report: given, looked through, replaced, taken off, kept back."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods

from cleardays.workroom.access.decorators import ViewerRequest, requires
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.reports import actions
from cleardays.workroom.reports.forms import AppendixForm, ExemptForm, FileForm, ReasonForm
from cleardays.workroom.reports.models import Appendix
from cleardays.workroom.reports.originals import obstacles_in
from cleardays.workroom.reports.presenting import may_write
from cleardays.workroom.reports.views.asking import done, form_page, numbers_of
from cleardays.workroom.reports.views.finding import report_or_404


@requires(Permission.WRITE_REPORTS)
@require_http_methods(["GET", "POST"])
def add(request: ViewerRequest, pk: int) -> HttpResponse:
    """Add a file that goes with the report."""
    report = report_or_404(request, pk)
    if not may_write(request.viewer, report):
        raise Http404
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
            given["description"],
            given["reasoning"],
        )
        if done(
            form,
            lambda: _look_through(
                request, actions.add_appendix(report, new, by=request.viewer, at=now())
            ),
        ):
            return redirect(f"{report.get_absolute_url()}#appendices")
    return form_page(request, report, form, "Add an appendix", "Add the appendix")


@requires(Permission.WRITE_REPORTS)
@require_http_methods(["GET", "POST"])
def mark(request: ViewerRequest, pk: int) -> HttpResponse:
    """Mark an appendix exempt, or open again."""
    appendix = _appendix_or_404(request, pk)
    known = {"paragraphs": numbers_of(appendix), "reason": appendix.exempt_reasoning}
    form = ExemptForm(request.POST or None, initial=known)
    form.fields[
        "reason"
    ].help_text = "Of an exempt one: why keeping it back outweighs disclosing it. Never published."
    if form.is_valid():
        given = form.cleaned_data
        if done(
            form,
            lambda: actions.mark_appendix_exempt(
                appendix, given["paragraphs"], given["reason"], by=request.viewer, at=now()
            ),
        ):
            return redirect(appendix.report)
    title = f"Who may see {appendix.label}"
    return form_page(request, appendix.report, form, title, "Save")


@requires(Permission.WRITE_REPORTS)
@require_http_methods(["GET", "POST"])
def remove(request: ViewerRequest, pk: int) -> HttpResponse:
    """Take an appendix off the report."""
    appendix = _appendix_or_404(request, pk)
    form = ReasonForm(request.POST or None)
    if form.is_valid() and done(
        form,
        lambda: actions.remove_appendix(
            appendix, form.cleaned_data["reason"], by=request.viewer, at=now()
        ),
    ):
        return redirect(appendix.report)
    title = f"Take {appendix.label} off the report"
    return form_page(request, appendix.report, form, title, "Take it off")


@requires(Permission.WRITE_REPORTS)
@require_http_methods(["GET", "POST"])
def replace(request: ViewerRequest, pk: int) -> HttpResponse:
    """Put another file in the place of one, as after mending what stood against it."""
    appendix = _appendix_or_404(request, pk)
    first = {"description": appendix.description}
    form = FileForm(request.POST or None, request.FILES or None, initial=first)
    if form.is_valid():
        file, said = form.cleaned_data["file"], form.cleaned_data["description"]
        if done(
            form,
            lambda: _look_through(
                request,
                actions.replace_appendix(
                    appendix, file.chunks(), file.name, said, by=request.viewer, at=now()
                ),
            ),
        ):
            return redirect(f"{appendix.report.get_absolute_url()}#appendices")
    title = f"Put another file in the place of {appendix.label}"
    return form_page(request, appendix.report, form, title, "Put it there")


def _look_through(request: ViewerRequest, appendix: Appendix) -> None:
    """Ask of a file just given what the door will ask, and say what came of it."""
    found = obstacles_in(appendix)
    noted = actions.note_obstacles(appendix, found, by=request.viewer, at=now())
    if noted.is_held_up:
        messages.warning(request, f"{noted.label} is kept, but cannot be published as it is")
    else:
        messages.success(request, f"{noted.label} is kept")


def _appendix_or_404(request: ViewerRequest, pk: int) -> Appendix:
    visible = Appendix.objects.visible_to(request.viewer)
    appendix = get_object_or_404(visible.select_related("report__committee"), pk=pk)
    if not may_write(request.viewer, appendix.report):
        raise Http404
    return appendix
