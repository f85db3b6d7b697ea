"""A meeting taken all the way to the public: cleared, released by another, carried out."""

from datetime import UTC, date, datetime

from cleardays.door.drain import drain
from cleardays.workroom.meetings import actions
from tests.factories.meetings import NOTICE

DAY = date(2026, 3, 17)
IN_TIME = datetime(2026, 3, 9, 10, 0, tzinfo=UTC)


def make_meeting(committee, by, day=DAY, **fields):
    said = {**NOTICE, **fields}
    return actions.create_meeting(committee, day=day, by=by, at=IN_TIME, **said)


def publish(meeting, by, second, at=IN_TIME):
    """Let a second officer release what the first publishes; carry it to the record."""
    actions.release(meeting, by=second, at=at)
    version = actions.publish(meeting, by=by, at=at)
    drain()
    return version
