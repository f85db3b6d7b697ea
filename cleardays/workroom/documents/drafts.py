"""A draft as plain values and back, so that an upload can keep it as JSON."""

import dataclasses
from datetime import date
from typing import Any

from cleardays.readers.blocks import Notice
from cleardays.readers.reports.draft import BackgroundPaper, Contact, Passage, ReportDraft

PASSAGES = ("executive_summary", "background", "consultations", "part_ii_reason")
LISTS_OF_VALUES = {
    "contacts": Contact,
    "recommendations": Passage,
    "background_papers": BackgroundPaper,
    "notices": Notice,
}


def as_plain(draft: ReportDraft) -> dict[str, Any]:
    """Return the draft as values that JSON can hold; nothing is left out."""
    plain = dataclasses.asdict(draft)
    plain["meeting_date"] = draft.meeting_date.isoformat() if draft.meeting_date else None
    return plain


def from_plain(plain: dict[str, Any]) -> ReportDraft:
    """Rebuild the draft that ``as_plain`` was given."""
    day = plain["meeting_date"]
    lists = {name: tuple(value) for name, value in plain.items() if isinstance(value, list)}
    return ReportDraft(
        **{
            **plain,
            **lists,
            "meeting_date": date.fromisoformat(day) if day else None,
            "implications": {
                heading: Passage(**passage) for heading, passage in plain["implications"].items()
            },
            **{name: Passage(**plain[name]) for name in PASSAGES},
            **{
                name: tuple(kind(**one) for one in plain[name])
                for name, kind in LISTS_OF_VALUES.items()
            },
        }
    )
