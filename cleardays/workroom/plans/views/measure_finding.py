"""Finding a measure among what the viewer may see, and the way back up."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from cleardays.design.values import Link
from cleardays.workroom.access.decorators import ViewerRequest
from cleardays.workroom.access.guard import GuardedQuerySet
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.plans.measured.holding import may_measure
from cleardays.workroom.plans.models import Measure
from cleardays.workroom.plans.models.seeing import follows, works_for


def measure_or_404(request: ViewerRequest, pk: int, *, to_keep: bool = False) -> Measure:
    """Return a measure; ``to_keep``, only to those who keep the measures of its body."""
    seen = Measure.objects.visible_to(request.viewer).select_related("body")
    found: Measure = get_object_or_404(seen, pk=pk)
    if to_keep and not may_measure(request.viewer, found.body_id):
        raise Http404
    return found


def wholes_for(measure: Measure, viewer: Viewer) -> GuardedQuerySet[Measure]:
    """Return what a measure may be a part of: measures that the viewer keeps, and are no part."""
    return measures_kept(viewer).filter(part_of=None).exclude(pk=measure.pk)


def measures_kept(viewer: Viewer) -> GuardedQuerySet[Measure]:
    """Return the measures that the viewer keeps."""
    seen = Measure.objects.visible_to(viewer)
    return seen if follows(viewer) else seen.filter(body=works_for(viewer))


def way_to_measures(measure: Measure | None = None) -> list[Link]:
    """Return the links from the list of plans down to the measures, or to one."""
    trail = [
        Link("Plans", reverse("plans:list")),
        Link("Measures", reverse("plans:measures")),
    ]
    if measure is not None:
        trail.append(Link(measure.name, measure.get_absolute_url()))
    return trail
