"""Areas and judgements."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods, require_POST

from cleardays.workroom.access.decorators import ViewerRequest, requires
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.inspections import actions
from cleardays.workroom.inspections.checks import judged_areas, said_before
from cleardays.workroom.inspections.forms.parts import (
    AreaForm,
    JudgeAreasForm,
    JudgementForm,
    ReasonForm,
)
from cleardays.workroom.inspections.giving import put_area
from cleardays.workroom.inspections.models import Area, Judgement, Responsibility
from cleardays.workroom.inspections.views.entering import form_page, seen
from cleardays.workroom.workflow.attempting import attempt, press

AREA_FIELDS = ("kind", "label", "text", "recurs_from", "is_confirmed", "note", "sources")


@requires(Permission.FOLLOW_FINDINGS)
@require_http_methods(["GET", "POST"])
def add(request: ViewerRequest, pk: int) -> HttpResponse:
    held = seen(request.viewer, pk)
    form = AreaForm(request.POST or None, of=held, viewer=request.viewer)
    if request.method == "POST" and attempt(
        form, lambda data: put_area(held, None, data, by=request.viewer, at=now())
    ):
        return redirect(held)
    return form_page(request, form, "Add an area", held)


@requires(Permission.FOLLOW_FINDINGS)
@require_http_methods(["GET", "POST"])
def change(request: ViewerRequest, pk: int) -> HttpResponse:
    area = get_object_or_404(
        Area.objects.visible_to(request.viewer).select_related("inspection"), pk=pk
    )
    led = Responsibility.objects.visible_to(request.viewer).open().filter(area=area, role="lead")
    initial = {name: getattr(area, name) for name in AREA_FIELDS}
    initial["bodies"] = list(led.values_list("body", flat=True))
    form = AreaForm(
        request.POST or None, initial=initial, of=area.inspection, viewer=request.viewer
    )
    if request.method == "POST" and attempt(
        form, lambda data: put_area(area.inspection, area, data, by=request.viewer, at=now())
    ):
        return redirect(area.inspection)
    return form_page(request, form, f"Change area {area.number}", area.inspection)


@requires(Permission.FOLLOW_FINDINGS)
@require_POST
def remove(request: ViewerRequest, pk: int) -> HttpResponse:
    area = get_object_or_404(
        Area.objects.visible_to(request.viewer).select_related("inspection"), pk=pk
    )
    press(
        request,
        lambda: actions.remove_area(area, by=request.viewer, at=now()),
        done=f"Taken off: {area}.",
    )
    return redirect(area.inspection)


@requires(Permission.FOLLOW_FINDINGS)
@require_http_methods(["GET", "POST"])
def judge_areas(request: ViewerRequest, pk: int) -> HttpResponse:
    """Record the inspectors' judgement of every area, as a re-visit's letter has them."""
    held = seen(request.viewer, pk)
    areas = judged_areas(held)
    form = JudgeAreasForm(
        request.POST or None,
        areas=areas,
        framework=held.kind,
        initial={"on": held.last_day, **said_before(held, areas)},
    )
    if request.method == "POST" and attempt(
        form, lambda data: actions.judge_areas(held, by=request.viewer, at=now(), **data)
    ):
        return redirect(held)
    return form_page(request, form, "The inspectors' judgement of each area", held)


@requires(Permission.FOLLOW_FINDINGS)
@require_http_methods(["GET", "POST"])
def judge(request: ViewerRequest, pk: int) -> HttpResponse:
    """Record what one judge says; judges stay apart."""
    held = seen(request.viewer, pk)
    initial = {"area": request.GET.get("area")}
    form = JudgementForm(request.POST or None, of=held, viewer=request.viewer, initial=initial)
    if request.method == "POST" and attempt(
        form, lambda data: actions.judge(held, by=request.viewer, at=now(), **data)
    ):
        return redirect(held)
    return form_page(request, form, "Record a judgement", held)


@requires(Permission.FOLLOW_FINDINGS)
@require_http_methods(["GET", "POST"])
def take_back(request: ViewerRequest, pk: int) -> HttpResponse:
    rows = Judgement.objects.visible_to(request.viewer).select_related("inspection")
    judgement = get_object_or_404(rows, pk=pk)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and attempt(
        form,
        lambda data: actions.take_back_judgement(judgement, by=request.viewer, at=now(), **data),
    ):
        return redirect(judgement.inspection)
    heading = f"Take back “{judgement}”"
    return form_page(request, form, heading, judgement.inspection, deed="Take it back")
