"""Entering an inspection by form, changing, publishing and recalling it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods, require_POST

from cleardays.law.wording import list_in_words
from cleardays.workroom.access.decorators import ViewerRequest, requires
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.inspections import actions
from cleardays.workroom.inspections.forms.details import DetailsForm, NewInspectionForm
from cleardays.workroom.inspections.forms.parts import LetterForm, ReasonForm
from cleardays.workroom.inspections.giving import enter, put_file
from cleardays.workroom.inspections.models import Inspection
from cleardays.workroom.inspections.presenting import way_to
from cleardays.workroom.inspections.standing import repeated_in
from cleardays.workroom.workflow.attempting import attempt, press


def seen(viewer: Viewer, pk: int) -> Inspection:
    """Return an inspection that the viewer may see, or 404."""
    return get_object_or_404(Inspection.objects.visible_to(viewer), pk=pk)


def form_page(
    request: ViewerRequest, form: Any, heading: str, of: Inspection | None, **more: Any
) -> HttpResponse:
    """Show a form on a page of its own; 422 where something in it was refused."""
    context = {"form": form, "heading": heading, "trail": way_to(of), **more}
    status = 422 if form.errors else 200
    return TemplateResponse(request, "inspections/form.html", context, status=status)


@requires(Permission.FOLLOW_FINDINGS)
@require_http_methods(["GET", "POST"])
def add(request: ViewerRequest) -> HttpResponse:
    """Enter an inspection whose report is a letter, or a re-visit."""
    initial = {"framework": request.GET.get("framework")}
    form = NewInspectionForm(request.POST or None, viewer=request.viewer, initial=initial)
    made: list[Inspection] = []
    if request.method == "POST" and attempt(
        form, lambda data: made.append(enter(data, by=request.viewer, at=now()))
    ):
        return redirect(made[0])
    return form_page(request, form, "Enter an inspection", None)


@requires(Permission.FOLLOW_FINDINGS)
@require_http_methods(["GET", "POST"])
def change(request: ViewerRequest, pk: int) -> HttpResponse:
    """Change what is said of an inspection; what is due is worked out anew."""
    held = seen(request.viewer, pk)
    form = DetailsForm(request.POST or None, instance=held, viewer=request.viewer)
    if request.method == "POST" and attempt(
        form, lambda data: actions.change(held, by=request.viewer, at=now(), **data)
    ):
        return redirect(held)
    return form_page(request, form, "Change the inspection", seen(request.viewer, pk))


@requires(Permission.FOLLOW_FINDINGS)
@require_http_methods(["GET", "POST"])
def attach(request: ViewerRequest, pk: int) -> HttpResponse:
    """Put the inspectors' PDF with an inspection that was entered by form."""
    held = seen(request.viewer, pk)
    form = LetterForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and attempt(
        form, lambda data: put_file(held, data, by=request.viewer, at=now())
    ):
        return redirect(held)
    return form_page(request, form, "Put the inspectors' PDF with it", held)


@requires(Permission.FOLLOW_FINDINGS)
@require_POST
def publish(request: ViewerRequest, pk: int) -> HttpResponse:
    held = seen(request.viewer, pk)
    press(
        request,
        lambda: actions.publish(held, by=request.viewer, at=now()),
        done="Published. The public page follows in a moment.",
    )
    return redirect(held)


@requires(Permission.FOLLOW_FINDINGS)
@require_http_methods(["GET", "POST"])
def recall(request: ViewerRequest, pk: int) -> HttpResponse:
    """Take a published inspection back, with the reason that the public reads."""
    held = seen(request.viewer, pk)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and attempt(
        form, lambda data: actions.recall(held, by=request.viewer, at=now(), **data)
    ):
        return redirect(held)
    words = (
        "Its words are deleted from the public record, for good; your reason takes their place."
    )
    if repeated := repeated_in(held):
        titles = list_in_words([f"“{one}”" for one in repeated])
        words += f" {titles} repeats words of its areas: take that back as well if they must go."
    heading = "Take it back from the public"
    return form_page(request, form, heading, held, deed="Take it back", lead=words)
