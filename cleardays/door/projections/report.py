"""A report version as the public may see it: its parts, never what was unread or noticed."""

from cleardays.door.projections.committee import link_to
from cleardays.law.exemption import exempt_in_words
from cleardays.record.schemas.common import FileLink, Link
from cleardays.record.schemas.report import (
    ContactDocument,
    Implication,
    PaperDocument,
    ReportDocument,
)
from cleardays.workroom.meetings.snapshot import ItemSnapshot
from cleardays.workroom.reports.models import ReportVersion


def ref_of(version: ReportVersion) -> str:
    """Return the report's public address."""
    return f"reports/{version.report.slug}"


def held_back(item: ItemSnapshot) -> tuple[str, ...]:
    """Name the appendices that the public does not get, each with the paragraphs relied on."""
    return tuple(
        f"{one.label}: {one.public_title}. {exempt_in_words(one.exempt_under)}"
        for one in item.appendices
        if one.exempt_under
    )


def project(
    version: ReportVersion,
    item: ItemSnapshot,
    *,
    files: tuple[FileLink, ...] = (),
    considered_at: tuple[Link, ...] = (),
) -> ReportDocument:
    """Carry over the parts. ``files`` have passed the release check already."""
    return ReportDocument(
        ref=ref_of(version),
        title=version.title,
        council=version.report.committee.organisation.name,
        committee_link=link_to(version.report.committee),
        meeting_date=version.meeting_date.isoformat() if version.meeting_date else "",
        electoral_divisions=tuple(version.electoral_divisions),
        contacts=tuple(_contact(one) for one in version.contacts),
        executive_summary=version.executive_summary,
        recommendations=tuple(version.recommendations),
        background=version.background,
        consultations=version.consultations,
        implications=tuple(Implication(heading, html) for heading, html in version.implications),
        background_papers=tuple(_paper(one) for one in version.background_papers),
        background_papers_stated=version.background_papers_stated,
        part_ii_reason=version.part_ii_reason,
        appendices_referred_to=tuple(version.appendices),
        files=files,
        exempt_appendices=held_back(item),
        considered_at=considered_at,
        sources=tuple(version.sources),
        is_invented=version.is_invented,
    )


def _contact(row: dict[str, str]) -> ContactDocument:
    return ContactDocument(
        name=row.get("name") or "",
        post=row.get("post") or "",
        telephone=row.get("telephone") or "",
        email=row.get("email") or "",
    )


def _paper(row: dict[str, str]) -> PaperDocument:
    return PaperDocument(
        paper=row.get("paper") or "", date=row.get("date") or "", contact=row.get("contact") or ""
    )
