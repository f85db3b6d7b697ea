"""The proof of a plan version: what would be published now, and what stands against it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from cleardays.progress.difference import Difference
from cleardays.progress.versions import between
from cleardays.workroom.plans.freezing import frozen
from cleardays.workroom.plans.models import Plan, PlanRelease, PlanVersion
from cleardays.workroom.plans.snapshot import PlanSnapshot
from cleardays.workroom.workflow.release import digest_of_words, is_spent

FOR_PROOF = "what was released and published is compared with what would be"


def proof_of(plan: Plan, as_at: date, note: str = "") -> PlanSnapshot:
    """Return exactly what publishing the plan as at a day would freeze."""
    return frozen(plan, as_at, note=note)


def digest_of(snapshot: PlanSnapshot) -> str:
    """Return the SHA-256 of all that would be public, but for who released and published it."""
    return digest_of_words(replace(snapshot, published_by="", released_by="").as_json())


def last_version(plan: Plan) -> PlanVersion | None:
    """Return what is public now, or nothing."""
    return PlanVersion.objects.unrestricted(because=FOR_PROOF).of(plan).standing().first()


def changes_since_last(plan: Plan, snapshot: PlanSnapshot) -> Difference | None:
    """Return what publishing would change; None where nothing is public yet."""
    before = last_version(plan)
    return between(before.snapshot, snapshot.as_json()) if before else None


def release_of(plan: Plan) -> PlanRelease | None:
    """Return the newest release that is newer than what was published or taken back last."""
    rows = PlanRelease.objects.unrestricted(because=FOR_PROOF).filter(plan=plan)
    newest: PlanRelease | None = rows.select_related("by").first()
    before: PlanVersion | None = (
        PlanVersion.objects.unrestricted(because=FOR_PROOF).of(plan).first()
    )
    return newest if newest and not is_spent(newest, before) else None


def faults_of_contents(snapshot: PlanSnapshot, before: PlanVersion | None) -> Iterator[str]:
    """Yield what must be put right before anybody can release it."""
    if not snapshot.actions:
        yield "The plan has no actions: add them first"
    if before and snapshot.as_at < before.as_at.isoformat():
        yield (
            f"Version {before.number} is as at {before.as_at:%-d %B %Y}: a later version"
            " cannot be as at an earlier day"
        )
    if before and _is_same(snapshot, before):
        yield f"Nothing differs from version {before.number}, which is public"


def _is_same(snapshot: PlanSnapshot, before: PlanVersion) -> bool:
    plain = snapshot.as_json()
    apart = ("version_note", "as_at", "published_by", "released_by")
    return {k: v for k, v in plain.items() if k not in apart} == {
        k: v for k, v in before.snapshot.items() if k not in apart
    } and snapshot.as_at == before.as_at.isoformat()
