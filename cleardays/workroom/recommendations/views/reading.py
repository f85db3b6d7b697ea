"""The register of what committees asked for, and the page of one ask."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_GET

from cleardays.design.values import Link
from cleardays.workroom.access.decorators import ViewerRequest, signed_in
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.audit.history import history_of
from cleardays.workroom.recommendations.actions.answering import may_answer
from cleardays.workroom.recommendations.answering import answering
from cleardays.workroom.recommendations.clocks import RULES
from cleardays.workroom.recommendations.models import Ask
from cleardays.workroom.recommendations.recalls import recall_of
from cleardays.workroom.recommendations.workflow import ASK

PAGE = 50
TONES = {"open": "warning", "answered": "note", "accepted": "good", "withdrawn": "plain"}
FORMS = ("accept", "reopen", "withdraw")


@signed_in
@require_GET
def register(request: ViewerRequest) -> HttpResponse:
    """List what was asked, by committee: what is overdue comes first."""
    today = localdate()
    seen = Ask.objects.visible_to(request.viewer).in_order(today)
    related = ("committee", "meeting__committee", "asked_of")
    page = Paginator(seen.select_related(*related), PAGE).get_page(request.GET.get("page"))
    rows = [
        (one, "Overdue" if one.is_overdue(today) else one.get_state_display(), tone_of(one))
        for one in page
    ]
    return TemplateResponse(request, "recommendations/list.html", {"rows": rows, "page": page})


@signed_in
@require_GET
def ask(request: ViewerRequest, pk: int) -> HttpResponse:
    """Show what was asked, what came back, and what was done about it."""
    shown = ask_or_404(request, pk)
    context = {
        "ask": shown,
        "trail": way_to(),
        "tone": tone_of(shown),
        "is_overdue": shown.is_overdue(localdate()),
        "rule": RULES.get(shown.rule),
        "recalled": (recalled := recall_of(shown)),
        "may_publish": recalled and request.viewer.can(Permission.RECALL, shown.committee_id),
        "answered_by": answering(shown, request.viewer),
        "deeds": deeds_of(shown, request.viewer),
        "history": history_of(shown),
    }
    return TemplateResponse(request, "recommendations/ask.html", context)


def ask_or_404(request: ViewerRequest, pk: int) -> Ask:
    """Return an ask among those that the viewer may see."""
    related = ("committee", "meeting__committee", "asked_of", "item", "accepted_at_meeting")
    seen = Ask.objects.visible_to(request.viewer).select_related(*related)
    return get_object_or_404(seen, pk=pk)


def way_to(ask: Ask | None = None) -> list[Link]:
    """Return the links from the register down to an ask."""
    trail = [Link("Asked by committees", reverse("recommendations:list"))]
    return [*trail, Link(ask.title, ask.get_absolute_url())] if ask else trail


def tone_of(ask: Ask) -> str:
    return "bad" if ask.is_overdue(localdate()) else TONES[ask.state]


def deeds_of(ask: Ask, viewer: Viewer) -> list[Link]:
    """Return what this viewer can do about an ask."""
    waits = ask.state in ASK.transitions["answer"].sources
    deeds = []
    if waits and may_answer(ask, viewer):
        label = "Answer" if ask.state == Ask.State.OPEN else "Give a fuller answer"
        deeds.append(Link(label, reverse("recommendations:answer", args=[ask.pk])))
    deeds += [
        Link(option.transition.label, reverse(f"recommendations:{name}", args=[ask.pk]))
        for option in ASK.options(ask, viewer, now())
        if (name := option.transition.name) in FORMS
    ]
    if viewer.can(Permission.RECALL, ask.committee_id) and not recall_of(ask):
        take = reverse("recommendations:recall", args=[ask.pk])
        deeds.append(Link("Take it back from the public", take))
    return deeds
