"""Pages about letters from the public."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.timezone import now
from django.views.decorators.http import require_GET, require_http_methods

from cleardays.workroom.access.decorators import ViewerRequest, requires
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.audit.models import AuditEvent
from cleardays.workroom.letters import actions
from cleardays.workroom.letters.forms import AnswerForm
from cleardays.workroom.letters.models import ReceivedLetter
from cleardays.workroom.workflow.engine import Refused


@requires(Permission.ANSWER_LETTERS)
@require_GET
def letters(request: ViewerRequest) -> HttpResponse:
    visible = ReceivedLetter.objects.visible_to(request.viewer)
    context = {
        "waiting": visible.filter(answered_at__isnull=True).order_by("sent_at"),
        "answered": visible.filter(answered_at__isnull=False)[:50],
    }
    return TemplateResponse(request, "letters/letters.html", context)


@requires(Permission.ANSWER_LETTERS)
@require_http_methods(["GET", "HEAD", "POST"])
def letter(request: ViewerRequest, pk: uuid.UUID) -> HttpResponse:
    found = get_object_or_404(ReceivedLetter.objects.visible_to(request.viewer), pk=pk)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.answer(found, form.cleaned_data["answer"], by=request.viewer, at=now())
            messages.success(request, "Noted as answered.")
            return redirect("letters:letters")
        except Refused as refusal:
            for reason in refusal.reasons:
                form.add_error(None, reason)
    context = {"letter": found, "form": form, "events": AuditEvent.objects.about(found)}
    return TemplateResponse(request, "letters/letter.html", context)
