"""What may be typed about meetings and their items."""

from typing import Any

from django import forms

from cleardays.design.forms import DayField
from cleardays.law.exclusion import Secrecy
from cleardays.law.exemption import PARAGRAPHS
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.meetings.models import AgendaItem, Meeting
from cleardays.workroom.people.forms import Addresses
from cleardays.workroom.people.models import Committee

SCHEDULE = [(number, f"Paragraph {number}: {words}") for number, words in PARAGRAPHS.items()]
KINDS = [(kind.value, kind.value.capitalize()) for kind in Secrecy if kind.is_confidential]


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
    time = TimeField(label="Time", required=False, help_text="Such as 10:30.")
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

    committee = forms.ModelChoiceField(queryset=Committee.objects.none(), label="Committee")
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


class TitlesForm(forms.Form):
    """The two titles of an item that is kept from the public."""

    private_title = forms.CharField(
        label="Private title", max_length=500, help_text="For those cleared to see it."
    )
    public_title = forms.CharField(
        label="Public title",
        max_length=500,
        help_text="Everybody reads this on the agenda. It may give nothing exempt away.",
    )


class ExemptForm(TitlesForm):
    """Why an item is exempt."""

    paragraphs = forms.TypedMultipleChoiceField(
        label="Paragraph of Schedule 12A",
        choices=SCHEDULE,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        help_text="Under which the information is exempt (Local Government Act 1972).",
    )
    reasoning = forms.CharField(
        label="Public interest",
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Why keeping it exempt outweighs disclosing it. Never published.",
    )
    is_negotiation = forms.BooleanField(
        label="It holds terms of a contract under negotiation",
        required=False,
        initial=True,
        help_text="Under paragraph 3 every member may see it otherwise.",
    )
    review_on = DayField(
        label="Ask again on",
        required=False,
        help_text="An exemption lasts only so long as its reasons do.",
    )


class ConfidentialForm(TitlesForm):
    """Which law makes an item confidential."""

    secrecy = forms.TypedChoiceField(
        label="Why the law leaves no choice",
        choices=KINDS,
        coerce=Secrecy,
        widget=forms.RadioSelect,
    )


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
    return committees.filter(pk__in=viewer.bodies_with(Permission.EDIT_AGENDA))
