import pytest

from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import NotAllowed
from cleardays.workroom.meetings import actions
from cleardays.workroom.meetings.locking import hold, hold_item
from cleardays.workroom.workflow.engine import Refused
from tests.factories.meetings import EARLY, items_of, make_meeting, seen_by


def test_a_meeting_is_held_only_by_those_who_may_change_it(clerk, member, committee):
    meeting = make_meeting(clerk, committee)

    with pytest.raises(NotAllowed):
        hold(meeting, Permission.EDIT_AGENDA, by=seen_by(member))


def test_an_item_is_held_as_it_now_stands(clerk, committee):
    (item,) = items_of(make_meeting(clerk, committee, "One"))
    actions.change_item(item, public_title="Two", by=seen_by(clerk), at=EARLY)

    assert hold_item(item, Permission.EDIT_AGENDA, by=seen_by(clerk)).public_title == "Two"


def test_an_item_that_is_gone_is_refused_in_words(clerk, committee):
    (item,) = items_of(make_meeting(clerk, committee, "One"))
    actions.remove_item(item, by=seen_by(clerk), at=EARLY)

    with pytest.raises(Refused, match="no longer on the agenda"):
        hold_item(item, Permission.EDIT_AGENDA, by=seen_by(clerk))
