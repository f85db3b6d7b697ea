"""What may be typed about measures: what is counted, and figures."""

from datetime import date
from typing import Any

from django import forms

from cleardays.design.forms import DayField
from cleardays.progress.measures.series import Definition, Kind, Polarity, Unit
from cleardays.workroom.people.models import Organisation
from cleardays.workroom.plans.forms.fields import sentences
from cleardays.workroom.plans.models import Measure, Observation

NUMBER = "number"
UNITS = [(one.value or NUMBER, one.value or "A number, such as of children") for one in Unit]
BEGINNING = date(2000, 1, 1)
ELSEWHERE = "elsewhere"
PLACES = [
    (Observation.OWN, "Our own area"),
    ("England", "England"),
    ("Statistical neighbours", "Statistical neighbours"),
    (ELSEWHERE, "Somewhere else"),
]


def in_short(value: Any) -> Any:
    """Return what a form begins with: a whole number without its decimal point."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


class DefinitionForm(forms.Form):
    """A version of what is counted."""

    counted = forms.CharField(
        label="What is counted", max_length=200, help_text="Such as: plans issued within 20 weeks."
    )
    denominator = forms.CharField(
        label="Out of what",
        max_length=200,
        required=False,
        help_text="Such as: plans issued in the year. Leave it empty for a plain number.",
    )
    unit = forms.ChoiceField(label="Unit of the figure", choices=UNITS)
    kind = forms.ChoiceField(
        label="What one figure stands for",
        choices=[(one.value, str(one)) for one in Kind],
        initial=Kind.FLOW.value,
        help_text="Plans issued in a month are over the period: months add up to the year."
        " Children who wait on its last day are as at a day.",
    )
    polarity = forms.ChoiceField(
        label="Which way is better", choices=[(one.value, str(one)) for one in Polarity]
    )
    source = forms.CharField(
        label="Source", max_length=200, required=False, help_text="Such as: SEN2, January."
    )
    frequency = forms.CharField(
        label="How often it comes", max_length=100, required=False, help_text="Such as: monthly."
    )
    hides_zero = forms.BooleanField(
        label="Do not show a zero either",
        required=False,
        help_text="For what is so rare that “nobody” would tell something of somebody.",
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        multiplier = Unit("" if cleaned.get("unit") == NUMBER else cleaned["unit"]).multiplier
        if multiplier > 1 and not cleaned.get("denominator"):
            self.add_error("denominator", "Say out of what: a share or a rate is of something")
        return cleaned

    def definition(self, name: str, valid_from: date) -> dict[str, Any]:
        """Return what was typed in the shape that a measure keeps."""
        data = self.cleaned_data
        plain = ("denominator", "kind", "polarity", "source", "frequency", "hides_zero")
        return {
            **{part: data[part] for part in plain},
            "name": name,
            "numerator": data["counted"],
            "unit": "" if data["unit"] == NUMBER else data["unit"],
            "valid_from": valid_from.isoformat(),
        }


class NewMeasureForm(DefinitionForm):
    """A measure to be begun."""

    name = forms.CharField(label="Name", max_length=200, help_text="Public, in plain words.")
    small_number = forms.IntegerField(
        label="Do not show counts under",
        min_value=1,
        max_value=100,
        initial=5,
        help_text="Nor any figure from which such a count could be worked out.",
    )
    body = forms.ModelChoiceField(
        label="Whose measure", queryset=Organisation.objects.order_by("name"), required=False
    )
    field_order = ["name", "body", "counted"]

    def __init__(self, *args: Any, may_choose: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not may_choose:
            del self.fields["body"]


class NextDefinitionForm(DefinitionForm):
    """A new version of what is counted, which breaks the line."""

    valid_from = DayField(
        label="It holds from",
        help_text="Figures of periods that begin before this day keep the definition before.",
    )
    field_order = ["valid_from", "counted"]


class MeasureForm(forms.Form):
    """What a measure is called, its small-number rule, and what it is a part of."""

    name = forms.CharField(label="Name", max_length=200, help_text="Public, in plain words.")
    small_number = forms.IntegerField(
        label="Do not show counts under",
        min_value=1,
        max_value=100,
        help_text="If a version that is public shows smaller ones, have it taken back first.",
    )
    part_of = forms.ModelChoiceField(
        label="It is a part of",
        queryset=Measure.objects.none(),
        required=False,
        empty_label="No other measure",
        help_text="Such as: girls, of all children. More figures are hidden then, so that nobody"
        " can take the parts from the whole and be left with a few. A whole is divided in one way"
        " only: by sex or by district. Do not publish figures of both at once, such as girls of a"
        " district: nothing here keeps those from telling a few.",
    )

    def __init__(self, *args: Any, wholes: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["part_of"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - narrows the type
        field.queryset = wholes


class FigureForm(forms.Form):
    """A figure of a period."""

    numerator = forms.FloatField(label="Counted", required=False, min_value=0)
    denominator = forms.FloatField(label="Out of", required=False, min_value=0)
    value = forms.FloatField(
        label="The figure",
        required=False,
        help_text="Leave it empty to have it worked out from the two counts.",
    )
    is_provisional = forms.BooleanField(label="Provisional: it may still change", required=False)
    marker = forms.CharField(
        label="Why there is no figure",
        max_length=60,
        required=False,
        help_text="Only if the source gives none. Such as: not collected.",
    )
    source = forms.CharField(
        label="Source", max_length=500, help_text="Public. Such as: SEN2, January 2025."
    )
    retrieved_on = DayField(label="Taken from the source on", required=False)
    is_checked = forms.BooleanField(
        label="I have checked this with the source: save it as it is",
        required=False,
        widget=forms.HiddenInput,
    )

    def __init__(self, *args: Any, definition: Definition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["numerator"].label = f"Counted: {definition.numerator}"
        if definition.unit.multiplier > 1 or definition.denominator:
            self.fields["denominator"].label = f"Out of: {definition.denominator}"
        else:
            del self.fields["denominator"]
        if definition.unit is not Unit.NUMBER:
            self.fields["value"].label = f"The figure, in {definition.unit}"

    def ask_to_check(self) -> None:
        """Show the box with which somebody says that they looked at what seems wrong."""
        self.fields["is_checked"].widget = forms.CheckboxInput()


class NewFigureForm(FigureForm):
    """A figure of a period that has none yet."""

    geography = forms.ChoiceField(label="Of where", choices=PLACES)
    elsewhere = forms.CharField(
        label="Which place", max_length=60, required=False, help_text="Only for somewhere else."
    )
    period = forms.CharField(
        label="Period",
        max_length=30,
        help_text="Such as: 2024, 2024-25 school year, March 2025, Q3 2024, 31 January 2025.",
    )
    field_order = ["geography", "elsewhere", "period"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        elsewhere = cleaned.pop("elsewhere", "").strip()
        if cleaned.get("geography") == ELSEWHERE:
            cleaned["geography"] = elsewhere
            if not elsewhere:
                self.add_error("elsewhere", "Say where the figure is from")
        elif elsewhere:
            self.add_error("elsewhere", "Choose “Somewhere else” above, or leave this empty")
        return cleaned


class RestateForm(FigureForm):
    """A figure in the place of one that stands."""

    reason = sentences(
        "Why it is restated",
        hint="Public: readers see both figures. Name no figure here, it may be a small one.",
    )


class LimitsForm(forms.Form):
    """From when the limits of the chart are worked out anew, and why."""

    starts_on = DayField(
        label="From which day",
        help_text="The first day of the first period after the change, such as 1 April 2024. Six"
        " figures at least are wanted from then on.",
    )
    reason = sentences(
        "What changed",
        hint="Public: it stands under the chart, with your post. Such as: a second panel began to"
        " meet every week. By NHS England’s Making Data Count, limits begin anew only for a change"
        " that lasts and whose cause is known. Name no figure here, it may be a small one.",
    )
    is_checked = forms.BooleanField(
        label="The change lasts, whatever the figures show so far",
        required=False,
        widget=forms.HiddenInput,
    )

    def ask_to_check(self) -> None:
        """Show the box with which somebody says that they looked at what seems wrong."""
        self.fields["is_checked"].widget = forms.CheckboxInput()


class RecallForm(forms.Form):
    """Why something is taken back from the public."""

    reason = sentences("Why it is taken back", hint="Public: it stands in the place of the page.")
