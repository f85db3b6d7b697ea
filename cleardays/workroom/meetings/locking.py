"""Taking hold of a meeting before it is changed, so that two people never change it at once."""

from datetime import datetime

from django.utils.timezone import localdate

from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.meetings.models import AgendaItem, Meeting
from cleardays.workroom.workflow.engine import Refused

FOR_CHANGE = "the row is locked for a change; its permission is asked at once"


def hold(meeting: Meeting, permission: Permission, *, by: Viewer) -> Meeting:
    """Lock the meeting until the transaction ends. Raise NotAllowed, or Refused if cancelled."""
    by.require(permission, meeting.committee_id)
    everything = Meeting.objects.unrestricted(because=FOR_CHANGE).select_for_update(of=("self",))
    held = everything.select_related("committee__organisation").get(pk=meeting.pk)
    if held.state == Meeting.State.CANCELLED:
        raise Refused("This meeting is cancelled: call another one instead")
    return held


def refuse_before_held(meeting: Meeting, what: str, at: datetime) -> None:
    """Refuse what can only have happened at the meeting, before its day. ``what``: "resolved"."""
    if not meeting.has_come(localdate(at)):
        raise Refused(
            f"The meeting is on {meeting.when} and has not been held: record what was {what} there"
            " on that day or after it"
        )


def hold_item(item: AgendaItem, permission: Permission, *, by: Viewer) -> AgendaItem:
    """Lock the item's meeting and return the item as it now stands."""
    everything = AgendaItem.objects.unrestricted(because=FOR_CHANGE)
    current = everything.select_related("meeting").filter(pk=item.pk).first()
    if current is None:
        raise Refused("This item is no longer on the agenda")
    meeting = hold(current.meeting, permission, by=by)
    fresh = everything.get(pk=item.pk)
    fresh.meeting = meeting
    return fresh
