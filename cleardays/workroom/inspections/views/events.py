"""What happened outside: an ombudsman's decision, a minister's answer, money."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods

from cleardays.workroom.access.decorators import ViewerRequest, requires
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.inspections import actions
from cleardays.workroom.inspections.forms.events import EventForm
from cleardays.workroom.inspections.forms.parts import ReasonForm
from cleardays.workroom.inspections.models import Event
from cleardays.workroom.inspections.views.entering import form_page, seen
from cleardays.workroom.workflow.attempting import attempt


def _seen(viewer: Viewer, pk: int) -> Event:
    rows = Event.objects.visible_to(viewer).select_related("inspection")
    event: Event = get_object_or_404(rows, pk=pk)
    return event


@requires(Permission.FOLLOW_FINDINGS)
@require_http_methods(["GET", "POST"])
def add(request: ViewerRequest, pk: int) -> HttpResponse:
    """Enter something that happened outside."""
    held = seen(request.viewer, pk)
    form = EventForm(request.POST or None, of=held, viewer=request.viewer)
    if request.method == "POST" and attempt(
        form, lambda data: actions.add_event(held, by=request.viewer, at=now(), **data)
    ):
        return redirect(held)
    return form_page(request, form, "Enter what happened outside", held)


@requires(Permission.FOLLOW_FINDINGS)
@require_http_methods(["GET", "POST"])
def change(request: ViewerRequest, pk: int) -> HttpResponse:
    event = _seen(request.viewer, pk)
    initial = {name: getattr(event, name) for name in EventForm.base_fields}
    form = EventForm(
        request.POST or None, initial=initial, of=event.inspection, viewer=request.viewer
    )
    if request.method == "POST" and attempt(
        form, lambda data: actions.change_event(event, by=request.viewer, at=now(), **data)
    ):
        return redirect(event.inspection)
    return form_page(request, form, "Change what happened outside", event.inspection)


@requires(Permission.FOLLOW_FINDINGS)
@require_http_methods(["GET", "POST"])
def remove(request: ViewerRequest, pk: int) -> HttpResponse:
    event = _seen(request.viewer, pk)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and attempt(
        form, lambda data: actions.remove_event(event, by=request.viewer, at=now(), **data)
    ):
        return redirect(event.inspection)
    return form_page(request, form, f"Take off “{event}”", event.inspection, deed="Take it off")
