"""Actions that go on in another plan, or with another body."""

from datetime import date

import pytest

from cleardays.workroom.access.viewer import NotAllowed
from cleardays.workroom.plans import actions
from cleardays.workroom.plans.freezing import frozen
from cleardays.workroom.plans.models import DateChange, Leadership, Milestone, Support
from cleardays.workroom.workflow.engine import Refused
from tests.factories.people import make_council
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


@pytest.fixture
def successor(lead):
    return make_plan(lead, "The plan that follows")


def test_what_is_carried_forward_keeps_its_first_dates_and_its_ledger(action, successor, by):
    actions.move_date(action, "finish", date(2027, 1, 1), reason="No ladder.", by=by, at=AT)

    made = actions.carry_forward(action, successor, TODAY, by=by, at=AT)

    assert fresh(action).carried_forward == TODAY
    assert (made.first_finish, made.finish) == (date(2026, 6, 30), date(2027, 1, 1))
    assert [entry.reason for entry in rows(DateChange, action=made)] == ["No ladder."]
    assert made.carried_from == action


def test_open_milestones_go_along_and_met_ones_stay(action, successor, by):
    met = actions.add_milestone(action, "Bought", "A receipt", TODAY, by=by, at=AT)
    actions.meet_milestone(met, TODAY, by=by, at=AT)
    step = actions.add_milestone(action, "Lit", "All are lit", TODAY, by=by, at=AT)
    actions.move_milestone(step, date(2026, 5, 1), reason="No ladder.", by=by, at=AT)

    made = actions.carry_forward(action, successor, TODAY, by=by, at=AT)

    (carried,) = rows(Milestone, action=made)
    assert (carried.label, carried.first_due, carried.due) == ("Lit", TODAY, date(2026, 5, 1))
    assert [entry.milestone_id for entry in rows(DateChange, action=made)] == [carried.pk]
    assert len(rows(Milestone, action=action)) == 2


def test_areas_and_bodies_go_along(plan, lead, icb, successor, by):
    area = make_area()
    action = make_action(plan, lead, areas=[area], supporting=[(icb, "Lend a ladder")])

    actions.carry_forward(action, successor, TODAY, ref="B7", by=by, at=AT)

    (made,) = frozen(successor, TODAY).actions
    assert made.areas == (f"{area.inspection.ref}#1",)
    assert [one.body for one in made.supporting] == ["Lampshire Health Board"]
    assert made.ref == "B7"


def test_a_taken_reference_is_refused_and_nothing_is_carried(action, successor, lead, by):
    make_action(successor, lead, "A1")

    with pytest.raises(Refused, match="another reference"):
        actions.carry_forward(action, successor, TODAY, by=by, at=AT)

    assert fresh(action).carried_forward is None
    assert len(actions_of(successor)) == 1


def test_what_is_finished_is_not_carried_forward(action, successor, by):
    actions.start(action, TODAY, by=by, at=AT)
    actions.finish(action, TODAY, by=by, at=AT)

    with pytest.raises(Refused, match="nothing to carry"):
        actions.carry_forward(action, successor, TODAY, by=by, at=AT)


def test_an_action_is_carried_to_another_plan_only(action, plan, by):
    with pytest.raises(Refused, match="to another"):
        actions.carry_forward(action, plan, TODAY, by=by, at=AT)


def test_when_a_body_ends_its_successor_takes_over_and_history_stays(plan, lead, council, by):
    heir = make_council(name="Lampshire Integrated Board")
    old = make_council(name="Lampshire Commissioning Group", successor=heir)
    led = make_action(plan, lead, "L", lead_body=old)
    supported = make_action(plan, lead, "S", supporting=[(old, "Lend a ladder")])
    done = make_action(plan, lead, "D", lead_body=old)
    actions.start(done, TODAY, by=by, at=AT)
    actions.finish(done, TODAY, by=by, at=AT)

    changed = actions.hand_over(old, LATER.date(), by=by, at=LATER)

    assert changed == 2
    assert fresh(led).lead_body == heir
    first, then = rows(Leadership, action=led)
    assert (first.body, first.until) == (old, LATER.date())
    assert (then.body, then.inherits_from) == (heir, first)
    assert [(row.body, row.since, row.until) for row in rows(Support, action=supported)] == [
        (old, TODAY, LATER.date()),
        (heir, LATER.date(), None),
    ]
    said = next(one for one in frozen(plan, LATER.date()).actions if one.ref == "S")
    assert [(one.body, one.since) for one in said.supporting] == [(heir.name, "2026-04-02")]
    assert [(one.body, one.until) for one in said.former_supporting] == [(old.name, "2026-04-02")]
    assert fresh(done).lead_body == old


def test_a_body_does_not_hand_over_before_it_began(plan, lead, by):
    heir = make_council(name="Lampshire Integrated Board")
    old = make_council(name="Lampshire Commissioning Group", successor=heir)
    make_action(plan, lead, "S", supporting=[(old, "Lend a ladder")])

    with pytest.raises(Refused, match="supports only since 2 March 2026"):
        actions.hand_over(old, date(2026, 3, 1), by=by, at=LATER)


def test_a_body_that_nobody_follows_hands_nothing_over(icb, by):
    with pytest.raises(Refused, match="Nobody follows"):
        actions.hand_over(icb, TODAY, by=by, at=AT)


def test_a_partner_hands_nothing_over(icb, partner):
    with pytest.raises(NotAllowed):
        actions.hand_over(icb, TODAY, by=seen_by(partner), at=AT)
