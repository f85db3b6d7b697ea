"""The page of one deed: its form, and doing it; and the links to the deeds that fit a thing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods

from cleardays.design.values import Link
from cleardays.workroom.access.decorators import ViewerRequest, requires
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.plans.heads import as_shown
from cleardays.workroom.plans.models import Action, Evidence, Milestone, Plan, Update, Voice
from cleardays.workroom.plans.models.seeing import follows
from cleardays.workroom.plans.views import offers
from cleardays.workroom.plans.views.finding import way_to
from cleardays.workroom.plans.views.offers import Deed
from cleardays.workroom.workflow.attempting import attempt


@dataclass(frozen=True)
class Kind:
    """A kind of thing that has deeds; ``plan`` and ``action`` say where it belongs."""

    model: type[Model]
    deeds: Mapping[str, Deed]
    related: tuple[str, ...] = ()
    plan: Callable[[Any], Plan] = field(default=lambda thing: thing.action.plan)
    action: Callable[[Any], Action | None] = field(default=lambda thing: thing.action)


OF_ACTION = ("action__plan__organisation", "action__lead_body")
KINDS: Mapping[str, Kind] = {
    "plan": Kind(
        Plan, offers.PLAN, ("organisation",), plan=lambda thing: thing, action=lambda thing: None
    ),
    "action": Kind(
        Action,
        offers.ACTION,
        ("plan__organisation", "lead_body"),
        plan=lambda thing: thing.plan,
        action=lambda thing: thing,
    ),
    "milestone": Kind(Milestone, offers.MILESTONE, OF_ACTION),
    "evidence": Kind(Evidence, offers.EVIDENCE, OF_ACTION),
    "update": Kind(Update, offers.UPDATE, OF_ACTION),
    "voice": Kind(
        Voice, offers.VOICE, ("plan",), plan=lambda thing: thing.plan, action=lambda thing: None
    ),
}


def deeds_of(kind: str, thing: Any, viewer: Viewer) -> list[Link]:
    """Return what this viewer can do to a thing as it stands, as links."""
    may_all = follows(viewer)
    return [
        Link(deed.label, reverse("plans:deed", args=[kind, thing.pk, name]))
        for name, deed in KINDS[kind].deeds.items()
        if (may_all or deed.for_all) and deed.fits(thing)
    ]


def plan_deeds(plan: Plan, viewer: Viewer) -> list[Link]:
    return deeds_of("plan", plan, viewer)


@requires(Permission.UPDATE_ACTIONS)
@require_http_methods(["GET", "POST"])
def deed(request: ViewerRequest, kind: str, pk: int, name: str) -> HttpResponse:
    """Show the form of a deed, and do it."""
    known = KINDS.get(kind)
    wanted = known.deeds.get(name) if known else None
    if known is None or wanted is None or not (wanted.for_all or follows(request.viewer)):
        raise Http404
    seen = known.model._default_manager.visible_to(request.viewer)  # type: ignore[attr-defined]
    thing = get_object_or_404(seen.select_related(*known.related), pk=pk)
    plan, action = known.plan(thing), known.action(thing)
    form = wanted.form(
        request.POST if request.method == "POST" else None,
        request.FILES or None,
        initial=wanted.begin(thing),
        **wanted.needs(thing, request.viewer),
    )
    if request.method == "POST" and attempt(
        form, lambda data: wanted.do(thing, data, by=request.viewer, at=now())
    ):
        return redirect(action or plan)
    as_shown([plan], request.viewer)
    context = {
        "form": form,
        "heading": wanted.label,
        "thing": thing,
        "trail": way_to(plan, action),
        "has_file": "file" in form.fields,
    }
    return TemplateResponse(request, "plans/form.html", context)
