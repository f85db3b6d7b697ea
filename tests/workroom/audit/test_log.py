from datetime import UTC, datetime

from django.apps import apps

from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.audit import log
from cleardays.workroom.audit.models import AuditEvent
from tests.factories.people import make_committee

AT = datetime(2026, 7, 2, 10, 0, tzinfo=UTC)


def test_an_entry_says_who_did_what_when_where_and_why():
    committee = make_committee()

    event = log.record(
        "change",
        committee,
        "changed the name",
        by=Viewer("Clerk", 9),
        at=AT,
        committee_id=committee.pk,
        before={"name": "A"},
        after={"name": "B"},
        reason="Merged",
    )

    assert (event.actor, event.actor_id, event.at) == ("Clerk", 9, AT)
    assert (event.subject_type, event.subject_id) == ("people.committee", str(committee.pk))
    assert (event.before, event.after, event.reason) == ({"name": "A"}, {"name": "B"}, "Merged")


def test_the_key_of_a_kept_file_fits_where_keys_are_kept():
    """SQLite would not mind; PostgreSQL does."""
    longest = max(
        model._meta.pk.max_length or 0
        for model in apps.get_models()
        if model.__module__.startswith("cleardays.workroom.")
    )

    assert AuditEvent._meta.get_field("subject_id").max_length >= longest
