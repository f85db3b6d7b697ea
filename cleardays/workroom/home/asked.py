"""What committees asked of this viewer's body or post; answers that wait for their word."""

from datetime import date

from django.db.models import Q
from django.urls import reverse

from cleardays.workroom.access.guard import held
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.home.waiting import SHOWN, Part, Waiting, due_in_words
from cleardays.workroom.recommendations.models import Ask


def to_answer(viewer: Viewer, today: date) -> Part:
    """Return what waits for an answer of the viewer's body or post, soonest due first."""
    body = viewer.organisation_id
    is_theirs = Q(asked_of=body) | Q(asked_of__successor=body) if body else Q(pk__in=[])
    own_post = Q(post__iexact=viewer.name)
    wanted = is_theirs if viewer.can_somewhere(Permission.UPDATE_ACTIONS) else is_theirs & own_post
    rows = Ask.objects.visible_to(viewer).filter(wanted, state=Ask.State.OPEN)
    asks = rows.select_related("committee").in_order(today).order_by("rank", "due", "pk")
    found = [_entry(one, viewer, today) for one in asks[:SHOWN]]
    return Part(
        "Asked by committees: waiting for your answer", found, reverse("recommendations:list")
    )


def to_settle(viewer: Viewer, today: date) -> Part:
    """Return answers of which the committee has not said whether it accepts them, for its officer
    and its members."""
    of_theirs = held(Permission.ASK, viewer, "committee") | _of_own_committees(viewer)
    rows = Ask.objects.visible_to(viewer).filter(of_theirs, state=Ask.State.ANSWERED)
    asks = rows.select_related("committee").order_by("answered_on", "pk")
    found = [
        Waiting(
            one.get_absolute_url(),
            one.title,
            f"{one.committee}, answered {one.answered_on:%-d %B %Y}",
            "For the committee to accept",
            "note",
        )
        for one in asks[:SHOWN]
    ]
    return Part("Answers that wait for a committee's word", found, reverse("recommendations:list"))


def not_answered(viewer: Viewer, today: date) -> Part:
    """Return what the committees of which the viewer is a member asked for and wait for."""
    rows = Ask.objects.visible_to(viewer).filter(_of_own_committees(viewer), state=Ask.State.OPEN)
    asks = rows.select_related("committee").in_order(today).order_by("rank", "due", "pk")
    found = [_entry(one, viewer, today) for one in asks[:SHOWN]]
    return Part("Your committees asked for this", found, reverse("recommendations:list"))


def _of_own_committees(viewer: Viewer) -> Q:
    return Q(committee__in=viewer.committees_with(Permission.READ_AS_MEMBER))


def _entry(ask: Ask, viewer: Viewer, today: date) -> Waiting:
    status, tone = due_in_words(ask.due, today)
    own = "your post" if ask.post.casefold() == viewer.name.casefold() else ask.post
    facts = f"{ask.committee}. To answer: {own}"
    return Waiting(
        ask.get_absolute_url(),
        ask.title,
        facts,
        status or (f"Due: {ask.due_words}" if ask.due_words else "No day was named"),
        tone,
    )
