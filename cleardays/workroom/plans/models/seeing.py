"""Who sees the work on plans: followers all of it, a partner what is asked of its own body.

What stands in a published version is for everybody and is read from ``PlanVersion``; the rows
behind it may have changed since, and are drafts until the next version.
"""

from django.db.models import Q

from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer

NO_ROW = Q(pk__in=[])


def follows(viewer: Viewer) -> bool:
    """Say whether the viewer keeps plans: whoever does sees all of them."""
    return viewer.can_somewhere(Permission.FOLLOW_FINDINGS)


def works_for(viewer: Viewer) -> int | None:
    """Return the body whose actions the viewer may update, by key; None where there is none."""
    return viewer.organisation_id if viewer.can_somewhere(Permission.UPDATE_ACTIONS) else None
