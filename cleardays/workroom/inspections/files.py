"""Which of the stored files a viewer may have because of the inspections that they see."""

from django.db.models import Q

from cleardays.workroom.access.guard import EVERY_ROW
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.inspections.holding import follows
from cleardays.workroom.inspections.models import Inspection


def may_see(viewer: Viewer, sha256: str) -> bool:
    """Say whether the file is the inspectors' report, and the viewer's to read.

    A draft of a report is for those who follow findings, not for all who sign in.
    """
    allowed = EVERY_ROW if follows(viewer) else Q(publishes_file=True)
    return Inspection.objects.visible_to(viewer).filter(allowed, file_id=sha256).exists()
