"""An inspection published as a version that never changes, and taken back."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.audit import log
from cleardays.workroom.inspections.actions.fulfilling import (
    Told,
    as_told,
    fulfil,
    tells,
    told_by,
)
from cleardays.workroom.inspections.actions.settling import settle
from cleardays.workroom.inspections.checks import obstacles
from cleardays.workroom.inspections.freezing import frozen
from cleardays.workroom.inspections.holding import FOR_CHANGE, hold
from cleardays.workroom.inspections.models import Inspection, InspectionVersion
from cleardays.workroom.inspections.snapshot import plain
from cleardays.workroom.inspections.standing import judged_anew, standing_version
from cleardays.workroom.outbox import queue
from cleardays.workroom.workflow.engine import Refused


@transaction.atomic
def publish(inspection: Inspection, *, by: Viewer, at: datetime) -> InspectionVersion:
    """Publish an inspection or what has changed in it, frozen as it stands.

    Where it re-visits one that is public, that one shows its judgements from now on and that the
    re-visit was made, and nothing else that was changed there.
    """
    held = hold(inspection.pk, by=by)
    if reasons := obstacles(held, at.date()):
        raise Refused(*reasons)
    is_new, before = not held.is_published, _shown(held)
    held.is_published, held.published_at = True, at
    held.save(update_fields=["is_published", "published_at"])
    said = "published the inspection" if is_new else "published what has changed"
    settle("publish", held, said, by=by, at=at)
    version = _keep(held, plain(frozen(held)), by=by, at=at)
    _tell_the_one_before(held, told_by(held, before, version.snapshot), by=by, at=at)
    return version


@transaction.atomic
def recall(inspection: Inspection, *, by: Viewer, at: datetime, reason: str) -> Inspection:
    """Take a published inspection back: the public sees a tombstone with the reason.

    What it judged of the inspection before goes with it, out of every version of that one, and
    so does that it was made.
    """
    held = hold(inspection.pk, by=by)
    if not held.is_published:
        raise Refused("It is not public")
    if not reason.strip():
        raise Refused("Say why it is taken back: the public reads the reason")
    told = told_by(held, _shown(held), None)
    held.is_published, held.published_at = False, None
    held.save(update_fields=["is_published", "published_at"])
    _versions().of(held).filter(recalled_at=None).update(recalled_at=at)
    settle("recall", held, "took the inspection back", by=by, at=at, reason=reason)
    queue.put("recall", {"ref": held.ref, "reason": reason.strip()}, by=by, at=at)
    _take_out_of_the_one_before(held, told, reason.strip(), by=by, at=at)
    return held


def _versions() -> Any:
    return InspectionVersion.objects.unrestricted(because=FOR_CHANGE)


def _shown(held: Inspection) -> dict[str, Any] | None:
    version = standing_version(held)
    return version.snapshot if version else None


def _keep(
    held: Inspection, snapshot: dict[str, Any], *, by: Viewer, at: datetime
) -> InspectionVersion:
    """Keep what is published and hand it to the door."""
    last = _versions().of(held).order_by().aggregate(last=Max("number"))["last"] or 0
    version = InspectionVersion.objects.create(
        inspection=held, number=last + 1, snapshot=snapshot, at=at
    )
    queue.put("inspection", {"inspection_version_id": version.pk}, by=by, at=at)
    return version


def _tell_the_one_before(held: Inspection, told: Told, *, by: Viewer, at: datetime) -> None:
    """Let the inspection before show what is now said of its areas, if it is public."""
    is_done_here = fulfil(held, told, by=by, at=at)
    before = standing_version(held.previous)
    if before is None:
        return
    snapshot = judged_anew(before)
    snapshot = as_told(snapshot, told) if is_done_here else snapshot
    if snapshot != before.snapshot:
        of = hold(before.inspection_id, by=by)
        said = f"let it show what “{held}” says of it"
        log.record("publish", of, said, by=by, at=at)
        _keep(of, snapshot, by=by, at=at)


def _take_out_of_the_one_before(
    held: Inspection, told: Told, reason: str, *, by: Viewer, at: datetime
) -> None:
    """Take what a recalled inspection judged and did out of the versions of the one before."""
    fulfil(held, told, by=by, at=at)
    before = standing_version(held.previous)
    if before is None:
        return
    of = hold(before.inspection_id, by=by)
    versions = _versions().of(of).filter(recalled_at=None)
    telling = [one.pk for one in versions if _quotes(one, held.ref) or tells(one, told)]
    if not telling:
        return
    snapshot = as_told(judged_anew(before), told)
    _versions().filter(pk__in=telling).update(recalled_at=at)
    log.record("recall", of, f"took back what “{held}” says of it", by=by, at=at, reason=reason)
    payload = {"ref": of.ref, "reason": reason, "inspection_version_ids": telling}
    queue.put("recall", payload, by=by, at=at)
    _keep(of, snapshot, by=by, at=at)


def _quotes(version: InspectionVersion, ref: str) -> bool:
    """Say whether a version shows what another inspection judged."""
    areas = version.snapshot["areas"]
    return any(one["at"] == ref for area in areas for one in area["judgements"])
