"""What is said of meetings and in reports, each field with a word of its own."""

from dataclasses import replace
from typing import Any

from cleardays.workroom.reports.parts import Parts
from tests.leaks.canaries import Words

REPORT, MEETING = "reports.ReportVersion", "meetings.Meeting"


def never_public(canaries: Words, occasion: str) -> Parts:
    """Return the parts that no report shows to anybody outside, published or not."""

    def word(field: str) -> str:
        return canaries.word(f"{REPORT}.{field}", occasion)

    return Parts(
        committee_name=word("committee_name"),
        without_recommendations=word("without_recommendations"),
        left_out=({"text": word("left_out"), "why": word("left_out: why")},),
        notices=({"code": "comment", "message": word("notices"), "count": 1},),
        background_papers_stated=True,
    )


def parts(canaries: Words, shown: Words, occasion: str, *, title: str = "") -> Parts:
    """Return parts of a report; ``shown`` are the words of what its page shows once published."""

    def word(field: str) -> str:
        return shown.word(f"{REPORT}.{field}", occasion)

    def html(field: str) -> str:
        return f"<p>The lamps of {word(field)} are dark.</p>"

    def row(field: str, *keys: str) -> dict[str, str]:
        return {key: word(f"{field}: {key}") for key in keys}

    return replace(
        never_public(canaries, occasion),
        title=title or f"{word('title')} and its lamps",
        electoral_divisions=(word("electoral_divisions"),),
        appendices=(word("appendices"),),
        contacts=(row("contacts", "name", "telephone", "post", "email"),),
        executive_summary=html("executive_summary"),
        recommendations=(html("recommendations"),),
        background=html("background"),
        consultations=html("consultations"),
        implications=((word("implications: heading"), html("implications")),),
        background_papers=(row("background_papers", "paper", "date", "contact"),),
        sources=(f"https://example.org/{word('sources')}",),
    )


def unfinished(canaries: Words, occasion: str) -> Parts:
    """Return the parts of a draft in which passages wait for a place."""
    return replace(
        parts(canaries, canaries, occasion),
        part_ii_reason=f"<p>{canaries.word(f'{REPORT}.part_ii_reason', occasion)}</p>",
        unread=(canaries.word(f"{REPORT}.unread", occasion),),
    )


def details(canaries: Words, shown: Words, occasion: str) -> dict[str, Any]:
    """Return what is said of a meeting."""
    return {
        "title": shown.word(f"{MEETING}.title", occasion),
        "date_note": shown.word(f"{MEETING}.date_note", occasion),
        "place": shown.word(f"{MEETING}.place", occasion),
        "note": shown.word(f"{MEETING}.note", occasion),
        "sources": [f"https://example.org/{shown.word(f'{MEETING}.sources', occasion)}"],
        "private_note": canaries.word(f"{MEETING}.private_note", occasion),
    }


def inexact(shown: Words, occasion: str) -> dict[str, str]:
    """Return a date that is known in words only."""
    words = shown.word(f"{MEETING}.date_words", occasion)
    return {"precision": "about", "date_words": f"about {words}"}
