"""Taking hold of an inspection before it is changed, and asking who may change it."""

from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import NotAllowed, Viewer
from cleardays.workroom.inspections.models import Inspection

FOR_CHANGE = "the row is locked for a change; its permission is asked at once"


def follows(viewer: Viewer) -> bool:
    """Say whether the viewer keeps inspections: whoever does sees all of them."""
    return viewer.can_somewhere(Permission.FOLLOW_FINDINGS)


def require_following(by: Viewer) -> None:
    """Raise NotAllowed unless the viewer follows findings."""
    if not follows(by):
        raise NotAllowed(f"{by.name} may not {Permission.FOLLOW_FINDINGS}")


def hold(inspection_id: int, *, by: Viewer) -> Inspection:
    """Lock an inspection until the transaction ends, for one who follows findings."""
    require_following(by)
    rows = Inspection.objects.unrestricted(because=FOR_CHANGE).select_for_update(of=("self",))
    return rows.get(pk=inspection_id)
