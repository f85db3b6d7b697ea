"""The list of inspections, and the page of one."""

from datetime import date

from django.http import Http404, HttpResponse
from django.template.response import TemplateResponse
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from cleardays.law.scheduling import Terms
from cleardays.workroom.access.decorators import ViewerRequest, signed_in
from cleardays.workroom.audit.history import history_of
from cleardays.workroom.inspections.checks import entered_twice, obstacles
from cleardays.workroom.inspections.holding import follows
from cleardays.workroom.inspections.models import Inspection
from cleardays.workroom.inspections.presenting import (
    ShownArea,
    areas_of,
    bodies_of,
    decisions_of,
    duties_of,
    events_of,
    facts_of,
    judgements_of_the_whole,
    refusals,
    shown_duty,
    to_hand_over,
    way_to,
)
from cleardays.workroom.inspections.routes import call_in_days, laid_out
from cleardays.workroom.inspections.thawing import last_published
from cleardays.workroom.people.models import MOST_CALL_IN_DAYS


@signed_in
@require_GET
def inspections(request: ViewerRequest) -> HttpResponse:
    """List the inspections that the viewer may see, newest first."""
    rows = Inspection.objects.visible_to(request.viewer).defer("reading")
    published = [one.inspection for one in last_published(request.viewer)]
    context = {
        "inspections": sorted(
            [*rows, *published], key=lambda one: (one.first_day or date.min, one.pk), reverse=True
        ),
        "may_follow": follows(request.viewer),
    }
    return TemplateResponse(request, "inspections/list.html", context)


@signed_in
@require_GET
def inspection(request: ViewerRequest, pk: int) -> HttpResponse:
    """Show what was found, who answers, what is due and which way leads there in time.

    Who may not see what has changed since it was published is shown what was.
    """
    rows = Inspection.objects.visible_to(request.viewer).select_related("previous", "file")
    shown = rows.filter(pk=pk).first()
    if shown is None:
        return _as_published(request, pk)
    may_follow, today = follows(request.viewer), localdate()
    bodies = bodies_of(shown, request.viewer)
    context = {
        "inspection": shown,
        "trail": way_to(),
        "facts": facts_of(shown),
        "bodies": bodies,
        "to_hand_over": to_hand_over(bodies, today),
        "areas": areas_of(shown, request.viewer),
        "judgements": judgements_of_the_whole(shown, request.viewer),
        "duties": duties_of(shown, request.viewer, today),
        "decisions": decisions_of(shown, request.viewer),
        "events": events_of(shown, request.viewer),
        "terms": (terms := terms_of(request, call_in_days(shown, request.viewer))),
        "laid": laid_out(shown, request.viewer, today, terms),
        "may_follow": may_follow,
        "refused": refusals(obstacles(shown, today)) if may_follow else [],
        "twice": entered_twice(shown) if may_follow else [],
        "history": history_of(shown) if may_follow else [],
    }
    return TemplateResponse(request, "inspections/inspection.html", context)


def _as_published(request: ViewerRequest, pk: int) -> HttpResponse:
    found = last_published(request.viewer, pk)
    if not found:
        raise Http404
    (thawed,), today = found, localdate()
    context = {
        "inspection": thawed.inspection,
        "version": thawed.version,
        "trail": way_to(),
        "facts": facts_of(thawed.inspection),
        "bodies": thawed.bodies(),
        "areas": [ShownArea(one, tuple(led), tuple(said)) for one, led, said in thawed.areas()],
        "judgements": thawed.judgements(),
        "duties": [shown_duty(one, today) for one in thawed.duties()],
        "decisions": thawed.decisions(),
        "events": thawed.events(),
        "may_follow": False,
    }
    return TemplateResponse(request, "inspections/inspection.html", context)


def terms_of(request: ViewerRequest, usual: int) -> Terms:
    """Return what a decision needs here: asked for in the address, the council's usual if not."""
    days = request.GET.get("call_in", "")
    call_in = min(int(days), MOST_CALL_IN_DAYS) if days.isdecimal() else usual
    return Terms(request.GET.get("key") != "no", call_in)
