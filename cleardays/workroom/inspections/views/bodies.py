"""Who is responsible, and handing over to a successor."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods

from cleardays.workroom.access.decorators import ViewerRequest, requires
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.inspections import actions
from cleardays.workroom.inspections.forms.parts import HandOverForm, ResponsibleForm
from cleardays.workroom.inspections.giving import set_all_responsible
from cleardays.workroom.inspections.models import Responsibility
from cleardays.workroom.inspections.views.entering import form_page, seen
from cleardays.workroom.people.models import Organisation
from cleardays.workroom.workflow.attempting import attempt


@requires(Permission.FOLLOW_FINDINGS)
@require_http_methods(["GET", "POST"])
def responsible(request: ViewerRequest, pk: int) -> HttpResponse:
    """Say who answers for the inspection, in each role."""
    held = seen(request.viewer, pk)
    rows = Responsibility.objects.visible_to(request.viewer).open().filter(inspection=held)
    initial: dict[str, list[int]] = {}
    for role, body in rows.filter(area__isnull=True).values_list("role", "body"):
        initial.setdefault(role, []).append(body)
    form = ResponsibleForm(request.POST or None, initial=initial)
    if request.method == "POST" and attempt(
        form, lambda data: set_all_responsible(held, data, by=request.viewer, at=now())
    ):
        return redirect(held)
    return form_page(request, form, "Who is responsible", held)


@requires(Permission.FOLLOW_FINDINGS)
@require_http_methods(["GET", "POST"])
def hand_over(request: ViewerRequest, pk: int, body: int) -> HttpResponse:
    """Let the successor of a body take over everything that it still answers for."""
    held = seen(request.viewer, pk)
    ended = get_object_or_404(Organisation.objects.select_related("successor"), pk=body)
    if (heir := ended.successor) is None:
        raise Http404
    form = HandOverForm(request.POST or None, initial={"on": heir.valid_from})
    if request.method == "POST" and attempt(
        form, lambda data: actions.hand_over(ended, by=request.viewer, at=now(), **data)
    ):
        return redirect(held)
    note = "In every inspection, and with all that is still to do. What was done stays as it is."
    heading = f"{heir} takes over from {ended}"
    return form_page(request, form, heading, held, deed="Hand over", lead=note)
