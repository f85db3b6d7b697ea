"""Inspections and plans that need somebody."""

from datetime import date, timedelta

import pytest

from cleardays.progress.measures.periods import parse_period
from cleardays.workroom.home import followed
from cleardays.workroom.inspections import actions as inspections
from cleardays.workroom.inspections.models import Duty, Inspection
from cleardays.workroom.plans import actions
from tests.factories.inspections import AT as EARLIER
from tests.factories.inspections import LEAD, make_inspection
from tests.factories.people import make_council
from tests.factories.plans import (
    AT,
    TODAY,
    make_action,
    make_lead,
    make_plan,
    make_worker,
    publish,
    seen_by,
)

DEFINITION = {"valid_from": "2024-01-01", "name": "Lamps lit", "numerator": "lamps"}


@pytest.fixture
def council():
    return make_council(name="Lampshire County Council")


@pytest.fixture
def lead(council):
    return make_lead(council)


@pytest.fixture
def second(council):
    return make_lead(council, "Deputy Improvement Lead")


@pytest.fixture
def by(lead):
    return seen_by(lead)


def titles(part):
    return [one.title for one in part.waiting]


def stood(part):
    return [(one.title, one.status) for one in part.waiting]


def test_a_report_that_was_read_waits_for_who_follows_findings(lead, council):
    made = make_inspection(bodies=[council])
    Inspection.objects.unrestricted(because="a test").update(is_accepted=False)
    reader = make_worker("Reader", council, "member")

    assert titles(followed.to_accept(seen_by(lead))) == [made.title]
    assert not followed.to_accept(seen_by(reader))


def test_duties_are_shown_to_the_body_that_has_to_act_and_to_the_post_that_owns_one(lead, council):
    board = make_council(name="Lampshire Health Board", kind="nhs")
    made = make_inspection(bodies=[council, board])
    rows = Duty.objects.unrestricted(because="a test")
    plan = rows.get(kind="priority-action-plan")
    inspections.assign(plan, "Director of Lamps", by=LEAD, at=EARLIER)

    found = followed.duties(seen_by(lead), date(2025, 3, 20))

    assert "Due 25 March 2025" in [status for _, status in stood(found)]
    assert found.waiting[0].facts == f"{made}, Director of Lamps"
    partner = make_worker("Health Programme Lead", board)
    assert not followed.duties(seen_by(partner), TODAY)


def test_the_owner_of_a_duty_sees_it_once_the_inspection_is_public(council):
    made = make_inspection(bodies=[council])
    rows = Duty.objects.unrestricted(because="a test")
    inspections.assign(rows.get(kind="priority-action-plan"), "Director", by=LEAD, at=EARLIER)
    owner = make_worker("Director", council, "author")
    assert not followed.duties(seen_by(owner), TODAY)

    inspections.publish(made, by=LEAD, at=EARLIER)

    assert len(followed.duties(seen_by(owner), TODAY).waiting) == 1


def test_late_actions_and_those_due_soon_are_shown_own_post_first(lead, council):
    plan = make_plan(lead)
    day = {"start": date(2026, 1, 1), "first_start": date(2026, 1, 1)}
    make_action(plan, lead, "A1", **{"start": day["start"], "finish": date(2026, 6, 1)})
    make_action(plan, lead, "A2", start=date(2026, 3, 9), finish=date(2026, 6, 1), lead="Director")
    make_action(plan, lead, "A3", start=date(2026, 5, 1), finish=date(2026, 6, 1))
    make_action(plan, lead, "A4", start=date(2025, 1, 1), finish=None, is_placeholder=True)

    found = followed.actions_due(seen_by(make_worker("Director", council)), TODAY)

    assert [title.split()[0] for title in titles(found)] == ["A2", "A1"]
    assert [one.status for one in found.waiting] == ["Due 9 March 2026", "60 days late"]
    assert "(2 late or due soon)" in found.more_text
    assert not followed.actions_due(seen_by(make_worker("Other", make_council())), TODAY)


def test_the_newest_update_of_an_action_waits_to_be_checked(lead, by, council):
    action = make_action(make_plan(lead), lead)
    actions.write_update(action, "One is lit", by=by, at=AT)
    newest = actions.write_update(action, "Two are lit", by=by, at=AT)
    partner = make_worker("Head of Lamps", council)

    assert len(followed.updates_to_take(by).waiting) == 1
    assert not followed.updates_to_take(seen_by(partner))

    actions.take_update(newest, by=by, at=AT)
    assert len(followed.updates_to_take(by).waiting) == 1


def test_a_plan_waits_for_the_release_of_another_and_then_for_publication(lead, second, by):
    plan = make_plan(lead)
    make_action(plan, lead)
    actions.ask_for_release(plan, by=by, at=AT)
    other = seen_by(second)

    assert titles(followed.versions_to_release(other)) == [plan.title]
    assert not followed.versions_to_release(by)

    actions.release(plan, TODAY, by=other, at=AT)
    assert not followed.versions_to_release(other)
    assert titles(followed.versions_to_publish(by)) == [plan.title]
    assert not followed.versions_to_publish(other)

    actions.publish_version(plan, by=by, at=AT)
    assert not followed.versions_to_publish(by)


def test_what_is_released_and_published_waits_no_more(lead, second, by):
    plan = make_plan(lead)
    make_action(plan, lead)
    publish(plan, lead, second)

    assert not followed.versions_to_release(by)
    assert not followed.versions_to_publish(by)


def test_a_figure_is_due_a_month_after_its_period(lead, by, council):
    measure = actions.create_measure("Lamps lit", [DEFINITION], body=council, by=by, at=AT)
    assert stood(followed.figures_due(by, TODAY)) == [("Lamps lit", "No figure yet")]
    for period in ("Q1 2025", "Q2 2025"):
        actions.record_observation(measure, period, value=30, source="Own", by=by, at=AT)

    assert not followed.figures_due(by, date(2025, 10, 29))
    assert stood(followed.figures_due(by, date(2025, 11, 2))) == [("Lamps lit", "3 days overdue")]
    assert not followed.figures_due(seen_by(make_worker("Other", make_council())), TODAY)


def test_periods_go_on_as_the_last_two_did():
    points = [parse_period(words) for words in ("31 January 2025", "28 February 2025")]

    assert followed.next_due(points) == points[-1].end + timedelta(28 + 31)
    assert followed.next_due(points[:1]) is None
    assert followed.next_due([]) is None
