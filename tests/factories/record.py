"""Documents in the record, appended as the door would; nothing of the workroom is touched."""

import dataclasses
import hashlib
import uuid
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from django.conf import settings

from cleardays.record import files, log
from cleardays.record.schemas.ask import AskDocument
from cleardays.record.schemas.committee import CommitteeDocument
from cleardays.record.schemas.common import FileLink, Link, OfficeCalendar
from cleardays.record.schemas.inspection import (
    AreaDocument,
    DutyDocument,
    EventDocument,
    InspectionDocument,
    JudgementDocument,
    ResponsibleBody,
)
from cleardays.record.schemas.measure import (
    DefinitionDocument,
    MeasureDocument,
    ObservationDocument,
)
from cleardays.record.schemas.meeting import IssueDocument, ItemDocument, MeetingDocument
from cleardays.record.schemas.plan import ActionDocument, MilestoneDocument, PlanDocument
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


INSPECTION = Link("inspections/borough-2025", "Inspection of the borough")
AREA = f"{INSPECTION.ref}#1"
PLAN = Link("plans/borough-2025", "Plan of the borough")
MEASURE = "measures/on-time"


def an_area(number=1, label="Waiting for assessments", **fields):
    return AreaDocument(
        **{
            "number": number,
            "kind": "priority",
            "kind_name": "Area for priority action",
            "label": label,
            "text": "Children wait too long for their needs to be assessed.",
            **fields,
        }
    )


def a_judgement(value="Sufficient progress", **fields):
    named = {"judge": "inspectors", "judge_name": "Inspectors", "on": "2025-11-03"}
    return JudgementDocument(**{**named, "value": value, **fields})


def a_duty(**fields):
    return DutyDocument(
        **{
            "title": "Submit the priority action plan",
            "due": "2025-12-01",
            "sentence": "35 working days from receipt on 13 October 2025.",
            "body": "Borough Council",
            "owner": "Director of children’s services",
            **fields,
        }
    )


def an_event(title="Fault found: a review came late", **fields):
    return EventDocument(
        **{
            "kind": "ombudsman",
            "kind_name": "Ombudsman",
            "title": title,
            "day": "2025-08-06",
            "words": "Payments were agreed.",
            **fields,
        }
    )


def an_inspection(**fields):
    return InspectionDocument(
        **{
            "ref": INSPECTION.ref,
            "title": INSPECTION.title,
            "area_name": "The borough",
            "council": "Borough Council",
            "framework": "send-2023",
            "framework_name": "Area SEND framework of 2023",
            "first_day": "2025-09-08",
            "outcome": "Widespread failings",
            "responsible": (
                ResponsibleBody("Clinical group", "Health", until="2022-06-30"),
                ResponsibleBody(
                    "Care board", "Health", since="2022-07-01", took_over_from="Clinical group"
                ),
            ),
            "areas": (an_area(),),
            "duties": (a_duty(),),
            **fields,
        }
    )


def an_action(ref="A1", title="Hire assessors", **fields):
    return ActionDocument(
        **{
            "ref": ref,
            "title": title,
            "areas": (AREA,),
            "lead": "Head of inclusion",
            "lead_body": "Borough Council",
            "first_start": "2025-10-01",
            "first_finish": "2026-01-31",
            "start": "2025-10-01",
            "finish": "2026-01-31",
            **fields,
        }
    )


def a_milestone(**fields):
    named = {"label": "Advert out", "test": "The advert can be read", "first_due": "2025-11-01"}
    return MilestoneDocument(**{**named, "due": "2025-11-01", **fields})


def a_plan(**fields):
    return PlanDocument(
        **{
            "ref": PLAN.ref,
            "title": PLAN.title,
            "kind": "priority",
            "kind_name": "Priority action plan",
            "council": "Borough Council",
            "as_at": "2026-01-05",
            "version_note": "First version",
            "answers": (INSPECTION,),
            "actions": (an_action(),),
            "released_by": "Monitoring officer",
            **fields,
        }
    )


def an_observation(period="2024-12", value=50.0, **fields):
    named = {"geography": "The borough", "numerator": 20.0, "denominator": 40.0}
    return ObservationDocument(**{**named, "period": period, "value": value, **fields})


def a_measure(**fields):
    definition = DefinitionDocument(
        valid_from="2024-01-01",
        name="Plans made in 20 weeks",
        numerator="Plans made in time",
        denominator="All plans made",
        unit="%",
        polarity="higher is better",
        type="flow",
        source_return="SEN2",
        frequency="each month",
        small_number_rule="Fewer than 5 are not shown.",
    )
    return MeasureDocument(
        **{
            "ref": MEASURE,
            "title": "Plans made in time",
            "council": "Borough Council",
            "definitions": (definition,),
            "observations": (an_observation(), an_observation("2025-01", 60.0)),
            **fields,
        }
    )


def an_ask(**fields):
    n = next(_serial)
    return AskDocument(
        **{
            "ref": f"asks/figures-{n}",
            "title": "Bring figures for each district",
            "council": "Borough Council",
            "committee_link": COMMITTEE,
            "meeting": Link("meetings/scrutiny/2026/1", COMMITTEE.title),
            "asked_on": "2026-01-14",
            "kind": "request",
            "kind_name": "Request",
            "text": "The committee asks for figures for each district.",
            "asked_of": "Care board",
            "post": "Chief officer",
            "state": "open",
            "state_name": "Waiting for an answer",
            "due": "2026-02-14",
            **fields,
        }
    )
