"""Beginning and changing plans."""

import pytest

from cleardays.workroom.access.viewer import NotAllowed
from cleardays.workroom.audit.models import AuditEvent
from cleardays.workroom.plans import actions
from cleardays.workroom.plans.freezing import frozen
from cleardays.workroom.plans.models import Plan
from cleardays.workroom.workflow.engine import Refused
from tests.factories.asks import make_ask
from tests.factories.people import make_committee
from tests.factories.plans import AT, TODAY, fresh, make_area, make_plan, seen_by


def test_a_plan_gets_an_address_of_its_title_and_is_recorded(lead):
    plan = make_plan(lead, "Priority Action Plan")

    (event,) = AuditEvent.objects.about(plan)
    assert plan.ref == "plans/priority-action-plan"
    assert (event.actor, event.verb) == ("Improvement Lead", "create")


def test_a_second_plan_of_the_same_title_gets_an_address_of_its_own(lead):
    first, other = make_plan(lead, "The plan"), make_plan(lead, "The plan")

    assert (first.ref, other.ref) == ("plans/the-plan", "plans/the-plan-2")


def test_an_address_that_is_taken_is_refused(lead, plan):
    with pytest.raises(Refused, match="Another plan has the address"):
        make_plan(lead, ref=plan.ref)


def test_only_those_who_follow_findings_begin_plans(partner):
    with pytest.raises(NotAllowed):
        make_plan(partner)

    assert not Plan.objects.filter().exists()


def test_a_plan_keeps_its_address_for_life(plan, by):
    with pytest.raises(Refused, match="for life"):
        actions.change_plan(plan, ref="plans/other", by=by, at=AT)


def test_the_journal_names_a_private_note_without_its_words(plan, by):
    actions.change_plan(plan, private_note="Quillfeather", title="New", by=by, at=AT)

    event = AuditEvent.objects.about(plan)[0]
    assert "the private note" in event.sentence
    assert "Quillfeather" not in f"{event.sentence}{event.before}{event.after}"
    assert fresh(plan).private_note == "Quillfeather"


def test_plans_do_not_follow_one_another_in_a_circle(lead, plan, by):
    later = make_plan(lead, "Later", supersedes=plan)

    with pytest.raises(Refused, match="cannot follow itself"):
        actions.change_plan(plan, supersedes=later, by=by, at=AT)


def test_a_plan_is_submitted_and_then_accepted(plan, by):
    actions.take_step(plan, "submitted", on=TODAY, by=by, at=AT)
    actions.take_step(plan, "accepted", on=TODAY, by=by, at=AT)

    assert fresh(plan).state == "accepted"


def test_a_step_that_is_left_out_is_refused(plan, by):
    with pytest.raises(Refused, match="cannot become closed"):
        actions.take_step(plan, "closed", on=TODAY, by=by, at=AT)


def test_a_step_back_needs_a_reason(plan, by):
    actions.take_step(plan, "submitted", on=TODAY, by=by, at=AT)

    with pytest.raises(Refused, match="Say why"):
        actions.take_step(plan, "draft", on=TODAY, by=by, at=AT)


def test_a_plan_answers_several_inspections(plan, by):
    areas = [make_area(), make_area()]

    actions.answer_inspections(plan, [area.inspection for area in areas], by=by, at=AT)

    assert Plan.answers.through.objects.filter(plan=plan).count() == 2


def test_a_plan_answers_what_committees_asked_for(plan, by, council, clerk, deputy, committee):
    ask = make_ask(clerk, deputy, committee, council)

    actions.answer_asks(plan, [ask], by=by, at=AT)

    (event,) = AuditEvent.objects.about(plan).filter(verb="answer-asks")
    assert Plan.answers_asks.through.objects.filter(plan=plan).count() == 1
    assert ask.title in event.sentence


def test_what_does_not_change_what_a_plan_answers_is_not_recorded(plan, by):
    actions.answer_asks(plan, [], by=by, at=AT)

    assert not AuditEvent.objects.about(plan).filter(verb="answer-asks").exists()


def test_a_plan_says_which_committees_follow_it(plan, by):
    first, second = make_committee(), make_committee(name="Board", slug="board")

    actions.let_follow(plan, [first], by=by, at=AT)
    actions.let_follow(plan, [second], by=by, at=AT)

    (one,) = frozen(plan, TODAY).followed_by
    assert (one.ref, one.title) == ("committees/board", "Board")


def test_a_partner_may_not_change_a_plan(plan, partner):
    with pytest.raises(NotAllowed):
        actions.change_plan(plan, title="Ours", by=seen_by(partner), at=AT)

    assert fresh(plan).title == "Plan for the lamps"
