"""Adding and changing actions, and what waits for what."""

import pytest

from cleardays.workroom.access.viewer import NotAllowed
from cleardays.workroom.audit.models import AuditEvent
from cleardays.workroom.plans import actions
from cleardays.workroom.plans.models import Dependency, Leadership, Support
from cleardays.workroom.workflow.engine import Refused
from tests.factories.plans import (
    AT,
    LATER,
    TODAY,
    actions_of,
    fresh,
    make_action,
    make_area,
    make_plan,
    rows,
    seen_by,
)


def test_the_dates_of_a_new_action_are_those_agreed_first(action):
    assert (action.first_start, action.first_finish) == (action.start, action.finish)


def test_actions_stand_in_the_order_in_which_they_were_added(plan, lead):
    for ref in ("C", "A", "B"):
        make_action(plan, lead, ref)

    assert [one.ref for one in actions_of(plan)] == ["C", "A", "B"]


def test_an_action_moves_to_another_place(plan, lead, by):
    made = [make_action(plan, lead, ref) for ref in "ABC"]

    actions.move_action(made[2], 1, by=by, at=AT)

    assert [one.ref for one in actions_of(plan)] == ["C", "A", "B"]


def test_a_reference_is_used_once(plan, lead, action):
    with pytest.raises(Refused, match="has an action A1 already"):
        make_action(plan, lead, "A1")


def test_a_finish_before_the_start_is_refused(plan, lead):
    with pytest.raises(Refused, match="before it starts"):
        make_action(plan, lead, start=TODAY, finish=TODAY.replace(year=2025))

    assert actions_of(plan) == []


def test_a_new_lead_leaves_the_old_one_in_the_history(action, by, icb):
    actions.change_action(action, lead="Head of Light", lead_body=icb, by=by, at=LATER)

    old, new = rows(Leadership, action=action)
    assert (old.post, old.until) == ("Head of Lamps", LATER.date())
    assert (new.post, new.body, new.until) == ("Head of Light", icb, None)


def test_supporting_bodies_say_what_they_do(action, by, icb, council):
    actions.change_action(action, supporting=[(icb, "Lend a ladder")], by=by, at=AT)
    actions.change_action(action, supporting=[(council, "Hold it")], by=by, at=LATER)

    open_ones = [row for row in rows(Support, action=action) if row.until is None]
    assert [(row.body, row.what) for row in open_ones] == [(council, "Hold it")]
    assert len(rows(Support, action=action)) == 2


def test_a_supporting_body_without_a_task_is_refused(action, by, icb):
    with pytest.raises(Refused, match="what it must do"):
        actions.change_action(action, supporting=[(icb, " ")], by=by, at=AT)


def test_changing_nothing_records_nothing(action, by):
    actions.change_action(action, title=action.title, by=by, at=LATER)

    assert [event.verb for event in AuditEvent.objects.about(action)] == ["add-action"]


def test_areas_are_set(action, by):
    area = make_area()

    actions.change_action(action, areas=[area], by=by, at=AT)

    assert list(fresh(action).areas.through.objects.values_list("area_id", flat=True)) == [area.pk]


def test_actions_do_not_wait_for_one_another_in_a_circle(plan, lead, by):
    a, b, c = (make_action(plan, lead, ref) for ref in "ABC")
    actions.add_dependency(a, b, by=by, at=AT)
    actions.add_dependency(b, c, by=by, at=AT)

    with pytest.raises(Refused, match="for ever"):
        actions.add_dependency(c, a, by=by, at=AT)

    assert len(rows(Dependency)) == 2


def test_an_action_does_not_wait_for_itself(action, by):
    with pytest.raises(Refused, match="for ever"):
        actions.add_dependency(action, action, by=by, at=AT)


def test_an_action_of_another_plan_is_no_dependency(action, lead, by):
    other = make_action(make_plan(lead, "Other"), lead)

    with pytest.raises(Refused, match="own plan"):
        actions.add_dependency(action, other, by=by, at=AT)


def test_a_dependency_is_taken_away(plan, lead, by):
    a, b = make_action(plan, lead, "A"), make_action(plan, lead, "B")
    actions.add_dependency(a, b, by=by, at=AT)

    actions.remove_dependency(a, b, by=by, at=AT)

    assert rows(Dependency) == []


def test_a_partner_may_not_change_what_its_own_action_says(plan, lead, partner, icb):
    own = make_action(plan, lead, lead_body=icb)

    with pytest.raises(NotAllowed):
        actions.change_action(own, title="Do less", by=seen_by(partner), at=AT)
