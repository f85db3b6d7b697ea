"""Freezing an issue and handing it to the door, inside the action's transaction."""

from datetime import datetime

from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.meetings.models import AgendaItem, AgendaVersion, Meeting
from cleardays.workroom.meetings.snapshot import MeetingSnapshot
from cleardays.workroom.outbox import queue
from cleardays.workroom.reports.actions import mark_published
from cleardays.workroom.workflow.engine import Refused

NOTE = 500
FOR_PUBLICATION = "what is published is marked as published"


def issue(
    meeting: Meeting, snapshot: MeetingSnapshot, *, released_by: str, by: Viewer, at: datetime
) -> AgendaVersion:
    """Keep the snapshot as the next version, mark what it made public, and queue it."""
    told = snapshot.issues[-1]
    if len(told.note) > NOTE:
        raise Refused(f"Keep what the public is told to {NOTE} characters")
    version = AgendaVersion.objects.create(
        meeting=meeting,
        number=told.number,
        kind=told.kind,
        note=told.note,
        snapshot=snapshot.as_json(),
        published_by=by.name,
        released_by=released_by,
        at=at,
    )
    meeting.sequence = snapshot.sequence
    meeting.release_asked_by = meeting.release_asked_at = meeting.issue_due_since = None
    meeting.save(
        update_fields=["sequence", "release_asked_by", "release_asked_at", "issue_due_since"]
    )
    items = AgendaItem.objects.unrestricted(because=FOR_PUBLICATION).on(meeting)
    in_it = [int(item.number) for item in snapshot.items]
    items.order_by().filter(added_in=0, position__in=in_it).update(added_in=told.number)
    if told.kind != AgendaVersion.Kind.CANCELLATION:  # which brings nothing, and nothing back
        public = [item.report_version_id for item in snapshot.items if item.report_version_id]
        named = [one.appendix_id for item in snapshot.items for one in item.appendices]
        mark_published(public, named, by=by, at=at)
    queue.put("meeting", {"agenda_version_id": version.pk}, by=by, at=at)
    return version
