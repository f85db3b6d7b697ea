"""What may be typed about a meeting, and about its publication."""

from typing import Any

from django import forms

from cleardays.design.forms import DayField
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.meetings.models import Meeting
from cleardays.workroom.people.forms import Addresses
from cleardays.workroom.people.models import Committee

HOURS = ("%H:%M", "%H.%M", "%H")
TWELVE_HOURS = ("%I:%M%p", "%I.%M%p", "%I%p")


class TimeField(forms.TimeField):
    """A time of day, typed as people do: 10:30, 10.30, 10, 10.30am, 2 pm."""

    default_error_messages = {"invalid": "Enter a time, such as 10:30"}
    widget = forms.TextInput(attrs={"class": "govuk-input--width-5", "inputmode": "numeric"})

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs, input_formats=[*HOURS, *TWELVE_HOURS])

    def to_python(self, value: Any) -> Any:
        return super().to_python(value.replace(" ", "") if isinstance(value, str) else value)

    def prepare_value(self, value: Any) -> Any:
        return f"{value:%H:%M}" if hasattr(value, "hour") else value


class MeetingForm(forms.Form):
    """A meeting, as called or changed."""

    MAIN = ("day", "time", "place", "title", "is_special", "note", "private_note")
    LATER = (
        "stated_published_on",
        "stated_source",
        "precision",
        "date_words",
        "date_note",
        "sources",
    )

    day = DayField(label="Date")
    time = TimeField(label="Time", required=False, help_text="Such as 10:30 or 2pm.")
    place = forms.CharField(label="Place", max_length=300, required=False)
    title = forms.CharField(
        label="Title",
        max_length=200,
        required=False,
        help_text="Public; only where the committee's name is not enough.",
    )
    is_special = forms.BooleanField(label="This is a special meeting", required=False)
    note = forms.CharField(
        label="Note for the public",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Such as how to watch it.",
    )
    private_note = forms.CharField(
        label="Note for officers",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Never published.",
    )
    stated_published_on = DayField(
        label="Papers stated as published on",
        required=False,
        help_text="Leave it empty where nobody says on which day: the next answer is enough.",
    )
    stated_source = forms.CharField(
        label="Where it is known from that they were public",
        max_length=500,
        required=False,
        help_text="Public. Such as: the council's own page of the meeting.",
    )
    precision = forms.ChoiceField(
        label="How exactly the date is known",
        choices=Meeting.Precision.choices,
        initial=Meeting.Precision.DAY,
        required=False,
    )
    date_words = forms.CharField(
        label="The date in words",
        max_length=100,
        required=False,
        help_text="If it is not known exactly. Such as: June or July 2018.",
    )
    date_note = forms.CharField(
        label="How the date is known",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Public.",
    )
    sources = Addresses(
        label="Sources", required=False, help_text="Public: web addresses, one a line."
    )

    @property
    def is_entered_later(self) -> bool:
        """Say whether anything was typed of a meeting already held."""
        return any(self[name].value() for name in ("stated_published_on", "stated_source"))

    def clean_precision(self) -> str:
        return self.cleaned_data["precision"] or Meeting.Precision.DAY.value


class NewMeetingForm(MeetingForm):
    """A meeting to be called, of a committee whose agendas the viewer edits."""

    committee = forms.ModelChoiceField(
        Committee.objects.none(), label="Committee", empty_label="Choose a committee"
    )
    field_order = ["committee", *MeetingForm.MAIN]

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["committee"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - narrows the type
        field.queryset = editable(viewer)


class ChangeMeetingForm(MeetingForm):
    """A meeting to be changed; once public, with the reason."""

    reason = forms.CharField(
        label="Why it changes",
        required=False,
        max_length=500,
        help_text="Needed once the public has been told of the meeting.",
    )


class ReasonForm(forms.Form):
    """Why something is done."""

    reason = forms.CharField(
        label="Reason", max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )


class ShorterNoticeForm(ReasonForm):
    """On which day a meeting was called too late for five clear days, and why."""

    on = DayField(label="Called on")
    field_order = ["on", "reason"]


class ReleaseForm(forms.Form):
    """The public words that go with an issue, and which proof was read."""

    read = forms.CharField(widget=forms.HiddenInput)
    note = forms.CharField(
        label="What changed, for the public",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def editable(viewer: Viewer) -> Any:
    """Return the committees whose agendas the viewer edits."""
    committees = Committee.objects.all()
    if viewer.can(Permission.EDIT_AGENDA):
        return committees
    return committees.filter(pk__in=viewer.committees_with(Permission.EDIT_AGENDA))
