from datetime import UTC, date, datetime

import pytest

from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import NotAllowed, Viewer
from cleardays.workroom.audit.models import AuditEvent
from cleardays.workroom.outbox.models import Outgoing
from cleardays.workroom.people import actions
from cleardays.workroom.people.models import ClosureDay, Committee, ElectoralDivision
from cleardays.workroom.workflow.engine import Refused
from tests.factories.people import make_committee, make_council

AT = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
ADMINISTRATOR = Viewer("Administrator", 1, frozenset(), frozenset({Permission.MANAGE_BODIES}))
MEMBER = Viewer("Member", 2, frozenset(), frozenset({Permission.READ_PAPERS}))


def test_entering_a_committee_queues_it_for_the_public_and_records_it():
    council = make_council()

    made = actions.create_committee(council, "Lamps Board", by=ADMINISTRATOR, at=AT)

    assert made.slug == "lamps-board"
    assert Outgoing.objects.get().payload == {"committee_id": made.pk}
    assert AuditEvent.objects.about(made).get().sentence == "entered Lamps Board"


def test_two_committees_do_not_share_an_address():
    council = make_council()
    actions.create_committee(council, "Lamps", by=ADMINISTRATOR, at=AT)

    with pytest.raises(Refused, match="address “lamps”"):
        actions.create_committee(council, "Lamps", by=ADMINISTRATOR, at=AT)

    assert Committee.objects.count() == 1


@pytest.mark.parametrize("name", [" ", "!?"])
def test_a_committee_needs_a_name(name):
    with pytest.raises(Refused, match="name"):
        actions.create_committee(make_council(), name, by=ADMINISTRATOR, at=AT)


def test_changing_a_committee_queues_it_again():
    committee = make_committee(name="Lamps")

    actions.change_committee(committee, name="Lamps and Bins", by=ADMINISTRATOR, at=AT)

    assert Outgoing.objects.get().kind == "committee"
    event = AuditEvent.objects.about(committee).get()
    assert event.sentence == "changed the name from Lamps to Lamps and Bins"


def test_changing_nothing_queues_nothing():
    committee = make_committee(name="Lamps")

    actions.change_committee(committee, name="Lamps", by=ADMINISTRATOR, at=AT)

    assert not Outgoing.objects.exists()
    assert not AuditEvent.objects.exists()


def test_a_committee_keeps_its_address_for_life():
    committee = make_committee(slug="lamps")

    with pytest.raises(Refused, match="for life"):
        actions.change_committee(committee, slug="bins", by=ADMINISTRATOR, at=AT)


def test_a_committee_does_not_follow_itself():
    committee = make_committee()

    with pytest.raises(Refused, match="itself"):
        actions.change_committee(committee, successor=committee, by=ADMINISTRATOR, at=AT)


def test_a_body_does_not_end_before_it_begins():
    committee = make_committee()
    dates = {"valid_from": date(2026, 1, 1), "valid_until": date(2025, 1, 1)}

    with pytest.raises(Refused, match="ends before it begins"):
        actions.change_committee(committee, **dates, by=ADMINISTRATOR, at=AT)

    committee.refresh_from_db()
    assert committee.valid_from is None


def test_an_organisation_is_entered_and_changed():
    made = actions.create_organisation("Lamp Trust", kind="nhs", by=ADMINISTRATOR, at=AT)

    changed = actions.change_organisation(
        made, valid_until=date(2022, 7, 1), by=ADMINISTRATOR, at=AT
    )

    assert changed.valid_until == date(2022, 7, 1)
    assert AuditEvent.objects.about(made).count() == 2


def test_a_closure_day_is_added_once_and_removed():
    council = make_council()
    day = date(2026, 12, 29)
    closed = actions.add_closure_day(council, day, "Christmas", by=ADMINISTRATOR, at=AT)

    with pytest.raises(Refused, match="is a closure day already"):
        actions.add_closure_day(council, day, "Again", by=ADMINISTRATOR, at=AT)
    actions.remove_closure_day(closed, by=ADMINISTRATOR, at=AT)

    assert not ClosureDay.objects.exists()
    assert AuditEvent.objects.about(council).count() == 2


def test_a_division_is_added_once_and_removed():
    council = make_council()
    division = actions.add_division(council, "Mill", code="E1", by=ADMINISTRATOR, at=AT)

    with pytest.raises(Refused, match="there already"):
        actions.add_division(council, " Mill ", by=ADMINISTRATOR, at=AT)
    actions.remove_division(division, by=ADMINISTRATOR, at=AT)

    assert not ElectoralDivision.objects.exists()


@pytest.mark.parametrize(
    "deed",
    [
        lambda c: actions.create_organisation("X", by=MEMBER, at=AT),
        lambda c: actions.change_organisation(c.organisation, name="X", by=MEMBER, at=AT),
        lambda c: actions.create_committee(c.organisation, "X", by=MEMBER, at=AT),
        lambda c: actions.change_committee(c, name="X", by=MEMBER, at=AT),
        lambda c: actions.add_closure_day(c.organisation, AT.date(), "X", by=MEMBER, at=AT),
        lambda c: actions.add_division(c.organisation, "X", by=MEMBER, at=AT),
    ],
)
def test_a_member_may_change_no_body(deed):
    with pytest.raises(NotAllowed):
        deed(make_committee())

    assert not AuditEvent.objects.exists()
