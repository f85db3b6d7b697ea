"""Telling the public of an ask as it now stands: part of every action that changes one."""

from datetime import datetime

from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.outbox import queue
from cleardays.workroom.recommendations.models import Ask
from cleardays.workroom.recommendations.recalls import recall_of


def tell(ask: Ask, *, by: Viewer, at: datetime) -> None:
    """Send an ask as it now stands to the public; what a committee asks for is always public.

    What was taken back stays so until somebody publishes it again.
    """
    if recall_of(ask):
        return
    ask.told_at = at
    ask.save(update_fields=["told_at"])
    queue.put("ask", {"ask_id": ask.pk}, by=by, at=at)
