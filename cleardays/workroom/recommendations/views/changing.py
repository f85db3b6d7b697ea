"""Recording an ask from an item of a meeting, answering it, and what the committee says then."""

from collections.abc import Callable
from typing import Any

from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_http_methods, require_POST

from cleardays.workroom.access.decorators import ViewerRequest, requires, signed_in
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.meetings.views.finding import item_or_404
from cleardays.workroom.recommendations import actions
from cleardays.workroom.recommendations.actions.answering import may_answer
from cleardays.workroom.recommendations.actions.settling import meetings_to_accept_at
from cleardays.workroom.recommendations.forms import (
    AcceptForm,
    AnswerForm,
    AskForm,
    ReasonForm,
    RecallForm,
)
from cleardays.workroom.recommendations.models import Ask
from cleardays.workroom.recommendations.views.reading import ask_or_404, way_to
from cleardays.workroom.workflow.attempting import attempt, press


@requires(Permission.ASK)
@require_http_methods(["GET", "POST"])
def record(request: ViewerRequest, pk: int) -> HttpResponse:
    """Record what the committee asked for under an item."""
    item = item_or_404(request, pk, Permission.ASK)
    form = AskForm(request.POST or None, initial={"asked_of": item.meeting.committee.organisation})
    made: list[Ask] = []

    def do(data: dict[str, Any]) -> None:
        made.append(actions.record_ask(item, **data, by=request.viewer, at=now()))

    if request.method == "POST" and attempt(form, do):
        return redirect(made[0])
    context = {"form": form, "heading": "What the committee asked for", "thing": item.public_title}
    return TemplateResponse(request, "recommendations/form.html", {**context, "trail": way_to()})


@signed_in
@require_http_methods(["GET", "POST"])
def answer(request: ViewerRequest, pk: int) -> HttpResponse:
    """Answer the committee, for the body that it asked."""
    ask = ask_or_404(request, pk)
    if not may_answer(ask, request.viewer):
        raise Http404
    initial = {"words": ask.answer, "answered_on": localdate()}
    form = AnswerForm(request.POST or None, initial=initial)
    return _settle(
        request,
        ask,
        form,
        "Answer the committee",
        lambda data: actions.answer(ask, **data, by=request.viewer, at=now()),
    )


@requires(Permission.ASK)
@require_http_methods(["GET", "POST"])
def accept(request: ViewerRequest, pk: int) -> HttpResponse:
    """Record the meeting at which the committee accepted the answer."""
    ask = _own_or_404(request, pk)
    form = AcceptForm(request.POST or None, meetings=meetings_to_accept_at(ask, localdate()))
    return _settle(
        request,
        ask,
        form,
        "Record that the committee accepted the answer",
        lambda data: actions.accept(ask, **data, by=request.viewer, at=now()),
    )


@requires(Permission.ASK)
@require_http_methods(["GET", "POST"])
def reopen(request: ViewerRequest, pk: int) -> HttpResponse:
    """Open an ask again, with the reason."""
    return _with_reason(request, pk, "Open it again", actions.reopen)


@requires(Permission.ASK)
@require_http_methods(["GET", "POST"])
def withdraw(request: ViewerRequest, pk: int) -> HttpResponse:
    """Record that the committee withdrew it, with the reason."""
    return _with_reason(request, pk, "Record that the committee withdrew it", actions.withdraw)


@requires(Permission.RECALL)
@require_http_methods(["GET", "POST"])
def recall(request: ViewerRequest, pk: int) -> HttpResponse:
    """Take an ask back from the public, with the reason that the public reads."""
    ask = _own_or_404(request, pk, Permission.RECALL)
    form = RecallForm(request.POST or None)
    return _settle(
        request,
        ask,
        form,
        "Take it back from the public",
        lambda data: actions.recall(ask, **data, by=request.viewer, at=now()),
    )


@requires(Permission.RECALL)
@require_POST
def publish_again(request: ViewerRequest, pk: int) -> HttpResponse:
    """Tell the public again of an ask that was taken back."""
    ask = _own_or_404(request, pk, Permission.RECALL)
    press(
        request,
        lambda: actions.publish_again(ask, by=request.viewer, at=now()),
        done="Published again. The public page follows in a moment.",
    )
    return redirect(ask)


def _own_or_404(request: ViewerRequest, pk: int, permission: Permission = Permission.ASK) -> Ask:
    ask = ask_or_404(request, pk)
    if not request.viewer.can(permission, ask.committee_id):
        raise Http404
    return ask


def _with_reason(
    request: ViewerRequest, pk: int, heading: str, action: Callable[..., Ask]
) -> HttpResponse:
    ask = _own_or_404(request, pk)
    form = ReasonForm(request.POST or None)
    return _settle(
        request, ask, form, heading, lambda data: action(ask, **data, by=request.viewer, at=now())
    )


def _settle(
    request: ViewerRequest,
    ask: Ask,
    form: Form,
    heading: str,
    deed: Callable[[dict[str, Any]], object],
) -> HttpResponse:
    """Show the form, or do the deed and go back to the ask."""
    if request.method == "POST" and attempt(form, deed):
        return redirect(ask)
    context = {"form": form, "heading": heading, "thing": ask.text, "trail": way_to(ask)}
    return TemplateResponse(request, "recommendations/form.html", context)
