"""Papers that need somebody: files, and reports that came back, are under way or to be cleared."""

from django.db.models import Q
from django.urls import reverse
from django.utils.timezone import localdate

from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.documents.models import Upload
from cleardays.workroom.home.waiting import SHOWN, Part, Waiting
from cleardays.workroom.reports.models import Report, ReportQuerySet, ReportVersion
from cleardays.workroom.reports.presenting import TONES, sent_back_of


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
    titles = _titles(viewer, mine)
    return [(report, titles.get(report.pk, report.slug)) for report in mine]


def sent_back(viewer: Viewer) -> Part:
    """Return the viewer's own reports that a clearer sent back, by whom and why."""
    drafts = list(_own(viewer).filter(state=Report.State.DRAFT)[:SHOWN])
    told, titles = sent_back_of(drafts), _titles(viewer, drafts)
    found = [
        Waiting(
            one.get_absolute_url(),
            titles.get(one.pk) or "Untitled report",
            f"{event.actor} on {localdate(event.at):%-d %B %Y}: “{event.reason}”",
            "Sent back",
            "warning",
        )
        for one in drafts
        if (event := told.get(one.pk))
    ]
    return Part("Sent back to you", found)


def under_way(viewer: Viewer) -> Part:
    """Return the viewer's own reports that are not public yet: drafts, and those sent on."""
    rows = list(_own(viewer).exclude(Q(state=Report.State.CLEARED) & Q(is_exempt=True))[:SHOWN])
    told, titles = sent_back_of(rows), _titles(viewer, rows)
    found = [
        Waiting(
            one.get_absolute_url(),
            titles.get(one.pk) or "Untitled report",
            f"{one.committee}",
            one.get_state_display(),
            TONES[one.state],
        )
        for one in rows
        if one.state != Report.State.DRAFT or one.pk not in told
    ]
    return Part("Your reports that are not public yet", found, reverse("reports:list"))


def _own(viewer: Viewer) -> ReportQuerySet:
    own = Report.objects.visible_to(viewer).filter(author_id=viewer.user_id, is_published=False)
    return own.select_related("committee").order_by("-created_at", "-pk")


def _titles(viewer: Viewer, reports: list[Report]) -> dict[int, str]:
    readable = ReportVersion.objects.visible_to(viewer).filter(report__in=reports)
    return dict(readable.order_by("number").values_list("report_id", "title"))
