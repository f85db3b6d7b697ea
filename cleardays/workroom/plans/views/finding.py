"""Finding what a page is about among what the viewer may see, and the way back up."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from cleardays.design.values import Link
from cleardays.workroom.access.decorators import ViewerRequest
from cleardays.workroom.plans.heads import as_shown
from cleardays.workroom.plans.models import Action, Plan
from cleardays.workroom.plans.models.seeing import follows


def plan_or_404(request: ViewerRequest, pk: int, *, to_follow: bool = False) -> Plan:
    """Return a plan; ``to_follow``, only to those who follow findings."""
    if to_follow and not follows(request.viewer):
        raise Http404
    seen = Plan.objects.visible_to(request.viewer).select_related("organisation", "supersedes")
    (plan,) = as_shown([get_object_or_404(seen, pk=pk)], request.viewer)
    return plan


def action_or_404(request: ViewerRequest, pk: int) -> Action:
    """Return an action with its plan and the body that leads it."""
    seen = Action.objects.visible_to(request.viewer)
    related = ("plan__organisation", "lead_body", "carried_from__plan")
    action = get_object_or_404(seen.select_related(*related), pk=pk)
    before = action.carried_from
    as_shown([action.plan, *([before.plan] if before else [])], request.viewer)
    return action


def way_to(plan: Plan | None = None, action: Action | None = None) -> list[Link]:
    """Return the links from the list of plans down to a plan, or to an action."""
    trail = [Link("Plans", reverse("plans:list"))]
    if plan is not None:
        trail.append(Link(plan.title, plan.get_absolute_url()))
    if action is not None:
        trail.append(Link(action.ref, action.get_absolute_url()))
    return trail
