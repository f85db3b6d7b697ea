"""Reading a report: as members see it, its versions, what changed, its original."""

from django.http import Http404, HttpResponse
from django.template.response import TemplateResponse
from django.utils.timezone import now
from django.views.decorators.http import require_GET
from django.views.decorators.vary import vary_on_headers

from cleardays.workroom.access.decorators import ViewerRequest, requires
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.audit.history import history_of
from cleardays.workroom.documents.models import Upload
from cleardays.workroom.reports.changes import changes_between
from cleardays.workroom.reports.checks import open_notices
from cleardays.workroom.reports.forms import ReasonForm
from cleardays.workroom.reports.models import Appendix, Report, ReportVersion
from cleardays.workroom.reports.originals import reasons_against
from cleardays.workroom.reports.parts import of_version
from cleardays.workroom.reports.presenting import (
    TONES,
    came_back,
    exempt_in_words,
    facts_of,
    file_row,
    is_placed,
    may_write,
    not_added,
    refusals_of,
    steps_of,
    taken_back,
    trail,
    works_on,
)
from cleardays.workroom.reports.views.finding import report_or_404, version_or_404


@requires(Permission.READ_PAPERS)
@require_GET
def detail(request: ViewerRequest, pk: int) -> HttpResponse:
    """Show the newest version as members see it, and beside it how it is getting on."""
    report = report_or_404(request, pk)
    context = page_context(request, report, version_or_404(request, report))
    return TemplateResponse(request, "reports/detail.html", context)


@requires(Permission.READ_PAPERS)
@require_GET
def version(request: ViewerRequest, pk: int, number: int) -> HttpResponse:
    """Show one version as it stood."""
    report = report_or_404(request, pk)
    shown = version_or_404(request, report, number)
    context = {
        "report": report,
        "version": shown,
        "facts": facts_of(shown),
        "trail": trail(report=report, title=shown.title or "Untitled report"),
    }
    return TemplateResponse(request, "reports/version.html", context)


def page_context(
    request: ViewerRequest, report: Report, shown: ReportVersion
) -> dict[str, object]:
    """Return what the page of a report needs; what is for officers only, only for them."""
    viewer = request.viewer
    context: dict[str, object] = {
        "report": report,
        "version": shown,
        "facts": facts_of(shown),
        "appendices": _appendices(request, report),
        "tone": TONES[report.state],
        "exempt": exempt_in_words(report.exempt_under),
        "trail": trail(),
    }
    if not works_on(viewer, report):
        return context
    appendices = Appendix.objects.unrestricted(because="labels are public").of(report)
    labels = appendices.values_list("label", flat=True)
    return context | {
        "is_officer": True,
        "may_write": may_write(viewer, report),
        "may_mark": viewer.can(Permission.MARK_EXEMPT, report.committee_id),
        "steps": steps_of(report, viewer, now()),
        "faults": refusals_of(report, viewer) if report.state != Report.State.CLEARED else [],
        "history": history_of(report),
        "reason_form": ReasonForm(),
        "came_back": came_back(report),
        "taken_back": taken_back(report),
        "may_recall": report.is_published and viewer.can(Permission.RECALL, report.committee_id),
        "original": file_row(shown.original) if shown.original else None,
        "notices": open_notices(report),
        "missing": not_added(shown, labels),
        "dropped_on": None if is_placed(report) else _meeting_of(request, report),
    }


def _appendices(request: ViewerRequest, report: Report) -> list[dict[str, object]]:
    """List every appendix by its public title; the file only to those who may have it."""
    everything = Appendix.objects.unrestricted(because="labels and public titles are public")
    if not works_on(request.viewer, report):
        everything = everything.exclude(published_at=None)
    open_to = Appendix.objects.visible_to(request.viewer).of(report).select_related("file")
    files = {one.pk: file_row(one.file, str(one)) for one in open_to}
    return [
        {
            "appendix": appendix,
            "file": files.get(appendix.pk),
            "exempt": exempt_in_words(appendix.exempt_under),
        }
        for appendix in everything.of(report)
    ]


def _meeting_of(request: ViewerRequest, report: Report) -> int | None:
    """Return the meeting that its file was dropped on, by key, for those who edit agendas."""
    if not request.viewer.can(Permission.EDIT_AGENDA, report.committee_id):
        return None
    uploads = Upload.objects.visible_to(request.viewer).filter(report_id=report.pk)
    return uploads.values_list("meeting_id", flat=True).first()


@requires(Permission.READ_PAPERS)
@require_GET
def versions(request: ViewerRequest, pk: int) -> HttpResponse:
    """List the versions, newest first, with who made each and why."""
    report = report_or_404(request, pk)
    made = list(
        ReportVersion.objects.visible_to(request.viewer)
        .of(report)
        .only("report_id", "number", "title", "made_at", "made_by", "why")
    )
    if not made:
        raise Http404
    older = [version.number for version in made[1:]] + [0]
    context = {
        "report": report,
        "versions": list(zip(made, older, strict=True)),
        "title": made[0].title,
        "is_officer": works_on(request.viewer, report),
        "trail": trail(report=report, title=made[0].title or "Untitled report"),
    }
    return TemplateResponse(request, "reports/versions.html", context)


@requires(Permission.READ_PAPERS)
@require_GET
def changes(request: ViewerRequest, pk: int, old: int, new: int) -> HttpResponse:
    """Show what changed between two versions, word by word."""
    report = report_or_404(request, pk)
    before, after = version_or_404(request, report, old), version_or_404(request, report, new)
    context = {
        "report": report,
        "before": before,
        "after": after,
        "changes": changes_between(of_version(before), of_version(after)),
        "trail": trail(report=report, title=after.title or "Untitled report"),
    }
    return TemplateResponse(request, "reports/changes.html", context)


@requires(Permission.READ_PAPERS)
@require_GET
@vary_on_headers("HX-Request")
def original(request: ViewerRequest, pk: int) -> HttpResponse:
    """Say whether the original file could go out as it is, and if not why."""
    report = report_or_404(request, pk)
    shown = version_or_404(request, report)
    if not works_on(request.viewer, report) or shown.original is None:
        raise Http404
    context = {
        "report": report,
        "version": shown,
        "reasons": reasons_against(shown.original),
        "trail": trail(report=report, title=shown.title or "Untitled report"),
    }
    page = "reports/_original.html" if request.htmx else "reports/original.html"
    return TemplateResponse(request, page, context)
