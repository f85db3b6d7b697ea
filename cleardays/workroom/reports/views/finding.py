"""Finding the report of a page, and the list of all that the viewer may see."""

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_GET

from cleardays.workroom.access.decorators import ViewerRequest, requires
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.reports.forms import FilterForm
from cleardays.workroom.reports.models import Report, ReportVersion
from cleardays.workroom.reports.presenting import TONES

ON_A_PAGE = 50


def report_or_404(request: ViewerRequest, pk: int) -> Report:
    """Return a report that the viewer may see, with its committee, council and author."""
    visible = Report.objects.visible_to(request.viewer)
    return get_object_or_404(visible.select_related("committee__organisation", "author"), pk=pk)


def version_or_404(request: ViewerRequest, report: Report, number: int = 0) -> ReportVersion:
    """Return a version that the viewer may see; without a number the newest such."""
    versions = ReportVersion.objects.visible_to(request.viewer).of(report)
    chosen = versions.filter(number=number) if number else versions[:1]
    version: ReportVersion = get_object_or_404(
        ReportVersion.objects.visible_to(request.viewer).select_related("original"),
        pk__in=[one.pk for one in chosen.only("pk")],
    )
    version.report = report
    return version


@requires(Permission.READ_PAPERS)
@require_GET
def reports(request: ViewerRequest) -> HttpResponse:
    """List the reports that the viewer may see, newest first, with filters."""
    form = FilterForm(request.GET)
    visible = Report.objects.visible_to(request.viewer).select_related("committee", "author")
    page = Paginator(visible.filter(_asked(request, form)), ON_A_PAGE).get_page(
        request.GET.get("page")
    )
    query = request.GET.copy()
    query.pop("page", None)
    context = {
        "form": form,
        "rows": _rows(request, list(page.object_list)),
        "page": page,
        "query": query.urlencode(),
        "may_write": request.viewer.can_somewhere(Permission.WRITE_REPORTS),
    }
    return TemplateResponse(request, "reports/reports.html", context)


def _asked(request: ViewerRequest, form: FilterForm) -> Q:
    asked = form.cleaned_data if form.is_valid() else {}
    found = Q()
    if committee := asked.get("committee"):
        found &= Q(committee=committee)
    if state := asked.get("state"):
        found &= Q(state=state)
    if words := asked.get("q"):
        versions = ReportVersion.objects.visible_to(request.viewer)
        found &= Q(pk__in=versions.filter(title__icontains=words).values("report"))
    return found


def _rows(request: ViewerRequest, listed: list[Report]) -> list[dict[str, object]]:
    """Return each report with the title of its newest visible version: one query for all."""
    versions = ReportVersion.objects.visible_to(request.viewer).filter(report__in=listed)
    shown = versions.order_by("number").only("report_id", "number", "title", "made_at")
    newest = {version.report_id: version for version in shown}
    return [
        {"report": report, "version": newest[report.pk], "tone": TONES[report.state]}
        for report in listed
        if report.pk in newest
    ]
