"""What was read from the inspectors' PDF, as plain values kept until a person accepts them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from cleardays.readers.inspections.draft import Finding, Found, InspectionDraft, as_json

AREA_2023 = "area-2023"
LABEL = 120


@dataclass(frozen=True)
class Doubt:
    """Something that the reader was unsure of; ``number`` from 0, ``page`` 0 when nowhere."""

    number: int
    field: str
    page: int
    words: str
    why: str

    @property
    def field_in_words(self) -> str:
        """The field as a person reads it."""
        return self.field.replace("_", " ").capitalize()


@dataclass(frozen=True)
class ReadFinding:
    """A finding as read: its kind, its whole text, the bodies named for it, its pages."""

    kind: str
    text: str
    responsible: tuple[str, ...]
    pages: tuple[int, ...]

    @property
    def label(self) -> str:
        """Its opening, to be put into plain words by a person."""
        if len(self.text) <= LABEL:
            return self.text
        return f"{self.text[:LABEL].rsplit(' ', 1)[0]} …"


@dataclass(frozen=True)
class Reading:
    """A reading: fields by name, the page of each, findings, doubts, the text of every page."""

    fields: dict[str, Any]
    pages: dict[str, int]
    findings: tuple[ReadFinding, ...]
    doubts: tuple[Doubt, ...]
    texts: tuple[str, ...]

    @property
    def bodies(self) -> list[str]:
        """Every body that is named as responsible, once, those for the whole first."""
        whole = list(self.fields["jointly_responsible"])
        return list(dict.fromkeys([*whole, *(n for f in self.findings for n in f.responsible)]))

    def day(self, name: str) -> date | None:
        """Return a day as read, None where it was not."""
        found = self.fields.get(name)
        return date.fromisoformat(found) if found else None


def as_plain(draft: InspectionDraft, texts: Sequence[str]) -> dict[str, Any]:
    """Return a reading as values that JSON can hold."""
    fields = as_json(draft)
    unsure = fields.pop("unsure")
    for name in ("priority_actions", "improvements"):
        fields.pop(name)
    return {
        "fields": fields,
        "pages": {n: found.page for n, found in vars(draft).items() if isinstance(found, Found)},
        "findings": [
            *_plain_findings("priority", draft.priority_actions),
            *_plain_findings("improvement", draft.improvements),
        ],
        "unsure": unsure,
        "texts": list(texts),
    }


def _plain_findings(kind: str, findings: Iterable[Finding]) -> list[dict[str, Any]]:
    return [
        {
            "kind": kind,
            "text": "\n".join(f"{'- ' * part.is_bullet}{part.text}" for part in one.paragraphs),
            "responsible": list(one.responsible),
            "pages": list(one.pages),
        }
        for one in findings
    ]


def from_plain(plain: dict[str, Any]) -> Reading:
    """Rebuild what ``as_plain`` gave."""
    findings = tuple(
        ReadFinding(one["kind"], one["text"], tuple(one["responsible"]), tuple(one["pages"]))
        for one in plain["findings"]
    )
    doubts = tuple(Doubt(number, **one) for number, one in enumerate(plain["unsure"]))
    return Reading(plain["fields"], plain["pages"], findings, doubts, tuple(plain["texts"]))


def details_of(reading: Reading) -> dict[str, Any]:
    """Return what the reading says of the inspection, by the names of the model."""
    said = reading.fields
    return {
        "first_day": reading.day("inspection_start"),
        "last_day": reading.day("inspection_end"),
        "outcome": said["outcome"] or "",
        "needs_plan": said["priority_action_plan_required"],
        "needs_strategic_plan": said["strategic_plan_requested"],
        "monitoring_words": said["monitoring_inspection"] or "",
        "next_inspection_words": said["next_full_inspection"] or "",
    }
