"""Release by a second person, publication, and recall."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max

from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import NotAllowed, Viewer
from cleardays.workroom.audit import log
from cleardays.workroom.meetings.contents import faults_of_contents
from cleardays.workroom.meetings.difference import in_a_note
from cleardays.workroom.meetings.issuing import NOTE, issue
from cleardays.workroom.meetings.locking import hold
from cleardays.workroom.meetings.models import AgendaVersion, Meeting, Recall, Release
from cleardays.workroom.meetings.proof import Proof, digest_of, noted, proof_of
from cleardays.workroom.meetings.readiness import release_for, releases_of
from cleardays.workroom.meetings.workflow import MEETING
from cleardays.workroom.outbox import queue
from cleardays.workroom.people.models import Committee
from cleardays.workroom.reports.actions.clearance import mark_recalled
from cleardays.workroom.reports.models import Report, ReportVersion
from cleardays.workroom.workflow.engine import Refused
from cleardays.workroom.workflow.moments import after


@transaction.atomic
def ask_for_release(meeting: Meeting, *, by: Viewer, at: datetime) -> Meeting:
    """Tell the other officers that the agenda waits for one of them to read and release it."""
    held = hold(meeting, Permission.EDIT_AGENDA, by=by)
    _refuse_what_is_not_ready(proof_of(held, at))
    held.release_asked_by_id, held.release_asked_at = by.user_id, at
    held.save(update_fields=["release_asked_by", "release_asked_at"])
    said = "asked a second officer to release it"
    log.record("ask-for-release", held, said, by=by, at=at, committee_id=held.committee_id)
    return held


@transaction.atomic
def release(
    meeting: Meeting, *, by: Viewer, at: datetime, note: str | None = None, read: str = ""
) -> Release:
    """Release exactly what would be published now, with its public note; any change voids it.

    Without a note, an issue after the first is given one that says what changed. ``read`` is the
    digest of the proof on the page: somebody may have changed it while it was being read.
    """
    held = hold(meeting, Permission.RELEASE, by=by)
    if by.user_id is None:
        raise NotAllowed(f"{by.name} may not release: somebody who signs in has to read it")
    proof = proof_of(held, at)
    _refuse_what_is_not_ready(proof)
    _refuse_what_is_not_seen(proof, by)
    if read and read != digest_of(proof.snapshot):
        raise Refused("Something changed while you were reading: read it again, then release it")
    if note is None:
        note = in_a_note(proof.changes) if proof.before else ""
    if len(note) > NOTE:
        raise Refused(f"Keep what the public is told to {NOTE} characters")
    released = Release.objects.create(
        meeting=held,
        digest=digest_of(noted(proof.snapshot, note)),
        note=note,
        by_id=by.user_id,
        at=at,
    )
    held.release_asked_by = held.release_asked_at = None
    held.save(update_fields=["release_asked_by", "release_asked_at"])
    said = f"read and released version {proof.issue.number} for publication"
    log.record("release", held, said, by=by, at=at, committee_id=held.committee_id)
    return released


def publish(meeting: Meeting, *, by: Viewer, at: datetime, note: str = "") -> AgendaVersion:
    """Publish the agenda, or what has changed since: a supplement or a correction.

    The note is the released one; give it only to make sure of it.
    """
    name = "publish-changes" if meeting.is_public else "publish"
    return _publish(name, meeting, note, by=by, at=at)


def publish_at_shorter_notice(
    meeting: Meeting, *, by: Viewer, at: datetime, note: str = ""
) -> AgendaVersion:
    """Publish for a meeting called at shorter notice, on the day it was called (s 100A(6)(a))."""
    name = "publish-changes" if meeting.is_public else "publish"
    return _publish(f"{name}-at-shorter-notice", meeting, note, by=by, at=at)


@transaction.atomic
def recall(thing: Meeting | Report, *, reason: str, by: Viewer, at: datetime) -> Recall:
    """Take back a published agenda or report. The reason is public, where the paper was."""
    by.require(Permission.RECALL, thing.committee_id)
    if not reason.strip():
        raise Refused("Say why it is recalled: the public reads the reason where the paper was")
    is_public = thing.is_public if isinstance(thing, Meeting) else thing.is_published
    if not is_public:
        raise Refused("It is not public, so there is nothing to recall")
    if isinstance(thing, Report):
        mark_recalled(thing)
    ref = thing.ref if isinstance(thing, Meeting) else f"reports/{thing.slug}"
    at = after(at, _last_issue())
    committee = Committee.objects.get(pk=thing.committee_id)
    recalled = Recall.objects.create(
        committee=committee, ref=ref, reason=reason.strip(), by=by.name, at=at
    )
    queue.put("recall", {"ref": ref, "reason": recalled.reason}, by=by, at=at)
    what = "agenda" if isinstance(thing, Meeting) else "report"
    said = f"recalled the {what} from the public"
    log.record(
        "recall", thing, said, by=by, at=at, committee_id=committee.pk, reason=recalled.reason
    )
    return recalled


@transaction.atomic
def _publish(name: str, meeting: Meeting, note: str, *, by: Viewer, at: datetime) -> AgendaVersion:
    """Ask the workflow, then freeze and queue exactly what was released."""
    at = after(at, *proof_of(meeting, at).recalled.values())
    held = MEETING.perform(name, meeting, by=by, at=at, reason=note)
    proof = proof_of(held, at)
    others = [one for one in releases_of(held) if one.by_id != by.user_id]
    released = release_for(proof, others)
    if released is None:
        raise Refused("Something changed while this was being published: ask for release again")
    if note and note != released.note:
        raise Refused("This is not the note that was released: ask for release with the new one")
    snapshot = noted(proof.snapshot, released.note)
    return issue(held, snapshot, released_by=released.by.post, by=by, at=at)


def _last_issue() -> datetime | None:
    """Return when anything was published last: what is recalled is recalled after that."""
    versions = AgendaVersion.objects.unrestricted(because="only the moment is looked at")
    last: datetime | None = versions.aggregate(last=Max("at"))["last"]
    return last


def _refuse_what_is_not_seen(proof: Proof, by: Viewer) -> None:
    """Nobody releases what they could not read."""
    public = [item for item in proof.snapshot.items if item.report_version_id]
    keys = [item.report_version_id for item in public]
    seen = ReportVersion.objects.visible_to(by).filter(pk__in=keys).values_list("pk", flat=True)
    if missing := [item.number for item in public if item.report_version_id not in set(seen)]:
        raise Refused(f"You may not read the report for item {missing[0]}, so not release it")


def _refuse_what_is_not_ready(proof: Proof) -> None:
    if found := [str(obstacle) for obstacle in faults_of_contents(proof) if obstacle.blocks]:
        raise Refused(*found)
