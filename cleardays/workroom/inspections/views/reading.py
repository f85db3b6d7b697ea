"""From the inspectors' PDF to an accepted inspection: the page beside the fields."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.timezone import now
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from cleardays.law.frameworks import frameworks
from cleardays.readers.blocks import Unreadable
from cleardays.workroom.access.decorators import ViewerRequest, requires
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.documents import store
from cleardays.workroom.inspections import actions
from cleardays.workroom.inspections.accepting import accept as accept_form
from cleardays.workroom.inspections.checks import entered_twice
from cleardays.workroom.inspections.forms.accepting import AcceptForm
from cleardays.workroom.inspections.forms.parts import FileForm
from cleardays.workroom.inspections.giving import receive
from cleardays.workroom.inspections.inspection_file import page_image
from cleardays.workroom.inspections.models import Inspection
from cleardays.workroom.inspections.presenting import way_to
from cleardays.workroom.inspections.reading import AREA_2023, from_plain
from cleardays.workroom.inspections.summing import rows_of
from cleardays.workroom.inspections.views.entering import form_page, seen
from cleardays.workroom.workflow.attempting import attempt, press


@requires(Permission.FOLLOW_FINDINGS)
@require_http_methods(["GET", "POST"])
def upload(request: ViewerRequest) -> HttpResponse:
    """Give the inspectors' PDF and go on to what was read from it."""
    form = FileForm(request.POST or None, request.FILES or None)
    made: list[Inspection] = []
    if request.method == "POST" and attempt(
        form,
        lambda data: made.append(
            receive(data["file"].chunks(), data["file"].name, by=request.viewer, at=now())
        ),
    ):
        return redirect("inspections:accept", made[0].pk)
    heading = "Upload an inspectors' report"
    return form_page(request, form, heading, None, deed="Read it", lead=_by_form())


def _by_form() -> SafeString:
    """Say where the papers are entered that are not read, each with a link."""
    add = reverse("inspections:add")
    links = format_html_join(
        ", ",
        '<a href="{}?framework={}">{}</a>',
        ((add, one.code, one.name) for one in frameworks().values() if one.code != AREA_2023),
    )
    return format_html("Other letters and reports are entered by form: {}.", links)


@requires(Permission.FOLLOW_FINDINGS)
@require_http_methods(["GET", "POST"])
def accept(request: ViewerRequest, pk: int) -> HttpResponse:
    """Correct what was read beside the pages that it was read from, and accept it."""
    rows = Inspection.objects.visible_to(request.viewer).filter(reading__isnull=False)
    held = get_object_or_404(rows, pk=pk)
    if held.is_accepted:
        return redirect(held)
    reading = from_plain(held.reading or {})
    typed = request.POST if request.method == "POST" else None
    form = AcceptForm(typed, instance=held, viewer=request.viewer, reading=reading)
    if typed is not None and attempt(
        form, lambda data: accept_form(held, form, data, by=request.viewer, at=now())
    ):
        return redirect(held)
    pages = [(number, text.splitlines()) for number, text in enumerate(reading.texts, 1)]
    context = {
        "form": form,
        "inspection": held,
        "pages": pages,
        "headings": ("What", "As read"),
        "rows": rows_of(reading, held.kind),
        "trail": way_to(),
        "twice": entered_twice(held),
    }
    status = 422 if form.errors else 200
    return TemplateResponse(request, "inspections/accept.html", context, status=status)


@requires(Permission.FOLLOW_FINDINGS)
@require_POST
def discard(request: ViewerRequest, pk: int) -> HttpResponse:
    held = seen(request.viewer, pk)
    if press(
        request,
        lambda: actions.discard_reading(held, by=request.viewer, at=now()),
        done="Thrown away what was read.",
    ):
        return redirect("inspections:list")
    return redirect(held)


@requires(Permission.FOLLOW_FINDINGS)
@require_GET
def page(request: ViewerRequest, pk: int, number: int) -> HttpResponse:
    """Show one page of the PDF as a picture, made in the sandbox."""
    held = seen(request.viewer, pk)
    if held.file_id is None or number < 1:
        raise Http404
    try:
        picture = page_image(store.path_of(held.file_id), number)
    except Unreadable as refusal:
        raise Http404 from refusal
    response = HttpResponse(picture, content_type="image/png")
    response["Cache-Control"] = "private, max-age=3600"
    return response
