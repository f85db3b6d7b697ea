"""What a plan and its measures say of one another in the record."""

import json
from datetime import date

import pytest

from cleardays.door.drain import drain
from cleardays.record.models import Current
from cleardays.workroom.plans import actions
from tests.door.measures import COUNT, SHARE, observe, published
from tests.factories.plans import (
    AT,
    LATER,
    actions_of,
    make_action,
    make_area,
    make_lead,
    make_plan,
    publish,
)


def test_areas_and_actions_are_named_once_they_are_public(make, by, lead):
    area = make_area()
    plan = make_plan(lead)
    action = make_action(plan, lead, areas=[area])
    measure = make(COUNT)
    observe(measure, by, "2024", value=20)
    actions.link_measure(measure, areas=[area], actions=[action], by=by, at=AT)
    before = published(measure, by)
    publish(plan, lead, make_lead(lead.organisation, "Second"))
    make_action(plan, lead, "A2")
    actions.link_measure(measure, areas=[area], actions=actions_of(plan), by=by, at=AT)

    after = published(measure, by, at=LATER)

    assert (before["actions"], after["actions"]) == ([], [f"{plan.ref}#A1"])
    assert after["areas"] == [f"{area.inspection.ref}#1"]
    assert after["council"] == lead.organisation.name


def test_a_plan_names_no_measure_that_is_not_public(make, by, lead):
    plan = make_plan(lead)
    action = make_action(plan, lead)
    hidden, shown = make(COUNT), make(SHARE)
    for measure in (hidden, shown):
        observe(measure, by, "2024", value=20)
        actions.link_measure(measure, areas=[], actions=[action], by=by, at=AT)
        actions.set_target(plan, measure, 80, date(2027, 1, 1), is_checked=True, by=by, at=AT)
    published(shown, by)

    publish(plan, lead, make_lead(lead.organisation, "Second"))
    drain()

    document = json.loads(Current.objects.get(ref=plan.ref).body)
    assert document["actions"][0]["measures"] == [shown.ref]
    assert [one["measure"] for one in document["targets"]] == [shown.ref]


@pytest.mark.parametrize(("baseline", "told"), [(3, None), (30, 30)])
def test_a_baseline_that_is_a_small_number_is_not_told(make, by, lead, baseline, told):
    plan = make_plan(lead)
    make_action(plan, lead)
    measure = make(COUNT)
    observe(measure, by, "2024", value=20)
    published(measure, by)
    start = {"baseline": baseline, "baseline_on": date(2024, 12, 31)}
    actions.set_target(plan, measure, 80, date(2027, 1, 1), **start, by=by, at=AT)

    publish(plan, lead, make_lead(lead.organisation, "Second"))
    drain()

    (target,) = json.loads(Current.objects.get(ref=plan.ref).body)["targets"]
    assert target["baseline"] == told


def test_a_baseline_that_repeats_a_hidden_share_is_not_told(make, by, lead):
    plan = make_plan(lead)
    make_action(plan, lead)
    measure = make(SHARE)
    observe(measure, by, "2024", numerator=3, denominator=400)
    published(measure, by)
    start = {"baseline": 0.8, "baseline_on": date(2024, 12, 31)}
    actions.set_target(plan, measure, 80, date(2027, 1, 1), **start, by=by, at=AT)

    publish(plan, lead, make_lead(lead.organisation, "Second"))
    drain()

    (target,) = json.loads(Current.objects.get(ref=plan.ref).body)["targets"]
    assert (target["baseline"], target["baseline_on"]) == (None, "")
