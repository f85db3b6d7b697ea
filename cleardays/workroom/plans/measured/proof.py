"""The proof of a measure's version: what would be published now, and what stands against it."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace

from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.plans.measured.freezing import Frozen, frozen
from cleardays.workroom.plans.measured.snapshot import MeasureSnapshot
from cleardays.workroom.plans.models import Measure, MeasureRelease, MeasureVersion

FOR_PROOF = "what was released and published is compared with what would be"
PEOPLE = ("published_by", "released_by")


def proof_of(measure: Measure) -> Frozen:
    """Return exactly what publishing the measure would freeze, with its faults."""
    return frozen(measure)


def digest_of(snapshot: MeasureSnapshot) -> str:
    """Return the SHA-256 of all that would be public, but for who released and published it."""
    plain = replace(snapshot, published_by="", released_by="").as_json()
    canonical = json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()


def last_version(measure: Measure) -> MeasureVersion | None:
    """Return what was published last and stands, or nothing."""
    rows = MeasureVersion.objects.unrestricted(because=FOR_PROOF).filter(measure=measure)
    found: MeasureVersion | None = rows.filter(recalled_at=None).order_by("-number").first()
    return found


def release_of(measure: Measure) -> MeasureRelease | None:
    """Return the newest release that is newer than what was published or recalled last."""
    rows = MeasureRelease.objects.unrestricted(because=FOR_PROOF).filter(measure=measure)
    newest: MeasureRelease | None = rows.select_related("by").first()
    versions = MeasureVersion.objects.unrestricted(because=FOR_PROOF).filter(measure=measure)
    last = versions.order_by("-number").first()
    if newest is None or last is None:
        return newest
    return newest if newest.at > max(last.at, last.recalled_at or last.at) else None


def faults_of_contents(proof: Frozen, before: MeasureVersion | None) -> Iterator[str]:
    """Yield what must be put right before anybody can release it."""
    yield from proof.faults
    if not proof.snapshot.observations:
        yield "The measure has no figures: enter one first"
    if before and _plain(proof.snapshot.as_json()) == _plain(before.snapshot):
        yield f"Nothing differs from version {before.number}, which is public"


def faults_of_release(
    release: MeasureRelease | None, snapshot: MeasureSnapshot, by: Viewer
) -> Iterator[str]:
    """Yield why no second person has released exactly this."""
    if release is None:
        yield "No second person has released it: ask one to read and release it"
    elif release.digest != digest_of(snapshot):
        yield f"Something changed after {release.by.post} released it: it must be read again"
    elif release.by_id == by.user_id:
        yield (
            "You released this yourself, and two people see every publication: ask another"
            " to publish it"
        )


def _plain(snapshot: dict[str, object]) -> dict[str, object]:
    return {name: of for name, of in snapshot.items() if name not in PEOPLE}
