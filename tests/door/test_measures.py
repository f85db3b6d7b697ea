"""A measure on its way to the record: no small number crosses, in any version."""

import json
from datetime import date

import pytest

from cleardays.door.drain import drain
from cleardays.record.models import Current
from cleardays.workroom.plans import actions
from cleardays.workroom.workflow.engine import Refused
from tests.door.measures import COUNT, RUNNING, SHARE, observe, published, released, values
from tests.factories.plans import (
    AT,
    LATER,
    fresh,
)


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


def test_the_figures_of_the_own_area_come_before_those_it_is_compared_with(make, by):
    measure = make(SHARE)
    observe(measure, by, "2024", value=46.4, geography="England")
    observe(measure, by, "2024", numerator=297, denominator=1718)

    observations = published(measure, by)["observations"]

    assert [one["geography"] for one in observations] == ["local", "England"]
    assert observations[0]["value"] == 17.3


def test_a_reason_that_tells_a_hidden_figure_stops_the_release(make, by):
    measure = make(COUNT)
    first = observe(measure, by, "2024", value=4)
    actions.restate(first, value=3, source="SEN2", reason="It is 3 after all", by=by, at=AT)

    with pytest.raises(Refused, match="names a figure that is hidden"):
        released(measure, LATER)


def test_limits_that_begin_anew_cross_with_their_reason(make, by):
    measure = make(COUNT)
    for number, value in enumerate([*[20, 22] * 3, *[40, 42] * 3], start=1):
        observe(measure, by, f"2024-{number:02}", value=value)
    why = {"reason": "A second panel began", "by": by, "at": AT}
    actions.recalculate_limits(measure, date(2024, 7, 1), **why)

    (one,) = published(fresh(measure), by)["limits"]

    assert (one["starts_on"], one["reason"]) == ("2024-07-01", "A second panel began")
    assert one["decided_by"] == by.name


def test_a_reason_for_new_limits_that_tells_a_hidden_figure_stops_the_release(make, by):
    measure = make(COUNT)
    for number, value in enumerate([*[20, 22] * 3, *[4] * 6], start=1):
        observe(measure, by, f"2024-{number:02}", value=value)
    why = {"reason": "There are only 4 now", "by": by, "at": AT}
    actions.recalculate_limits(measure, date(2024, 7, 1), **why)

    with pytest.raises(Refused, match="may name a figure that is hidden"):
        released(fresh(measure))
