"""A committee report: its parts as accessible HTML, and the PDF made from the same parts."""

from dataclasses import dataclass

from cleardays.record.schemas.common import FileLink, Link, Summary


@dataclass(frozen=True)
class ContactDocument:
    """Whom to ask; "" where the report does not say."""

    name: str = ""
    post: str = ""
    telephone: str = ""
    email: str = ""


@dataclass(frozen=True)
class PaperDocument:
    """A background paper (Local Government Act 1972, s 100D)."""

    paper: str
    date: str = ""
    contact: str = ""


@dataclass(frozen=True)
class Implication:
    """One heading of the implications with its HTML."""

    heading: str
    html: str


@dataclass(frozen=True)
class ReportDocument:
    """HTML fields are sanitised HTML. ``considered_at`` are the meetings on whose agenda it is."""

    ref: str
    title: str
    council: str
    committee_link: Link
    meeting_date: str = ""
    electoral_divisions: tuple[str, ...] = ()
    contacts: tuple[ContactDocument, ...] = ()
    executive_summary: str = ""
    recommendations: tuple[str, ...] = ()
    background: str = ""
    consultations: str = ""
    implications: tuple[Implication, ...] = ()
    background_papers: tuple[PaperDocument, ...] = ()
    background_papers_stated: bool = False
    part_ii_reason: str = ""
    appendices_referred_to: tuple[str, ...] = ()
    files: tuple[FileLink, ...] = ()
    exempt_appendices: tuple[str, ...] = ()
    considered_at: tuple[Link, ...] = ()
    sources: tuple[str, ...] = ()
    is_invented: bool = False

    doc_type = "report"

    @property
    def committee(self) -> str:
        return self.committee_link.ref

    @property
    def day(self) -> str:
        return self.meeting_date

    @property
    def summary(self) -> Summary:
        return {"committee": self.committee_link.title, "is_invented": self.is_invented}
