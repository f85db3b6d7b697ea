"""What may be typed about keeping an item from the public."""

from django import forms

from cleardays.design.forms import DayField
from cleardays.law.exclusion import Secrecy
from cleardays.law.exemption import PARAGRAPHS

SCHEDULE = [(number, f"Paragraph {number}: {words}") for number, words in PARAGRAPHS.items()]
KINDS = [(kind.value, kind.value.capitalize()) for kind in Secrecy if kind.is_confidential]


class TitlesForm(forms.Form):
    """The two titles of an item that is kept from the public."""

    private_title = forms.CharField(
        label="Private title", max_length=500, help_text="For those cleared to see it."
    )
    public_title = forms.CharField(
        label="Public title",
        max_length=500,
        help_text="Everybody reads this on the agenda. It may give nothing exempt away.",
    )


class ExemptForm(TitlesForm):
    """Why an item is exempt."""

    paragraphs = forms.TypedMultipleChoiceField(
        label="Paragraph of Schedule 12A",
        choices=SCHEDULE,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        help_text="Under which the information is exempt (Local Government Act 1972).",
    )
    reasoning = forms.CharField(
        label="Public interest",
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Why keeping it exempt outweighs disclosing it. Never published.",
    )
    is_negotiation = forms.BooleanField(
        label="It holds terms of a contract under negotiation",
        required=False,
        initial=True,
        help_text="Under paragraph 3 every member may see it otherwise.",
    )
    only_for = forms.CharField(
        label="Of the committee's members, only these",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=(
            "Posts as they sign in, one a line, if not all need to know. Leave it empty and"
            " every member of the committee reads it once the agenda is published."
        ),
    )
    review_on = DayField(
        label="Ask again on",
        required=False,
        help_text="An exemption lasts only so long as its reasons do.",
    )

    def clean_only_for(self) -> list[str]:
        return [line for line in self.cleaned_data["only_for"].splitlines() if line.strip()]


class ConfidentialForm(TitlesForm):
    """Which law makes an item confidential."""

    secrecy = forms.TypedChoiceField(
        label="Why the law leaves no choice",
        choices=KINDS,
        coerce=Secrecy,
        widget=forms.RadioSelect,
    )
