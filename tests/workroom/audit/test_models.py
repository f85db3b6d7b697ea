from datetime import UTC, datetime

import pytest

from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.audit import log
from cleardays.workroom.audit.models import AuditEvent, Unchangeable
from tests.factories.people import make_committee

AT = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)


@pytest.fixture
def event():
    return log.record("change", make_committee(), "changed it", by=Viewer("Clerk", 1), at=AT)


def test_an_entry_is_not_rewritten(event):
    event.sentence = "did nothing"

    with pytest.raises(Unchangeable):
        event.save()

    event.refresh_from_db()
    assert event.sentence == "changed it"


@pytest.mark.parametrize(
    "deed",
    [
        lambda event: event.delete(),
        lambda event: AuditEvent.objects.all().delete(),
        lambda event: AuditEvent.objects.update(sentence="did nothing"),
    ],
)
def test_entries_are_neither_deleted_nor_updated(event, deed):
    with pytest.raises(Unchangeable):
        deed(event)

    assert AuditEvent.objects.get().sentence == "changed it"


def test_the_journal_outlives_what_it_tells_of():
    assert not any(field.is_relation for field in AuditEvent._meta.get_fields())


def test_entries_about_a_thing_come_newest_first():
    committee, other = make_committee(), make_committee()
    for subject, words in ((committee, "first"), (other, "elsewhere"), (committee, "second")):
        log.record("change", subject, words, by=Viewer("Clerk", 1), at=AT)

    assert [event.sentence for event in AuditEvent.objects.about(committee)] == ["second", "first"]
