"""What a measure is called for whoever looks: a new name is a draft until a version has it."""

from collections.abc import Iterable

from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.plans.measured.holding import may_measure
from cleardays.workroom.plans.models import Measure, MeasureVersion


def names_seen(measures: Iterable[Measure], viewer: Viewer) -> list[tuple[Measure, str]]:
    """Return measures with the names that the viewer may know.

    Those who keep a measure see its name as it stands; others that of its last public version.
    """
    rows = list(measures)
    others = [one.pk for one in rows if not may_measure(viewer, one.body_id)]
    standing = MeasureVersion.objects.visible_to(viewer).filter(recalled_at=None)
    versions = standing.filter(measure__in=others).order_by("number") if others else ()
    public = {one.measure_id: one.snapshot["title"] for one in versions}
    return [(one, public.get(one.pk, one.name)) for one in rows]
