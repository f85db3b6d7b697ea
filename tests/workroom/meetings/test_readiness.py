from datetime import date, timedelta

import pytest

from cleardays.workroom.meetings import actions
from cleardays.workroom.meetings.proof import proof_of
from cleardays.workroom.meetings.readiness import (
    faults_of_notice,
    faults_of_release,
    faults_of_shorter_notice,
)
from tests.factories.accounts import make_user
from tests.factories.meetings import (
    DAY,
    EARLY,
    IN_TIME,
    TOO_LATE,
    attach,
    items_of,
    make_executive,
    make_meeting,
    make_published,
    publish,
    seen_by,
)
from tests.factories.people import make_committee


def notice(meeting, at, convened=None):
    return [str(fault) for fault in faults_of_notice(proof_of(meeting, at), at, convened=convened)]


@pytest.mark.parametrize(("at", "is_late"), [(IN_TIME, False), (TOO_LATE, True)])
def test_an_agenda_is_due_five_clear_days_before(clerk, committee, at, is_late):
    meeting = make_meeting(clerk, committee, "One")

    assert bool(notice(meeting, at)) is is_late


def test_an_agenda_of_an_executive_cites_its_own_regulations():
    cabinet = make_executive()
    officer = make_user("Officer", cabinet, "democratic-services")
    meeting = make_meeting(officer, cabinet, "One")

    (fault,) = notice(meeting, TOO_LATE)

    assert "SI 2012/2089, regs 6–7" in fault


def test_a_partnership_board_is_not_bound(clerk):
    board = make_committee(kind="partnership")
    officer = make_user("Officer", board, "democratic-services")
    meeting = make_meeting(officer, board, "One")

    assert notice(meeting, TOO_LATE) == []


def test_a_council_that_counts_saturdays_has_a_day_more(clerk, committee):
    committee.organisation.counts_saturdays = True
    committee.organisation.save()
    meeting = make_meeting(clerk, committee, "One")

    assert notice(meeting, TOO_LATE) == []


def test_a_meeting_to_come_cannot_pass_as_entered_later(clerk, committee):
    meeting = make_meeting(
        clerk,
        committee,
        "One",
        day=date(2026, 2, 3),
        stated_published_on=date(2026, 1, 20),
        stated_source="The web site",
    )
    meeting.day = DAY

    (fault,) = notice(meeting, TOO_LATE)

    assert "Only a meeting already held" in fault


def test_moving_a_public_meeting_nearer_needs_notice_of_the_new_day(clerk, deputy, committee):
    meeting = make_published(clerk, deputy, committee)
    nearer = DAY - timedelta(days=3)
    moved = actions.change_meeting(
        meeting, day=nearer, reason="Rooms", by=seen_by(clerk), at=TOO_LATE
    )

    (fault,) = notice(moved, TOO_LATE)

    assert "s.100A(6)(a)" in fault


def test_a_change_of_place_needs_no_five_days(clerk, deputy, committee):
    meeting = make_published(clerk, deputy, committee)
    moved = actions.change_meeting(
        meeting, place="Library", reason="Flood", by=seen_by(clerk), at=TOO_LATE
    )

    assert notice(moved, TOO_LATE) == []


def test_a_report_that_follows_late_as_announced_only_warns(clerk, deputy, author, committee):
    meeting = make_meeting(clerk, committee)
    actions.add_item(meeting, "Lamps", to_follow=True, by=seen_by(clerk), at=EARLY)
    publish(meeting, clerk, deputy)
    attach(items_of(meeting)[0], author, clerk, clerk)

    (fault,) = faults_of_notice(proof_of(meeting, TOO_LATE), TOO_LATE, convened=None)

    assert not fault.blocks
    assert "follows the agenda late" in str(fault)


def test_shorter_notice_asks_for_the_day_of_calling(clerk, committee):
    meeting = make_meeting(clerk, committee, "One")

    (fault,) = faults_of_shorter_notice(proof_of(meeting, TOO_LATE), TOO_LATE)

    assert fault.remedy == "call"


def test_a_release_of_another_issue_does_not_count(clerk, deputy, committee):
    meeting = make_published(clerk, deputy, committee)
    actions.add_item(meeting, "Two", by=seen_by(clerk), at=IN_TIME)
    at = IN_TIME + timedelta(hours=1)

    (fault,) = faults_of_release(proof_of(meeting, at), seen_by(clerk))

    assert str(fault).startswith("No second person has released it")
