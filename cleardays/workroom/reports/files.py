"""Which of the stored files a viewer may have because of the reports that they see."""

from django.db.models import Q

from cleardays.workroom.access.guard import held
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.reports.models import Appendix, ReportVersion


def may_see(viewer: Viewer, sha256: str) -> bool:
    """Say whether the file is an appendix or an original that the viewer may have.

    An original may hold comments and deleted words that no part of the report shows: it is for
    those who work on the report, not for all who read it.
    """
    originals = ReportVersion.objects.visible_to(viewer).filter(_works_on(viewer))
    return (
        Appendix.objects.visible_to(viewer).filter(file_id=sha256).exists()
        or originals.filter(original_id=sha256).exists()
    )


def _works_on(viewer: Viewer) -> Q:
    own = Q(report__author_id=viewer.user_id) if viewer.user_id else Q(pk__in=[])
    return own | held(Permission.SEE_DRAFTS, viewer, "report__committee")
