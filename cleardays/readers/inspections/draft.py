"""What an inspectors' report says, as plain values, each with the page and words it came from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

Value = TypeVar("Value")
Json = dict[str, object]


@dataclass(frozen=True)
class Found(Generic[Value]):
    """A value, and where it stands: the page (from 1; 0 when nowhere) and the words as printed."""

    value: Value
    page: int = 0
    words: str = ""


@dataclass(frozen=True)
class Unsure:
    """Something for a person to settle: which field, on which page, which words, and why."""

    field: str
    page: int
    words: str
    why: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph or bullet of a finding, without its bullet or number."""

    text: str
    is_bullet: bool = False


@dataclass(frozen=True)
class Finding:
    """An area for priority action or for improvement: one row of the inspectors' table.

    ``responsible`` holds the bodies as printed, empty where the report has no column for them.
    ``pages`` are those the row stands on; two when a page break cuts it.
    """

    responsible: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]
    pages: tuple[int, ...]
    responsible_words: str = ""

    @property
    def text(self) -> str:
        """The whole text on one line, bullets and numbers left out."""
        return " ".join(paragraph.text for paragraph in self.paragraphs)


@dataclass(frozen=True)
class InspectionDraft:
    """A report of a full area SEND inspection under the framework of 2023, as read.

    ``previous_inspection``, ``monitoring_inspection`` and ``next_full_inspection`` are the
    report's own words ("24 to 28 January 2022", "18 months"), None where it has none.
    ``outcome`` is a code of ``wording.toml``, None where it was not recognised.
    """

    area: Found[str]
    inspection_start: Found[date | None]
    inspection_end: Found[date | None]
    previous_inspection: Found[str | None]
    outcome: Found[str | None]
    strategic_plan_requested: Found[bool]
    priority_action_plan_required: Found[bool]
    monitoring_inspection: Found[str | None]
    next_full_inspection: Found[str | None]
    local_authority: Found[str | None]
    icb: Found[tuple[str, ...]]
    jointly_responsible: Found[tuple[str, ...]]
    priority_actions: tuple[Finding, ...]
    improvements: tuple[Finding, ...]
    pages: int
    unsure: tuple[Unsure, ...] = ()


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _findings(findings: Iterable[Finding]) -> list[Json]:
    return [{"responsible": list(f.responsible), "text": f.text} for f in findings]


def as_json(draft: InspectionDraft) -> Json:
    """Return the draft as one object of strings, booleans, lists and None; dates as ISO 8601."""
    singles = {n: _plain(v.value) for n, v in vars(draft).items() if isinstance(v, Found)}
    unsure = [vars(doubt).copy() for doubt in draft.unsure]
    return singles | {
        "priority_actions": _findings(draft.priority_actions),
        "improvements": _findings(draft.improvements),
        "pages": draft.pages,
        "unsure": unsure,
    }
