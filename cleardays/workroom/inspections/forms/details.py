"""The fields of an inspection itself, entered or changed; what outcomes there are is data."""

from typing import Any

from django import forms

from cleardays.design.forms import DayField
from cleardays.law.frameworks import Framework, frameworks
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.inspections.models import Inspection
from cleardays.workroom.people.forms import Addresses
from cleardays.workroom.people.models import Organisation

Choices = list[tuple[str, Any]]
WORDS = {
    "area_name": ("Local area", "Such as Lancashire."),
    "days_words": ("Days of the inspection in words", "Only if they are not known exactly."),
    "published_words": ("Publication in words", "Only if the day is not known exactly."),
    "outcome_words": ("Outcome in the report's own words", ""),
    "needs_plan": ("A plan is required", "Ticked by itself where the outcome requires one."),
    "needs_strategic_plan": ("The report asks for an updated strategic plan", ""),
    "monitoring_words": ("Monitoring inspection, as the report words it", ""),
    "next_inspection_words": ("Next full inspection, as the report words it", ""),
    "previous": ("Follows on from", "The inspection that this one re-visits or monitors."),
    "summary": ("Summary", "Public: plain words for everybody."),
    "note": ("What is not confirmed, or conflicts", "Public."),
    "private_note": ("Private note", "For officers; never published."),
    "publishes_file": ("Publish the inspectors' PDF with it", "Not while it is only a draft."),
}
DAYS = {
    "first_day": ("First day of the inspection", ""),
    "last_day": ("Last day of the inspection", ""),
    "letter_dated": ("Date of the letter or report", ""),
    "received_on": (
        "Report received",
        "The clocks run from this day. Where bodies got it on different days: the first of them.",
    ),
    "published_on": ("Report published by the inspectors", ""),
    "due_by_letter": (
        "Plan due, by the inspectorate's own letter",
        "It wins over every date that is worked out here.",
    ),
}
# Few words are expected in these; a report's own are short.
ONE_LINE = ("monitoring_words", "next_inspection_words")
LINES = {"outcome_words": 3, "summary": 4, "note": 3, "private_note": 3}
# In the order of the page: dates, outcome, what follows, words for the public.
ORDER: tuple[str, ...] = (
    "title",
    "area_name",
    "first_day",
    "last_day",
    "days_words",
    "letter_dated",
    "received_on",
    "published_on",
    "published_words",
    "outcome",
    "outcome_words",
    "needs_plan",
    "due_by_letter",
    "needs_strategic_plan",
    "monitoring_words",
    "next_inspection_words",
    "previous",
    "summary",
    "note",
    "sources",
    "publishes_file",
    "private_note",
)


def outcomes_of(framework: Framework) -> Choices:
    """Return the outcomes of a framework as choices, with none first."""
    return [("", "Not entered"), *((one.code, one.name) for one in framework.outcomes)]


def outcomes_of_all() -> Choices:
    """Return every framework's outcomes, grouped by its name."""
    groups = [(f.name, outcomes_of(f)[1:]) for f in frameworks().values()]
    return [("", "Not entered"), *groups]


class DetailsForm(forms.ModelForm):  # type: ignore[type-arg]
    """What is said of an inspection."""

    outcome = forms.ChoiceField(label="Outcome", required=False)
    sources = Addresses(
        label="Sources",
        required=False,
        help_text="Public: web addresses, one a line.",
        widget=forms.Textarea({"rows": 3}),
    )

    class Meta:
        model = Inspection
        fields = ORDER
        labels = {name: label for name, (label, _) in WORDS.items()}
        help_texts = {name: help_text for name, (_, help_text) in WORDS.items()}
        field_classes = dict.fromkeys(DAYS, DayField)
        widgets = {
            **dict.fromkeys(ONE_LINE, forms.TextInput),
            **{name: forms.Textarea({"rows": rows}) for name, rows in LINES.items()},
        }

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, (label, help_text) in DAYS.items():
            if name in self.fields:
                self.fields[name].label, self.fields[name].help_text = label, help_text
        others = Inspection.objects.visible_to(viewer).exclude(pk=self.instance.pk)
        if "previous" in self.fields:
            self.fields["previous"].queryset = others  # type: ignore[attr-defined]
        self.fields["outcome"].choices = self.outcomes()  # type: ignore[attr-defined]

    def outcomes(self) -> Choices:
        """Return the outcomes of its framework."""
        return outcomes_of(self.instance.kind)


class NewInspectionForm(DetailsForm):
    """An inspection to be entered: a narrative letter with its areas, or a re-visit."""

    framework = forms.ChoiceField(label="Framework")
    areas = forms.CharField(
        label="Areas that were found wanting",
        required=False,
        widget=forms.Textarea,
        help_text="One a line, in order, in a few plain words. Say more of each afterwards.",
    )
    bodies = forms.ModelMultipleChoiceField(
        label="Jointly responsible",
        required=False,
        queryset=Organisation.objects.order_by("kind", "name"),
        widget=forms.CheckboxSelectMultiple,
    )

    field_order = ("framework", "area_name", "title", "areas", "bodies")

    class Meta(DetailsForm.Meta):
        fields = tuple(name for name in ORDER if name != "publishes_file")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = frameworks().values()
        self.fields["framework"].choices = [(f.code, f.name) for f in known]  # type: ignore[attr-defined]
        self.fields["title"].required = False
        self.fields["title"].help_text = "Made of area, framework and month if left empty."

    def outcomes(self) -> Choices:
        """Return the outcomes of all frameworks: which one it is, is on the same page."""
        return outcomes_of_all()
