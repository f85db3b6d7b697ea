"""A measure on its way to the record: no small number crosses, in any version."""

import json
from datetime import date

import pytest

from cleardays.door.drain import drain
from cleardays.progress.measures.periods import Span, parse_period
from cleardays.record.models import Current
from cleardays.workroom.outbox.models import Outgoing
from cleardays.workroom.plans import actions
from cleardays.workroom.workflow.engine import Refused
from tests.factories.plans import (
    AT,
    LATER,
    actions_of,
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
    figures = {"source": "SEN2", "is_checked": True, **figures}
    return actions.record_observation(measure, period, by=by, at=at, **figures)


def released(measure, at=AT):
    actions.release_measure(measure, by=seen_by(make_lead(post="Second")), at=at)


def published(measure, by, at=AT):
    released(measure, at)
    actions.publish_measure(measure, by=by, at=at)
    drain()
    return json.loads(Current.objects.get(ref=measure.ref).body)


def values(document):
    """Return the figures by their periods, months as 2024-03."""
    return {short(one["period"]): one["value"] for one in document["observations"]}


def short(label):
    period = parse_period(label)
    return f"{period.start:%Y-%m}" if period.span is Span.MONTH else label


def test_a_figure_crosses_with_its_counts(make, by):
    measure = make(SHARE)
    observe(measure, by, "2024", numerator=297, denominator=1718, value=17.3)

    (one,) = published(measure, by)["observations"]

    assert (one["numerator"], one["denominator"], one["value"]) == (297, 1718, 17.3)


def test_the_definition_crosses(make, by):
    measure = make(SHARE)
    observe(measure, by, "2024", numerator=297, denominator=1718)

    document = published(measure, by)

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
    actions.restate(first, value=30, source="SEN2 again", reason="Late returns", by=by, at=LATER)

    old, new = published(measure, by, at=LATER)["observations"]

    assert (old["value"], new["value"]) == (20, 30)
    assert (new["replaces"], new["reason"]) == (old["recorded_at"], "Late returns")


def test_a_running_total_does_not_give_a_small_step_away(make, by):
    measure = make(RUNNING)
    for period, value in (("2024-09", 20), ("2024-10", 22), ("2024-11", 40)):
        observe(measure, by, period, value=value)

    assert values(published(measure, by)) == {"2024-09": 20, "2024-10": None, "2024-11": 40}


def test_a_running_total_restated_by_a_small_step_is_hidden(make, by):
    measure = make(RUNNING)
    first = observe(measure, by, "2024-09", value=20)
    published(measure, by)
    actions.restate(first, value=22, source="SEN2 again", reason="Late returns", by=by, at=LATER)

    old, new = published(measure, by, at=LATER)["observations"]

    assert (old["value"], new["value"]) == (20, None)


def test_a_stricter_rule_stops_a_figure_that_is_public_already(make, by):
    measure = make(COUNT)
    observe(measure, by, "2024", value=7)
    published(measure, by)
    row = fresh(measure)
    row.small_number = 10
    row.save(update_fields=["small_number"])

    with pytest.raises(Refused, match="recalled"):
        released(measure, LATER)


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


def test_the_same_again_is_not_released(make, by):
    measure = make(COUNT)
    observe(measure, by, "2024", value=20)
    published(measure, by)

    with pytest.raises(Refused, match="Nothing differs"):
        released(measure, LATER)


def test_what_is_entered_after_the_release_does_not_cross_with_it(make, by):
    measure = make(COUNT)
    observe(measure, by, "2024", value=20)
    released(measure)
    actions.publish_measure(measure, by=by, at=AT)
    observe(measure, by, "2025", value=21)
    actions.change_measure(measure, name="Another name", by=by, at=AT)

    drain()

    document = json.loads(Current.objects.get(ref=measure.ref).body)
    assert values(document) == {"2024": 20}
    assert document["title"] == "Complaints"


def test_what_is_taken_back_leaves_a_tombstone(make, by):
    measure = make(COUNT)
    observe(measure, by, "2024", value=20)
    published(measure, by)

    actions.recall_measure(measure, reason="The wrong return", by=by, at=LATER)
    drain()

    current = Current.objects.get(ref=measure.ref)
    assert current.is_recalled
    assert json.loads(current.body)["reason"] == "The wrong return"


def test_what_is_taken_back_before_the_door_came_to_it_never_crosses(make, by):
    measure = make(COUNT)
    observe(measure, by, "2024", value=20)
    released(measure)
    actions.publish_measure(measure, by=by, at=AT)
    actions.recall_measure(measure, reason="The wrong return", by=by, at=AT)

    drain()

    assert not Current.objects.filter(ref=measure.ref).exists()


def test_a_recall_that_comes_late_leaves_what_was_published_since(make, by):
    measure = make(COUNT)
    observe(measure, by, "2024", value=20)
    published(measure, by)
    actions.recall_measure(measure, reason="The wrong return", by=by, at=AT)
    late = Outgoing.objects.get(kind="recall")
    Outgoing.objects.filter(pk=late.pk).update(done_at=LATER)
    observe(measure, by, "2025", value=30)
    published(measure, by, at=LATER)
    Outgoing.objects.filter(pk=late.pk).update(done_at=None, began_at=None, tries=0)

    drain()

    current = Current.objects.get(ref=measure.ref)
    assert not current.is_recalled
    assert values(json.loads(current.body)) == {"2024": 20, "2025": 30}


def test_a_small_number_that_was_taken_back_is_hidden_in_the_next_version(make, by):
    measure = make(COUNT)
    observe(measure, by, "2024", value=7)
    observe(measure, by, "2025", value=70)
    published(measure, by)
    actions.change_measure(measure, small_number=10, by=by, at=AT)
    actions.recall_measure(measure, reason="It said too much", by=by, at=AT)

    assert values(published(measure, by, at=LATER)) == {"2024": None, "2025": 70}


def test_a_correction_by_a_few_does_not_cross_beside_the_figure_that_it_corrects(make, by):
    measure = make(COUNT)
    first = observe(measure, by, "2024", value=20)
    published(measure, by)
    actions.restate(
        first, value=22, source="SEN2", reason="Late returns", is_checked=True, by=by, at=LATER
    )

    old, new = published(measure, by, at=LATER)["observations"]

    assert (old["value"], new["value"]) == (20, None)
    assert "so few" in new["why"]


def test_a_measure_that_was_taken_back_is_published_anew(make, by):
    measure = make(COUNT)
    observe(measure, by, "2024", value=20)
    published(measure, by)
    actions.recall_measure(measure, reason="The wrong return", by=by, at=AT)

    document = published(measure, by, at=LATER)

    assert values(document) == {"2024": 20}
    assert not Current.objects.get(ref=measure.ref).is_recalled


def test_the_figures_of_the_own_area_come_before_those_it_is_compared_with(make, by):
    measure = make(SHARE)
    observe(measure, by, "2024", value=46.4, geography="England")
    observe(measure, by, "2024", numerator=297, denominator=1718)

    observations = published(measure, by)["observations"]

    assert [one["geography"] for one in observations] == ["local", "England"]
    assert observations[0]["value"] == 17.3


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


def test_a_reason_that_tells_a_hidden_figure_stops_the_release(make, by):
    measure = make(COUNT)
    first = observe(measure, by, "2024", value=4)
    actions.restate(first, value=3, source="SEN2", reason="It is 3 after all", by=by, at=AT)

    with pytest.raises(Refused, match="names a figure that is hidden"):
        released(measure, LATER)


@pytest.fixture
def children(make, by):
    """Measures of all children, and of girls and boys as their parts."""
    found = {
        name: make({**COUNT, "name": name, "numerator": name.lower()})
        for name in ("All", "Girls", "Boys")
    }
    for part in ("Girls", "Boys"):
        actions.change_measure(found[part], part_of=found["All"], by=by, at=AT)
    return {name: fresh(measure) for name, measure in found.items()}


def test_a_part_does_not_tell_the_few_of_another(children, by):
    for name, value in (("All", 43), ("Girls", 3), ("Boys", 40)):
        observe(children[name], by, "2024", value=value)

    shown = {name: values(published(one, by))["2024"] for name, one in children.items()}

    assert shown == {"All": 43, "Girls": None, "Boys": None}


def test_a_part_is_hidden_though_the_other_is_not_public_yet(children, by):
    for name, value in (("All", 43), ("Girls", 3), ("Boys", 40)):
        observe(children[name], by, "2024", value=value)

    assert values(published(children["Boys"], by)) == {"2024": None}


def test_a_measure_that_is_public_beside_its_parts_stops_what_would_tell_a_few(children, by):
    observe(children["All"], by, "2024", value=43)
    published(children["All"], by)
    observe(children["Boys"], by, "2024", value=20)
    published(children["Boys"], by)
    actions.change_measure(children["All"], small_number=30, by=by, at=AT)
    observe(children["All"], by, "2025", value=90)

    with pytest.raises(Refused, match="taken back"):
        released(fresh(children["All"]), LATER)


def test_the_rule_that_the_public_reads_speaks_of_parts(children, by):
    observe(children["Girls"], by, "2024", value=20)

    (definition,) = published(children["Girls"], by)["definitions"]

    assert "the whole that it is a part of" in definition["small_number_rule"]
