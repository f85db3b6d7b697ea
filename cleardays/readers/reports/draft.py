"""The parts of a committee report, as plain values."""

from dataclasses import dataclass, field
from datetime import date

from cleardays.readers.blocks import Notice


@dataclass(frozen=True)
class Contact:
    """Whom to ask about a report; "" where the report does not say."""

    name: str = ""
    telephone: str = ""
    post: str = ""
    email: str = ""


@dataclass(frozen=True)
class BackgroundPaper:
    """A document that the report relied on (Local Government Act 1972, s 100D)."""

    paper: str
    date: str = ""
    contact: str = ""


@dataclass(frozen=True)
class Passage:
    """A part of the report twice over: plain text, and the same as accessible HTML."""

    text: str = ""
    html: str = ""


@dataclass(frozen=True)
class ReportDraft:
    """A committee report as read from a file.

    Every word of the file is in exactly one of: a text field, ``labels`` or ``unread``; the keys
    of ``implications`` are headings, and so in ``labels``. ``supplied`` are the few words of
    fields that the file has not (the two "Appendix" made of "Appendices 'A' and 'B'").
    ``labels`` are headings and field labels as printed, and every line whose value was normalised
    (a date, "N/A", numbering, a lead-in). ``implications`` maps the heading as printed to its
    passage.
    ``background_papers_stated`` is true when the report lists papers or says there are none:
    s 100D(1) wants the list in the report, so silence is not the same as "none".
    """

    title: str = ""
    committee: str = ""
    meeting_date: date | None = None
    electoral_divisions: tuple[str, ...] = ()
    appendices: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = ()
    executive_summary: Passage = field(default_factory=Passage)
    recommendations: tuple[Passage, ...] = ()
    background: Passage = field(default_factory=Passage)
    consultations: Passage = field(default_factory=Passage)
    implications: dict[str, Passage] = field(default_factory=dict)
    background_papers: tuple[BackgroundPaper, ...] = ()
    background_papers_stated: bool = False
    part_ii_reason: Passage = field(default_factory=Passage)
    labels: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()
    supplied: tuple[str, ...] = ()
