"""A report: all its parts as accessible HTML, its files, and where it was considered."""

from dataclasses import dataclass
from typing import Any, cast

from cleardays.design.values import Link
from cleardays.record.schemas.report import ReportDocument
from cleardays.site.agenda import file_mark
from cleardays.site.linked_data import as_script, report_data
from cleardays.site.reading import Shown
from cleardays.site.wording import day_words


@dataclass(frozen=True)
class Section:
    """A part of the report with an anchor of its own; ``html`` is sanitised."""

    anchor: str
    heading: str
    html: str


def context(shown: Shown) -> dict[str, Any]:
    """Return what the page of a report shows."""
    report = cast(ReportDocument, shown.document)
    return {
        "report": report,
        "facts": _facts(report),
        "summary": report.executive_summary,
        "sections": _sections(report),
        "files": [(file_mark(file), file.description) for file in report.files],
        "contents": _contents(report),
        "paper_columns": ("Paper", "Date", "Contact"),
        "paper_rows": [(one.paper, one.date, one.contact) for one in report.background_papers],
        "trail": _trail(report),
        "linked_data": as_script(report_data(report, shown)),
        "section": "calendar",
    }


def _facts(report: ReportDocument) -> list[tuple[str, str]]:
    rows = [
        ("Committee", report.committee_link.title),
        ("Meeting", day_words(report.meeting_date) if report.meeting_date else ""),
        ("Divisions affected", ", ".join(report.electoral_divisions)),
        ("Refers to", ", ".join(report.appendices_referred_to)),
    ]
    return [row for row in rows if row[1]]


def _sections(report: ReportDocument) -> list[Section]:
    sections = [
        Section("background", "Background and advice", report.background),
        Section("consultations", "Consultations", report.consultations),
    ]
    return [section for section in sections if section.html]


def _contents(report: ReportDocument) -> list[Link]:
    links = [
        ("Executive summary", "summary", report.executive_summary),
        ("Recommendations", "recommendations", report.recommendations),
        *((section.heading, section.anchor, section.html) for section in _sections(report)),
        ("Implications", "implications", report.implications),
        ("Background papers", "papers", report.background_papers_stated),
        ("Reason for Part II", "part-ii", report.part_ii_reason),
        ("Contacts", "contacts", report.contacts),
        ("Where this was considered", "considered", report.considered_at),
    ]
    return [Link(text, f"#{anchor}") for text, anchor, content in links if content]


def _trail(report: ReportDocument) -> list[Link]:
    committee = report.committee_link
    meetings = [Link(one.title, f"/{one.ref}/") for one in report.considered_at[:1]]
    return [Link("Home", "/"), Link(committee.title, f"/{committee.ref}/"), *meetings]
