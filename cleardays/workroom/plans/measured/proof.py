"""The proof of a measure's version: what would be published now, and what stands against it."""

from collections.abc import Iterator
from dataclasses import replace

from cleardays.workroom.plans.measured.freezing import Frozen, frozen
from cleardays.workroom.plans.measured.snapshot import MeasureSnapshot
from cleardays.workroom.plans.models import Measure, MeasureRelease, MeasureVersion
from cleardays.workroom.workflow.release import digest_of_words, is_spent

FOR_PROOF = "what was released and published is compared with what would be"
PEOPLE = ("published_by", "released_by")


def proof_of(measure: Measure) -> Frozen:
    """Return exactly what publishing the measure would freeze, with its faults."""
    return frozen(measure)


def digest_of(snapshot: MeasureSnapshot) -> str:
    """Return the SHA-256 of all that would be public, but for who released and published it."""
    return digest_of_words(replace(snapshot, published_by="", released_by="").as_json())


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
    last: MeasureVersion | None = versions.order_by("-number").first()
    return newest if newest and not is_spent(newest, last) else None


def faults_of_contents(proof: Frozen, before: MeasureVersion | None) -> Iterator[str]:
    """Yield what must be put right before anybody can release it."""
    yield from proof.faults
    if not proof.snapshot.observations:
        yield "The measure has no figures: enter one first"
    if before and _plain(proof.snapshot.as_json()) == _plain(before.snapshot):
        yield f"Nothing differs from version {before.number}, which is public"


def _plain(snapshot: dict[str, object]) -> dict[str, object]:
    return {name: of for name, of in snapshot.items() if name not in PEOPLE}
