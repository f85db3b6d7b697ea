"""Release of a plan version by a second person, its publication, and taking a plan back."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any, TypedDict, Unpack

from django.db import transaction
from django.utils.timezone import localdate

from cleardays.workroom.access.viewer import NotAllowed, Viewer
from cleardays.workroom.audit import log
from cleardays.workroom.outbox import queue
from cleardays.workroom.plans.locking import FOR_CHANGE, hold_plan, refuse_future
from cleardays.workroom.plans.models import Evidence, Plan, PlanRelease, PlanVersion, Update
from cleardays.workroom.plans.proof import (
    digest_of,
    faults_of_contents,
    last_version,
    proof_of,
    release_of,
)
from cleardays.workroom.workflow.engine import Refused
from cleardays.workroom.workflow.release import faults_of_release

NOTE = 500


class Told(TypedDict, total=False):
    """What is told of a version besides its contents.

    ``stated_*`` are of one that was public elsewhere before: it enters the record as "entered
    later", and the source says where that is known from.
    """

    note: str
    stated_published_on: date | None
    stated_source: str


@transaction.atomic
def ask_for_release(plan: Plan, *, by: Viewer, at: datetime) -> Plan:
    """Tell the others who follow findings that a version waits for one of them to read it."""
    held = hold_plan(plan, by=by)
    if faults := tuple(faults_of_contents(proof_of(held, localdate(at)), last_version(held))):
        raise Refused(*faults)
    _note_asked(held, by.user_id, at)
    log.record("ask-for-release", held, "asked a second person to release it", by=by, at=at)
    return held


def _note_asked(held: Plan, user_id: int | None, at: datetime | None) -> None:
    held.release_asked_by_id, held.release_asked_at = user_id, at
    held.save(update_fields=["release_asked_by", "release_asked_at"])


@transaction.atomic
def release(
    plan: Plan, as_at: date, *, by: Viewer, at: datetime, read: str = "", **told: Unpack[Told]
) -> PlanRelease:
    """Release exactly what would be published as at a day; any change voids it.

    ``read`` is the digest of what the page showed: somebody may have changed it meanwhile.
    """
    note = told.get("note", "")
    held = hold_plan(plan, by=by)
    if by.user_id is None:
        raise NotAllowed(f"{by.name} may not release: somebody who signs in has to read it")
    refuse_future(as_at, localdate(at), "A version as it stands")
    if len(note) > NOTE:
        raise Refused(f"Keep what the public is told to {NOTE} characters")
    _refuse_untold(told.get("stated_published_on"), told.get("stated_source", ""), localdate(at))
    proof = proof_of(held, as_at, note)
    if faults := tuple(faults_of_contents(proof, last_version(held))):
        raise Refused(*faults)
    if read and read != digest_of(replace(proof, version_note="")):
        raise Refused("Something changed while you were reading: read it again, then release it")
    released = PlanRelease.objects.create(
        plan=held, digest=digest_of(proof), as_at=as_at, by_id=by.user_id, at=at, **told
    )
    _note_asked(held, None, None)
    said = f"read and released the plan as at {as_at:%-d %B %Y} for publication"
    log.record("release", held, said, by=by, at=at)
    return released


@transaction.atomic
def publish_version(plan: Plan, *, by: Viewer, at: datetime) -> PlanVersion:
    """Publish exactly what a second person has released: a version that never changes."""
    held = hold_plan(plan, by=by)
    release = release_of(held)
    as_at, note = (release.as_at, release.note) if release else (localdate(at), "")
    proof = proof_of(held, as_at, note)
    before = last_version(held)
    faults = (
        *faults_of_contents(proof, before),
        *faults_of_release(release, digest_of(proof), by),
    )
    if faults or release is None:
        raise Refused(*faults)
    final = replace(proof, published_by=by.name, released_by=release.by.post)
    version = PlanVersion.objects.create(
        plan=held,
        number=_next_number(held),
        as_at=as_at,
        note=note,
        stated_published_on=release.stated_published_on,
        stated_source=release.stated_source,
        snapshot=final.as_json(),
        published_by=by.name,
        released_by=release.by.post,
        at=at,
    )
    if not held.is_published:
        held.is_published = True
        held.save(update_fields=["is_published"])
    _mark_as_shown(held, version.number)
    queue.put("plan", {"plan_version_id": version.pk}, by=by, at=at)
    said = f"published version {version.number}, as at {as_at:%-d %B %Y}"
    log.record("publish", held, said, by=by, at=at)
    return version


@transaction.atomic
def recall_plan(plan: Plan, *, reason: str, by: Viewer, at: datetime) -> Plan:
    """Take every version of a plan back: the public sees a tombstone with the reason.

    One person does it, as harm is stopped at once; to come back it needs a second one again.
    """
    held = hold_plan(plan, by=by)
    if not held.is_published:
        raise Refused("It is not public, so there is nothing to take back")
    if not reason.strip():
        raise Refused("Say why it is taken back: the public reads the reason where the plan was")
    held.is_published = False
    held.save(update_fields=["is_published"])
    keys = _take_versions(held, at)
    for model in (Evidence, Update):
        _of_plan(model, held).update(shown_in=None)
    payload = {"ref": held.ref, "reason": reason.strip(), "plan_version_ids": keys}
    queue.put("recall", payload, by=by, at=at)
    said = "took the plan back from the public"
    log.record("recall", held, said, by=by, at=at, reason=reason.strip())
    return held


def _take_versions(held: Plan, at: datetime) -> list[int]:
    """Mark the versions that stand as taken back, and return which: a later one stays public."""
    versions = _versions(held).standing()
    keys = sorted(versions.values_list("pk", flat=True))
    versions.update(recalled_at=at)
    return keys


def _versions(plan: Plan) -> Any:
    return PlanVersion.objects.unrestricted(because=FOR_CHANGE).of(plan)


def _next_number(plan: Plan) -> int:
    """Return the number after the last; what was taken back keeps its own."""
    last = _versions(plan).first()
    return last.number + 1 if last else 1


def _mark_as_shown(plan: Plan, number: int) -> None:
    """Remember which words of one body the others may read from now on."""
    _of_plan(Evidence, plan).filter(is_public=True, shown_in=None).update(shown_in=number)
    taken = _of_plan(Update, plan).filter(state=Update.State.PUBLISHED, shown_in=None)
    taken.update(shown_in=number)


def _of_plan(model: type[Evidence] | type[Update], plan: Plan) -> Any:
    return model.objects.unrestricted(because=FOR_CHANGE).filter(action__plan=plan)


def _refuse_untold(published_on: date | None, source: str, today: date) -> None:
    """Let nobody state a day of publication without saying where it is known from."""
    if published_on and not source.strip():
        raise Refused("Say where it is known from that this version was public on that day")
    if published_on:
        refuse_future(published_on, today, "A version that was public before")
    if len(source) > NOTE:
        raise Refused(f"Keep where that is known from to {NOTE} characters")
