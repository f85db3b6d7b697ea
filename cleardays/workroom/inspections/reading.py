"""What was read from the inspectors' PDF, as plain values kept until a person accepts them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from cleardays.readers.inspections.draft import Finding, Found, InspectionDraft, as_json

AREA_2023 = "area-2023"
LABEL = 120
OF_KIND = {"priority": "priority_actions", "improvement": "improvements"}
KIND_IN_WORDS = {
    "priority_actions": "Area for priority action",
    "improvements": "Area for improvement",
}
IN_WORDS = {
    "priority_actions": "Areas for priority action",
    "improvements": "Areas for improvement",
    "icb": "Integrated care board",
    "area": "Local area",
    "inspection_start": "First day of the inspection",
    "inspection_end": "Last day of the inspection",
}
_ROW = re.compile(r"(?P<kind>priority_actions|improvements)\[(?P<number>\d+)\](?P<who>\.\w+)?")


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
        """The field as a person reads it: "Area for improvement 2: who is responsible"."""
        row = _ROW.fullmatch(self.field)
        if row is None:
            return IN_WORDS.get(self.field, self.field.replace("_", " ").capitalize())
        who = ": who is responsible" if row["who"] else ""
        return f"{KIND_IN_WORDS[row['kind']]} {int(row['number']) + 1}{who}"


@dataclass(frozen=True)
class ReadFinding:
    """A finding as read: its kind, its number among these (from 1), text, bodies and pages."""

    kind: str
    number: int
    text: str
    responsible: tuple[str, ...]
    pages: tuple[int, ...]

    @property
    def of(self) -> str:
        """The field of the reader that holds all of its kind."""
        return OF_KIND[self.kind]

    @property
    def field(self) -> str:
        """Its place in the reading, as doubts name it."""
        return f"{self.of}[{self.number - 1}]"

    @property
    def name(self) -> str:
        """What it is called on the page: "Area for improvement 2"."""
        return f"{KIND_IN_WORDS[self.of]} {self.number}"

    @property
    def printed(self) -> list[tuple[int, str]]:
        """Its pages, each with what a picture of it is called."""
        return [(page, f"Page {page} as printed") for page in self.pages]

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
    findings = tuple(_numbered(plain["findings"]))
    doubts = tuple(Doubt(number, **one) for number, one in enumerate(plain["unsure"]))
    return Reading(plain["fields"], plain["pages"], findings, doubts, tuple(plain["texts"]))


def _numbered(findings: Iterable[dict[str, Any]]) -> Iterator[ReadFinding]:
    counts: Counter[str] = Counter()
    for one in findings:
        counts[one["kind"]] += 1
        yield ReadFinding(
            kind=one["kind"],
            number=counts[one["kind"]],
            text=one["text"],
            responsible=tuple(one["responsible"]),
            pages=tuple(one["pages"]),
        )


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
