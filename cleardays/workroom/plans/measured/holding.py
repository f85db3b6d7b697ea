"""Taking hold of a measure before it is changed, and asking who may change it."""

from cleardays.workroom.access.viewer import NotAllowed, Viewer
from cleardays.workroom.plans.locking import FOR_CHANGE
from cleardays.workroom.plans.models import Measure
from cleardays.workroom.plans.models.seeing import follows, works_for


def may_measure(viewer: Viewer, body: int | None) -> bool:
    """Say whether the viewer keeps measures of a body: followers of all, a partner of its own."""
    return follows(viewer) or (body is not None and works_for(viewer) == body)


def require_measuring(by: Viewer, body: int | None) -> None:
    """Raise NotAllowed unless the viewer keeps the measures of that body."""
    if not may_measure(by, body):
        raise NotAllowed(f"{by.name} may enter the measures of their own body only")


def hold_measure(measure: Measure, *, by: Viewer) -> Measure:
    """Lock a measure until the transaction ends, for one who keeps the measures of its body."""
    rows = Measure.objects.unrestricted(because=FOR_CHANGE).select_for_update(of=("self",))
    held: Measure = rows.select_related("body").get(pk=measure.pk)
    require_measuring(by, held.body_id)
    return held
