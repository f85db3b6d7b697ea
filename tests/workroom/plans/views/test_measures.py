"""Measures in the browser: begun, entered with their doubts, restated, published by two."""

from datetime import date

import pytest
from django.urls import reverse

from cleardays.workroom.plans import actions
from cleardays.workroom.plans.models import Measure, MeasureVersion, Observation, Target
from tests.factories.plans import AT, LATER, fresh, publish_figures, rows

SHARE = {
    "valid_from": "2000-01-01",
    "name": "Lamps lit in time",
    "numerator": "lamps lit in time",
    "denominator": "lamps",
    "unit": "%",
}
TYPED = {
    "name": "Lamps lit in time",
    "counted": "lamps lit in time",
    "denominator": "lamps",
    "unit": "%",
    "kind": "over the period",
    "polarity": "higher is better",
    "small_number": "5",
}
FIGURE = {"geography": "local", "period": "2025", "source": "Own count"}


@pytest.fixture
def client(signed_in, lead):
    return signed_in(lead)


@pytest.fixture
def measure(by):
    return actions.create_measure("Lamps lit in time", [SHARE], by=by, at=AT)


def page(client, route, *args, **data):
    return client.get(reverse(f"plans:{route}", args=args), data)


def send(client, route, *args, **data):
    return client.post(reverse(f"plans:{route}", args=args), data, follow=True)


def html(response):
    return response.content.decode()


def test_a_measure_is_begun(client, council):
    send(client, "measure_create", **TYPED, body=council.pk)

    (made,) = rows(Measure)
    assert made.definition[0]["numerator"] == "lamps lit in time"
    assert made.body_id == council.pk


def test_a_share_is_of_something(client):
    shown = html(send(client, "measure_create", **{**TYPED, "denominator": ""}))

    assert "Say out of what" in shown
    assert rows(Measure) == []


def test_a_figure_is_entered_and_drawn(client, measure):
    shown = html(
        send(client, "measure_observe", measure.pk, **FIGURE, numerator="30", denominator="90")
    )

    assert "33.3" in shown
    assert "<svg" in shown


def test_what_seems_wrong_is_explained_before_anything_is_saved(client, measure):
    shown = html(send(client, "measure_observe", measure.pk, **FIGURE, value="33.3"))

    assert "Nothing is saved yet" in shown
    assert "without its numerator and denominator" in shown
    assert 'type="checkbox" name="is_checked"' in shown
    assert rows(Observation) == []


def test_what_seems_wrong_is_saved_once_somebody_looked(client, measure):
    send(client, "measure_observe", measure.pk, **FIGURE, value="33.3", is_checked="on")

    assert [one.value for one in rows(Observation)] == [33.3]


def test_what_cannot_be_offers_no_box_to_tick(client, measure):
    shown = html(send(client, "measure_observe", measure.pk, **FIGURE, value="130"))

    assert "It cannot be so" in shown
    assert 'type="checkbox" name="is_checked"' not in shown


def test_a_figure_of_somewhere_else_says_where(client, measure):
    given = {**FIGURE, "geography": "elsewhere", "numerator": "30", "denominator": "90"}
    refused = html(send(client, "measure_observe", measure.pk, **given))
    send(client, "measure_observe", measure.pk, **given, elsewhere="North West")

    assert "Say where the figure is from" in refused
    assert [one.geography for one in rows(Observation)] == ["North West"]


def test_a_figure_is_restated_and_both_stand_on_the_page(client, measure, by):
    first = actions.record_observation(
        measure, "2025", numerator=30, denominator=90, source="SEN2", by=by, at=AT
    )

    shown = html(
        send(
            client,
            "measure_restate",
            first.pk,
            numerator="33",
            denominator="90",
            source="SEN2 again",
            reason="Three came late",
        )
    )

    assert "Three came late" in shown
    assert "replaced since" in shown
    assert len(rows(Observation)) == 2


def test_a_small_number_is_marked_as_hidden_from_the_public(client, measure, by):
    actions.record_observation(
        measure, "2025", numerator=3, denominator=90, source="SEN2", by=by, at=AT
    )

    shown = html(page(client, "measure", measure.pk))

    assert "1 figure below will not be shown" in shown
    assert "hidden from the public" in shown


def test_the_definition_changes_from_a_day_on(client, measure):
    day = {"valid_from_day": "1", "valid_from_month": "1", "valid_from_year": "2026"}
    typed = {name: of for name, of in TYPED.items() if name not in {"name", "small_number"}}

    send(client, "measure_define", measure.pk, **{**typed, "counted": "lamps relit"}, **day)

    assert [one["numerator"] for one in fresh(measure).definition] == [
        "lamps lit in time",
        "lamps relit",
    ]


def test_its_name_and_small_number_rule_are_changed(client, measure):
    send(client, "measure_change", measure.pk, name="Lamps", small_number="10")

    assert (fresh(measure).name, fresh(measure).small_number) == ("Lamps", 10)


def test_it_is_put_to_use_in_a_plan(client, measure, plan, action):
    shown = html(
        send(
            client,
            "measure_use",
            measure.pk,
            plan.pk,
            actions=action.ref,
            baseline="40",
            baseline_on_day="1",
            baseline_on_month="1",
            baseline_on_year="2026",
            target="90",
            target_on_day="1",
            target_on_month="1",
            target_on_year="2027",
            trajectory="1 July 2026: 60",
        )
    )

    (target,) = rows(Target)
    assert target.trajectory == [["2026-07-01", 60.0]]
    assert f"Measures action {action.ref}" in shown


def test_an_action_that_the_plan_has_not_is_refused(client, measure, plan):
    shown = html(send(client, "measure_use", measure.pk, plan.pk, actions="9.9"))

    assert "The plan has no action 9.9" in shown


def test_a_way_past_the_target_is_explained(client, measure, plan, by):
    day = {"target_on_day": "1", "target_on_month": "1", "target_on_year": "2027"}

    shown = html(send(client, "measure_use", measure.pk, plan.pk, target="90", **day))

    assert "has no baseline" in shown
    assert rows(Target) == []


def test_the_list_is_of_one_plan_or_of_all(client, measure, plan, by):
    actions.create_measure("Another", [SHARE], by=by, at=AT)
    given = {"baseline": 40, "baseline_on": date(2026, 1, 1), "by": by, "at": AT}
    actions.set_target(plan, measure, 90, date(2027, 1, 1), **given)

    every, of_plan = html(page(client, "measures")), html(page(client, "measures", plan=plan.pk))

    assert ("Another" in every, "Another" in of_plan) == (True, False)
    assert measure.name in of_plan


def test_the_list_is_of_one_body(client, measure, council, icb, by):
    actions.create_measure("Waits", [SHARE], body=icb, by=by, at=AT)

    shown = html(page(client, "measures", body=icb.pk))

    assert "Waits" in shown
    assert measure.name not in shown


def test_two_people_publish_a_measure(client, signed_in, second, measure, by):
    actions.record_observation(
        measure, "2025", numerator=30, denominator=90, source="SEN2", by=by, at=AT
    )
    reader = signed_in(second)
    read = page(reader, "measure_release", measure.pk).context["read"]

    send(reader, "measure_release", measure.pk, read=read)
    send(client, "measure_publish", measure.pk)

    (version,) = rows(MeasureVersion)
    assert version.released_by == second.post


def test_what_changed_while_reading_is_not_released(client, measure, by):
    actions.record_observation(
        measure, "2025", numerator=30, denominator=90, source="SEN2", by=by, at=AT
    )

    shown = html(send(client, "measure_release", measure.pk, read="0" * 64))

    assert "Something changed while you were reading" in shown


def test_a_published_measure_is_taken_back(client, lead, second, measure, by):
    actions.record_observation(
        measure, "2025", numerator=30, denominator=90, source="SEN2", by=by, at=AT
    )
    publish_figures(measure, lead, second)

    send(client, "measure_recall", measure.pk, reason="The wrong return")

    assert not fresh(measure).is_published


def test_a_partner_begins_a_measure_of_its_own_body(signed_in, partner):
    send(signed_in(partner), "measure_create", **TYPED)

    assert [one.body_id for one in rows(Measure)] == [partner.organisation_id]


def test_a_partner_does_not_find_what_another_body_has_not_published(signed_in, partner, measure):
    client = signed_in(partner)

    assert page(client, "measure", measure.pk).status_code == 404
    assert measure.name not in html(page(client, "measures"))


def test_a_partner_sees_of_another_body_what_is_public_alone(
    signed_in, partner, lead, second, measure, by
):
    given = {"source": "SEN2", "by": by, "at": AT}
    actions.record_observation(measure, "2024", numerator=3, denominator=90, **given)
    actions.record_observation(measure, "2023", numerator=41, denominator=90, **given)
    publish_figures(measure, lead, second)
    actions.change_measure(fresh(measure), name="A draft name", by=by, at=AT)
    draft = {**given, "source": "A draft count"}
    actions.record_observation(measure, "2025", numerator=37, denominator=90, **draft)
    client = signed_in(partner)

    shown = html(page(client, "measure", measure.pk))

    assert "45.6" in shown
    assert "A draft count" not in shown
    assert "A draft name" not in shown + html(page(client, "measures"))
    assert measure.name in shown
    assert "Not shown" in shown
    assert page(client, "measure_observe", measure.pk).status_code == 404


def test_every_version_is_kept_as_it_was_published(client, lead, second, measure, by):
    actions.record_observation(
        measure, "2024", numerator=30, denominator=90, source="Count", by=by, at=AT
    )
    publish_figures(measure, lead, second)
    actions.record_observation(
        measure, "2025", numerator=60, denominator=90, source="Count", by=by, at=AT
    )
    publish_figures(measure, lead, second, at=LATER)

    listed = html(page(client, "measure_versions", measure.pk))
    first = html(page(client, "measure_version", measure.pk, 1))

    assert "Version 2" in listed
    assert "Version 1" in listed
    assert (
        "2025" not in first.split("Figures as they were published")[1].split("What is counted")[0]
    )
    assert "There is a newer version" in first
    assert page(client, "measure_version", measure.pk, 3).status_code == 404


def test_a_version_that_was_taken_back_is_for_those_who_keep_the_measure(
    client, signed_in, partner, lead, second, measure, by
):
    actions.record_observation(
        measure, "2024", numerator=30, denominator=90, source="Count", by=by, at=AT
    )
    publish_figures(measure, lead, second)
    actions.recall_measure(measure, reason="The wrong return", by=by, at=AT)
    publish_figures(measure, lead, second, at=LATER)

    theirs = signed_in(partner)

    assert "Taken back" in html(page(client, "measure_version", measure.pk, 1))
    client = theirs
    assert page(client, "measure_version", measure.pk, 1).status_code == 404
    assert page(client, "measure_version", measure.pk, 2).status_code == 200


def test_a_measure_is_made_a_part_of_another_and_both_say_so(client, measure, by):
    whole = actions.create_measure("All lamps", [SHARE], by=by, at=AT)
    typed = {"name": measure.name, "small_number": "5", "part_of": whole.pk}

    shown = html(send(client, "measure_change", measure.pk, **typed))

    assert fresh(measure).part_of_id == whole.pk
    assert "It is a part of" in shown
    assert "Its parts are" in html(page(client, "measure", whole.pk))


def test_limits_are_worked_out_anew_and_go_on_as_before(client, by):
    count = {**SHARE, "denominator": "", "unit": ""}
    measure = actions.create_measure("Lamps", [count], by=by, at=AT)
    for number, value in enumerate([*[20, 22] * 3, *[40, 42] * 3], start=1):
        given = {"value": value, "source": "Own", "is_checked": True, "by": by, "at": AT}
        actions.record_observation(measure, f"2024-{number:02}", **given)
    typed = {"starts_on_day": "1", "starts_on_month": "7", "starts_on_year": "2024"}

    shown = html(
        send(client, "measure_limits", measure.pk, **typed, reason="A second lamplighter began.")
    )
    kept = html(send(client, "measure_keep_limits", measure.pk, starts_on="2024-07-01"))

    assert ": A second lamplighter began. (Improvement Lead, " in shown
    assert "The limits begin anew in July 2024." in shown
    assert "The limits begin anew" not in kept
