"""Taking hold of an ask before it is changed, and telling the public afterwards."""

from datetime import datetime

from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.outbox import queue
from cleardays.workroom.recommendations.models import Ask
from cleardays.workroom.recommendations.recalls import recall_of

FOR_CHANGE = "the row is locked for a change; its permission is asked at once"


def hold(ask: Ask) -> Ask:
    """Lock an ask until the transaction ends, and return it as it now stands."""
    rows = Ask.objects.unrestricted(because=FOR_CHANGE).select_for_update(of=("self",))
    found: Ask = rows.select_related("committee", "meeting", "asked_of").get(pk=ask.pk)
    return found


def tell(ask: Ask, *, by: Viewer, at: datetime) -> None:
    """Send an ask as it now stands to the public; what a committee asks for is always public.

    What was taken back stays so until somebody publishes it again.
    """
    if recall_of(ask):
        return
    ask.told_at = at
    ask.save(update_fields=["told_at"])
    queue.put("ask", {"ask_id": ask.pk}, by=by, at=at)
