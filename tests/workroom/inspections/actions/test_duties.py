from datetime import date

import pytest

from cleardays.workroom.audit.models import AuditEvent
from cleardays.workroom.inspections import actions
from cleardays.workroom.inspections.models import Duty
from cleardays.workroom.workflow.engine import Refused
from tests.factories.inspections import AT, LEAD, make_body, make_inspection


@pytest.fixture
def council():
    return make_body("Saltmere Council", kind="council")


@pytest.fixture
def board():
    return make_body("Saltmere ICB")


def duties(inspection):
    return Duty.objects.unrestricted(because="a test").filter(inspection=inspection)


def duty(inspection, kind, **more):
    return duties(inspection).get(kind=kind, **more)


def test_j20_lancashires_plan_is_due_on_25_march_2025(council, board):
    made = make_inspection(bodies=[council, board])

    plan = duty(made, "priority-action-plan")
    assert (plan.due, plan.body, plan.rule) == (
        date(2025, 3, 25),
        council,
        "inspection.priority-action-plan",
    )
    assert "35 working days after the report was received on Tue 4 Feb" in plan.sentence
    assert plan.title == "Send the priority action plan to the inspectors, with Saltmere ICB"


def test_8_the_statement_is_due_70_working_days_after_receipt(council):
    days = {"first_day": date(2021, 6, 28), "last_day": date(2021, 7, 2), "published_on": None}

    made = make_inspection(
        "local-area-2016", bodies=[council], received_on=date(2021, 8, 31), **days
    )

    assert duty(made, "statement").due == date(2021, 12, 7)


def test_each_recipient_has_its_own_duty_to_publish(council, board):
    made = make_inspection(bodies=[council, board])

    rows = duties(made).filter(kind="publication")
    assert {row.body for row in rows} == {council, board}
    assert all("The regulations set no number of days." in row.sentence for row in rows)


def test_the_date_in_the_letter_wins(council):
    made = make_inspection(bodies=[council], due_by_letter=date(2025, 4, 1))

    plan = duty(made, "priority-action-plan")
    assert plan.due == date(2025, 4, 1)
    assert "own letter, which wins over" in plan.sentence


def test_what_inspectors_usually_do_is_an_estimate_of_theirs(council):
    made = make_inspection(bodies=[council])

    for kind, due in (
        ("monitoring", date(2026, 8, 4)),
        ("full-inspection", date(2028, 2, 4)),
    ):
        row = duty(made, kind)
        assert (row.due, row.is_estimate, row.owner) == (due, True, "Ofsted and CQC")


def test_dates_that_are_not_known_are_asked_for(council):
    made = make_inspection(bodies=[council], received_on=None, published_on=None)

    plan = duty(made, "priority-action-plan")
    assert (plan.due, plan.sentence) == (
        None,
        "Counted from receipt of the report: that day is not known yet.",
    )


def test_a_new_date_moves_what_is_due_and_keeps_owner_and_proof(council):
    made = make_inspection(bodies=[council])
    actions.assign(duty(made, "priority-action-plan"), "Director", by=LEAD, at=AT)
    actions.finish(
        duty(made, "publication"), date(2025, 2, 12), by=LEAD, at=AT, proof="https://a.example/r"
    )

    actions.change(made, by=LEAD, at=AT, received_on=date(2025, 2, 5))

    plan, published = duty(made, "priority-action-plan"), duty(made, "publication")
    assert (plan.due, plan.owner) == (date(2025, 3, 26), "Director")
    assert (published.done_on, published.proof) == (date(2025, 2, 12), "https://a.example/r")
    assert "26 March 2025" in AuditEvent.objects.about(made).first().sentence


def test_what_is_due_no_more_goes_unless_it_was_done(council):
    made = make_inspection(bodies=[council])
    actions.finish(duty(made, "monitoring"), date(2025, 12, 1), by=LEAD, at=AT)

    actions.change(made, by=LEAD, at=AT, outcome="inconsistent", needs_plan=False)

    kinds = set(duties(made).values_list("kind", flat=True))
    assert "priority-action-plan" not in kinds
    assert "monitoring" in kinds


def test_sending_the_statement_starts_the_next_clock_and_its_acceptance_the_one_after(council):
    made = make_inspection(
        "local-area-2016", bodies=[council], first_day=date(2017, 11, 13), last_day=None
    )
    assert "the plan is sent" in duty(made, "fit-for-purpose").sentence

    actions.finish(duty(made, "statement"), date(2025, 5, 1), by=LEAD, at=AT)
    actions.finish(duty(made, "fit-for-purpose"), date(2025, 5, 22), by=LEAD, at=AT)

    assert duty(made, "fit-for-purpose").due == date(2025, 5, 16)
    assert duty(made, "revisit").due == date(2026, 11, 22)


def test_publication_is_done_only_with_the_address_where_the_report_stands(council):
    made = make_inspection(bodies=[council])

    with pytest.raises(Refused, match="that is the proof"):
        actions.finish(duty(made, "publication"), date(2025, 2, 12), by=LEAD, at=AT)


@pytest.mark.parametrize(
    ("on", "proof", "reason"),
    [
        (date(2027, 1, 1), "", "still to come"),
        (date(2025, 2, 12), "no address", "Proof"),
    ],
)
def test_what_cannot_be_is_refused(council, on, proof, reason):
    made = make_inspection(bodies=[council])

    with pytest.raises(Refused, match=reason):
        actions.finish(duty(made, "priority-action-plan"), on, by=LEAD, at=AT, proof=proof)

    assert duty(made, "priority-action-plan").done_on is None


def test_a_deed_is_taken_back_with_a_reason(council):
    made = make_inspection(bodies=[council])
    actions.finish(duty(made, "priority-action-plan"), date(2025, 3, 1), by=LEAD, at=AT)

    with pytest.raises(Refused, match="Say why"):
        actions.reopen(duty(made, "priority-action-plan"), by=LEAD, at=AT, reason="")
    actions.reopen(duty(made, "priority-action-plan"), by=LEAD, at=AT, reason="Only a draft")

    assert duty(made, "priority-action-plan").done_on is None
    assert AuditEvent.objects.about(made).first().reason == "Only a draft"


def test_what_is_known_of_the_day_stays_with_a_deed_until_it_is_taken_back(council):
    made = make_inspection(bodies=[council])
    kind, on = "priority-action-plan", date(2025, 3, 25)

    actions.finish(duty(made, kind), on, by=LEAD, at=AT, words=" by  this day ")
    assert duty(made, kind).done_words == "by this day"

    actions.reopen(duty(made, kind), by=LEAD, at=AT, reason="Only a draft")
    assert duty(made, kind).done_words == ""


def test_the_framework_expects_a_strategic_plan_even_where_the_report_is_silent(council):
    made = make_inspection(bodies=[council])

    plan = duty(made, "strategic-plan")
    assert plan.is_estimate
    assert plan.due == date(2025, 3, 26)
    assert "does not ask for it in words" in plan.sentence


def test_j5_each_body_publishes_the_plan_once_it_is_sent(council, board):
    made = make_inspection(bodies=[council, board])
    rows = duties(made).filter(kind="plan-publication")
    assert {row.body for row in rows} == {council, board}
    assert "Once it is sent; no number of days is known." in rows.first().sentence

    actions.finish(duty(made, "priority-action-plan"), date(2025, 3, 24), by=LEAD, at=AT)

    row = duty(made, "plan-publication", body=board)
    assert row.title == "Saltmere ICB publishes the priority action plan on its website"
    assert "It was sent on Mon 24 Mar 2025" in row.sentence
    with pytest.raises(Refused, match="that is the proof"):
        actions.finish(row, date(2025, 4, 1), by=LEAD, at=AT)


def test_j13_an_accelerated_plan_is_published_and_reviewed(council):
    made = make_inspection(
        "revisit-2016", bodies=[council], outcome="partly_sufficient", received_on=None,
        published_on=date(2020, 5, 21),
    )  # fmt: skip

    published = duty(made, "accelerated-plan-publication")
    review = duty(made, "accelerated-review")
    assert (published.body, published.rule) == (council, "inspection.accelerated-plan-published")
    assert (review.due, review.is_estimate) == (date(2020, 11, 21), True)
    assert "Invite the parent carer forum." in review.sentence


def test_what_is_judged_good_brings_no_accelerated_plan(council):
    made = make_inspection("revisit-2016", bodies=[council], outcome="sufficient")

    kinds = set(duties(made).values_list("kind", flat=True))
    assert kinds == {"publication"}
