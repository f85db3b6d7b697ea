"""The page that shows each component in each state, with invented words only."""

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from cleardays.design.samples import SampleForm, samples


@require_safe
def components(request: HttpRequest) -> HttpResponse:
    """Show every component, in the frame of the public site."""
    return TemplateResponse(request, "design/components/index.html", samples())


@require_safe
def workroom(request: HttpRequest) -> HttpResponse:
    """Show forms, before and after faults, in the frame of the workroom."""
    day = {"held_on_day": "31", "held_on_month": "2", "held_on_year": "2018"}
    faulty = SampleForm({**day, "exempt": "on", "meeting": "7"})
    context = {"fresh": SampleForm(auto_id="fresh_%s"), "faulty": faulty, **samples()}
    return TemplateResponse(request, "design/components/workroom.html", context)


# The workroom's middleware asks each view who may open it.
for view in (components, workroom):
    view.access = "public"  # type: ignore[attr-defined]
