from datetime import date

import pytest
from hypothesis import given

from cleardays.law.retention import (
    background_papers_open_until,
    officer_decision_open_until,
    open_until,
)
from tests.law.strategies import DAYS


@pytest.mark.proves("retention.six-years")
def test_k10_papers_stay_open_six_years_beginning_with_the_meeting():
    answer = open_until(date(2026, 5, 1))

    assert answer.value == date(2032, 4, 30)
    assert answer.sentence == (
        "Minutes, agenda and reports stay open to inspection until the end of Fri 30 Apr 2032:"
        " six years beginning with the meeting on Fri 1 May 2026."
    )


@pytest.mark.proves("retention.background-papers")
def test_background_papers_stay_open_four_years():
    answer = background_papers_open_until(date(2026, 5, 1))

    assert answer.value == date(2030, 4, 30)
    assert answer.sentence.startswith("Background papers stay open to inspection until the end of")


@pytest.mark.proves("retention.officer-decisions")
def test_an_officers_decision_stays_open_six_years_from_the_decision():
    answer = officer_decision_open_until(date(2026, 5, 1))

    assert answer.sentence == (
        "The record of the decision stays open to inspection until the end of Fri 30 Apr 2032:"
        " six years beginning with the decision on Fri 1 May 2026."
    )


@given(DAYS)
def test_background_papers_are_never_kept_longer_than_the_report(meeting):
    assert background_papers_open_until(meeting).value < open_until(meeting).value
