"""Release of a measure by a second person, its publication, and taking it back."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from cleardays.workroom.access.viewer import NotAllowed, Viewer
from cleardays.workroom.audit import log
from cleardays.workroom.outbox import queue
from cleardays.workroom.plans.locking import FOR_CHANGE, require_following
from cleardays.workroom.plans.measured.holding import hold_measure
from cleardays.workroom.plans.measured.proof import (
    digest_of,
    faults_of_contents,
    last_version,
    proof_of,
    release_of,
)
from cleardays.workroom.plans.measured.seeing import hold_family
from cleardays.workroom.plans.models import Measure, MeasureRelease, MeasureVersion
from cleardays.workroom.workflow.engine import Refused
from cleardays.workroom.workflow.release import faults_of_release


@transaction.atomic
def release_measure(
    measure: Measure, *, by: Viewer, at: datetime, read: str = ""
) -> MeasureRelease:
    """Release exactly what would be published; any change voids it.

    ``read`` is the digest of what the page showed: somebody may have changed it meanwhile.
    """
    require_following(by)
    held = hold_measure(measure, by=by)
    if by.user_id is None:
        raise NotAllowed(f"{by.name} may not release: somebody who signs in has to read it")
    proof = proof_of(held)
    if faults := tuple(faults_of_contents(proof, last_version(held))):
        raise Refused(*faults)
    if read and read != digest_of(proof.snapshot):
        raise Refused("Something changed while you were reading: read it again, then release it")
    digest = digest_of(proof.snapshot)
    made = MeasureRelease.objects.create(measure=held, digest=digest, by_id=by.user_id, at=at)
    said = f"read and released the figures of “{held}” for publication"
    log.record("release-measure", held, said, by=by, at=at)
    return made


@transaction.atomic
def publish_measure(measure: Measure, *, by: Viewer, at: datetime) -> MeasureVersion:
    """Publish exactly what a second person has released: a version that never changes."""
    require_following(by)
    held = hold_measure(measure, by=by)
    hold_family(held)
    release, proof = release_of(held), proof_of(held)
    faults = (
        *faults_of_contents(proof, last_version(held)),
        *faults_of_release(release, digest_of(proof.snapshot), by),
    )
    if faults or release is None:
        raise Refused(*faults)
    final = replace(proof.snapshot, published_by=by.name, released_by=release.by.post)
    versions = MeasureVersion.objects.unrestricted(because=FOR_CHANGE).filter(measure=held)
    version = MeasureVersion.objects.create(
        measure=held,
        number=versions.count() + 1,
        snapshot=final.as_json(),
        published_by=by.name,
        released_by=release.by.post,
        at=at,
    )
    held.is_published = True
    held.save(update_fields=["is_published"])
    queue.put("measure", {"measure_version_id": version.pk}, by=by, at=at)
    said = f"published version {version.number} of the figures of “{held}”"
    log.record("publish-measure", held, said, by=by, at=at)
    return version


@transaction.atomic
def recall_measure(measure: Measure, *, by: Viewer, at: datetime, reason: str) -> Measure:
    """Take back all that was published of a measure; the public reads why. Versions stay here."""
    require_following(by)
    held = hold_measure(measure, by=by)
    if not held.is_published:
        raise Refused("It is not public")
    if not reason.strip():
        raise Refused("Say why it is taken back: the public reads the reason")
    held.is_published = False
    held.save(update_fields=["is_published"])
    every = MeasureVersion.objects.unrestricted(because=FOR_CHANGE)
    versions = every.filter(measure=held, recalled_at=None)
    keys = sorted(versions.values_list("pk", flat=True))
    versions.update(recalled_at=at)
    payload = {"ref": held.ref, "reason": reason.strip(), "measure_version_ids": keys}
    queue.put("recall", payload, by=by, at=at)
    said = f"took back what was published of “{held}”"
    log.record("recall-measure", held, said, by=by, at=at, reason=reason)
    return held
