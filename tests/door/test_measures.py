"""A measure on its way to the record: no small number crosses, in any version."""

import json

import pytest

from cleardays.door.drain import drain
from cleardays.record.models import Current
from cleardays.workroom.outbox.models import Outgoing
from cleardays.workroom.plans import actions
from tests.factories.plans import (
    AT,
    LATER,
    fresh,
    make_action,
    make_area,
    make_lead,
    make_plan,
    publish,
    seen_by,
)

SHARE = {
    "valid_from": "2000-01-01",
    "name": "Plans in 20 weeks",
    "numerator": "plans issued in 20 weeks",
    "denominator": "plans issued",
    "unit": "%",
    "polarity": "higher is better",
    "kind": "over the period",
    "source": "SEN2",
    "frequency": "yearly",
}
COUNT = {**SHARE, "denominator": "", "unit": "", "name": "Complaints", "numerator": "complaints"}
RUNNING = {**COUNT, "kind": "since the start of the year"}


@pytest.fixture
def lead():
    return make_lead()


@pytest.fixture
def by(lead):
    return seen_by(lead)


@pytest.fixture
def make(by):
    """A function from a definition to a measure."""
    return lambda definition: actions.create_measure(
        definition["name"], [definition], by=by, at=AT
    )


def observe(measure, by, period, at=AT, **figures):
    figures = {"source": "SEN2", **figures}
    return actions.record_observation(measure, period, by=by, at=at, **figures)


def published(measure, by, at=AT):
    actions.publish_measure(measure, by=by, at=at)
    drain()
    return json.loads(Current.objects.get(ref=measure.ref).body)


def values(document):
    return {one["period"]: one["value"] for one in document["observations"]}


def test_a_figure_crosses_with_its_counts(make, by):
    measure = make(SHARE)
    observe(measure, by, "2024", numerator=297, denominator=1718, value=17.3)

    (one,) = published(measure, by)["observations"]

    assert (one["numerator"], one["denominator"], one["value"]) == (297, 1718, 17.3)


def test_the_definition_crosses(make, by):
    document = published(make(SHARE), by)

    assert document["definitions"] == [
        {
            "valid_from": "2000-01-01",
            "name": "Plans in 20 weeks",
            "numerator": "plans issued in 20 weeks",
            "denominator": "plans issued",
            "unit": "%",
            "polarity": "higher is better",
            "type": "over the period",
            "source_return": "SEN2",
            "frequency": "yearly",
            "small_number_rule": "Counts under 5 are not shown",
        }
    ]


def test_a_small_number_does_not_cross(make, by):
    measure = make(COUNT)
    observe(measure, by, "2024", value=3)

    (one,) = published(measure, by)["observations"]

    assert (one["value"], one["numerator"], "small number" in one["why"]) == (None, None, True)


def test_a_year_does_not_give_its_one_small_month_away(make, by):
    measure = make(COUNT)
    for month in range(1, 13):
        observe(measure, by, f"2024-{month:02}", value=3 if month == 3 else 20)
    observe(measure, by, "2024", value=223)

    shown = values(published(measure, by))

    assert shown["2024-03"] is None
    hidden = [period for period, value in shown.items() if value is None]
    assert len(hidden) >= 2


def test_a_year_that_came_later_is_hidden_where_its_months_are_public(make, by):
    measure = make(COUNT)
    for month in range(1, 13):
        observe(measure, by, f"2024-{month:02}", value=3 if month == 3 else 20)
    published(measure, by)
    observe(measure, by, "2024", value=223, at=LATER)

    shown = values(published(measure, by, at=LATER))

    assert (shown["2024-03"], shown["2024"], shown["2024-04"]) == (None, None, 20)


def test_a_restatement_is_kept_beside_what_it_replaces(make, by):
    measure = make(COUNT)
    first = observe(measure, by, "2024", value=20)
    published(measure, by)
    actions.restate(first, value=30, source="SEN2 again", by=by, at=LATER)

    old, new = published(measure, by, at=LATER)["observations"]

    assert (old["value"], new["value"]) == (20, 30)
    assert new["replaces"] == old["recorded_at"]


def test_a_running_total_does_not_give_a_small_step_away(make, by):
    measure = make(RUNNING)
    for period, value in (("2024-09", 20), ("2024-10", 22), ("2024-11", 40)):
        observe(measure, by, period, value=value)

    assert values(published(measure, by)) == {"2024-09": 20, "2024-10": None, "2024-11": 40}


def test_a_running_total_restated_by_a_small_step_is_hidden(make, by):
    measure = make(RUNNING)
    first = observe(measure, by, "2024-09", value=20)
    published(measure, by)
    actions.restate(first, value=22, source="SEN2 again", by=by, at=LATER)

    old, new = published(measure, by, at=LATER)["observations"]

    assert (old["value"], new["value"]) == (20, None)


def test_a_stricter_rule_stops_a_figure_that_is_public_already(make, by):
    measure = make(COUNT)
    observe(measure, by, "2024", value=7)
    published(measure, by)
    row = fresh(measure)
    row.small_number = 10
    row.save(update_fields=["small_number"])

    actions.publish_measure(measure, by=by, at=LATER)
    drain()

    waiting = Outgoing.objects.get(done_at=None)
    assert "recalled" in waiting.problem


def test_areas_and_actions_are_named_once_they_are_public(make, by, lead):
    area = make_area()
    plan = make_plan(lead)
    action = make_action(plan, lead, areas=[area])
    measure = make(COUNT)
    actions.link_measure(measure, areas=[area], actions=[action], by=by, at=AT)
    before = published(measure, by)
    publish(plan, lead, make_lead(lead.organisation, "Second"))
    drain()

    after = published(measure, by, at=LATER)

    assert (before["actions"], after["actions"]) == ([], [f"{plan.ref}#A1"])
    assert after["areas"] == []
    assert after["council"] == lead.organisation.name


def test_publishing_the_same_again_is_harmless(make, by):
    measure = make(COUNT)
    observe(measure, by, "2024", value=20)
    first = published(measure, by)

    assert published(measure, by) == first
