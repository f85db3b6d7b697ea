from datetime import date

import pytest
from hypothesis import given

from cleardays.law.inspections import (
    ACCELERATED_PUBLISHED,
    ACCELERATED_REVIEW,
    PLAN_PUBLISHED,
    PRIORITY_ACTIONS,
    Outcome,
    accelerated_review_expected,
    breaches_of_findings,
    breaches_of_plan_publishing,
    breaches_of_recipients_publishing,
    fit_for_purpose_expected,
    full_inspection_expected,
    monitoring_expected,
    priority_action_plan_due,
    revisit_expected,
    statement_due,
    strategic_plan_due,
)
from tests.law.strategies import CALENDARS, MEETINGS


@pytest.mark.proves("inspection.statement")
def test_8_a_report_of_31_august_2021_has_its_statement_due_on_7_december(england):
    answer = statement_due(date(2021, 8, 31), england)

    assert answer.value == date(2021, 12, 7)
    assert answer.sentence == (
        "The written statement of action is due by Tue 7 Dec 2021: 70 working days after the"
        " report was received on Tue 31 Aug, leaving out 14 weekends."
    )
    assert answer.counted_from == date(2021, 8, 31)


@pytest.mark.proves("inspection.priority-action-plan")
@pytest.mark.parametrize(
    ("received", "due"),
    [
        pytest.param(date(2025, 2, 4), date(2025, 3, 25), id="J20 Lancashire 2025"),
        pytest.param(date(2023, 9, 5), date(2023, 10, 24), id="J20 Oxfordshire 2023"),
        pytest.param(date(2025, 7, 25), date(2025, 9, 15), id="test 14 over August"),
    ],
)
def test_a_priority_action_plan_is_due_35_working_days_from_receipt(england, received, due):
    assert priority_action_plan_due(received, england).value == due


@pytest.mark.proves("inspection.priority-action-plan")
def test_another_number_may_be_set_up_to_the_ceiling(england):
    received = date(2023, 9, 12)

    assert priority_action_plan_due(received, england, working_days=30).value == date(2023, 10, 24)
    assert (
        priority_action_plan_due(received, england, working_days=70).value
        == statement_due(received, england).value
    )
    with pytest.raises(ValueError, match="70 working days at most, not 71"):
        priority_action_plan_due(received, england, working_days=71)


@pytest.mark.proves("inspection.priority-action-plan")
def test_the_date_in_the_letter_wins_and_the_sentence_says_over_what(england):
    answer = priority_action_plan_due(date(2023, 9, 5), england, letter_date=date(2023, 10, 27))

    assert answer.value == date(2023, 10, 27)
    assert answer.sentence == (
        "The priority action plan is due by Fri 27 Oct 2023: the date in the inspectorate's own"
        " letter, which wins over Tue 24 Oct 2023 (35 working days after the report was received"
        " on Tue 5 Sep 2023)."
    )


@pytest.mark.proves("inspection.statement")
def test_the_letter_wins_for_a_statement_too(england):
    answer = statement_due(date(2021, 8, 31), england, letter_date=date(2021, 12, 1))

    assert answer.value == date(2021, 12, 1)


@given(CALENDARS, MEETINGS)
def test_a_plan_is_never_due_after_the_ceiling(calendar, received):
    plan = priority_action_plan_due(received, calendar).value

    assert received < plan < statement_due(received, calendar).value


@pytest.mark.proves("inspection.strategic-plan")
def test_a_strategic_plan_is_due_30_working_days_on(england):
    answer = strategic_plan_due(date(2025, 2, 4), england)

    assert answer.sentence == (
        "The strategic plan is due by Tue 18 Mar 2025: 30 working days after the report on"
        " Tue 4 Feb, leaving out six weekends."
    )


@pytest.mark.proves("inspection.fit-for-purpose")
def test_the_fit_for_purpose_decision_is_expected_and_not_promised(england):
    answer = fit_for_purpose_expected(date(2025, 2, 4), england)

    assert answer.sentence == (
        "The decision whether the statement is fit for purpose is expected by Tue 18 Feb 2025:"
        " 10 working days after it was submitted on Tue 4 Feb, leaving out the weekends of"
        " 8–9 Feb and 15–16 Feb."
    )
    assert answer.rule.confidence == "M"


@pytest.mark.proves("inspection.revisit-2016")
def test_a_revisit_is_reckoned_from_acceptance_of_the_statement():
    answer = revisit_expected(date(2019, 10, 18))

    assert answer.sentence == (
        "A re-visit is usually made by Sun 18 Apr 2021: within 18 months of the statement's"
        " acceptance on Fri 18 Oct 2019."
    )


@pytest.mark.proves("inspection.monitoring-2023")
def test_monitoring_is_reckoned_from_receipt_of_the_report():
    answer = monitoring_expected(date(2025, 2, 4))

    assert answer.sentence == (
        "A monitoring inspection is usual about Tue 4 Aug 2026: 18 months from receipt of the full"
        " report on Tue 4 Feb 2025."
    )


@pytest.mark.proves("inspection.full-inspection")
@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        (Outcome.POSITIVE, date(2030, 2, 4)),
        (Outcome.INCONSISTENT, date(2028, 2, 4)),
        (Outcome.SYSTEMIC_FAILINGS, date(2028, 2, 4)),
    ],
)
def test_the_next_full_inspection_depends_on_the_outcome(outcome, expected):
    assert full_inspection_expected(outcome, date(2025, 2, 4)).value == expected


@pytest.mark.proves("inspection.full-inspection")
def test_the_next_full_inspection_is_said_to_be_usual():
    answer = full_inspection_expected(Outcome.INCONSISTENT, date(2025, 2, 4))

    assert answer.sentence == (
        "The next full inspection is usual by Fri 4 Feb 2028: within 3 years of the report"
        " received on Tue 4 Feb 2025 (inconsistent experiences and outcomes)."
    )


@pytest.mark.proves("inspection.priority-actions")
@pytest.mark.parametrize("outcome", [Outcome.POSITIVE, Outcome.INCONSISTENT])
def test_9_priority_actions_come_with_the_third_outcome_only(outcome):
    (breach,) = breaches_of_findings(outcome, priority_actions=1)

    assert breach.rule == PRIORITY_ACTIONS
    assert breach.detail == (
        f"Areas for priority action do not come with the outcome “{outcome}”: check the outcome,"
        " or record them as areas for improvement"
    )


@pytest.mark.proves("inspection.priority-actions")
@pytest.mark.parametrize(
    ("outcome", "priority_actions"),
    [
        pytest.param(Outcome.SYSTEMIC_FAILINGS, 3, id="J19 Lancashire December 2024"),
        pytest.param(Outcome.INCONSISTENT, 0, id="J19 Cambridgeshire 2025"),
        pytest.param(Outcome.POSITIVE, 0, id="positive"),
    ],
)
def test_findings_that_fit_their_outcome_are_no_breach(outcome, priority_actions):
    assert breaches_of_findings(outcome, priority_actions) == []


@pytest.mark.proves("inspection.recipients-publish")
def test_each_recipient_must_have_published_the_report():
    addresses = {"The council": "https://example.gov.uk/report", "The ICB": ""}

    (breach,) = breaches_of_recipients_publishing(addresses)

    assert breach.detail == "The ICB has not been seen to publish the report"


@pytest.mark.proves("inspection.plan-published")
def test_j5_each_body_that_answers_must_have_published_the_statement():
    addresses = {"The council": "https://example.gov.uk/plan", "The ICB": " "}

    (breach,) = breaches_of_plan_publishing(addresses)

    assert (breach.rule, breach.detail) == (
        PLAN_PUBLISHED,
        "The ICB has not been seen to publish the plan",
    )


@pytest.mark.proves("inspection.accelerated-plan-published")
def test_j13_the_accelerated_plan_is_published_locally():
    (breach,) = breaches_of_plan_publishing({"The council": ""}, ACCELERATED_PUBLISHED)

    assert breach.rule == ACCELERATED_PUBLISHED


@pytest.mark.proves("inspection.accelerated-review")
def test_j13_the_review_comes_about_six_months_after_the_report_of_the_revisit():
    answer = accelerated_review_expected(date(2020, 5, 21))

    assert (answer.value, answer.rule) == (date(2020, 11, 21), ACCELERATED_REVIEW)
    assert answer.sentence == (
        "A formal review is usual about Sat 21 Nov 2020: 6 months from the report of the re-visit"
        " on Thu 21 May 2020. Invite the parent carer forum."
    )
