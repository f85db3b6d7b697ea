"""The slippage ledger, what happens to an action in time, and milestones."""

from datetime import date, timedelta
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cleardays.progress import ledger
from cleardays.workroom.access.viewer import NotAllowed
from cleardays.workroom.audit.models import AuditEvent
from cleardays.workroom.plans import actions
from cleardays.workroom.plans.models import DateChange
from cleardays.workroom.workflow.engine import Refused
from tests.factories.plans import AT, TODAY, fresh, make_action, rows, seen_by

WHY = {"reason": "The ladder was lent out."}
REFS = count(1)
TOMORROW = TODAY + timedelta(days=1)


def test_moving_a_date_is_an_entry_and_leaves_the_first_date(action, by):
    actions.move_date(
        action,
        "finish",
        date(2026, 9, 30),
        **WHY,
        effect="Three more dark months.",
        approved_by="Partnership Board",
        by=by,
        at=AT,
    )

    (entry,) = rows(DateChange)
    moved = fresh(action)
    assert (entry.old, entry.new) == (date(2026, 6, 30), date(2026, 9, 30))
    assert (entry.by, entry.approved_by) == ("Improvement Lead", "Partnership Board")
    assert (moved.first_finish, moved.finish) == (date(2026, 6, 30), date(2026, 9, 30))


def test_a_date_does_not_move_without_a_reason(action, by):
    with pytest.raises(Refused, match="Say why the date moves"):
        actions.move_date(action, "finish", date(2026, 9, 30), reason=" ", by=by, at=AT)

    assert fresh(action).finish == date(2026, 6, 30)
    assert rows(DateChange) == []


def test_the_first_date_of_an_undated_action_is_an_agreement_and_no_slip(plan, lead, by):
    undated = make_action(plan, lead, start=None, finish=None)

    actions.move_date(undated, "start", TODAY, reason="", by=by, at=AT)

    assert (fresh(undated).first_start, fresh(undated).start) == (TODAY, TODAY)
    assert rows(DateChange) == []


def test_a_finish_does_not_move_before_the_start(action, by):
    with pytest.raises(Refused, match="before it starts"):
        actions.move_date(action, "finish", date(2026, 1, 1), **WHY, by=by, at=AT)


def test_a_date_moved_to_where_it_is_is_refused(action, by):
    with pytest.raises(Refused, match="that day already"):
        actions.move_date(action, "finish", action.finish, **WHY, by=by, at=AT)


def test_only_planned_dates_move(action, by):
    with pytest.raises(Refused, match="Only a planned"):
        actions.move_date(action, "finished", TODAY, **WHY, by=by, at=AT)


def test_a_broken_ledger_is_never_added_to(action, by):
    type(action).objects.unrestricted(because="a test breaks it").update(finish=TODAY)

    with pytest.raises(ledger.BrokenLedger):
        actions.move_date(action, "finish", date(2026, 9, 30), **WHY, by=by, at=AT)


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.dates(date(2026, 7, 1), date(2029, 1, 1)), max_size=6))
def test_the_ledger_always_leads_from_the_first_date_to_the_current_one(plan, lead, by, days):
    action = make_action(plan, lead, f"P{next(REFS)}")
    for day in days:
        if fresh(action).finish != day:
            actions.move_date(action, "finish", day, **WHY, by=by, at=AT)

    entries = [
        ledger.DateChange(row.field, row.old, row.new, row.at, row.by, row.reason)
        for row in rows(DateChange, action=action)
    ]
    assert ledger.current(action.first_finish, entries) == fresh(action).finish
    assert fresh(action).first_finish == action.first_finish


def test_an_action_starts_and_finishes(action, by):
    actions.start(action, date(2026, 2, 3), by=by, at=AT)
    actions.finish(action, TODAY, by=by, at=AT)

    done = fresh(action)
    assert (done.started, done.finished) == (date(2026, 2, 3), TODAY)
    assert [e.verb for e in AuditEvent.objects.about(done)][:2] == ["finish", "start"]


def test_nothing_finishes_that_never_started(action, by):
    with pytest.raises(Refused, match="record that first"):
        actions.finish(action, TODAY, by=by, at=AT)


def test_nothing_finishes_before_it_started(action, by):
    actions.start(action, TODAY, by=by, at=AT)

    with pytest.raises(Refused, match="after that day"):
        actions.finish(action, date(2026, 2, 1), by=by, at=AT)


def test_what_is_to_come_is_not_recorded_as_done(action, by):
    with pytest.raises(Refused, match="still to come"):
        actions.start(action, TOMORROW, by=by, at=AT)


def test_an_action_starts_once(action, by):
    actions.start(action, TODAY, by=by, at=AT)

    with pytest.raises(Refused, match="already"):
        actions.start(action, TODAY, by=by, at=AT)


def test_an_action_is_stopped_with_its_reason(action, by):
    actions.stop(action, TODAY, reason="The street is gone.", by=by, at=AT)

    assert (fresh(action).stopped, fresh(action).stop_reason) == (TODAY, "The street is gone.")


def test_stopping_without_a_reason_is_refused(action, by):
    with pytest.raises(Refused, match="Say why it is stopped"):
        actions.stop(action, TODAY, reason="", by=by, at=AT)


def test_a_stopped_action_does_not_start(action, by):
    actions.stop(action, TODAY, reason="The street is gone.", by=by, at=AT)

    with pytest.raises(Refused, match="is stopped"):
        actions.start(action, TODAY, by=by, at=AT)


def test_a_finish_is_taken_back_when_the_problem_comes_back(action, by):
    actions.start(action, TODAY, by=by, at=AT)
    actions.finish(action, TODAY, by=by, at=AT)

    actions.take_back(action, "finished", reason="Dark again.", by=by, at=AT)

    assert fresh(action).finished is None
    assert AuditEvent.objects.about(action)[0].reason == "Dark again."


def test_a_start_is_not_taken_back_under_a_finish(action, by):
    actions.start(action, TODAY, by=by, at=AT)
    actions.finish(action, TODAY, by=by, at=AT)

    with pytest.raises(Refused, match="take the finish back first"):
        actions.take_back(action, "started", reason="A mistake.", by=by, at=AT)


def test_only_what_happened_is_taken_back(action, by):
    with pytest.raises(Refused, match="nothing to take back"):
        actions.take_back(action, "title", reason="A mistake.", by=by, at=AT)


def test_a_partner_records_the_start_of_its_own_action(plan, lead, partner, icb):
    own = make_action(plan, lead, lead_body=icb)

    actions.start(own, TODAY, by=seen_by(partner), at=AT)

    assert fresh(own).started == TODAY


def test_a_partner_records_nothing_for_another_body(action, partner):
    with pytest.raises(NotAllowed, match="their own body only"):
        actions.start(action, TODAY, by=seen_by(partner), at=AT)

    assert fresh(action).started is None


def test_a_partner_may_not_move_the_dates_of_its_own_action(plan, lead, partner, icb):
    own = make_action(plan, lead, lead_body=icb)

    with pytest.raises(NotAllowed):
        actions.move_date(own, "finish", TOMORROW, **WHY, by=seen_by(partner), at=AT)


def test_a_milestone_needs_a_test_of_completion(action, by):
    with pytest.raises(Refused, match="how anyone can tell"):
        actions.add_milestone(action, "Lit", " ", TODAY, by=by, at=AT)


def test_a_milestone_is_met_once(action, by):
    step = actions.add_milestone(action, "Lit", "All nine are lit", TODAY, by=by, at=AT)
    actions.meet_milestone(step, TODAY, by=by, at=AT)

    with pytest.raises(Refused, match="already"):
        actions.meet_milestone(step, TODAY, by=by, at=AT)

    assert fresh(step).met_on == TODAY


def test_moving_a_milestone_is_an_entry_of_the_ledger(action, by):
    step = actions.add_milestone(action, "Lit", "All nine are lit", TODAY, by=by, at=AT)

    actions.move_milestone(step, TOMORROW, **WHY, by=by, at=AT)

    (entry,) = rows(DateChange)
    assert (entry.field, entry.milestone_id) == ("due", step.pk)
    assert (fresh(step).first_due, fresh(step).due) == (TODAY, TOMORROW)


def test_moving_a_milestone_needs_a_reason(action, by):
    step = actions.add_milestone(action, "Lit", "All nine are lit", TODAY, by=by, at=AT)

    with pytest.raises(Refused, match="Say why"):
        actions.move_milestone(step, TOMORROW, reason="", by=by, at=AT)
