"""Who sees what of a meeting, role by role."""

import pytest
from django.db import IntegrityError, transaction

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
    items_of,
    make_meeting,
    make_published,
    publish,
    seen_by,
)

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


@pytest.mark.parametrize(("paragraph", "opens_to_members"), [(1, False), (3, True), (6, True)])
def test_private_titles_are_for_those_cleared_and_by_law_for_members(
    role, somebody, clerk, deputy, committee, paragraph, opens_to_members
):
    meeting = make_meeting(clerk, committee, "One")
    grounds = {**GROUNDS, "paragraphs": [paragraph], "is_negotiation": False}
    actions.mark_exempt(items_of(meeting)[0], **grounds, by=seen_by(clerk), at=EARLY)
    publish(meeting, clerk, deputy)

    by_law = role == "member" and opens_to_members
    assert Exemption.objects.visible_to(somebody).exists() is (role in SEE_EXEMPT or by_law)


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
