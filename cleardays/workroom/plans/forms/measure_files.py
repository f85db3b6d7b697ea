"""What may be typed about files of figures."""

from collections.abc import Iterable
from typing import Any

from django import forms

from cleardays.readers.measures.statistics import EVERYBODY, Statistics
from cleardays.workroom.plans.forms.fields import sentences
from cleardays.workroom.plans.measured.statistics import Choice
from cleardays.workroom.plans.models import Measure


class FiguresForm(forms.Form):
    """A file of figures."""

    file = forms.FileField(
        label="A CSV file",
        help_text="The template; a table of your own, with a row or a column for each period; or"
        " the DfE's statistics of EHC plans as they are.",
    )
    measure = forms.ModelChoiceField(
        label="Of which measure",
        queryset=Measure.objects.none(),
        required=False,
        empty_label="The file names them",
        help_text="Only if the file does not name the measure that its figures are of.",
    )
    years = forms.ChoiceField(
        label="What 2024/25 is in it",
        choices=[
            ("", "The file says"),
            ("financial", "A financial year"),
            ("school", "A school year"),
        ],
        required=False,
    )

    def __init__(self, *args: Any, measures: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["measure"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - narrows the type
        field.queryset = measures


class ChoiceForm(forms.Form):
    """Which area and measure of the DfE's file, and whose figures they are to be here."""

    area = forms.ChoiceField(label="Our area")
    measure = forms.ChoiceField(label="Measure in the file")
    breakdown = forms.ChoiceField(label="Group", required=False)
    neighbours = sentences(
        "Statistical neighbours",
        required=False,
        rows=5,
        hint="One area a line, as the file names them: their mean is shown beside ours.",
    )
    into = forms.ChoiceField(label="Put the figures into", required=False)

    def __init__(
        self, *args: Any, statistics: Statistics, measures: Iterable[Measure], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.known = {str(one.pk): one for one in measures}
        groups = statistics.breakdowns(statistics.areas[0].key) if statistics.areas else []
        self._offer("area", [(one.code, one.label) for one in statistics.areas])
        self._offer("measure", [(one.slug, one.name) for one in statistics.measures])
        self._offer("breakdown", [(EVERYBODY, "Everybody"), *((one, one) for one in groups)])
        begun = [(key, one.name) for key, one in self.known.items()]
        self._offer("into", [("", "A new measure, as the DfE defines it"), *begun])

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - narrows the type
        field.choices = choices

    def clean_into(self) -> Measure | None:
        return self.known.get(self.cleaned_data["into"])

    @property
    def choice(self) -> Choice:
        """What was chosen in the file."""
        data = self.cleaned_data
        return Choice(
            data["area"], data["measure"], data["breakdown"] or EVERYBODY, data["neighbours"]
        )


class AcceptFiguresForm(forms.Form):
    """Why figures are restated, and that somebody looked at what seems wrong."""

    reason = sentences(
        "Why figures are restated",
        required=False,
        hint="Public, if the file restates any. Name no figure here, it may be a small one.",
    )
    is_checked = forms.BooleanField(
        label="I have checked with the source what seems wrong: take it as it is", required=False
    )

    def __init__(self, *args: Any, asks_why: bool, asks_to_check: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not asks_why:
            del self.fields["reason"]
        if not asks_to_check:
            del self.fields["is_checked"]
