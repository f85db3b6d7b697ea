"""A report on its way to being cleared, and out of the door."""

from datetime import datetime

from django.db import transaction

from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.reports.actions.subject import record, seen
from cleardays.workroom.reports.models import Report
from cleardays.workroom.reports.workflow import REPORT


def submit_for_clearance(report: Report, *, by: Viewer, at: datetime) -> Report:
    """Send a report to be cleared, if nothing is missing in it."""
    return REPORT.perform("submit", seen(report, by), by=by, at=at)


def clear(report: Report, *, by: Viewer, at: datetime) -> Report:
    """Clear a report: it may go on an agenda and be published."""
    return REPORT.perform("clear", seen(report, by), by=by, at=at)


def send_back(report: Report, reason: str, *, by: Viewer, at: datetime) -> Report:
    """Send a report back to its author, with the reason."""
    return REPORT.perform("send-back", seen(report, by), by=by, at=at, reason=reason)


@transaction.atomic
def mark_published(report: Report, number: int, *, by: Viewer, at: datetime) -> Report:
    """Say that a version has gone to the door: from now on its address is for life."""
    everything = Report.objects.unrestricted(because="whoever publishes a meeting, its reports")
    mine = everything.select_for_update().get(pk=report.pk)
    if number > mine.published_number:
        mine.is_published, mine.published_number = True, number
        mine.save(update_fields=["is_published", "published_number"])
        record("publish", mine, f"published version {number}", by=by, at=at)
    return mine
