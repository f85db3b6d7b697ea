from cleardays.workroom.meetings import actions
from tests.factories.meetings import (
    IN_TIME,
    TOO_LATE,
    fresh,
    items_of,
    make_meeting,
    make_published,
    publish,
    seen_by,
)


def due(meeting):
    return fresh(meeting).issue_due_since


def test_a_change_of_what_is_public_makes_an_issue_due(clerk, deputy, committee):
    meeting = make_published(clerk, deputy, committee, "One")

    actions.change_meeting(meeting, place="Hall", reason="Room", by=seen_by(clerk), at=TOO_LATE)

    assert due(meeting) == TOO_LATE


def test_a_draft_owes_the_public_nothing(clerk, committee):
    assert due(make_meeting(clerk, committee, "One")) is None


def test_taking_the_change_back_ends_it(clerk, deputy, committee):
    meeting = make_published(clerk, deputy, committee, "One")
    actions.add_item(meeting, "Two", by=seen_by(clerk), at=TOO_LATE)

    actions.remove_item(items_of(meeting)[1], by=seen_by(clerk), at=TOO_LATE)

    assert due(meeting) is None


def test_publishing_the_change_ends_it(clerk, deputy, committee):
    meeting = make_published(clerk, deputy, committee, "One")
    actions.change_meeting(meeting, place="Hall", reason="Room", by=seen_by(clerk), at=IN_TIME)

    publish(meeting, clerk, deputy, at=IN_TIME.replace(hour=12))

    assert due(meeting) is None
