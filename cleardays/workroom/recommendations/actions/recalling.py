"""Taking an ask back from the public, and publishing it again."""

from datetime import datetime

from django.db import transaction

from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.audit import log
from cleardays.workroom.meetings.models import Recall
from cleardays.workroom.outbox import queue
from cleardays.workroom.recommendations.actions.telling import tell
from cleardays.workroom.recommendations.holding import hold
from cleardays.workroom.recommendations.models import Ask
from cleardays.workroom.recommendations.recalls import is_recalled, recall_of
from cleardays.workroom.workflow.engine import Refused
from cleardays.workroom.workflow.moments import after


@transaction.atomic
def recall(ask: Ask, *, reason: str, by: Viewer, at: datetime) -> Recall:
    """Take an ask back with its answer. The reason is public, where the ask was."""
    held = hold(ask)
    by.require(Permission.RECALL, held.committee_id)
    if not reason.strip():
        raise Refused("Say why it is recalled: the public reads the reason where the ask was")
    if recall_of(held):
        raise Refused("It is not public, so there is nothing to recall")
    at = after(at, held.told_at)
    recalled = Recall.objects.create(
        committee=held.committee, ref=held.ref, reason=reason.strip(), by=by.name, at=at
    )
    queue.put("recall", {"ref": held.ref, "reason": recalled.reason}, by=by, at=at)
    said, where = "recalled it from the public", held.committee_id
    log.record("recall", held, said, by=by, at=at, committee_id=where, reason=recalled.reason)
    return recalled


@transaction.atomic
def publish_again(ask: Ask, *, by: Viewer, at: datetime) -> Ask:
    """Tell the public again of an ask that was taken back, itself or with its meeting."""
    held = hold(ask)
    by.require(Permission.RECALL, held.committee_id)
    recalled = recall_of(held)
    if recalled is None:
        raise Refused("It is public")
    if is_recalled(held.meeting):
        raise Refused("Its meeting is not public: publish the agenda again first")
    held.told_at, at = None, after(at, recalled.at)
    tell(held, by=by, at=at)
    said, where = "published it again", held.committee_id
    log.record("publish", held, said, by=by, at=at, committee_id=where)
    return held
