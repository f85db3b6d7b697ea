"""From a form to an action: what is refused comes back beside the form, never as a crash."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest

from cleardays.workroom.access.viewer import NotAllowed
from cleardays.workroom.workflow.engine import Refused
from cleardays.workroom.workflow.meanwhile import changed_meanwhile

KEPT = "Nothing was saved yet, and what you typed is kept here: look through it, then save again"


def attempt(form: BaseForm, deed: Callable[[dict[str, Any]], object]) -> bool:
    """Do the deed with what was typed, and say whether it is done; reasons go on the form."""
    if not form.is_valid():
        return False
    if changed := list(changed_meanwhile(form)):
        for sentence in (*changed, KEPT):
            form.add_error(None, sentence)
        return False
    try:
        deed(form.cleaned_data)
    except Refused as refusal:
        for reason in refusal.reasons:
            form.add_error(None, reason)
        return False
    except NotAllowed as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


def press(request: HttpRequest, deed: Callable[[], object], *, done: str) -> bool:
    """Do what a button asks, and say at the top of the next page what came of it."""
    try:
        deed()
    except Refused as refusal:
        for reason in refusal.reasons:
            messages.error(request, reason)
        return False
    except NotAllowed as refusal:
        messages.error(request, str(refusal))
        return False
    messages.success(request, done)
    return True
