"""A meeting with its agenda: one document, so that its page is one look-up."""

from dataclasses import dataclass

from cleardays.record.schemas.common import FileLink, Link, OfficeCalendar, Summary


@dataclass(frozen=True)
class ItemDocument:
    """An agenda item.

    ``exempt_paragraphs`` are those of Schedule 12A relied on (empty when open); an exempt or
    confidential item has a public title and no papers. ``added_in`` is the agenda version that
    first had it; ``papers_added_in`` the version in which its papers came. ``is_taken_back`` says
    that its report was recalled since: the link leads to the reason, and no files are left.
    """

    number: str
    title: str
    report: Link | None = None
    report_version: int = 0
    files: tuple[FileLink, ...] = ()
    exempt_paragraphs: tuple[int, ...] = ()
    exempt_appendices: tuple[str, ...] = ()
    is_confidential: bool = False
    to_follow: bool = False
    added_in: int = 1
    papers_added_in: int = 0
    urgency_reason: str = ""
    urgency_chair: str = ""
    outcome: str = ""
    is_invented: bool = False
    is_taken_back: bool = False


@dataclass(frozen=True)
class IssueDocument:
    """One publication of the agenda: the first, a supplement, a correction, a cancellation.

    ``at`` is when it was published here (ISO, with zone). ``stated_source`` is set where it was
    public elsewhere before: it was then entered later, and is not proved here. ``stated_on`` is
    since when (ISO date), or "" where nobody says.
    """

    number: int
    kind: str
    kind_name: str
    at: str
    note: str = ""
    stated_on: str = ""
    stated_source: str = ""


@dataclass(frozen=True)
class MeetingDocument:
    """``date`` is ISO and exact only where ``precision`` is "day"; else ``date_words`` is shown.

    ``time`` is "HH:MM" local or "". ``status`` is "scheduled" or "cancelled"; ``sequence`` counts
    published changes (iCalendar SEQUENCE). ``issues`` are oldest first.
    """

    ref: str
    committee_link: Link
    council: str
    name: str
    date: str
    time: str
    precision: str
    date_words: str
    place: str
    status: str
    sequence: int
    is_bound_by_part_va: bool
    calendar: OfficeCalendar
    items: tuple[ItemDocument, ...]
    issues: tuple[IssueDocument, ...]
    date_note: str = ""
    note: str = ""
    convened_on: str = ""
    is_special: bool = False
    is_invented: bool = False
    sources: tuple[str, ...] = ()

    doc_type = "meeting"

    @property
    def title(self) -> str:
        return self.name

    @property
    def committee(self) -> str:
        return self.committee_link.ref

    @property
    def day(self) -> str:
        return self.date

    @property
    def summary(self) -> Summary:
        return {
            "committee": self.committee_link.title,
            "time": self.time,
            "precision": self.precision,
            "date_words": self.date_words,
            "place": self.place,
            "status": self.status,
            "sequence": self.sequence,
            "items": len(self.items),
            "is_invented": self.is_invented,
        }
