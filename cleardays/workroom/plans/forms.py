"""What may be typed about plans and their actions."""

import re
from collections.abc import Iterable
from typing import Any

from django import forms

from cleardays.design.forms import DayField
from cleardays.workroom.inspections.models import Area, Inspection
from cleardays.workroom.people.forms import Addresses
from cleardays.workroom.people.models import Organisation
from cleardays.workroom.plans.models import Plan


def sentences(
    label: str, *, required: bool = True, rows: int = 3, hint: str = ""
) -> forms.CharField:
    """Make a field for a few sentences."""
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=required, widget=widget, help_text=hint)


class PlanForm(forms.Form):
    """A plan, as begun or changed."""

    kind = forms.ChoiceField(label="Kind", choices=Plan.Kind.choices)
    title = forms.CharField(label="Title", max_length=300)
    summary = sentences("In plain words", required=False, hint="Public.")
    period_words = forms.CharField(
        label="For what time", max_length=200, required=False, help_text="Such as: 2025 to 2027."
    )
    note = sentences("What is not known or conflicts", required=False, hint="Public.")
    sources = Addresses(label="Sources", required=False, help_text="Public: one a line.")
    private_note = sentences("Note for officers", required=False, hint="Never published.")


class NewPlanForm(PlanForm):
    """A plan to be begun, of a body."""

    organisation = forms.ModelChoiceField(
        label="Whose plan", queryset=Organisation.objects.order_by("name")
    )
    field_order = ["organisation"]


class InspectionsForm(forms.Form):
    """Which inspections a plan answers."""

    inspections = forms.MultipleChoiceField(
        label="Inspections", required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, inspections: Iterable[Inspection], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = {str(one.pk): one for one in inspections}
        field = self.fields["inspections"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 - narrows the type
        field.choices = [(key, str(one)) for key, one in self.known.items()]

    def clean_inspections(self) -> list[Inspection]:
        return [self.known[key] for key in self.cleaned_data["inspections"]]


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


class ActionForm(forms.Form):
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
    areas = forms.MultipleChoiceField(
        label="Areas that it answers", required=False, widget=forms.CheckboxSelectMultiple
    )
    reported_status = forms.CharField(
        label="Status in the plan's own words",
        max_length=60,
        required=False,
        help_text="Only where the plan has a legend of its own.",
    )
    private_note = sentences("Note for officers", required=False, hint="Never published.")

    def __init__(self, *args: Any, areas: Iterable[Area], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = {str(one.pk): one for one in areas}
        field = self.fields["areas"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 - narrows the type
        field.choices = [(key, f"{one.inspection}: {one}") for key, one in self.known.items()]

    def clean_areas(self) -> list[Area]:
        return [self.known[key] for key in self.cleaned_data["areas"]]


class NewActionForm(ActionForm):
    """An action to be added, with the dates first agreed."""

    ref = forms.CharField(
        label="Reference", max_length=30, help_text="Stays with it in every version. Such as: 2.1."
    )
    start = DayField(label="Planned start", required=False)
    finish = DayField(label="Planned finish", required=False)
    field_order = ["ref", "title", "text", "start", "finish"]


class OnForm(forms.Form):
    """A day on which something happened."""

    on = DayField(label="Date")


class StopForm(OnForm):
    """A day, and why."""

    reason = sentences("Why", hint="Public.")


class WhyForm(forms.Form):
    """Why something is undone."""

    reason = sentences("Why")


class MoveForm(forms.Form):
    """A planned date to be moved."""

    new = DayField(label="New date")
    reason = sentences(
        "Why it moves", required=False, hint="Public. Needed once a date was agreed."
    )
    effect = sentences("What the delay does to families", required=False, hint="Public.")
    approved_by = forms.CharField(
        label="Approved by", max_length=200, required=False, help_text="A post or a board. Public."
    )


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
    """Which action has to finish first, by its reference."""

    ref = forms.CharField(label="Reference of the action that must finish first", max_length=30)
    why = forms.CharField(label="Why", max_length=300, required=False)


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


class RiskForm(forms.Form):
    """What may go wrong."""

    text = forms.CharField(label="What may go wrong", max_length=500)
    owner = forms.CharField(label="Whose risk", max_length=200, help_text="A post.")
    likelihood = forms.IntegerField(label="How likely, 1 to 5", min_value=1, max_value=5)
    effect = forms.IntegerField(label="How bad, 1 to 5", min_value=1, max_value=5)
    mitigation = sentences("What is done about it")
    is_public = forms.BooleanField(label="Publish it with the next version", required=False)


class VoiceForm(forms.Form):
    """What families said."""

    group = forms.CharField(
        label="Who said it", max_length=200, help_text="A group, never a person. Public."
    )
    said = sentences("What was said", hint="In the group's words. Nothing about any child.")
    said_on = DayField(label="When")


class AnswerForm(forms.Form):
    """What came of what families said."""

    promised = sentences("What was promised", required=False)
    due = DayField(label="By when", required=False)
    done = sentences("What was done", required=False)
    changed = sentences("What is different for families", required=False)


class Counts(forms.CharField):
    """Counts, one a line: the word, a colon, the number."""

    widget = forms.Textarea(attrs={"rows": 4})

    def to_python(self, value: Any) -> Any:
        lines = [line.strip() for line in str(value or "").splitlines() if line.strip()]
        pairs = [re.fullmatch(r"(.+):\s*(\d+)", line) for line in lines]
        if wrong := [line for line, pair in zip(lines, pairs, strict=True) if pair is None]:
            raise forms.ValidationError(f"“{wrong[0]}”: write a word, a colon and a number")
        return {pair[1].strip(): int(pair[2]) for pair in pairs if pair}


class CountsForm(forms.Form):
    """Counts as a paper stated them."""

    as_at = DayField(label="As at")
    counts = Counts(label="Counts", help_text="One a line, such as: on track: 46.")
    total = forms.IntegerField(label="The total that the paper gives", min_value=0)
    source = forms.CharField(label="Which paper", max_length=500, required=False)


class StepForm(OnForm):
    """A step of a plan from draft to closed."""

    state = forms.ChoiceField(label="The plan was", choices=Plan.State.choices)
    reason = sentences("Why", required=False, hint="Needed for a step back.")
    field_order = ["state", "on"]


class ReleaseForm(forms.Form):
    """The release of exactly what was read."""

    read = forms.CharField(widget=forms.HiddenInput)
    as_at = DayField(label="As at")
    note = sentences("What the public is told of this version", required=False)
