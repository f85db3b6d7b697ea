"""What others than followers may read of a plan itself: the head of its last public version.

Its row may have changed since, and the change is a draft until the next version.
"""

from collections.abc import Iterable

from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.plans.models import Plan, PlanVersion
from cleardays.workroom.plans.models.seeing import follows

FOR_HEADS = "what others may read of a plan is what its last public version says"


def as_shown(plans: Iterable[Plan], viewer: Viewer) -> list[Plan]:
    """Return the plans with the words that this viewer may read, not to be saved.

    Of one that is not public, a body that it asks something of reads its title and no more.
    """
    rows = list(plans)
    if follows(viewer):
        return rows
    everything = PlanVersion.objects.unrestricted(because=FOR_HEADS).standing()
    versions = everything.filter(plan__in=rows, plan__is_published=True).order_by("number")
    newest = {version.plan_id: version for version in versions}
    for row in rows:
        _put_on(row, newest.get(row.pk))
    return rows


def _put_on(row: Plan, version: PlanVersion | None) -> None:
    said = version.snapshot if version else {}
    row.title = said.get("title", row.title)
    row.kind = said.get("kind", row.kind)
    row.state = said.get("state", Plan.State.DRAFT)
    row.summary = said.get("summary_words", "")
    row.period_words = said.get("period_words", "")
    row.legend = dict(said.get("legend", ()))
    row.note = said.get("note", "")
    row.sources = said.get("sources", [])
    row.private_note = ""
    row.release_asked_by = row.release_asked_at = None
