"""What passes between a body and who keeps the plan: dates proposed, and words sent back."""

from typing import Any

from django import forms

from cleardays.design.forms import DayField
from cleardays.workroom.plans.forms.fields import sentences


class ProposeForm(forms.Form):
    """Another date for one's own action."""

    new = DayField(label="New date")
    reason = sentences(
        "Why it should move", hint="Public with the date, if the improvement lead approves it."
    )
    effect = sentences(
        "What the delay does to families", required=False, hint="Public with the date."
    )


class ApproveForm(forms.Form):
    """Who agreed to the date."""

    approved_by = forms.CharField(
        label="Approved by", max_length=200, help_text="A post or a board. Public."
    )

    def __init__(self, *args: Any, approver: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["approved_by"].initial = approver


class SendBackForm(forms.Form):
    """What is missing."""

    words = sentences(
        "What you say to who sent it",
        hint="They read it on their first page. Never published.",
    )
