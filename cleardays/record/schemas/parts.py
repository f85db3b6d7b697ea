"""The words of a document, part by part: what search finds and what a comparison compares."""

from collections.abc import Callable
from typing import Any

from cleardays.record.schemas.ask import AskDocument
from cleardays.record.schemas.committee import CommitteeDocument
from cleardays.record.schemas.common import FileLink
from cleardays.record.schemas.following import (
    ask_parts,
    inspection_parts,
    measure_parts,
    plan_parts,
)
from cleardays.record.schemas.inspection import InspectionDocument
from cleardays.record.schemas.loading import Document
from cleardays.record.schemas.measure import MeasureDocument
from cleardays.record.schemas.meeting import ItemDocument, MeetingDocument
from cleardays.record.schemas.part import Part, plain_text
from cleardays.record.schemas.plan import PlanDocument
from cleardays.record.schemas.report import ContactDocument, ReportDocument

__all__ = ["Part", "parts_of", "plain_text"]


def _committee_parts(committee: CommitteeDocument) -> list[Part]:
    span = f"{committee.valid_from} to {committee.valid_until}"
    return [
        Part("name", "Name", committee.name, "main"),
        Part("kind", "Kind", committee.kind_name, "main"),
        Part("purpose", "Purpose", committee.purpose, "main"),
        Part("note", "Note", committee.note, "main"),
        Part("span", "Dates", span if span != " to " else "", "main"),
    ]


def _meeting_parts(meeting: MeetingDocument) -> list[Part]:
    day = meeting.date_words or meeting.date
    return [
        Part("name", "Name", meeting.name, "main"),
        Part("date", "Date", f"{day} {meeting.time}".strip(), "main"),
        Part("date_note", "About the date", meeting.date_note, "main"),
        Part("place", "Place", meeting.place, "main"),
        Part("status", "Status", meeting.status, "main"),
        Part("note", "Note", meeting.note, "main"),
        *(_item_part(item) for item in meeting.items),
    ]


def _item_part(item: ItemDocument) -> Part:
    paragraphs = ", ".join(map(str, item.exempt_paragraphs))
    lines = [
        item.title,
        _report_line(item),
        *map(_file_line, item.files),
        f"Not public: paragraph {paragraphs}" if paragraphs else "",
        "Not public: confidential" if item.is_confidential else "",
        *(f"Not public: {title}" for title in item.exempt_appendices),
        "To follow" if item.to_follow else "",
        f"Taken as urgent: {item.urgency_reason}" if item.urgency_reason else "",
        item.outcome,
    ]
    key = f"item {item.report.ref if item.report else item.title}"
    anchor = f"item-{item.number}".lower().replace(".", "")
    return Part(key, f"Item {item.number}", "\n".join(filter(None, lines)), anchor)


def _report_line(item: ItemDocument) -> str:
    if item.report is None:
        return ""
    return "Its report was taken back" if item.is_taken_back else f"Report: {item.report.title}"


def _file_line(file: FileLink) -> str:
    said = f"{file.title} ({file.name})"
    return f"{said}: {file.description}" if file.description else said


def _report_parts(report: ReportDocument) -> list[Part]:
    listed = "\n".join
    return [
        Part("title", "Title", report.title, "main"),
        Part("committee", "Committee", report.committee_link.title, "main"),
        Part("divisions", "Divisions", listed(report.electoral_divisions), "divisions"),
        Part("summary", "Executive summary", plain_text(report.executive_summary), "summary"),
        Part(
            "recommendations",
            "Recommendations",
            listed(map(plain_text, report.recommendations)),
            "recommendations",
        ),
        Part("background", "Background and advice", plain_text(report.background), "background"),
        Part("consultations", "Consultations", plain_text(report.consultations), "consultations"),
        *(
            Part(f"implication {one.heading}", one.heading, plain_text(one.html), "implications")
            for one in report.implications
        ),
        Part("papers", "Background papers", listed(_paper_lines(report)), "papers"),
        Part("part_ii", "Reason for Part II", plain_text(report.part_ii_reason), "part-ii"),
        Part("files", "Files", listed(map(_file_line, report.files)), "files"),
        Part("not_public", "Not public", listed(report.exempt_appendices), "files"),
        Part("contacts", "Contacts", listed(map(_contact_line, report.contacts)), "contacts"),
    ]


def _paper_lines(report: ReportDocument) -> list[str]:
    return [_joined(one.paper, one.date, one.contact) for one in report.background_papers]


def _contact_line(contact: ContactDocument) -> str:
    return _joined(contact.name, contact.post, contact.telephone, contact.email)


def _joined(*words: str) -> str:
    return ", ".join(filter(None, words))


PARTS: dict[str, Callable[[Any], list[Part]]] = {
    CommitteeDocument.doc_type: _committee_parts,
    MeetingDocument.doc_type: _meeting_parts,
    ReportDocument.doc_type: _report_parts,
    InspectionDocument.doc_type: inspection_parts,
    PlanDocument.doc_type: plan_parts,
    MeasureDocument.doc_type: measure_parts,
    AskDocument.doc_type: ask_parts,
}


def parts_of(document: Document) -> tuple[Part, ...]:
    """Return the parts of a document that have words, in the order of its page."""
    return tuple(part for part in PARTS[document.doc_type](document) if part.text)
