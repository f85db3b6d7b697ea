"""Documents in the record, appended as the door would; nothing of the workroom is touched."""

import dataclasses
import hashlib
import uuid
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from django.conf import settings

from cleardays.record import files, log
from cleardays.record.schemas.committee import CommitteeDocument
from cleardays.record.schemas.common import FileLink, Link, OfficeCalendar
from cleardays.record.schemas.meeting import IssueDocument, ItemDocument, MeetingDocument
from cleardays.record.schemas.report import (
    ContactDocument,
    Implication,
    PaperDocument,
    ReportDocument,
)

WHEN = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
COMMITTEE = Link("committees/scrutiny", "Children’s Services Scrutiny Committee")
_serial = count(1)


def publish(document, at=WHEN, stated=None, origin=None):
    """Append a document and return its entry."""
    return log.append(document, origin=origin or uuid.uuid4(), at=at, stated=stated)


def recall(ref, reason="It had a mistake in it", at=WHEN, **fields):
    return log.recall(ref, reason, origin=uuid.uuid4(), at=at, **fields)


def a_committee(**fields):
    return CommitteeDocument(
        **{
            "ref": COMMITTEE.ref,
            "name": COMMITTEE.title,
            "council": "Borough Council",
            "kind": "scrutiny",
            "kind_name": "Overview and scrutiny committee",
            "is_bound_by_part_va": True,
            "purpose": "Looks into services for children.",
            **fields,
        }
    )


def a_file(words="the words of a paper", *, role="pdf", name="report.pdf", **fields):
    """Put a file of these words into the public store and return the link to it."""
    sha256 = hashlib.sha256(words.encode()).hexdigest()
    source = Path(settings.PUBLIC_FILES).parent / f"source-{sha256[:8]}"
    source.parent.mkdir(parents=True, exist_ok=True)
    source.write_text(words)
    media_type = fields.pop("media_type", "application/pdf")
    files.put(source, sha256=sha256, media_type=media_type)
    return FileLink(
        role=role,
        title=fields.pop("title", "The report"),
        name=name,
        sha256=sha256,
        media_type=media_type,
        size=len(words.encode()),
        **fields,
    )


def an_item(number="1", title="Apologies", **fields):
    return ItemDocument(number=number, title=title, **fields)


def an_issue(number=1, kind="agenda", kind_name="Agenda", at=WHEN, **fields):
    return IssueDocument(
        number=number, kind=kind, kind_name=kind_name, at=at.isoformat(), **fields
    )


def a_meeting(**fields):
    n = next(_serial)
    return MeetingDocument(
        **{
            "ref": f"meetings/scrutiny/2026/{n}",
            "committee_link": COMMITTEE,
            "council": "Borough Council",
            "name": COMMITTEE.title,
            "date": "2026-01-14",
            "time": "10:30",
            "precision": "day",
            "date_words": "",
            "place": "Committee Room B, County Hall",
            "status": "scheduled",
            "sequence": 0,
            "is_bound_by_part_va": True,
            "calendar": OfficeCalendar(),
            "items": (an_item(),),
            "issues": (an_issue(),),
            **fields,
        }
    )


def a_report(**fields):
    n = next(_serial)
    return ReportDocument(
        **{
            "ref": f"reports/inspection-{n}",
            "title": "Inspection of services for children with special needs",
            "council": "Borough Council",
            "committee_link": COMMITTEE,
            "meeting_date": "2026-01-14",
            "electoral_divisions": ("All Divisions",),
            "contacts": (
                ContactDocument(post="Head of Inclusion", email="inclusion@council.example"),
            ),
            "executive_summary": "<p>The inspectors found <strong>weaknesses</strong>.</p>",
            "recommendations": ("<p>Note the findings.</p>", "<p>Ask for an action plan.</p>"),
            "background": "<h3>The visit</h3><p>Inspectors came in November.</p>",
            "consultations": "<p>Parents were asked.</p>",
            "implications": (Implication("Risk management", "<p>Some risk.</p>"),),
            "background_papers": (PaperDocument("Inspection letter", "2026-01-02", "Inclusion"),),
            "background_papers_stated": True,
            **fields,
        }
    )


def changed(document, **fields):
    """Return the document with some fields changed."""
    return dataclasses.replace(document, **fields)
