from datetime import UTC, datetime

from django.db import transaction

from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.outbox import queue
from cleardays.workroom.outbox.models import Outgoing

AT = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)


def test_what_is_queued_waits_for_the_door():
    row = queue.put("committee", {"committee_id": 1}, by=Viewer("Clerk"), at=AT)

    assert (row.kind, row.by, row.done_at, row.tries) == ("committee", "Clerk", None, 0)


def test_what_is_queued_goes_with_a_change_that_fails():
    with transaction.atomic():
        queue.put("committee", {"committee_id": 1}, by=Viewer("Clerk"), at=AT)
        transaction.set_rollback(True)

    assert not Outgoing.objects.exists()
