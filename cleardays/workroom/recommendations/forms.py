"""What may be typed about what a committee asked for."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from cleardays.design.forms import DayField
from cleardays.workroom.meetings.models import Meeting
from cleardays.workroom.people.forms import Addresses
from cleardays.workroom.people.models import Organisation
from cleardays.workroom.recommendations.clocks import CLOCKS
from cleardays.workroom.recommendations.models import Ask

NONE_HELD = (
    "No published meeting was held since the answer. Come back on the day of the next one, or"
    " after it."
)


class AskForm(forms.Form):
    """What was asked, of whom, by when."""

    kind = forms.ChoiceField(label="Kind", choices=Ask.Kind.choices)
    text = forms.CharField(
        label="What the committee asked for",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Public. Nothing about any child.",
    )
    asked_of = forms.ModelChoiceField(
        label="Which body has to answer", queryset=Organisation.objects.order_by("name")
    )
    post = forms.CharField(
        label="Which post", max_length=200, help_text="Such as: Director of Education. No name."
    )
    due = DayField(label="By when", required=False, help_text="If the committee named a day.")
    due_words = forms.CharField(
        label="By when, in its words",
        max_length=100,
        required=False,
        help_text="Such as: the next meeting.",
    )
    clock = forms.ChoiceField(
        label="Clock of the law", choices=list(CLOCKS.items()), required=False
    )
    received_on = DayField(
        label="When the body received it",
        required=False,
        help_text="For a clock. The day of the meeting unless you say otherwise.",
    )
    notice_on = DayField(
        label="When it received the notice that requires an answer",
        required=False,
        help_text="For the two months.",
    )
    sources = Addresses(
        label="Sources", required=False, help_text="Public: web addresses, one a line."
    )


class AnswerForm(forms.Form):
    """The answer, in public."""

    words = forms.CharField(
        label="The answer",
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="Public as soon as you save it. Nothing about any child.",
    )
    answered_on = DayField(label="When it was given")


class AcceptForm(forms.Form):
    """The meeting at which the committee accepted the answer."""

    meeting = forms.ChoiceField(label="At which meeting the committee accepted it")

    def __init__(self, *args: Any, meetings: QuerySet[Meeting], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = {str(one.pk): one for one in meetings.select_related("committee")}
        field = self.fields["meeting"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - narrows the type
        field.choices = [(key, str(one)) for key, one in self.known.items()]
        if not self.known:
            field.help_text = NONE_HELD

    def clean_meeting(self) -> Meeting:
        return self.known[self.cleaned_data["meeting"]]


class ReasonForm(forms.Form):
    """Why."""

    reason = forms.CharField(label="Why", widget=forms.Textarea(attrs={"rows": 3}))


class RecallForm(forms.Form):
    """Why an ask is taken back."""

    reason = forms.CharField(
        label="Why it is taken back",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=(
            "Public: it stands where the ask was. Its words and those of the answer are deleted"
            " from the public record, for good."
        ),
    )
