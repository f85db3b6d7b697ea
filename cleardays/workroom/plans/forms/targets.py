"""What may be typed about what a measure is for in a plan: baseline, target and way."""

from typing import Any

from django import forms

from cleardays.design.forms import DayField
from cleardays.workroom.plans.forms.fields import AreasForm
from cleardays.workroom.plans.models import Plan


class PlanChoiceForm(forms.Form):
    """In which plan a measure is to be used."""

    plan = forms.ModelChoiceField(label="Plan", queryset=Plan.objects.none())

    def __init__(self, *args: Any, plans: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["plan"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - narrows the type
        field.queryset = plans


class Points(forms.CharField):
    """Points on the way, one a line: a day, a colon, the figure."""

    widget = forms.Textarea(attrs={"rows": 3})

    def to_python(self, value: Any) -> Any:
        lines = [line.strip() for line in str(value or "").splitlines() if line.strip()]
        return sorted(map(_point, lines))


def _point(line: str) -> tuple[str, float]:
    day, _, figure = (part.strip() for part in line.rpartition(":"))
    try:
        return forms.DateField(input_formats=["%Y-%m-%d", "%d/%m/%Y", "%d %B %Y"]).clean(
            day
        ).isoformat(), float(figure)
    except (forms.ValidationError, ValueError):
        raise forms.ValidationError(
            f"“{line}”: write a day, a colon and a figure, such as 1 September 2026: 60"
        ) from None


class TargetForm(AreasForm):
    """What a measure is for in a plan: its areas and actions, where it starts and is to be."""

    areas = forms.MultipleChoiceField(
        label="Areas that it measures", required=False, widget=forms.CheckboxSelectMultiple
    )
    actions = forms.CharField(
        label="Actions that it measures",
        required=False,
        help_text="References with commas between them, such as: 1.2, 1.3.",
    )
    baseline = forms.FloatField(
        label="Baseline", required=False, help_text="The figure when the plan was made. Public."
    )
    baseline_on = DayField(label="Day of the baseline", required=False)
    target = forms.FloatField(label="Target", required=False)
    target_on = DayField(label="To be reached by", required=False)
    trajectory = Points(
        label="Points on the way",
        required=False,
        help_text="One a line: a day, a colon and a figure. Such as: 1 September 2026: 60.",
    )
    is_checked = forms.BooleanField(
        label="It is meant so: save it as it is", required=False, widget=forms.HiddenInput
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.known:
            del self.fields["areas"]

    def clean_actions(self) -> list[str]:
        return [one.strip() for one in self.cleaned_data["actions"].split(",") if one.strip()]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if (cleaned.get("target") is None) != (cleaned.get("target_on") is None):
            self.add_error("target", "Give the target with the day by which it is to be reached")
        return cleaned

    def ask_to_check(self) -> None:
        """Show the box with which somebody says that what seems wrong is meant."""
        self.fields["is_checked"].widget = forms.CheckboxInput()
