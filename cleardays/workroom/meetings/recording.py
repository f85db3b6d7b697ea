"""Writing the journal of a meeting, and keeping in mind that the public has not heard yet."""

from datetime import datetime
from typing import Any

from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.audit import log
from cleardays.workroom.meetings.models import Meeting
from cleardays.workroom.meetings.proof import proof_of
from cleardays.workroom.reports.models import Report


def record_change(
    verb: str, meeting: Meeting, sentence: str, *, by: Viewer, at: datetime, **details: Any
) -> None:
    """Record a change of a meeting or its agenda; once it is public, an issue may now be due.

    The meeting is held by the action, so that nobody else changes it meanwhile.
    """
    log.record(verb, meeting, sentence, by=by, at=at, committee_id=meeting.committee_id, **details)
    if not meeting.is_public:
        return
    due = (meeting.issue_due_since or at) if proof_of(meeting, at).has_news else None
    if due != meeting.issue_due_since:
        meeting.issue_due_since = due
        meeting.save(update_fields=["issue_due_since"])


def record_place(
    report: Report, meeting: Meeting, *, is_on: bool, by: Viewer, at: datetime
) -> None:
    """Tell the journal of a report on which agenda it was put, or off which it was taken."""
    verb, done = ("place", "put it on") if is_on else ("take-off", "took it off")
    said, where = f"{done} the agenda of {meeting}", report.committee_id
    told = {"meeting": meeting.pk}
    log.record(verb, report, said, by=by, at=at, committee_id=where, after=told)
