"""What is due: its owner, and that it was done."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods

from cleardays.workroom.access.decorators import ViewerRequest, requires
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.inspections import actions
from cleardays.workroom.inspections.forms.parts import DoneForm, OwnerForm, ReasonForm
from cleardays.workroom.inspections.models import Duty
from cleardays.workroom.inspections.views.entering import form_page
from cleardays.workroom.workflow.attempting import attempt


def _seen(viewer: Viewer, pk: int) -> Duty:
    rows = Duty.objects.visible_to(viewer).select_related("inspection")
    duty: Duty = get_object_or_404(rows, pk=pk)
    return duty


@requires(Permission.FOLLOW_FINDINGS)
@require_http_methods(["GET", "POST"])
def assign(request: ViewerRequest, pk: int) -> HttpResponse:
    """Give a duty its owner."""
    duty = _seen(request.viewer, pk)
    form = OwnerForm(request.POST or None, initial={"owner": duty.owner})
    if request.method == "POST" and attempt(
        form, lambda data: actions.assign(duty, by=request.viewer, at=now(), **data)
    ):
        return redirect(duty.inspection)
    return form_page(request, form, "Who sees to it", duty.inspection, lead=duty.title)


@requires(Permission.FOLLOW_FINDINGS)
@require_http_methods(["GET", "POST"])
def finish(request: ViewerRequest, pk: int) -> HttpResponse:
    """Record that a duty was done, with its proof."""
    duty = _seen(request.viewer, pk)
    form = DoneForm(request.POST or None)
    if request.method == "POST" and attempt(
        form, lambda data: actions.finish(duty, by=request.viewer, at=now(), **data)
    ):
        return redirect(duty.inspection)
    return form_page(request, form, "Record it as done", duty.inspection, lead=duty.title)


@requires(Permission.FOLLOW_FINDINGS)
@require_http_methods(["GET", "POST"])
def reopen(request: ViewerRequest, pk: int) -> HttpResponse:
    """Take back that a duty was done."""
    duty = _seen(request.viewer, pk)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and attempt(
        form, lambda data: actions.reopen(duty, by=request.viewer, at=now(), **data)
    ):
        return redirect(duty.inspection)
    return form_page(request, form, "It was not done after all", duty.inspection, lead=duty.title)
