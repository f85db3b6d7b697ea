"""Finding a measure among what the viewer may see, and the way back up."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from cleardays.design.values import Link
from cleardays.workroom.access.decorators import ViewerRequest
from cleardays.workroom.plans.measured.holding import may_measure
from cleardays.workroom.plans.models import Measure


def measure_or_404(request: ViewerRequest, pk: int, *, to_keep: bool = False) -> Measure:
    """Return a measure; ``to_keep``, only to those who keep the measures of its body."""
    seen = Measure.objects.visible_to(request.viewer).select_related("body")
    found: Measure = get_object_or_404(seen, pk=pk)
    if to_keep and not may_measure(request.viewer, found.body_id):
        raise Http404
    return found


def way_to_measures(measure: Measure | None = None) -> list[Link]:
    """Return the links from the list of plans down to the measures, or to one."""
    trail = [
        Link("Plans", reverse("plans:list")),
        Link("Measures", reverse("plans:measures")),
    ]
    if measure is not None:
        trail.append(Link(measure.name, measure.get_absolute_url()))
    return trail
