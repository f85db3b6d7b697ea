"""A report that says another day or another committee than the agenda it stands on."""

from datetime import date

import pytest

from cleardays.workroom.meetings.mismatches import mismatches
from tests.factories.meetings import make_meeting


def test_a_report_of_the_same_day_and_committee_is_not_remarked_on(clerk, committee):
    meeting = make_meeting(clerk, committee)

    assert list(mismatches(meeting, meeting.day, committee.name)) == []
    assert list(mismatches(meeting, None, "")) == []


def test_another_day_is_told_with_both_days(clerk, committee):
    meeting = make_meeting(clerk, committee)

    (said,) = mismatches(meeting, date(2018, 1, 31), committee.name)
    assert said.startswith("The report is dated for 31 January 2018; this meeting is on ")


def test_another_committee_is_told(clerk, committee):
    (said,) = mismatches(make_meeting(clerk, committee), None, "Pension Fund Committee")

    assert said.startswith("The report names the Pension Fund Committee; this is the ")


@pytest.mark.parametrize("printed", ["THE {0}", "Exshire Council {0}"])
def test_a_name_may_be_printed_in_capitals_or_behind_the_council_s(clerk, committee, printed):
    meeting = make_meeting(clerk, committee)

    assert list(mismatches(meeting, None, printed.format(committee.name.upper()))) == []


def test_a_day_that_is_not_known_exactly_differs_from_none(clerk, committee):
    meeting = make_meeting(clerk, committee)
    meeting.precision = "month"

    assert list(mismatches(meeting, date(2018, 1, 31), committee.name)) == []
