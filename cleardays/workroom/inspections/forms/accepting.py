"""What was read from the PDF, to be corrected: fields, bodies, findings, what was unsure."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.html import format_html
from django.utils.safestring import SafeString

from cleardays.workroom.inspections.forms.details import ORDER, DetailsForm
from cleardays.workroom.inspections.reading import Doubt, ReadFinding, Reading
from cleardays.workroom.people.models import Organisation

# From the fields of the reading to those of the model.
READ_AS = {
    "area": "area_name",
    "inspection_start": "first_day",
    "inspection_end": "last_day",
    "outcome": "outcome",
    "priority_action_plan_required": "needs_plan",
    "strategic_plan_requested": "needs_strategic_plan",
    "monitoring_inspection": "monitoring_words",
    "next_full_inspection": "next_inspection_words",
}
NEW = {
    "new-council": "A new body: a council",
    "new-nhs": "A new body: of the NHS",
    "new-other": "A new body of another kind",
}
TELLS = {"council": "new-council", "borough": "new-council", "icb": "new-nhs"}
SAME, LEFT_OUT = "same-", "left-out"


class AcceptForm(DetailsForm):
    """An inspection as read. Fields of findings and of bodies end in their number, from 0."""

    class Meta(DetailsForm.Meta):
        fields = tuple(name for name in ORDER if name not in ("days_words", "publishes_file"))

    def __init__(self, *args: Any, reading: Reading, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.reading = reading
        for read, name in READ_AS.items():
            self.fields[name].help_text = _where(reading.pages.get(read, 0))
        self._add_doubts()
        self._add_bodies()
        self._add_findings()

    def _add_doubts(self) -> None:
        for doubt in self.reading.doubts:
            self.fields[f"settled-{doubt.number}"] = forms.BooleanField(
                label="Settled", error_messages={"required": "Settle this, then tick it"}
            )

    def _add_bodies(self) -> None:
        known = list(Organisation.objects.order_by("name"))
        entered = [(str(one.pk), one.name) for one in known]
        whole, names = set(self.reading.fields["jointly_responsible"]), self.reading.bodies
        for number, name in enumerate(names):
            above = [
                (f"{SAME}{n}", f"The same as “{one}”") for n, one in enumerate(names[:number])
            ]
            self.fields[f"body-{number}"] = forms.ChoiceField(
                label=f"“{name}” is",
                choices=[("", "Choose"), *above, *NEW.items(), *entered],
                initial=_likeliest(name, names[:number], known),
            )
            self.fields[f"whole-{number}"] = forms.BooleanField(
                label="Jointly responsible for the whole", required=False, initial=name in whole
            )

    def _add_findings(self) -> None:
        kinds = [(kind.code, kind.name) for kind in self.instance.kind.findings]
        kinds.append((LEFT_OUT, "No finding: leave it out"))
        names = list(enumerate(self.reading.bodies))
        for number, one in enumerate(self.reading.findings):
            self.fields |= {
                f"kind-{number}": forms.ChoiceField(
                    label="Kind of finding", choices=kinds, initial=one.kind
                ),
                f"label-{number}": forms.CharField(
                    label="In short", max_length=300, initial=one.label, help_text="Plain words."
                ),
                f"text-{number}": forms.CharField(
                    label="As found", initial=one.text, widget=forms.Textarea
                ),
                f"for-{number}": forms.MultipleChoiceField(
                    label="Responsible for it",
                    required=False,
                    choices=[(str(n), name) for n, name in names],
                    initial=[str(n) for n, name in names if name in one.responsible],
                    widget=forms.CheckboxSelectMultiple,
                ),
            }

    def details(self) -> Iterator[BoundField]:
        """Yield the fields of the inspection itself."""
        return (self[name] for name in self.Meta.fields)

    def doubts(self) -> Iterator[tuple[Doubt, BoundField]]:
        """Yield each doubt with its box to tick."""
        return ((one, self[f"settled-{one.number}"]) for one in self.reading.doubts)

    def bodies(self) -> Iterator[list[BoundField]]:
        """Yield the fields of each body that was named."""
        for number in range(len(self.reading.bodies)):
            yield [self[f"body-{number}"], self[f"whole-{number}"]]

    def findings(self) -> Iterator[tuple[ReadFinding, list[BoundField]]]:
        """Yield each finding as read with its fields."""
        for number, one in enumerate(self.reading.findings):
            yield one, [self[f"{name}-{number}"] for name in ("kind", "label", "text", "for")]


def _where(page: int) -> SafeString | str:
    """Link to the page on which a field was read."""
    if not page:
        return "Not found in the report."
    return format_html('Read on <a href="#page-{}">page {}</a>.', page, page)


def _likeliest(name: str, above: list[str], known: list[Organisation]) -> str:
    """Return what a name most likely stands for, to be looked at by a person.

    One that was named above, one that is entered, or a new one of the kind that its name tells.
    """
    wanted = _folded(name)
    for number, one in enumerate(above):
        if _folded(one) == wanted:
            return f"{SAME}{number}"
    for body in known:
        if _folded(body.name) == wanted:
            return str(body.pk)
    return next((kind for words, kind in TELLS.items() if words in wanted.split()), "")


def _folded(name: str) -> str:
    """Fold what names of one body differ in: article, "NHS", an abbreviation at the end."""
    short = name.casefold().replace("integrated care board", "icb").partition(" (")[0]
    return " ".join(word for word in short.split() if word not in ("the", "nhs", "of"))
