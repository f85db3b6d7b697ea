"""Papers that need somebody: files that were given, reports that wait to be cleared."""

from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.documents.models import Upload
from cleardays.workroom.home.waiting import SHOWN
from cleardays.workroom.reports.models import Report, ReportVersion


def uploads(viewer: Viewer) -> list[Upload]:
    """Return the files that the viewer gave and that nothing was made of yet."""
    given = Upload.objects.visible_to(viewer).exclude(state=Upload.State.USED)
    return list(given.defer("draft")[:SHOWN])


def to_clear(viewer: Viewer) -> list[tuple[Report, str]]:
    """Return reports that wait to be cleared by this viewer, with their titles."""
    sent = Report.objects.visible_to(viewer).filter(state=Report.State.CLEARANCE)
    mine = [
        report
        for report in sent.select_related("committee", "author")[:SHOWN]
        if viewer.can(Permission.CLEAR_REPORTS, report.committee_id)
    ]
    readable = ReportVersion.objects.visible_to(viewer).filter(report__in=mine)
    titles = dict(readable.order_by("number").values_list("report_id", "title"))
    return [(report, titles.get(report.pk, report.slug)) for report in mine]
