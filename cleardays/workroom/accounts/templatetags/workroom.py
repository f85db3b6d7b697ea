"""The frame of every workroom page: where one can go, given what one may do."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.forms import BaseForm
from django.urls import ResolverMatch, reverse
from django.utils.html import format_html

from cleardays.design.values import Link
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.workflow.meanwhile import SEEN, seen_of

register = template.Library()


@dataclass(frozen=True)
class Place:
    """An entry of the main navigation; ``within`` are the URL names and apps it stands for."""

    text: str
    page: str
    within: frozenset[str]
    permission: Permission | None = None


PLACES = (
    Place("What needs you", "home:home", frozenset({"home"})),
    Place("Meetings", "meetings:list", frozenset({"meetings"}), Permission.READ_PAPERS),
    Place("Reports", "reports:list", frozenset({"reports", "documents"}), Permission.READ_PAPERS),
    Place("Inspections", "inspections:list", frozenset({"inspections"})),
    Place("Plans", "plans:list", frozenset({"plans"}), Permission.READ_PAPERS),
    Place("Asks", "recommendations:list", frozenset({"recommendations"}), Permission.READ_PAPERS),
    Place("Committees", "people:organisations", frozenset({"people", "meetings:committee"})),
    Place("Letters", "letters:letters", frozenset({"letters"}), Permission.ANSWER_LETTERS),
    Place("Users", "accounts:users", frozenset({"accounts"}), Permission.MANAGE_USERS),
)


@register.simple_tag
def seen(form: BaseForm) -> str:
    """Send along what the form of a change begins with, so that nobody's change is undone unseen.

    Goes inside the form, on pages whose view does its deed by ``attempt``.
    """
    return format_html('<input type="hidden" name="{}" value="{}">', SEEN, seen_of(form))


@register.simple_tag(takes_context=True)
def places(context: dict[str, Any]) -> list[Link]:
    """List where this viewer can go; nothing before signing in."""
    request = context.get("request")
    viewer = getattr(request, "viewer", None)
    if request is None or viewer is None or not viewer.is_signed_in:
        return []
    here = request.resolver_match
    open_to = [one for one in PLACES if not one.permission or viewer.can_somewhere(one.permission)]
    current = _nearest(open_to, here) if here else None
    return [Link(one.text, reverse(one.page), one is current) for one in open_to]


def _nearest(open_to: list[Place], here: ResolverMatch) -> Place | None:
    """Return the place that stands for this very page, else the one that stands for its app."""
    for name in (here.view_name, here.app_name):
        for place in open_to:
            if name in place.within:
                return place
    return None
