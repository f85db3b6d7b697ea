"""What was read from the PDF, to be corrected: fields, bodies, findings, what was unsure."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.html import format_html
from django.utils.safestring import SafeString

from cleardays.workroom.inspections.forms.details import ORDER, DetailsForm
from cleardays.workroom.inspections.forms.read_part import ReadPart
from cleardays.workroom.inspections.naming import SAME, likeliest
from cleardays.workroom.inspections.reading import Doubt, Reading
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
LEFT_OUT = "left-out"
# The days that the clocks run from; most reports do not print them.
TO_ENTER, OF_LETTER = ("received_on", "published_on"), ("letter_dated", "due_by_letter")
READ = (
    "area_name",
    "first_day",
    "last_day",
    "outcome",
    "needs_plan",
    "needs_strategic_plan",
    "monitoring_words",
    "next_inspection_words",
)
LETTERS_A_LINE, FEWEST_LINES, MOST_LINES = 55, 4, 24


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
                initial=likeliest(name, names[:number], known),
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
                    label="In short",
                    max_length=300,
                    initial=one.label,
                    widget=forms.Textarea({"rows": 2}),
                ),
                f"text-{number}": forms.CharField(
                    label="As found", initial=one.text, widget=forms.Textarea(_tall(one.text))
                ),
                f"for-{number}": forms.MultipleChoiceField(
                    label="Responsible for it",
                    required=False,
                    choices=[(str(n), name) for n, name in names],
                    initial=[str(n) for n, name in names if name in one.responsible],
                    widget=forms.CheckboxSelectMultiple,
                ),
            }

    def to_enter(self) -> list[BoundField]:
        """Return the days that a person has to enter."""
        return [self[name] for name in TO_ENTER]

    def of_letter(self) -> list[BoundField]:
        """Return the days that a letter of the inspectorate may give."""
        return [self[name] for name in OF_LETTER]

    def as_read(self) -> list[BoundField]:
        """Return the fields that the report filled in."""
        return [self[name] for name in READ]

    def in_words(self) -> list[BoundField]:
        """Return the rest: title, words for the public, notes."""
        return [self[n] for n in self.Meta.fields if n not in (*TO_ENTER, *OF_LETTER, *READ)]

    def doubts(self) -> Iterator[tuple[Doubt, BoundField]]:
        """Yield each doubt with its box to tick."""
        return ((one, self[f"settled-{one.number}"]) for one in self.reading.doubts)

    def bodies(self) -> list[ReadPart]:
        """Return the fields of each body that was named; open is what nobody knows here yet."""
        return [
            self._part(name, (f"body-{n}", f"whole-{n}"), is_new=not self._is_known(n))
            for n, name in enumerate(self.reading.bodies)
        ]

    def _is_known(self, number: int) -> bool:
        chosen = self.fields[f"body-{number}"].initial
        return bool(chosen) and chosen not in NEW

    def findings(self) -> list[ReadPart]:
        """Return each finding as read: its words in short, and folded away the rest of it."""
        doubted = {doubt.field.partition(".")[0] for doubt in self.reading.doubts}
        return [
            self._part(one, names, is_new=bool(doubted & {one.field, one.of}))
            for number, one in enumerate(self.reading.findings)
            for names in ([f"{name}-{number}" for name in ("label", "text", "kind", "for")],)
        ]

    def _part(self, read: Any, names: Sequence[str], *, is_new: bool) -> ReadPart:
        return ReadPart(read, [self[name] for name in names], is_new or self.is_at(names))

    def is_at(self, names: Sequence[str]) -> bool:
        """Say whether a person is at work on some fields: they changed, or stand wrong."""
        return self.is_bound and not {*self.errors, *self.changed_data}.isdisjoint(names)

    @property
    def reading_is_open(self) -> bool:
        """Say whether the fields that the report filled in are to be seen at once."""
        doubted = {READ_AS.get(doubt.field) for doubt in self.reading.doubts}
        return bool(doubted.intersection(READ)) or self.is_at(READ)

    @property
    def letter_is_open(self) -> bool:
        """Say whether the days of a letter are to be seen at once."""
        return self.is_at(OF_LETTER)

    @property
    def words_are_open(self) -> bool:
        """Say whether title, words for the public and notes are to be seen at once."""
        return self.is_at([field.name for field in self.in_words()])


def _tall(text: str) -> dict[str, int]:
    """Return the size of a box that shows a text whole, if that is not too tall."""
    lines = sum(1 + len(line) // LETTERS_A_LINE for line in text.splitlines())
    return {"rows": min(max(lines, FEWEST_LINES), MOST_LINES)}


def _where(page: int) -> SafeString | str:
    """Link to the page on which a field was read."""
    if not page:
        return "Not found in the report."
    return format_html('Read on <a href="#page-{}">page {}</a>.', page, page)
