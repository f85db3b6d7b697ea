"""Keeping an item from the public, and opening it again."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods

from cleardays.workroom.access.decorators import ViewerRequest, requires
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.meetings import actions
from cleardays.workroom.meetings.forms import ConfidentialForm, ExemptForm, ReasonForm
from cleardays.workroom.meetings.models import AgendaItem, Exemption
from cleardays.workroom.meetings.views.finding import item_or_404, meeting_or_404
from cleardays.workroom.meetings.views.listing import way_to
from cleardays.workroom.workflow.attempting import attempt


@requires(Permission.MARK_EXEMPT)
@require_http_methods(["GET", "POST"])
def add_exempt(request: ViewerRequest, pk: int) -> HttpResponse:
    """Add an item that is exempt from the start."""
    meeting = meeting_or_404(request, pk, Permission.MARK_EXEMPT)
    form = ExemptForm(request.POST or None)
    if request.method == "POST" and attempt(
        form, lambda data: actions.add_exempt_item(meeting, **data, by=request.viewer, at=now())
    ):
        return redirect(meeting)
    trail = way_to(meeting)
    context = {"form": form, "trail": trail, "heading": "Add an exempt item"}
    return TemplateResponse(request, "meetings/exempt.html", context)


@requires(Permission.MARK_EXEMPT)
@require_http_methods(["GET", "POST"])
def mark_exempt(request: ViewerRequest, pk: int) -> HttpResponse:
    """Mark an item exempt, or decide anew about one that is."""
    item = item_or_404(request, pk, Permission.MARK_EXEMPT)
    form = ExemptForm(request.POST or None, initial=_known(request, item))
    if request.method == "POST" and attempt(
        form, lambda data: actions.mark_exempt(item, **data, by=request.viewer, at=now())
    ):
        return redirect(item)
    heading = f"Keep item {item.position} from the public"
    trail = way_to(item.meeting, item)
    context = {"form": form, "item": item, "heading": heading, "trail": trail}
    return TemplateResponse(request, "meetings/exempt.html", context)


@requires(Permission.MARK_EXEMPT)
@require_http_methods(["GET", "POST"])
def mark_confidential(request: ViewerRequest, pk: int) -> HttpResponse:
    """Mark an item confidential: the law leaves no choice."""
    item = item_or_404(request, pk, Permission.MARK_EXEMPT)
    form = ConfidentialForm(request.POST or None, initial={"private_title": item.public_title})
    if request.method == "POST" and attempt(
        form, lambda data: actions.mark_confidential(item, **data, by=request.viewer, at=now())
    ):
        return redirect(item)
    lead = "Confidential information may never be published, whatever anybody decides."
    context = {
        "form": form,
        "trail": way_to(item.meeting, item),
        "heading": f"Mark item {item.position} confidential",
        "lead": lead,
    }
    return TemplateResponse(request, "meetings/form.html", context)


@requires(Permission.MARK_EXEMPT)
@require_http_methods(["GET", "POST"])
def mark_open(request: ViewerRequest, pk: int) -> HttpResponse:
    """Open an item again, with the reason."""
    item = item_or_404(request, pk, Permission.MARK_EXEMPT)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and attempt(
        form, lambda data: actions.mark_open(item, **data, by=request.viewer, at=now())
    ):
        return redirect(item)
    lead = "The public title stays. Its report stays exempt until that is opened as well."
    context = {
        "form": form,
        "trail": way_to(item.meeting, item),
        "heading": f"Open item {item.position} to the public",
        "lead": lead,
    }
    return TemplateResponse(request, "meetings/form.html", context)


def _known(request: ViewerRequest, item: AgendaItem) -> dict[str, object]:
    """Return what the form starts from: the decision in force, else the item's own title."""
    seen = Exemption.objects.visible_to(request.viewer).in_force().filter(item=item)
    decision = seen.first()
    if decision is None:
        return {"private_title": item.public_title}
    return {
        "private_title": decision.private_title,
        "public_title": item.public_title,
        "paragraphs": list(item.paragraphs),
        "reasoning": decision.public_interest_reasoning,
        "is_negotiation": decision.is_negotiation,
        "only_for": "\n".join(decision.posts),
        "review_on": decision.review_on,
    }
