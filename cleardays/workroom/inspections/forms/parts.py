"""Areas, bodies, judgements and duties: each a small form."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.timezone import localdate

from cleardays.design.forms import DayField
from cleardays.law.frameworks import Framework
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.inspections.models import Area, Inspection, Judgement, Responsibility
from cleardays.workroom.people.forms import Addresses
from cleardays.workroom.people.models import Organisation


def _bodies(label: str) -> "forms.ModelMultipleChoiceField[Organisation]":
    return forms.ModelMultipleChoiceField(
        label=label,
        required=False,
        queryset=Organisation.objects.order_by("kind", "name"),
        widget=forms.CheckboxSelectMultiple,
    )


class FileForm(forms.Form):
    """The inspectors' PDF."""

    file = forms.FileField(
        label="The inspectors' report",
        help_text="The PDF of an area SEND inspection under the framework of 2023.",
        allow_empty_file=True,
        widget=forms.ClearableFileInput(attrs={"accept": ".pdf"}),
        error_messages={"required": "Choose a file"},
    )


class LetterForm(FileForm):
    """The inspectors' PDF of an inspection whose words were entered by form."""

    publishes = forms.BooleanField(
        label="Publish it with the inspection",
        required=False,
        initial=True,
        help_text="Not while it is only a draft.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].help_text = "The PDF of the letter or report. Nothing is read from it."


class AreaForm(forms.Form):
    """An area that inspectors found."""

    kind = forms.ChoiceField(label="Kind of finding")
    label = forms.CharField(label="In short", max_length=300, help_text="Public: plain words.")
    text = forms.CharField(
        label="As found",
        required=False,
        widget=forms.Textarea,
        help_text="Public: the inspectors' words, or yours.",
    )
    bodies = _bodies("Who leads on it")
    recurs_from = forms.ModelChoiceField(
        label="Came back from",
        required=False,
        queryset=Area.objects.none(),
        help_text="An area of an earlier inspection that this one repeats.",
    )
    is_confirmed = forms.BooleanField(
        label="Confirmed", required=False, initial=True, help_text="By a source that was read."
    )
    note = forms.CharField(
        label="How it is known", required=False, widget=forms.Textarea, help_text="Public."
    )
    sources = Addresses(
        label="Sources", required=False, help_text="Public: web addresses, one a line."
    )

    def __init__(self, *args: Any, of: Inspection, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [(kind.code, kind.name) for kind in of.kind.findings]
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]
        earlier = Area.objects.visible_to(viewer).exclude(inspection=of)
        self.fields["recurs_from"].queryset = earlier.select_related("inspection")  # type: ignore[attr-defined]


class ResponsibleForm(forms.Form):
    """Who is responsible for the whole, a field for each role."""

    since = DayField(
        label="Since", required=False, help_text="For bodies that are new here; may stay empty."
    )
    field_order = (*Responsibility.Role.values, "since")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for role in Responsibility.Role:
            self.fields[role.value] = _bodies(role.label)
        self.order_fields(self.field_order)


class HandOverForm(forms.Form):
    """From which day a body's successor takes over."""

    on = DayField(label="From", help_text="The first day on which the successor answers.")


class JudgeAreasForm(forms.Form):
    """The inspectors' judgement of each area at a re-visit or monitoring inspection."""

    on = DayField(label="Judged on", required=False)
    on_words = forms.CharField(
        label="Or in words", required=False, max_length=100, help_text="If the day is not known."
    )

    def __init__(
        self, *args: Any, areas: Sequence[Area], framework: Framework, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.areas = areas
        values = [("", "Not judged"), *((one, one.capitalize()) for one in framework.judgements)]
        for area in areas:
            self.fields[f"area-{area.pk}"] = forms.ChoiceField(
                label=str(area), choices=values, required=False
            )
            self.fields[f"said-{area.pk}"] = forms.CharField(
                label=f"What inspectors say on area {area.number}",
                required=False,
                widget=forms.Textarea(attrs={"rows": 4}),
                help_text="Public: their words, or yours.",
            )
        order = [f"{name}-{area.pk}" for area in areas for name in ("area", "said")]
        self.order_fields(["on", "on_words", *order])

    def clean(self) -> dict[str, Any]:
        """Gather what was chosen; at least one area has to be judged."""
        data = super().clean() or {}
        values = {one: data.pop(f"area-{one.pk}", "") for one in self.areas}
        said = {one: data.pop(f"said-{one.pk}", "") for one in self.areas}
        data["values"] = {area: value for area, value in values.items() if value}
        data["said"] = {area: words for area, words in said.items() if words.strip()}
        for area in data["said"].keys() - data["values"].keys():
            self.add_error(f"area-{area.pk}", f"Choose how area {area.number} was judged")
        if not data["values"] and not self.errors:
            raise forms.ValidationError("Choose a judgement for at least one area")
        return data


class JudgementForm(forms.Form):
    """What one judge says of an area, or of the whole."""

    judge = forms.ChoiceField(label="Who judges", choices=Judgement.Judge.choices)
    area = forms.ModelChoiceField(
        label="Of which area",
        required=False,
        queryset=Area.objects.none(),
        empty_label="The whole",
    )
    value = forms.CharField(
        label="Judgement", max_length=100, help_text="Such as: sufficient progress."
    )
    on = DayField(label="Judged on", required=False)
    on_words = forms.CharField(
        label="Or in words", required=False, max_length=100, help_text="If the day is not known."
    )
    words = forms.CharField(label="In full", required=False, widget=forms.Textarea)
    is_confirmed = forms.BooleanField(label="Confirmed", required=False, initial=True)
    sources = Addresses(
        label="Sources", required=False, help_text="Public: web addresses, one a line."
    )

    def __init__(self, *args: Any, of: Inspection, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        areas = Area.objects.visible_to(viewer).filter(inspection__in=[of.pk, of.previous_id])
        self.fields["area"].queryset = areas  # type: ignore[attr-defined]


class OwnerForm(forms.Form):
    """Which post sees to a duty."""

    owner = forms.CharField(
        label="Owner", required=False, max_length=200, help_text="Public: a post, not a name."
    )


class DoneForm(forms.Form):
    """That a duty was done."""

    on = DayField(label="Done on", initial=localdate)
    words = forms.CharField(
        label="What is known of the day",
        required=False,
        max_length=200,
        help_text="Public. Only where it is not exact: such as “by this day at the latest”.",
    )
    proof = forms.URLField(
        label="Where it can be seen",
        required=False,
        assume_scheme="https",
        max_length=500,
        help_text="Public: a web address. A publication is proved by it.",
    )


class ReasonForm(forms.Form):
    """Why something is taken back."""

    reason = forms.CharField(label="Why", widget=forms.Textarea)
