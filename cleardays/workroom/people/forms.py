"""What may be typed about organisations, committees, closure days and divisions."""

from typing import Any

from django import forms

from cleardays.design.forms import DayField
from cleardays.law.scheduling import CALL_IN_DAYS
from cleardays.workroom.people.models import (
    MOST_CALL_IN_DAYS,
    Committee,
    ElectoralDivision,
    Organisation,
)


class Addresses(forms.CharField):
    """Web addresses, one a line."""

    widget = forms.Textarea

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        lines = [line.strip() for line in str(value or "").splitlines() if line.strip()]
        if wrong := [line for line in lines if not line.startswith(("https://", "http://"))]:
            raise forms.ValidationError(f"“{wrong[0]}” is no web address: start with https://")
        return lines


class OrganisationForm(forms.ModelForm):  # type: ignore[type-arg]
    """An organisation."""

    valid_from = DayField(label="In being since", required=False)
    valid_until = DayField(label="Until", required=False)
    call_in_days = forms.IntegerField(
        label="Working days for call-in",
        min_value=0,
        max_value=MOST_CALL_IN_DAYS,
        required=False,
        help_text=(
            "In which scrutiny of a council may call a decision in; 0 where it may not. The power"
            " is confirmed (Local Government Act 2000, s 9F); the number stands in the council's"
            " own standing orders. Five is common, and taken where nothing is entered."
        ),
    )

    def clean_call_in_days(self) -> int:
        days: int | None = self.cleaned_data["call_in_days"]
        return CALL_IN_DAYS if days is None else days

    class Meta:
        model = Organisation
        fields = [
            "name",
            "kind",
            "valid_from",
            "valid_until",
            "successor",
            "counts_saturdays",
            "call_in_days",
        ]
        labels = {
            "successor": "Followed by",
            "counts_saturdays": "Saturdays are clear days here",
        }


class CommitteeForm(forms.ModelForm):  # type: ignore[type-arg]
    """A committee; everything in it is public."""

    valid_from = DayField(label="In being since", required=False)
    valid_until = DayField(label="Until", required=False)
    sources = Addresses(
        label="Sources", required=False, help_text="Public: web addresses, one a line."
    )

    class Meta:
        model = Committee
        fields = [
            "name",
            "kind",
            "purpose",
            "parent",
            "valid_from",
            "valid_until",
            "successor",
            "note",
            "sources",
        ]
        labels = {
            "parent": "Sub-committee of",
            "successor": "Followed by",
            "note": "What is known of its history",
        }
        help_texts = {
            "note": "Public.",
            "kind": "Settles which rules of law bind it.",
        }

    def __init__(self, *args: Any, organisation: Organisation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = Committee.objects.exclude(pk=self.instance.pk)
        for name in ("parent", "successor"):
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - narrows the type
            field.queryset = others.filter(organisation=organisation)


class NewCommitteeForm(CommitteeForm):
    """A committee to be entered, with its address."""

    slug = forms.SlugField(
        label="Address",
        required=False,
        max_length=80,
        help_text="The last part of its web address, for life. Made from the name if left empty.",
    )


class ClosureDayForm(forms.Form):
    """A day on which the offices are shut."""

    day = DayField(label="Day")
    name = forms.CharField(
        label="Why", max_length=100, help_text="Such as: offices closed for Christmas."
    )


class DivisionForm(forms.ModelForm):  # type: ignore[type-arg]
    """An electoral division."""

    class Meta:
        model = ElectoralDivision
        fields = ["name", "code"]
        labels = {"code": "ONS code"}
