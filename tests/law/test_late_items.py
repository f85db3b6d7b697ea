from datetime import date

import pytest

from cleardays.law.late_items import (
    LATE_ITEM,
    SPECIAL_MEETING,
    TO_FOLLOW,
    Urgency,
    breaches_of_late_item,
    breaches_of_paper_to_follow,
)

CHAIR = "Chair of the Children's Services Scrutiny Committee"
URGENT = Urgency(CHAIR, is_urgent=True, special_circumstances="The letter came yesterday")


@pytest.mark.proves("late.chair-urgency")
def test_a_late_item_may_be_taken_with_the_chairs_opinion_and_circumstances():
    assert breaches_of_late_item(URGENT) == []


@pytest.mark.proves("late.chair-urgency")
@pytest.mark.parametrize(
    ("urgency", "detail"),
    [
        pytest.param(
            None,
            "The chair has not said that this late item is urgent: take it next time",
            id="nobody-asked",
        ),
        pytest.param(
            Urgency(CHAIR, is_urgent=False, special_circumstances="A letter"),
            "The chair has not said that this late item is urgent: take it next time",
            id="chair-says-no",
        ),
        pytest.param(
            Urgency(CHAIR, is_urgent=True, special_circumstances=" "),
            "Record the special circumstances that make this item urgent, for the minutes",
            id="test 2 no reasons",
        ),
        pytest.param(
            Urgency("", is_urgent=True, special_circumstances="A letter"),
            "Say which chair of the meeting holds this item urgent",
            id="which-chair",
        ),
    ],
)
def test_a_late_item_without_them_may_not(urgency, detail):
    (breach,) = breaches_of_late_item(urgency)

    assert breach.rule == LATE_ITEM
    assert breach.detail == detail


@pytest.mark.proves("late.special-meeting")
def test_a_special_meeting_may_take_no_late_business_however_urgent():
    (breach,) = breaches_of_late_item(URGENT, is_late_business_barred=True)

    assert breach.rule == SPECIAL_MEETING


@pytest.mark.proves("late.to-follow")
def test_a_report_to_follow_that_comes_late_warns_and_does_not_block(england):
    (breach,) = breaches_of_paper_to_follow(date(2025, 7, 1), date(2025, 7, 7), england)

    assert breach.rule == TO_FOLLOW
    assert not breach.blocks


@pytest.mark.proves("late.to-follow")
def test_a_report_to_follow_that_comes_in_time_is_no_breach(england):
    assert breaches_of_paper_to_follow(date(2025, 6, 27), date(2025, 7, 7), england) == []
