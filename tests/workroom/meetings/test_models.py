"""Who sees what of a meeting, role by role."""

import pytest
from django.db import IntegrityError, transaction

from cleardays.law.exclusion import Secrecy
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.meetings import actions
from cleardays.workroom.meetings.models import (
    AgendaItem,
    AgendaVersion,
    Exemption,
    Meeting,
    Recall,
    Release,
)
from tests.factories.accounts import make_user
from tests.factories.meetings import (
    EARLY,
    GROUNDS,
    IN_TIME,
    PRIVATE,
    items_of,
    make_meeting,
    make_published,
    publish,
    seen_by,
)
from tests.factories.people import make_committee

ROLES = ["democratic-services", "author", "clearer", "member", "partner", "administrator"]
SEE_DRAFTS = {"democratic-services", "author", "clearer"}
SEE_EXEMPT = {"democratic-services", "clearer"}


@pytest.fixture(params=ROLES)
def role(request):
    return request.param


@pytest.fixture
def somebody(role, committee):
    return seen_by(make_user("Somebody", committee, role))


def test_drafts_are_for_those_who_see_drafts(role, somebody, clerk, committee):
    make_meeting(clerk, committee, "One")

    seen = Meeting.objects.visible_to(somebody).count()

    assert (seen == 1) is (role in SEE_DRAFTS)
    assert AgendaItem.objects.visible_to(somebody).count() == seen


def test_published_meetings_are_for_every_reader(somebody, clerk, deputy, committee):
    make_published(clerk, deputy, committee, "One")

    assert Meeting.objects.visible_to(somebody).count() == 1
    assert AgendaItem.objects.visible_to(somebody).count() == 1
    assert AgendaVersion.objects.visible_to(somebody).count() == 1


def test_an_item_not_yet_published_is_for_those_who_see_drafts(
    role, somebody, clerk, deputy, committee
):
    meeting = make_published(clerk, deputy, committee, "One")
    actions.add_item(meeting, "Two", by=seen_by(clerk), at=IN_TIME)

    assert AgendaItem.objects.visible_to(somebody).count() == 1 + (role in SEE_DRAFTS)


def test_releases_are_for_those_who_see_drafts(role, somebody, clerk, deputy, committee):
    make_published(clerk, deputy, committee, "One")

    assert Release.objects.visible_to(somebody).exists() is (role in SEE_DRAFTS)


def exempt(clerk, deputy, committee, **changed):
    """Publish an agenda with an exempt item."""
    meeting = make_meeting(clerk, committee, "One")
    grounds = {**GROUNDS, **changed}
    actions.mark_exempt(items_of(meeting)[0], **grounds, by=seen_by(clerk), at=EARLY)
    publish(meeting, clerk, deputy)


@pytest.mark.parametrize("paragraph", [1, 3, 6])
def test_private_titles_are_for_those_cleared_and_for_members_of_the_committee(
    role, somebody, clerk, deputy, committee, paragraph
):
    exempt(clerk, deputy, committee, paragraphs=[paragraph])

    sees = role in SEE_EXEMPT or role == "member"
    assert Exemption.objects.visible_to(somebody).exists() is sees


def test_members_of_another_committee_see_nothing_exempt(clerk, deputy, committee):
    exempt(clerk, deputy, committee, is_negotiation=False)
    elsewhere = make_user("Member elsewhere", make_committee(), "member")

    assert not Exemption.objects.visible_to(seen_by(elsewhere)).exists()


@pytest.mark.parametrize(
    ("paragraphs", "is_negotiation", "sees"),
    [([1], False, False), ([3], True, False), ([3], False, True), ([1, 6], False, False)],
)
def test_a_member_of_the_council_sees_what_the_law_opens_to_every_member(
    clerk, deputy, committee, paragraphs, is_negotiation, sees
):
    exempt(clerk, deputy, committee, paragraphs=paragraphs, is_negotiation=is_negotiation)
    everywhere = Viewer("Member", 1, everywhere=frozenset({Permission.READ_AS_MEMBER}))

    assert Exemption.objects.visible_to(everywhere).exists() is sees


def test_only_the_posts_that_an_officer_named_need_to_know(clerk, deputy, committee):
    named, like, other = (
        make_user(post, committee, "member") for post in ("Chair", "Chair of the board", "Member")
    )
    exempt(clerk, deputy, committee, paragraphs=[1], only_for=["Chair", " Vice  chair "])

    (decision,) = Exemption.objects.visible_to(seen_by(named))
    assert decision.posts == ["Chair", "Vice chair"]
    assert not Exemption.objects.visible_to(seen_by(like)).exists()
    assert not Exemption.objects.visible_to(seen_by(other)).exists()


def test_nothing_confidential_is_for_members(member, clerk, deputy, committee):
    meeting = make_meeting(clerk, committee, "One")
    actions.mark_confidential(
        items_of(meeting)[0],
        secrecy=Secrecy.BARRED_BY_LAW,
        **PRIVATE,
        by=seen_by(clerk),
        at=EARLY,
    )
    publish(meeting, clerk, deputy)

    assert not Exemption.objects.visible_to(seen_by(member)).exists()


def test_members_see_nothing_exempt_of_a_draft(member, clerk, committee):
    meeting = make_meeting(clerk, committee, "One")
    grounds = {**GROUNDS, "is_negotiation": False}
    actions.mark_exempt(items_of(meeting)[0], **grounds, by=seen_by(clerk), at=EARLY)

    assert not Exemption.objects.visible_to(seen_by(member)).exists()


def test_a_meeting_dropped_as_a_draft_stays_with_those_who_see_drafts(member, clerk, committee):
    meeting = make_meeting(clerk, committee)
    actions.cancel_meeting(meeting, reason="Not needed", by=seen_by(clerk), at=EARLY)

    assert not Meeting.objects.visible_to(seen_by(member)).exists()


def test_recalls_are_for_every_reader(member, clerk, deputy, committee):
    meeting = make_published(clerk, deputy, committee)
    actions.recall(meeting, reason="Wrong", by=seen_by(clerk), at=IN_TIME)

    assert Recall.objects.visible_to(seen_by(member)).count() == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": "published"},
        {"precision": "month"},
        {"stated_published_on": "2018-01-01"},
    ],
)
def test_the_database_refuses_meetings_that_cannot_be(committee, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        Meeting.objects.create(committee=committee, ref="meetings/x/1", day="2026-03-17", **wrong)


@pytest.mark.parametrize(
    "wrong",
    [
        {"urgency_reason": "A fire"},
        {"exempt_under": "3", "is_confidential": True},
        {"position": 1},
    ],
)
def test_the_database_refuses_items_that_cannot_be(clerk, committee, wrong):
    meeting = make_meeting(clerk, committee, "One")

    with pytest.raises(IntegrityError), transaction.atomic():
        AgendaItem.objects.create(**{"meeting": meeting, "position": 2, **wrong})
