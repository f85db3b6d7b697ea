"""Decisions of one person."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods

from cleardays.workroom.access.decorators import ViewerRequest, requires
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.inspections import actions
from cleardays.workroom.inspections.forms.decisions import DecisionForm
from cleardays.workroom.inspections.forms.parts import ReasonForm
from cleardays.workroom.inspections.models import Decision
from cleardays.workroom.inspections.views.entering import form_page, seen
from cleardays.workroom.workflow.attempting import attempt

HEADING = "The record of a decision that one person took"


def _seen(viewer: Viewer, pk: int) -> Decision:
    rows = Decision.objects.visible_to(viewer).select_related("inspection")
    decision: Decision = get_object_or_404(rows, pk=pk)
    return decision


@requires(Permission.FOLLOW_FINDINGS)
@require_http_methods(["GET", "POST"])
def add(request: ViewerRequest, pk: int) -> HttpResponse:
    """Record a decision that an officer or a member took alone."""
    held = seen(request.viewer, pk)
    form = DecisionForm(request.POST or None)
    if request.method == "POST" and attempt(
        form, lambda data: actions.record_decision(held, by=request.viewer, at=now(), **data)
    ):
        return redirect(held)
    return form_page(request, form, HEADING, held)


@requires(Permission.FOLLOW_FINDINGS)
@require_http_methods(["GET", "POST"])
def change(request: ViewerRequest, pk: int) -> HttpResponse:
    decision = _seen(request.viewer, pk)
    initial = {name: getattr(decision, name) for name in DecisionForm.base_fields}
    form = DecisionForm(request.POST or None, initial=initial)
    if request.method == "POST" and attempt(
        form, lambda data: actions.change_decision(decision, by=request.viewer, at=now(), **data)
    ):
        return redirect(decision.inspection)
    return form_page(request, form, HEADING, decision.inspection)


@requires(Permission.FOLLOW_FINDINGS)
@require_http_methods(["GET", "POST"])
def remove(request: ViewerRequest, pk: int) -> HttpResponse:
    decision = _seen(request.viewer, pk)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and attempt(
        form, lambda data: actions.remove_decision(decision, by=request.viewer, at=now(), **data)
    ):
        return redirect(decision.inspection)
    heading = f"Take off the decision of {decision}"
    return form_page(request, form, heading, decision.inspection, deed="Take it off")
