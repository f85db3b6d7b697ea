"""The words of a document, part by part: what search finds and what a comparison compares."""

import html
import re
from dataclasses import dataclass

from cleardays.record.schemas.committee import CommitteeDocument
from cleardays.record.schemas.common import FileLink
from cleardays.record.schemas.loading import Document
from cleardays.record.schemas.meeting import ItemDocument, MeetingDocument
from cleardays.record.schemas.report import ContactDocument, ReportDocument

BLOCK = re.compile(r"</?(?:p|h[1-6]|li|ul|ol|tr|table|caption|div|br|blockquote)\b[^>]*>", re.I)
CELL = re.compile(r"</(?:td|th)>", re.I)
TAG = re.compile(r"<[^>]*>")
SPACES = re.compile(r"[ \t\xa0]+")
LINES = re.compile(r"\s*\n\s*")


@dataclass(frozen=True)
class Part:
    """``key`` names the same part in every version; ``anchor`` is its id on the page."""

    key: str
    heading: str
    text: str
    anchor: str


def plain_text(markup: str) -> str:
    """Return the words of sanitised HTML, a line for each block."""
    lines = TAG.sub("", CELL.sub(" ", BLOCK.sub("\n", markup)))
    return LINES.sub("\n", SPACES.sub(" ", html.unescape(lines))).strip()


def parts_of(document: Document) -> tuple[Part, ...]:
    """Return the parts of a document that have words, in the order of its page."""
    if isinstance(document, MeetingDocument):
        parts = _meeting_parts(document)
    elif isinstance(document, ReportDocument):
        parts = _report_parts(document)
    else:
        parts = _committee_parts(document)
    return tuple(part for part in parts if part.text)


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
        f"Report: {item.report.title}" if item.report else "",
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


def _file_line(file: FileLink) -> str:
    return f"{file.title} ({file.name})"


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
