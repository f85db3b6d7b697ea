"""Fields that the forms of plans share."""

from collections.abc import Iterable
from typing import Any

from django import forms

from cleardays.design.forms import DayField
from cleardays.workroom.inspections.models import Area


def sentences(
    label: str, *, required: bool = True, rows: int = 3, hint: str = ""
) -> forms.CharField:
    """Make a field for a few sentences."""
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=required, widget=widget, help_text=hint)


class OnForm(forms.Form):
    """A day on which something happened."""

    on = DayField(label="Date")


class AreasForm(forms.Form):
    """Which areas something is about, of those that the viewer may see."""

    areas = forms.MultipleChoiceField(
        label="Areas that it answers", required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, areas: Iterable[Area], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = {str(one.pk): one for one in areas}
        field = self.fields["areas"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 - narrows the type
        field.choices = [(key, f"{one.inspection}: {one}") for key, one in self.known.items()]

    def clean_areas(self) -> list[Area]:
        return [self.known[key] for key in self.cleaned_data["areas"]]
