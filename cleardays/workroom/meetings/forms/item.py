"""What may be typed about the items of an agenda."""

from typing import Any

from django import forms

from cleardays.workroom.meetings.models import AgendaItem


class ItemForm(forms.Form):
    """An item to be added."""

    title = forms.CharField(
        label="Title", max_length=500, help_text="Public, as soon as the agenda is."
    )
    to_follow = forms.BooleanField(label="Its report is to follow", required=False)


class UrgencyForm(forms.Form):
    """Why the chair holds something urgent."""

    chair = forms.CharField(
        label="Who holds it urgent", max_length=200, help_text="The chair of the meeting, by post."
    )
    special_circumstances = forms.CharField(
        label="Special circumstances",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Public. They are recorded in the minutes too.",
    )


class LateItemForm(UrgencyForm):
    """An item that comes after the agenda was published."""

    title = forms.CharField(label="Title", max_length=500, help_text="Public.")
    field_order = ["title"]


class ChangeItemForm(forms.Form):
    """An item to be changed; once public, with the reason."""

    public_title = forms.CharField(label="Title", max_length=500, help_text="Public.")
    to_follow = forms.BooleanField(label="Its report is to follow", required=False)
    reason = forms.CharField(
        label="Why it changes",
        required=False,
        max_length=500,
        help_text="Needed once the item is public.",
    )


class MoveForm(forms.Form):
    """The place to which an item goes."""

    to = forms.IntegerField(label="Move to place", min_value=1)


class OutcomeForm(forms.Form):
    """What was resolved."""

    outcome = forms.CharField(
        label="What was resolved",
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Public with the next issue. For an exempt item, say nothing exempt.",
    )


class ReportForm(forms.Form):
    """Which of the reports that the viewer may use goes on the item."""

    report = forms.TypedChoiceField(label="Report", coerce=int)

    def __init__(self, *args: Any, choices: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["report"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - narrows the type
        field.choices = choices


class PlaceReportForm(forms.Form):
    """On which item of the agenda a report goes: one that is there, or a new one."""

    item = forms.TypedChoiceField(label="Which item", coerce=int, widget=forms.RadioSelect)

    def __init__(self, *args: Any, items: list[AgendaItem], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["item"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - narrows the type
        there = [(item.pk, f"Item {item.position}: {item.public_title}") for item in items]
        field.choices = [(0, "A new item, with the report's own title"), *there]
