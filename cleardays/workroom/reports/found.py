"""What a reader found in a file, counted in words, and the committee that it names."""

import re
from collections.abc import Iterable

from cleardays.readers.reports.draft import ReportDraft
from cleardays.workroom.documents.models import Upload
from cleardays.workroom.people.models import Committee


def found_in(draft: ReportDraft) -> list[tuple[str, str]]:
    """Return what was read as rows of what and how much; what is missing says so."""
    day = f"{draft.meeting_date:%-d %B %Y}" if draft.meeting_date else ""
    papers = _count(len(draft.background_papers), "paper")
    none = "None, as the report says" if draft.background_papers_stated else ""
    return [
        (name, value or "Not found")
        for name, value in (
            ("Title", draft.title),
            ("Committee", draft.committee),
            ("Date of the meeting", day),
            ("Electoral divisions affected", ", ".join(draft.electoral_divisions)),
            ("Appendices referred to", ", ".join(draft.appendices)),
            ("Contacts", _count(len(draft.contacts), "contact")),
            ("Executive summary", _words(draft.executive_summary.text)),
            ("Recommendations", _count(len(draft.recommendations), "recommendation")),
            ("Background and advice", _words(draft.background.text)),
            ("Consultations", _words(draft.consultations.text)),
            ("Implications", ", ".join(draft.implications)),
            ("Background papers", papers or none),
            ("Reason for Part II", _words(draft.part_ii_reason.text)),
        )
    ]


def named(name: str, committees: Iterable[Committee]) -> Committee | None:
    """Return the committee that a report means by this name; the only one, if there is one."""
    choices = list(committees)
    wanted = _folded(name)
    found = [one for one in choices if wanted and _folded(one.name) == wanted]
    if len(found) == 1:
        return found[0]
    return choices[0] if len(choices) == 1 else None


def meant(upload: Upload, name: str, committees: Iterable[Committee]) -> Committee | None:
    """Return the committee on whose meeting a file was dropped, else the one that it names."""
    choices = list(committees)
    dropped_on = [one for one in choices if one.pk == upload.committee_id]
    return dropped_on[0] if dropped_on else named(name, choices)


def _folded(name: str) -> str:
    """Fold what does not tell committees apart: case, "the", "&", punctuation."""
    words = re.findall(r"\w+", name.casefold().replace("&", " and ").replace("'", ""))
    return " ".join(word for word in words if word != "the")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}" if number else ""


def _words(text: str) -> str:
    return _count(len(text.split()), "word")
