"""What happened outside, as a form."""

from typing import Any

from django import forms

from cleardays.design.forms import DayField
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.inspections.models import Area, Event, Inspection
from cleardays.workroom.people.forms import Addresses


class EventForm(forms.Form):
    """A dated fact from outside, with where it can be read and how sure it is."""

    kind = forms.ChoiceField(label="Who decided, said or reported it", choices=Event.Kind.choices)
    title = forms.CharField(
        label="What happened",
        max_length=300,
        help_text="Public, in plain words. Nothing about a child or a family.",
    )
    words = forms.CharField(
        label="More about it", required=False, widget=forms.Textarea, help_text="Public."
    )
    area = forms.ModelChoiceField(
        label="Belongs to the area",
        required=False,
        queryset=Area.objects.none(),
        empty_label="The whole",
    )
    day = DayField(label="Day", help_text="If it is not known exactly: the day to sort by.")
    precision = forms.ChoiceField(label="How exact it is", choices=Event.Precision.choices)
    date_words = forms.CharField(
        label="What is known of the day",
        required=False,
        max_length=100,
        help_text="Public. Only where it is not exact: such as “about May 2018”.",
    )
    differs = forms.CharField(
        label="What sources say differently",
        required=False,
        widget=forms.Textarea,
        help_text="Public. Which source says what.",
    )
    is_confirmed = forms.BooleanField(
        label="Confirmed", required=False, initial=True, help_text="By a source that was read."
    )
    note = forms.CharField(
        label="How it is known",
        required=False,
        widget=forms.Textarea,
        help_text="Public. Needed where it is not confirmed, or where no address is given.",
    )
    sources = Addresses(
        label="Sources", required=False, help_text="Public: web addresses, one a line."
    )

    def __init__(self, *args: Any, of: Inspection, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        areas = Area.objects.visible_to(viewer).filter(inspection=of)
        self.fields["area"].queryset = areas  # type: ignore[attr-defined]
