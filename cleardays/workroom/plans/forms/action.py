"""What may be typed about the actions of a plan."""

from collections.abc import Iterable
from typing import Any

from django import forms

from cleardays.design.forms import DayField
from cleardays.workroom.people.models import Organisation
from cleardays.workroom.plans.forms.fields import AreasForm, OnForm, sentences
from cleardays.workroom.plans.models import Action, Plan


class Bodies(forms.CharField):
    """Supporting bodies, one a line: the body, a colon, and what it must do."""

    widget = forms.Textarea(attrs={"rows": 3})

    def to_python(self, value: Any) -> Any:
        lines = [line.strip() for line in str(value or "").splitlines() if line.strip()]
        return [_body(line) for line in lines]


def _body(line: str) -> tuple[Organisation, str]:
    name, _, what = (part.strip() for part in line.partition(":"))
    if not what:
        raise forms.ValidationError(f"“{line}”: after a colon, say what the body must do")
    body = Organisation.objects.filter(name__iexact=name).first()
    if body is None:
        raise forms.ValidationError(f"No body is called “{name}”: enter it in Committees first")
    return body, what


class ActionForm(AreasForm):
    """An action, as added or changed; its dates have their own pages once it is there."""

    title = forms.CharField(label="What will be done", max_length=500)
    text = sentences("More about it", required=False)
    lead = forms.CharField(
        label="Lead post", max_length=200, required=False, help_text="Exactly one post, no name."
    )
    lead_body = forms.ModelChoiceField(
        label="Body that leads",
        queryset=Organisation.objects.order_by("name"),
        required=False,
    )
    supporting = Bodies(
        label="Bodies that support it",
        required=False,
        help_text="One a line, each with what it must do. Such as: Lampshire ICB: pay for it.",
    )
    reported_status = forms.CharField(
        label="Status in the plan's own words",
        max_length=60,
        required=False,
        help_text="Only where the plan has a legend of its own.",
    )
    private_note = sentences("Note for officers", required=False, hint="Never published.")
    field_order = ["title", "text", "lead", "lead_body", "supporting", "areas"]


class NewActionForm(ActionForm):
    """An action to be added, with the dates first agreed."""

    ref = forms.CharField(
        label="Reference", max_length=30, help_text="Stays with it in every version. Such as: 2.1."
    )
    start = DayField(label="Planned start", required=False)
    finish = DayField(label="Planned finish", required=False)
    field_order = ["ref", "title", "text", "start", "finish"]


class StopForm(OnForm):
    """A day, and why."""

    reason = sentences("Why", hint="Public.")


class WhyForm(forms.Form):
    """Why something is undone."""

    reason = sentences("Why")


class MoveForm(forms.Form):
    """A planned date to be moved; one that was never agreed is set, and moves for no reason."""

    new = DayField(label="New date")
    reason = sentences("Why it moves", hint="Public.")
    effect = sentences("What the delay does to families", required=False, hint="Public.")
    approved_by = forms.CharField(
        label="Approved by", max_length=200, required=False, help_text="A post or a board. Public."
    )

    def __init__(self, *args: Any, is_agreed: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_agreed:
            new = self.fields["new"]
            new.label = "Date"
            new.help_text = "The date agreed first. From now on it moves only with a reason."
            self.fields = {"new": new}


class CarryForm(OnForm):
    """To which plan an action goes on."""

    to = forms.ChoiceField(label="To the plan")
    ref = forms.CharField(
        label="Its reference there", max_length=30, required=False, help_text="If it changes."
    )
    field_order = ["to", "ref", "on"]

    def __init__(self, *args: Any, plans: Iterable[Plan], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = {str(one.pk): one for one in plans}
        field = self.fields["to"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - narrows the type
        field.choices = [(key, str(one)) for key, one in self.known.items()]

    def clean_to(self) -> Plan:
        return self.known[self.cleaned_data["to"]]


class MilestoneForm(forms.Form):
    """A step with its test of completion."""

    label = forms.CharField(label="The step", max_length=300)
    test = forms.CharField(label="How anyone can tell that it is met", max_length=500)
    due = DayField(label="Due")


class DependencyForm(forms.Form):
    """Which other action of the plan has to finish first."""

    on = forms.ChoiceField(
        label="The action that must finish first",
        error_messages={"required": "Choose the action that must finish first"},
    )
    why = forms.CharField(label="Why", max_length=300, required=False)

    def __init__(self, *args: Any, others: Iterable[Action], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = {str(one.pk): one for one in others}
        field = self.fields["on"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - narrows the type
        named = [(key, f"{one.ref} {one.title}") for key, one in self.known.items()]
        field.choices = [("", "Choose"), *named]

    def clean_on(self) -> Action:
        return self.known[self.cleaned_data["on"]]


class EvidenceForm(forms.Form):
    """Something that shows what was done."""

    title = forms.CharField(label="What it is", max_length=300)
    kind = forms.CharField(
        label="Kind", max_length=50, help_text="Document, data, audit, survey, minutes."
    )
    on = DayField(label="Its date")
    url = forms.URLField(
        label="Web address",
        max_length=500,
        required=False,
        assume_scheme="https",
        help_text="Without an address or a file it is a claim, not evidence.",
    )
    file = forms.FileField(label="File", required=False)


class UpdateForm(forms.Form):
    """How an action is getting on."""

    as_at = DayField(label="As at")
    words = sentences("How it is getting on", rows=5)
    next_step = sentences("What comes next", required=False)
    confidence = forms.ChoiceField(
        label="How sure you are of the date",
        choices=[("", "Not said"), ("high", "High"), ("medium", "Medium"), ("low", "Low")],
        required=False,
        help_text="For the improvement lead; never published.",
    )
