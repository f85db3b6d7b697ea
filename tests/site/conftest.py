"""A small council in the record, as the public sees it."""

from dataclasses import dataclass

import pytest

from cleardays.record.schemas.common import Link
from cleardays.record.schemas.meeting import MeetingDocument
from cleardays.record.schemas.report import ReportDocument
from cleardays.site.ratelimit import letters_limit
from tests.factories.record import (
    a_committee,
    a_file,
    a_meeting,
    a_report,
    an_item,
    publish,
)


@dataclass
class Council:
    """One committee with one meeting of three items, one of them exempt, and one report."""

    meeting: MeetingDocument
    report: ReportDocument


@pytest.fixture
def council() -> Council:
    publish(a_committee())
    report = a_report(files=(a_file(pages=4),))
    publish(report)
    items = (
        an_item("1", "Apologies for absence"),
        an_item(
            "2",
            "The inspection",
            report=Link(report.ref, report.title),
            files=report.files,
            papers_added_in=1,
        ),
        an_item("3", "A contract for transport", exempt_paragraphs=(3,)),
    )
    meeting = a_meeting(items=items)
    publish(meeting)
    return Council(meeting, report)


@pytest.fixture(autouse=True)
def _letters_uncounted():
    letters_limit.forget()
