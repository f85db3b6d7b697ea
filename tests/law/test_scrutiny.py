from datetime import date, timedelta

import pytest
from hypothesis import given

from cleardays.law.scrutiny import (
    document_request_due,
    interest_notification_due,
    nhs_response_due,
    response_due,
)
from tests.law.strategies import CALENDARS, DAYS, MEETINGS


@pytest.mark.proves("scrutiny.response")
@pytest.mark.parametrize(
    ("report", "notice", "expected", "sentence"),
    [
        pytest.param(
            date(2025, 3, 10),
            date(2025, 3, 20),
            date(2025, 5, 19),
            "The response is due by the end of Mon 19 May 2025: two months beginning with the"
            " notice of Thu 20 Mar, the later of both.",
            id="test 6 notice ten days later",
        ),
        pytest.param(
            date(2025, 3, 10),
            date(2025, 3, 10),
            date(2025, 5, 9),
            "The response is due by the end of Fri 9 May 2025: two months beginning with the"
            " report of Mon 10 Mar.",
            id="K8",
        ),
        pytest.param(
            date(2025, 3, 10),
            date(2025, 3, 3),
            date(2025, 5, 9),
            "The response is due by the end of Fri 9 May 2025: two months beginning with the"
            " report of Mon 10 Mar.",
            id="notice-before-the-report",
        ),
        pytest.param(
            date(2025, 3, 10),
            None,
            None,
            "No response is due yet: without a written notice requiring one, no clock runs.",
            id="S8 no notice, no clock",
        ),
    ],
)
def test_a_response_is_due_two_months_from_the_later_of_report_and_notice(
    report, notice, expected, sentence
):
    answer = response_due(report, notice)

    assert (answer.value, answer.sentence) == (expected, sentence)


@pytest.mark.proves("scrutiny.nhs-response")
def test_7_an_nhs_bodys_reply_is_due_28_days_after_the_request():
    answer = nhs_response_due(date(2025, 3, 10))

    assert answer.value == date(2025, 4, 7)
    assert answer.sentence == (
        "The NHS body's reply is due by Mon 7 Apr 2025: 28 days after the request of Mon 10 Mar."
    )


@pytest.mark.proves("scrutiny.nhs-response", "scrutiny.response")
def test_7_the_nhs_clock_runs_apart_from_the_councils_two_months():
    requested = date(2025, 3, 10)

    assert nhs_response_due(requested).value < response_due(requested, requested).value
    assert nhs_response_due(requested).rule != response_due(requested, requested).rule


@pytest.mark.proves("scrutiny.disclosed-interest")
def test_a_disclosed_interest_is_due_28_days_with_the_disclosure_as_the_first():
    answer = interest_notification_due(date(2025, 3, 10))

    assert answer.value == date(2025, 4, 6)
    assert answer.sentence == (
        "The monitoring officer must be notified by Sun 6 Apr 2025: 28 days beginning with the"
        " disclosure on Mon 10 Mar."
    )


@pytest.mark.proves("scrutiny.disclosed-interest", "scrutiny.nhs-response")
@given(DAYS)
def test_28_days_beginning_with_a_day_end_a_day_before_28_days_after_it(day):
    ends = nhs_response_due(day).value - interest_notification_due(day).value

    assert ends == timedelta(days=1)


@pytest.mark.proves("scrutiny.document-request")
def test_a_document_is_due_on_the_tenth_clear_day(england):
    answer = document_request_due(date(2025, 4, 10), england)

    assert answer.value == date(2025, 4, 28)
    assert answer.sentence == (
        "The document is due by Mon 28 Apr 2025: 10 clear days after the request came in on"
        " Thu 10 Apr, leaving out the weekends of 12–13 Apr, 19–20 Apr and 26–27 Apr,"
        " Good Friday (18 Apr), and Easter Monday (21 Apr)."
    )


@given(CALENDARS, MEETINGS)
def test_ten_working_days_always_leave_some_day_out_to_name(calendar, received):
    assert document_request_due(received, calendar).left_out
