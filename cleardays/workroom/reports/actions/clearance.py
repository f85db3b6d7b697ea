"""A report on its way to being cleared, and out of the door."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.reports.actions.subject import record, seen
from cleardays.workroom.reports.models import Appendix, Report, ReportVersion
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
def mark_published(
    version_ids: Iterable[int], appendix_ids: Iterable[int] = (), *, by: Viewer, at: datetime
) -> None:
    """Say that these versions and appendices have gone to the door, or are named by what did.

    Their reports keep their address for life.
    """
    everything = ReportVersion.objects.unrestricted(because="whoever publishes a meeting, these")
    named = Appendix.objects.unrestricted(because="whoever publishes a meeting, these")
    named.filter(pk__in=list(appendix_ids), published_at=None).update(published_at=at)
    gone = everything.filter(pk__in=list(version_ids))
    gone.filter(published_at=None).update(published_at=at)
    for version in gone.select_related("report"):
        report = version.report
        if report.is_published and report.published_number >= version.number:
            continue
        report.is_published, report.published_number = True, version.number
        report.save(update_fields=["is_published", "published_number"])
        record("publish", report, f"published version {version.number}", by=by, at=at)


@transaction.atomic
def mark_recalled(report: Report) -> None:
    """Say that nothing of a report is public any more. Whoever recalls it tells the journal."""
    because = "a recalled report is public no more"
    Report.objects.unrestricted(because=because).filter(pk=report.pk).update(is_published=False)
    ReportVersion.objects.unrestricted(because=because).of(report).update(published_at=None)
    Appendix.objects.unrestricted(because=because).of(report).update(published_at=None)
