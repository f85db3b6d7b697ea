"""The page of one deed: its form, and doing it; and the links to the deeds that fit a thing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
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
from cleardays.workroom.plans.models import (
    Action,
    Dependency,
    Evidence,
    Milestone,
    Plan,
    Proposal,
    Risk,
    Update,
    Voice,
)
from cleardays.workroom.plans.models.seeing import follows
from cleardays.workroom.plans.posts import warnings_in
from cleardays.workroom.plans.views import offers, partners
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
        {**offers.ACTION, **partners.ACTION},
        ("plan__organisation", "lead_body"),
        plan=lambda thing: thing.plan,
        action=lambda thing: thing,
    ),
    "milestone": Kind(Milestone, {**offers.MILESTONE, **partners.MILESTONE}, OF_ACTION),
    "proposal": Kind(Proposal, partners.PROPOSAL, (*OF_ACTION, "milestone", "body")),
    "evidence": Kind(Evidence, offers.EVIDENCE, OF_ACTION),
    "update": Kind(Update, partners.UPDATE, (*OF_ACTION, "body")),
    "dependency": Kind(Dependency, offers.DEPENDENCY, (*OF_ACTION, "on")),
    "risk": Kind(
        Risk, offers.RISK, ("plan",), plan=lambda thing: thing.plan, action=lambda thing: None
    ),
    "voice": Kind(
        Voice, offers.VOICE, ("plan",), plan=lambda thing: thing.plan, action=lambda thing: None
    ),
}


def deeds_of(kind: str, thing: Any, viewer: Viewer) -> list[Link]:
    """Return what this viewer can do to a thing as it stands, as links."""
    return [
        Link(deed.label, reverse("plans:deed", args=[kind, thing.pk, name]))
        for name, deed in KINDS[kind].deeds.items()
        if is_for(deed, viewer) and deed.fits(thing)
    ]


def is_for(deed: Deed, viewer: Viewer) -> bool:
    """Say whether a deed is this viewer's; whether it fits the thing as it stands is apart."""
    return deed.for_followers if follows(viewer) else deed.for_all


def plan_deeds(plan: Plan, viewer: Viewer) -> list[Link]:
    return deeds_of("plan", plan, viewer)


def _tell(request: ViewerRequest, done: Deed, data: dict[str, Any]) -> None:
    """Say on the next page what came of it, and what in it looks like a person's name."""
    if done.done:
        messages.success(request, done.done)
    for words in warnings_in(data):
        messages.warning(request, f"{words}. Change it if it is one.")


@requires(Permission.UPDATE_ACTIONS)
@require_http_methods(["GET", "POST"])
def deed(request: ViewerRequest, kind: str, pk: int, name: str) -> HttpResponse:
    """Show the form of a deed, and do it."""
    known = KINDS.get(kind)
    wanted = known.deeds.get(name) if known else None
    if known is None or wanted is None or not is_for(wanted, request.viewer):
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
        _tell(request, wanted, form.cleaned_data)
        return redirect(action or plan)
    as_shown([plan], request.viewer)
    shown = wanted.shows(thing)
    context = {
        "form": form,
        "heading": wanted.label,
        "thing": (action if shown else None) or thing,
        "shown": shown,
        "button": wanted.button,
        "trail": way_to(plan, action),
        "has_file": "file" in form.fields,
    }
    return TemplateResponse(request, "plans/form.html", context)
