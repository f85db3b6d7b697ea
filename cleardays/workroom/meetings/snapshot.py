"""What a published agenda version freezes: public words, and keys of the versions they go with.

The door reads this and nothing live, so that what is published is what was released.
"""

import dataclasses
import json
from dataclasses import dataclass
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder


@dataclass(frozen=True)
class AppendixSnapshot:
    """An appendix of an item's report; ``exempt_under`` are paragraphs of Schedule 12A.

    ``sha256`` is the file that was released, and ``description`` says what it shows; "" where the
    appendix is exempt.
    """

    appendix_id: int
    label: str
    public_title: str
    exempt_under: tuple[int, ...] = ()
    sha256: str = ""
    description: str = ""


@dataclass(frozen=True)
class ItemSnapshot:
    """An agenda item. A report is named by the key of the version that was released."""

    number: str
    public_title: str
    report_id: int | None = None
    report_version_id: int | None = None
    appendices: tuple[AppendixSnapshot, ...] = ()
    exempt_under: tuple[int, ...] = ()
    is_confidential: bool = False
    to_follow: bool = False
    added_in: int = 1
    papers_added_in: int = 0
    urgency_reason: str = ""
    urgency_chair: str = ""
    outcome: str = ""
    is_invented: bool = False


@dataclass(frozen=True)
class IssueSnapshot:
    """One publication. ``kind`` is one of ``AgendaVersion.Kind``; ``at`` is ISO."""

    number: int
    kind: str
    at: str
    note: str = ""


@dataclass(frozen=True)
class MeetingSnapshot:
    """A meeting as released. Dates are ISO or ""; ``closures`` are (ISO day, name)."""

    meeting_id: int
    committee_id: int
    ref: str
    title: str
    day: str
    time: str
    precision: str
    date_words: str
    date_note: str
    place: str
    note: str
    status: str
    sequence: int
    convened_on: str
    is_special: bool
    is_invented: bool
    stated_published_on: str
    stated_source: str
    counts_saturdays: bool
    closures: tuple[tuple[str, str], ...]
    sources: tuple[str, ...]
    items: tuple[ItemSnapshot, ...]
    issues: tuple[IssueSnapshot, ...]

    def as_json(self) -> dict[str, Any]:
        """Return plain values for AgendaVersion.snapshot."""
        plain: dict[str, Any] = json.loads(
            json.dumps(dataclasses.asdict(self), cls=DjangoJSONEncoder)
        )
        return plain

    @classmethod
    def from_json(cls, plain: dict[str, Any]) -> "MeetingSnapshot":
        """Rebuild from AgendaVersion.snapshot."""
        return cls(
            **{
                **plain,
                "closures": tuple((day, name) for day, name in plain["closures"]),
                "sources": tuple(plain["sources"]),
                "items": tuple(_item(item) for item in plain["items"]),
                "issues": tuple(IssueSnapshot(**issue) for issue in plain["issues"]),
            }
        )


def _item(plain: dict[str, Any]) -> ItemSnapshot:
    appendices = tuple(
        AppendixSnapshot(**{**one, "exempt_under": tuple(one["exempt_under"])})
        for one in plain["appendices"]
    )
    return ItemSnapshot(
        **{**plain, "appendices": appendices, "exempt_under": tuple(plain["exempt_under"])}
    )
