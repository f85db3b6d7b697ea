"""The history of a thing: what the journal has of it and of nothing else."""

from datetime import UTC, datetime

from cleardays.design.values import HistoryLine
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.audit import log
from cleardays.workroom.audit.history import history_of
from tests.factories.people import make_committee

AT = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)


def test_the_newest_comes_first_with_who_did_it_and_why():
    one, other = make_committee(), make_committee()
    by = Viewer("Clerk", 1)
    log.record("create", one, "entered it", by=by, at=AT)
    log.record("create", other, "entered another", by=by, at=AT)
    log.record("change", one, "changed it", by=by, at=AT, reason="a slip")

    assert history_of(one, most=2) == [
        HistoryLine("changed it", AT, "Clerk", "a slip"),
        HistoryLine("entered it", AT, "Clerk", ""),
    ]
    assert len(history_of(one, most=1)) == 1
