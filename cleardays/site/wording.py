"""Words that several pages say: when, why not public, what kind of file."""

from calendar import month_name
from collections.abc import Iterable

from cleardays.design.dates import day_words as day_words
from cleardays.design.dates import in_words, moment
from cleardays.law.exemption import PARAGRAPHS
from cleardays.law.wording import list_in_words
from cleardays.record.schemas.meeting import MeetingDocument
from cleardays.site.reading import Listed

MONTHS = frozenset(month.lower() for month in month_name)
KIND_NAMES = {
    "meeting": "Meeting",
    "report": "Report",
    "committee": "Committee",
    "inspection": "Inspection",
    "plan": "Plan",
    "measure": "Measure",
    "ask": "Asked by a committee",
}
KINDS = {
    "application/pdf": "PDF",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word document",
    "application/msword": "Word document",
    "application/vnd.oasis.opendocument.text": "OpenDocument text",
    "application/rtf": "RTF",
    "text/rtf": "RTF",
    "text/plain": "plain text",
    "text/csv": "CSV",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "Excel spreadsheet",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "PowerPoint",
    "image/png": "picture",
    "image/jpeg": "picture",
}


def file_kind(media_type: str) -> str:
    """Name a kind of file as people do."""
    return KINDS.get(media_type, media_type.rpartition("/")[2].upper())


def meeting_day(meeting: MeetingDocument, *, weekday: bool = True, clock: bool = True) -> str:
    """Say when a meeting is, no more exactly than it is known."""
    if meeting.date_words:
        return meeting.date_words
    if meeting.precision != "day":
        return in_words(moment(meeting.date).cut("month"))
    text = f"{meeting.date}T{meeting.time}" if meeting.time and clock else meeting.date
    return in_words(moment(text), weekday=weekday, time=clock)


def listed_day(row: Listed, *, weekday: bool = False) -> str:
    """Say the day of what a list shows, no more exactly than it is known; "" for none."""
    if row.facts.get("date_words"):
        return str(row.facts["date_words"])
    if row.day is None:
        return ""
    if not row.is_exact:
        return in_words(moment(row.day).cut("month"))
    return in_words(moment(row.day), weekday=weekday)


def in_sentence(words: str) -> str:
    """Return the words of a day as they stand within a sentence: only months keep a capital."""
    first = words.partition(" ")[0].lower()
    return words if first in MONTHS else f"{words[:1].lower()}{words[1:]}"


def not_public(paragraphs: Iterable[int], *, is_confidential: bool = False) -> str:
    """Explain in plain words why an item is kept from the public; "" when it is open."""
    if is_confidential:
        return "Confidential information, which the law forbids the council to disclose."
    reasons = [f"{PARAGRAPHS[number]} (paragraph {number})" for number in paragraphs]
    return f"Exempt: information {list_in_words(reasons)}." if reasons else ""
