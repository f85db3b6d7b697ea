"""Adding, moving and changing the items of an agenda."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from cleardays.workroom.access.decorators import ViewerRequest, requires
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.meetings import actions
from cleardays.workroom.meetings.forms import (
    ChangeItemForm,
    ItemForm,
    LateItemForm,
    MoveForm,
    OutcomeForm,
    PlaceReportForm,
    ReportForm,
    UrgencyForm,
)
from cleardays.workroom.meetings.models import AgendaItem, Exemption, Meeting
from cleardays.workroom.meetings.proof import proof_of
from cleardays.workroom.meetings.views.finding import item_or_404, meeting_or_404
from cleardays.workroom.meetings.views.listing import way_to
from cleardays.workroom.meetings.views.public import standing_in_words
from cleardays.workroom.reports.models import Report, ReportVersion
from cleardays.workroom.reports.presenting import facts_of
from cleardays.workroom.workflow.attempting import attempt, press


@requires(Permission.EDIT_AGENDA)
@require_http_methods(["GET", "POST"])
def add(request: ViewerRequest, pk: int) -> HttpResponse:
    meeting = meeting_or_404(request, pk, Permission.EDIT_AGENDA)
    form = ItemForm(request.POST or None)
    if request.method == "POST" and attempt(
        form, lambda data: actions.add_item(meeting, **data, by=request.viewer, at=now())
    ):
        return redirect(f"{meeting.get_absolute_url()}#add")
    return _form(request, form, "Add an item", meeting)


@requires(Permission.EDIT_AGENDA)
@require_http_methods(["GET", "POST"])
def add_late(request: ViewerRequest, pk: int) -> HttpResponse:
    """Add an item that the chair holds urgent."""
    meeting = meeting_or_404(request, pk, Permission.EDIT_AGENDA)
    form = LateItemForm(request.POST or None)
    if request.method == "POST" and attempt(
        form, lambda data: actions.late_item(meeting, **data, by=request.viewer, at=now())
    ):
        return redirect(meeting)
    lead = (
        "An item that was not on the agenda in time is taken only if the chair of the meeting"
        " holds that it is urgent by reason of special circumstances (Local Government Act 1972,"
        " s.100B(4)(b))."
    )
    return _form(request, form, "Add a late item", meeting, lead=lead)


@requires(Permission.READ_PAPERS)
@require_GET
def detail(request: ViewerRequest, pk: int) -> HttpResponse:
    """Show an item to officers; everybody else reads it on the page of its meeting."""
    item = item_or_404(request, pk)
    viewer, where = request.viewer, item.meeting.committee_id
    if not viewer.can(Permission.SEE_DRAFTS, where):
        return redirect(f"{item.meeting.get_absolute_url()}#item-{item.position}")
    report = Report.objects.visible_to(viewer).filter(pk=item.report_id or 0).first()
    version = _readable(viewer, report)
    decisions = Exemption.objects.visible_to(viewer).filter(item=item)
    context = {
        "item": item,
        "meeting": item.meeting,
        "trail": way_to(item.meeting),
        "exempt": standing_in_words(item.paragraphs, is_confidential=item.is_confidential),
        "decisions": decisions.order_by("-decided_at"),
        "taken_back": proof_of(item.meeting, now()).taken_back(report),
        "may_recall": report and report.is_published and viewer.can(Permission.RECALL, where),
        "report": report,
        "version": version,
        "facts": facts_of(version) if version else (),
        "may_edit": viewer.can(Permission.EDIT_AGENDA, where),
        "is_held": item.meeting.has_come(localdate()),
        "may_mark": viewer.can(Permission.MARK_EXEMPT, where),
        "move_form": MoveForm(initial={"to": item.position}),
    }
    return TemplateResponse(request, "meetings/item.html", context)


@requires(Permission.EDIT_AGENDA)
@require_http_methods(["GET", "POST"])
def change(request: ViewerRequest, pk: int) -> HttpResponse:
    item = item_or_404(request, pk, Permission.EDIT_AGENDA)
    initial = {"public_title": item.public_title, "to_follow": item.to_follow}
    form = ChangeItemForm(request.POST or None, initial=initial)
    if request.method == "POST" and attempt(
        form, lambda data: actions.change_item(item, **data, by=request.viewer, at=now())
    ):
        return redirect(item)
    return _form(request, form, f"Change item {item.position}", item.meeting, item=item)


@requires(Permission.EDIT_AGENDA)
@require_POST
def move(request: ViewerRequest, pk: int) -> HttpResponse:
    """Move an item to a place: the buttons up and down, and the number typed."""
    item = item_or_404(request, pk, Permission.EDIT_AGENDA)
    form = MoveForm(request.POST)
    if form.is_valid():
        to = form.cleaned_data["to"]
        press(
            request,
            lambda: actions.move_item(item, to, by=request.viewer, at=now()),
            done=f"Moved “{item.public_title}”.",
        )
    return redirect(f"{item.meeting.get_absolute_url()}#agenda")


@requires(Permission.EDIT_AGENDA)
@require_POST
def remove(request: ViewerRequest, pk: int) -> HttpResponse:
    item = item_or_404(request, pk, Permission.EDIT_AGENDA)
    press(
        request,
        lambda: actions.remove_item(item, by=request.viewer, at=now()),
        done=f"Taken off: “{item.public_title}”.",
    )
    return redirect(item.meeting)


@requires(Permission.EDIT_AGENDA)
@require_http_methods(["GET", "POST"])
def accept_as_urgent(request: ViewerRequest, pk: int) -> HttpResponse:
    item = item_or_404(request, pk, Permission.EDIT_AGENDA)
    initial = {"chair": item.urgency_chair, "special_circumstances": item.urgency_reason}
    form = UrgencyForm(request.POST or None, initial=initial)
    if request.method == "POST" and attempt(
        form, lambda data: actions.accept_as_urgent(item, **data, by=request.viewer, at=now())
    ):
        return redirect(item)
    heading = f"Record why item {item.position} is urgent"
    return _form(request, form, heading, item.meeting, item=item)


@requires(Permission.EDIT_AGENDA)
@require_http_methods(["GET", "POST"])
def record_outcome(request: ViewerRequest, pk: int) -> HttpResponse:
    item = item_or_404(request, pk, Permission.EDIT_AGENDA)
    form = OutcomeForm(request.POST or None, initial={"outcome": item.outcome})
    if request.method == "POST" and attempt(
        form, lambda data: actions.record_outcome(item, **data, by=request.viewer, at=now())
    ):
        return redirect(item)
    heading = f"Record the outcome of item {item.position}"
    return _form(request, form, heading, item.meeting, item=item)


@requires(Permission.EDIT_AGENDA)
@require_http_methods(["GET", "POST"])
def attach_report(request: ViewerRequest, pk: int) -> HttpResponse:
    """Choose which report goes on an item."""
    item = item_or_404(request, pk, Permission.EDIT_AGENDA)
    titles = titles_of_reports(request.viewer)
    form = ReportForm(request.POST or None, choices=list(titles.items()))

    def put(data: dict[str, Any]) -> AgendaItem:
        report = Report.objects.visible_to(request.viewer).get(pk=data["report"])
        return actions.attach_report(item, report, by=request.viewer, at=now())

    if request.method == "POST" and attempt(form, put):
        return redirect(item)
    heading = f"Put a report on item {item.position}"
    return _form(request, form, heading, item.meeting, item=item)


@requires(Permission.EDIT_AGENDA)
@require_POST
def detach_report(request: ViewerRequest, pk: int) -> HttpResponse:
    item = item_or_404(request, pk, Permission.EDIT_AGENDA)
    press(
        request,
        lambda: actions.detach_report(item, by=request.viewer, at=now()),
        done=f"The report is off item {item.position}.",
    )
    return redirect(item)


@requires(Permission.EDIT_AGENDA)
@require_http_methods(["GET", "POST"])
def add_report(request: ViewerRequest, pk: int) -> HttpResponse:
    """Put a report, such as one just dropped on the meeting, on one of its items or a new one."""
    meeting = meeting_or_404(request, pk, Permission.EDIT_AGENDA)
    report = Report.objects.visible_to(request.viewer).filter(pk=_key(request)).first()
    version = _readable(request.viewer, report)
    if report is None or version is None:
        return redirect(meeting)
    seen = AgendaItem.objects.visible_to(request.viewer).on(meeting)
    items = list(seen.filter(report__isnull=True))
    form = PlaceReportForm(request.POST or None, items=items, initial={"item": 0})

    def place(data: dict[str, Any]) -> AgendaItem:
        chosen = next((one for one in items if one.pk == data["item"]), None)
        if chosen:
            return actions.attach_report(chosen, report, by=request.viewer, at=now())
        return actions.add_item(meeting, version.title, report=report, by=request.viewer, at=now())

    if request.method == "POST" and attempt(form, place):
        return redirect(meeting)
    return _form(request, form, f"Put “{version.title}” on the agenda", meeting)


def titles_of_reports(viewer: Viewer) -> dict[int, str]:
    """Return the reports that a viewer may put on an agenda, newest first, by their titles."""
    seen = Report.objects.visible_to(viewer).order_by("-created_at")[:200]
    keys = [report.pk for report in seen]
    titles = titles_of(viewer, keys)
    return {key: titles.get(key) or "Untitled report" for key in keys}


def titles_of(viewer: Viewer, reports: list[int]) -> dict[int, str]:
    """Return the newest titles of reports, by their keys, that the viewer may read."""
    readable = ReportVersion.objects.visible_to(viewer).filter(report__in=reports)
    return dict(readable.order_by("number").values_list("report_id", "title"))


def _readable(viewer: Viewer, report: Report | None) -> ReportVersion | None:
    """Return the newest version of a report that the viewer may read."""
    if report is None:
        return None
    versions = ReportVersion.objects.visible_to(viewer).of(report)
    return versions.select_related("report__committee").first()


def _key(request: ViewerRequest) -> int:
    asked = request.GET.get("report", "")
    return int(asked) if asked.isdecimal() else 0


def _form(
    request: ViewerRequest,
    form: Any,
    heading: str,
    meeting: Meeting,
    *,
    item: AgendaItem | None = None,
    lead: str = "",
) -> HttpResponse:
    trail = way_to(meeting, item)
    context = {"form": form, "heading": heading, "meeting": meeting, "lead": lead, "trail": trail}
    return TemplateResponse(request, "meetings/form.html", context)
