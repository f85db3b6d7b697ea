"""What may be typed into a report: single fields, rows, and a place for what was unread."""

from typing import Any

from django import forms

from cleardays.design.forms import DayField, Words
from cleardays.law.exemption import PARAGRAPHS
from cleardays.workroom.people.models import Committee
from cleardays.workroom.reports.models import Report

HTML_HINT = (
    "Leave an empty line between paragraphs. Begin each line of a list with a hyphen, or with its"
    " number and a full stop, and a heading with ##. Write a row of a table as | one | two |, with"
    " | --- | --- | below the row that heads the columns."
)
EDITOR_HINT = "Paste from Word as it is: headings, lists and tables come along."
PLACES = {
    "": "Leave it for later",
    "executive_summary": "Put it into the executive summary",
    "recommendations": "Make it a recommendation",
    "background": "Put it into background and advice",
    "consultations": "Put it into consultations",
    "implications": "Make it an implication",
    "background_papers": "Make it a background paper",
    "appendices": "Make it an appendix that is referred to",
    "part_ii_reason": "Put it into the reason for Part II",
    "left_out": "Leave it out, and say why",
}


REST = "rest"
MANY = 3  # more passages than this can be settled together


def lines(text: str) -> tuple[str, ...]:
    """Return what was typed one on each line, without empty lines."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def prose(label: str, rows: int = 6, hint: str = "", *, short: bool = False) -> forms.CharField:
    """Make a field for formatted words; ``short`` for a sentence or two."""
    area = Words(
        {"rows": rows, "data-hint": EDITOR_HINT if hint == HTML_HINT else ""}, short=short
    )
    return forms.CharField(label=label, required=False, widget=area, help_text=hint)


class ReportForm(forms.Form):
    """The parts of which there is one each."""

    use_required_attribute = False

    title = forms.CharField(label="Title", max_length=500, required=False)
    committee_name = forms.CharField(label="Committee, as printed", max_length=300, required=False)
    meeting_date = DayField(label="Date of the meeting", required=False)
    divisions = forms.MultipleChoiceField(
        label="Electoral divisions affected",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    other_divisions = forms.CharField(
        label="Other divisions, one on each line",
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )
    appendices = forms.CharField(
        label="Appendices that the report refers to, one on each line",
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )
    executive_summary = prose("Executive summary", 6, HTML_HINT)
    without_recommendations = forms.CharField(
        label="If there is no recommendation: why", max_length=300, required=False
    )
    background = prose("Background and advice", 16, HTML_HINT)
    consultations = prose("Consultations", 4)
    no_papers = forms.BooleanField(
        label="There are no background papers",
        required=False,
        help_text="The law wants the list, or the word that there are none.",
    )
    part_ii_reason = prose(
        "Reason for inclusion in Part II",
        3,
        "Only for a report that is not for the public.",
        short=True,
    )
    based_on = forms.IntegerField(widget=forms.HiddenInput)
    why = forms.CharField(
        label="What you changed, and why",
        max_length=300,
        required=False,
        help_text="It stands in the list of versions.",
    )

    def __init__(self, *args: Any, divisions: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["divisions"]
        field.choices = [(name, name) for name in divisions]  # type: ignore[attr-defined]
        self.has_divisions = bool(divisions)


class ContactForm(forms.Form):
    name = forms.CharField(label="Name", required=False)
    post = forms.CharField(label="Post", required=False)
    telephone = forms.CharField(label="Telephone", required=False)
    email = forms.CharField(label="E-mail", required=False)


class RecommendationForm(forms.Form):
    words = prose("Recommendation", 3, short=True)


class ImplicationForm(forms.Form):
    heading = forms.CharField(label="Heading", required=False)
    words = prose("What it means", 3)


class PaperForm(forms.Form):
    paper = forms.CharField(label="Paper", required=False)
    date = forms.CharField(label="Date", required=False)
    contact = forms.CharField(label="Contact", required=False)


class UnreadForm(forms.Form):
    """A place for each passage that the reader could not place; the passages are the version's."""

    use_required_attribute = False

    def __init__(self, *args: Any, passages: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.passages = passages
        if len(passages) > MANY:
            self._ask(REST, "All without a choice of their own")
        for number in range(len(passages)):
            self._ask(number, f"Passage {number + 1}")

    def _ask(self, which: int | str, label: str) -> None:
        self.fields[f"place_{which}"] = forms.ChoiceField(
            label=label, choices=[*PLACES.items()], required=False
        )
        self.fields[f"why_{which}"] = forms.CharField(
            label="If left out: why", required=False, max_length=300
        )

    @property
    def for_the_rest(self) -> tuple[Any, Any] | None:
        """Return the two fields that settle all other passages, where there are many."""
        return (self[f"place_{REST}"], self[f"why_{REST}"]) if len(self.passages) > MANY else None

    @property
    def rows(self) -> list[tuple[str, Any, Any]]:
        """Return each passage with its two fields."""
        return [
            (passage, self[f"place_{number}"], self[f"why_{number}"])
            for number, passage in enumerate(self.passages)
        ]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for name in [name for name in self.fields if name.startswith("place_")]:
            why = name.replace("place_", "why_")
            if given.get(name) == "left_out" and not given.get(why):
                self.add_error(why, "Say why it is left out")
        return given

    def placed(self) -> list[tuple[str, str, str]]:
        """Return each passage with the place and the reason that were chosen for it."""
        return [
            (passage, *(self._chosen(number) or self._chosen(REST) or ("", "")))
            for number, passage in enumerate(self.passages)
        ]

    def _chosen(self, which: int | str) -> tuple[str, str] | None:
        place = self.cleaned_data.get(f"place_{which}")
        return (place, self.cleaned_data.get(f"why_{which}", "")) if place else None


class BeginForm(forms.Form):
    """For which committee; only those in which the viewer may write are offered."""

    committee = forms.ModelChoiceField(
        Committee.objects.none(), label="Committee", empty_label="Choose a committee"
    )

    def __init__(self, *args: Any, committees: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["committee"].queryset = committees  # type: ignore[attr-defined]


class BlankForm(BeginForm):
    title = forms.CharField(label="Title", max_length=500)

    field_order = ["title", "committee"]


class FilterForm(forms.Form):
    q = forms.CharField(label="Words in the title", required=False)
    committee = forms.ModelChoiceField(
        Committee.objects.all(), label="Committee", required=False, empty_label="All committees"
    )
    state = forms.ChoiceField(
        label="State", choices=[("", "Any state"), *Report.State.choices], required=False
    )


def paragraph_field(label: str, *, help_text: str = "") -> forms.TypedMultipleChoiceField:
    """Make a field for the paragraphs of Schedule 12A."""
    return forms.TypedMultipleChoiceField(
        label=label,
        choices=[(number, f"{number}: {words}") for number, words in PARAGRAPHS.items()],
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=help_text,
    )


def _description() -> forms.CharField:
    return forms.CharField(
        label="What it shows",
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
        help_text="For those who cannot see it. A picture needs this; a chart or map should have "
        "it. It is as public as the file.",
    )


class AppendixForm(forms.Form):
    label = forms.CharField(label="Label", max_length=50, help_text="Such as Appendix A.")
    public_title = forms.CharField(
        label="Title",
        max_length=300,
        help_text="Everyone may read it, even if the appendix itself is exempt.",
    )
    file = forms.FileField(
        label="File",
        help_text="PDF, Word, Excel (.xlsx), PowerPoint (.pptx), PNG or JPEG are looked through.",
    )
    description = _description()
    paragraphs = paragraph_field("Exempt under paragraph", help_text="None for an open appendix.")
    reasoning = forms.CharField(
        label="Public interest",
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text="For an exempt one: why keeping it outweighs disclosing it. Never published.",
    )


class FileForm(forms.Form):
    file = forms.FileField(label="File")
    description = _description()


class ExemptForm(forms.Form):
    paragraphs = paragraph_field("Exempt under paragraph", help_text="None to open it again.")
    reason = forms.CharField(label="Reason", widget=forms.Textarea({"rows": 3}))


class ReasonForm(forms.Form):
    reason = forms.CharField(label="Reason", widget=forms.Textarea({"rows": 3}))
