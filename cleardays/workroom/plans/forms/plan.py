"""What may be typed about a plan as a whole."""

import re
from collections.abc import Iterable
from typing import Any

from django import forms

from cleardays.design.forms import DayField
from cleardays.workroom.inspections.models import Inspection
from cleardays.workroom.people.forms import Addresses
from cleardays.workroom.people.models import Committee, Organisation
from cleardays.workroom.plans.forms.fields import AreasForm, OnForm, sentences
from cleardays.workroom.plans.models import Plan
from cleardays.workroom.recommendations.models import Ask


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


class AnsweredForm(forms.Form):
    """Which inspections, and what committees asked for, a plan answers."""

    inspections = forms.MultipleChoiceField(
        label="Inspections", required=False, widget=forms.CheckboxSelectMultiple
    )
    asks = forms.MultipleChoiceField(
        label="Recommendations and requests of committees",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Whether an answer satisfies it the committee says itself.",
    )

    def __init__(
        self, *args: Any, inspections: Iterable[Inspection], asks: Iterable[Ask], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.known: dict[str, dict[str, Any]] = {
            "inspections": {str(one.pk): one for one in inspections},
            "asks": {str(one.pk): one for one in asks},
        }
        for name, rows in self.known.items():
            field = self.fields[name]
            assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 - narrows the type
            field.choices = [(key, _answered(one)) for key, one in rows.items()]
            if not rows:
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """Return the rows that were chosen."""
        data = super().clean() or {}
        return {
            name: [rows[key] for key in data.get(name, ())] for name, rows in self.known.items()
        }


def _answered(one: Inspection | Ask) -> str:
    return f"{one.committee}: {one.title}" if isinstance(one, Ask) else str(one)


class CommitteesForm(forms.Form):
    """Which committees follow a plan."""

    committees = forms.ModelMultipleChoiceField(
        label="Committees",
        required=False,
        queryset=Committee.objects.order_by("name"),
        widget=forms.CheckboxSelectMultiple,
        help_text="Their page of what changed since they met shows it. None: that of every one.",
    )


class RiskForm(forms.Form):
    """What may go wrong."""

    text = forms.CharField(label="What may go wrong", max_length=500)
    owner = forms.CharField(label="Whose risk", max_length=200, help_text="A post.")
    likelihood = forms.IntegerField(label="How likely, 1 to 5", min_value=1, max_value=5)
    effect = forms.IntegerField(label="How bad, 1 to 5", min_value=1, max_value=5)
    mitigation = sentences("What is done about it")
    is_public = forms.BooleanField(label="Publish it with the next version", required=False)


class VoiceForm(AreasForm):
    """What families said."""

    group = forms.CharField(
        label="Who said it", max_length=200, help_text="A group, never a person. Public."
    )
    said = sentences("What was said", hint="In the group's words. Nothing about any child.")
    said_on = DayField(label="When")
    sources = Addresses(label="Sources", required=False, help_text="Public: one a line.")
    field_order = ["group", "said", "said_on", "areas"]


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


class RecallForm(forms.Form):
    """Why a plan is taken back."""

    reason = forms.CharField(
        label="Why it is taken back",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=(
            "Public: it stands where the plan was. The words of every version are deleted from the"
            " public record, for good; its title stays where other pages name it, until they are"
            " published again."
        ),
    )


class ReleaseForm(forms.Form):
    """The release of exactly what was read."""

    read = forms.CharField(widget=forms.HiddenInput)
    as_at = DayField(label="As at")
    note = sentences("What the public is told of this version", required=False)
    stated_published_on = DayField(
        label="Stated as published on",
        required=False,
        help_text="Only for a version that was public elsewhere before it comes here.",
    )
    stated_source = forms.CharField(
        label="Where that is known from", max_length=500, required=False, help_text="Public."
    )

    @property
    def is_entered_later(self) -> bool:
        """Say whether anything was typed of a version that was public before."""
        return any(self[name].value() for name in ("stated_published_on", "stated_source"))
