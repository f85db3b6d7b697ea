"""A report as the object that ``cleardays import report --json`` prints."""

from dataclasses import asdict
from typing import Any

from cleardays.readers.reports.draft import ReportDraft


def as_json(draft: ReportDraft) -> dict[str, Any]:
    """The parts as plain values: text as plain text, what is absent as None, lists as lists."""
    return {
        "title": draft.title or None,
        "committee": draft.committee or None,
        "meeting_date": draft.meeting_date.isoformat() if draft.meeting_date else None,
        "electoral_divisions": list(draft.electoral_divisions),
        "appendices": list(draft.appendices),
        "contacts": [_or_none(asdict(contact)) for contact in draft.contacts],
        "executive_summary": draft.executive_summary.text or None,
        "recommendations": [recommendation.text for recommendation in draft.recommendations],
        "background": draft.background.text or None,
        "consultations": draft.consultations.text or None,
        "implications": {
            heading: passage.text or None for heading, passage in draft.implications.items()
        },
        "background_papers": [_or_none(asdict(paper)) for paper in draft.background_papers],
        "part_ii_reason": draft.part_ii_reason.text or None,
        "labels": list(draft.labels),
        "unread": list(draft.unread),
        "notices": [asdict(notice) for notice in draft.notices],
    }


def _or_none(values: dict[str, str]) -> dict[str, str | None]:
    return {name: value or None for name, value in values.items()}
