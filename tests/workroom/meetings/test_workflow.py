from cleardays.workroom.meetings import actions
from cleardays.workroom.meetings.workflow import MEETING
from tests.factories.meetings import EARLY, IN_TIME, make_meeting, make_published, seen_by


def names(meeting, user, at=IN_TIME):
    options = MEETING.options(meeting, seen_by(user), at)
    return {option.transition.name: option.is_open for option in options}


def test_the_page_is_told_what_stands_in_the_way(clerk, committee):
    meeting = make_meeting(clerk, committee)

    options = MEETING.options(meeting, seen_by(clerk), IN_TIME)

    publish = next(option for option in options if option.transition.name == "publish")
    assert [reason.split("(")[0].split(".")[0] for reason in publish.reasons] == [
        "The agenda has no items",
        "No second person has released it",
    ]


def test_the_way_opens_once_released(clerk, deputy, committee):
    meeting = make_meeting(clerk, committee, "One")
    actions.release(meeting, by=seen_by(deputy), at=EARLY)

    assert names(meeting, clerk)["publish"]
    assert not names(meeting, deputy)["publish"]


def test_a_member_is_offered_nothing(clerk, member, committee):
    assert names(make_meeting(clerk, committee, "One"), member) == {}


def test_a_public_meeting_offers_to_publish_changes_or_to_cancel(clerk, deputy, committee):
    meeting = make_published(clerk, deputy, committee)

    assert set(names(meeting, clerk)) == {
        "publish-changes",
        "publish-changes-at-shorter-notice",
        "cancel",
    }
