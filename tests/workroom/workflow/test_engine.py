"""The three questions, tried on meetings with a table of the test's own."""

import pytest

from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.audit.models import AuditEvent
from cleardays.workroom.meetings.models import Meeting
from cleardays.workroom.workflow.engine import Refused, Transition, Workflow
from tests.factories.meetings import IN_TIME, fresh, make_meeting, seen_by

UNLAWFUL = "The lamps are dark (Lamps Act, s.1)"


def dark_at_the_library(meeting, viewer, at):
    return [UNLAWFUL] if meeting.place == "Library" else []


TABLE = Workflow[Meeting](
    Transition(
        name="light",
        label="Light the lamps",
        sources=frozenset({"draft"}),
        target="published",
        permission=Permission.PUBLISH,
        done="lit the lamps",
        check=dark_at_the_library,
        stamp="published_at",
        needs_reason=True,
    ),
    committee=lambda meeting: meeting.committee_id,
)


def light(meeting, user, reason="It is dark"):
    return TABLE.perform("light", meeting, by=seen_by(user), at=IN_TIME, reason=reason)


def test_what_is_allowed_timely_and_lawful_is_done_stamped_and_recorded(clerk, committee):
    meeting = light(make_meeting(clerk, committee), clerk)

    event = AuditEvent.objects.about(meeting).first()
    assert (meeting.state, meeting.published_at) == ("published", IN_TIME)
    assert (event.sentence, event.reason) == ("lit the lamps", "It is dark")
    assert (event.before, event.after) == ({"state": "draft"}, {"state": "published"})


def assert_refused(meeting, user, why, **more):
    events = AuditEvent.objects.count()

    with pytest.raises(Refused) as refusal:
        light(meeting, user, **more)

    assert refusal.value.reasons == (why,)
    assert fresh(meeting).state == "draft"
    assert AuditEvent.objects.count() == events


def test_may_they(clerk, member, committee):
    why = "Member of the committee may not light the lamps"

    assert_refused(make_meeting(clerk, committee), member, why)


def test_is_it_the_moment(clerk, committee):
    meeting = make_meeting(clerk, committee)
    light(meeting, clerk)

    with pytest.raises(Refused, match="It is published, so it is too late or too early"):
        light(meeting, clerk)


def test_is_it_lawful(clerk, committee):
    assert_refused(make_meeting(clerk, committee, place="Library"), clerk, UNLAWFUL)


def test_a_reason_is_asked_for_where_one_is_needed(clerk, committee):
    why = "Say why: light the lamps needs a reason"

    assert_refused(make_meeting(clerk, committee), clerk, why, reason=" ")


def test_the_state_asked_is_that_of_the_database_not_of_a_stale_copy(clerk, committee):
    stale = make_meeting(clerk, committee)
    light(fresh(stale), clerk)

    with pytest.raises(Refused, match="too late"):
        light(stale, clerk)


def test_the_button_is_told_what_the_deed_would_be(clerk, member, committee):
    meeting = make_meeting(clerk, committee, place="Library")

    (option,) = TABLE.options(meeting, seen_by(clerk), IN_TIME)

    assert (option.is_open, option.reasons) == (False, (UNLAWFUL,))
    assert TABLE.options(meeting, seen_by(member), IN_TIME) == []
