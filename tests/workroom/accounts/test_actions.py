from datetime import UTC, date, datetime

import pytest

from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.roles import RoleName
from cleardays.workroom.access.viewer import NotAllowed, Viewer
from cleardays.workroom.accounts import actions
from cleardays.workroom.accounts.models import RoleHeld, User
from cleardays.workroom.accounts.viewers import viewer_of
from cleardays.workroom.audit.models import AuditEvent
from cleardays.workroom.workflow.engine import Refused
from tests.factories.people import make_committee, make_council

AT = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
TODAY = AT.date()
ADMINISTRATOR = Viewer("Administrator", 10**6, frozenset(), frozenset({Permission.MANAGE_USERS}))
MEMBER = Viewer("Member", 10**6 + 1, frozenset(), frozenset({Permission.READ_PAPERS}))


@pytest.fixture
def user():
    return actions.create_user(
        "Lamp@Council.example", "Lamp Officer", make_council(), by=ADMINISTRATOR, at=AT
    )[0]


def give(user, committee, role=RoleName.AUTHOR, since=TODAY, by=ADMINISTRATOR, **more):
    return actions.give_role(user, role, committee=committee, since=since, by=by, at=AT, **more)


def test_a_user_is_entered_with_a_password_for_one_time():
    user, password = actions.create_user(
        "Lamp@Council.example", "Lamp Officer", make_council(), by=ADMINISTRATOR, at=AT
    )

    assert user.email == "lamp@council.example"
    assert user.check_password(password)
    assert user.must_change_password
    event = AuditEvent.objects.about(user).get()
    assert event.sentence == "entered Lamp Officer as a user"
    assert "council.example" not in str([event.sentence, event.before, event.after])


def test_a_password_typed_at_set_up_stays():
    user, password = actions.create_user(
        "a@council.example",
        "A",
        make_council(),
        password="long enough words",
        by=ADMINISTRATOR,
        at=AT,
    )

    assert password == "long enough words"
    assert not user.must_change_password


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"email": "LAMP@council.example"}, "already"),
        ({"post": " "}, "which post"),
        ({"password": "short"}, "too short"),
    ],
)
def test_a_user_that_cannot_be_is_refused(user, changed, why):
    wanted = {"email": "b@council.example", "post": "B", **changed}

    with pytest.raises(Refused, match=why):
        actions.create_user(organisation=user.organisation, **wanted, by=ADMINISTRATOR, at=AT)

    assert User.objects.count() == 1


def test_one_time_passwords_differ_and_can_be_read_out():
    first, second = actions.one_time_password(), actions.one_time_password()

    assert first != second
    assert len(first) == 23
    assert not set(first) & set("l1o0i")


def test_a_role_is_held_from_its_first_day_to_its_last(user):
    committee = make_committee()

    give(user, committee, since=date(2026, 3, 10), until=date(2026, 3, 20))

    held = [
        viewer_of(user, date(2026, 3, day)).can(Permission.WRITE_REPORTS, committee.pk)
        for day in (9, 10, 20, 21)
    ]
    assert held == [False, True, True, False]


def test_giving_a_role_is_recorded(user):
    committee = make_committee(name="Lamps")

    give(user, committee)

    assert AuditEvent.objects.about(user).first().sentence == (
        "gave Lamp Officer the role of Report author, Lamps, from 2 March 2026"
    )


def test_nobody_gives_a_role_to_themselves(user):
    powers = frozenset({Permission.MANAGE_USERS})
    themselves = Viewer("Lamp Officer", user.pk, frozenset(), powers)

    with pytest.raises(Refused, match="themselves"):
        give(user, None, by=themselves)

    assert not RoleHeld.objects.exists()


@pytest.mark.parametrize(
    ("more", "why"),
    [({"until": date(2026, 3, 1)}, "before it begins"), ({}, "already")],
)
def test_a_role_that_cannot_be_is_refused(user, more, why):
    committee = make_committee()
    give(user, committee)

    with pytest.raises(Refused, match=why):
        give(user, committee, **more)


def test_an_administrator_of_one_committee_gives_roles_there_only(user):
    committee, other = make_committee(), make_committee()
    powers = frozenset({(Permission.MANAGE_USERS, committee.pk)})
    local = Viewer("Local administrator", 10**6, powers)

    give(user, committee, by=local)
    with pytest.raises(NotAllowed):
        give(user, other, by=local)
    with pytest.raises(NotAllowed):
        give(user, None, by=local)


def test_a_role_ends_with_a_day(user):
    held = give(user, make_committee(), since=date(2026, 1, 1))

    ended = actions.end_role(held, until=TODAY, by=ADMINISTRATOR, at=AT)

    assert ended.until == TODAY


def test_a_role_does_not_end_in_the_past(user):
    held = give(user, make_committee(), since=date(2026, 1, 1))

    with pytest.raises(Refused, match="stays done"):
        actions.end_role(held, until=date(2026, 2, 1), by=ADMINISTRATOR, at=AT)


def test_a_role_that_has_not_begun_is_taken_back(user):
    held = give(user, make_committee(), since=date(2026, 4, 1))

    actions.end_role(held, until=TODAY, by=ADMINISTRATOR, at=AT)

    assert not RoleHeld.objects.exists()


def test_a_user_is_changed_and_told_by_post(user):
    actions.change_user(
        user,
        email="new@council.example",
        post="Chief Lamp Officer",
        organisation=user.organisation,
        by=ADMINISTRATOR,
        at=AT,
    )

    assert AuditEvent.objects.about(user).first().sentence == (
        "changed the account of Lamp Officer, now Chief Lamp Officer"
    )


def test_a_forgotten_password_is_renewed_for_one_time(user):
    user.must_change_password = False
    user.save()

    password = actions.renew_password(user, by=ADMINISTRATOR, at=AT)

    user.refresh_from_db()
    assert user.check_password(password)
    assert user.must_change_password


def test_a_user_is_deactivated_and_reactivated(user):
    assert not actions.deactivate(user, by=ADMINISTRATOR, at=AT).is_active
    assert actions.reactivate(user, by=ADMINISTRATOR, at=AT).is_active


def test_nobody_shuts_themselves_out(user):
    powers = frozenset({Permission.MANAGE_USERS})
    themselves = Viewer("Lamp Officer", user.pk, frozenset(), powers)

    with pytest.raises(Refused, match="shut yourself out"):
        actions.deactivate(user, by=themselves, at=AT)

    user.refresh_from_db()
    assert user.is_active


@pytest.mark.parametrize(
    "deed",
    [
        lambda u: actions.create_user("x@x.example", "X", u.organisation, by=MEMBER, at=AT),
        lambda u: give(u, None, by=MEMBER),
        lambda u: actions.deactivate(u, by=MEMBER, at=AT),
        lambda u: actions.reactivate(u, by=MEMBER, at=AT),
        lambda u: actions.renew_password(u, by=MEMBER, at=AT),
        lambda u: actions.change_user(
            u, email="x@x.example", post="X", organisation=u.organisation, by=MEMBER, at=AT
        ),
    ],
)
def test_a_member_may_manage_nobody(user, deed):
    with pytest.raises(NotAllowed):
        deed(user)
