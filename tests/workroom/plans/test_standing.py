"""How a plan stands on evidence, impact and judgement, as those see it who keep it."""

from datetime import date

import pytest
from django.urls import reverse

from cleardays.workroom.inspections import actions as inspections
from cleardays.workroom.plans import actions
from cleardays.workroom.plans.standing import NOT_ENTERED, standing_of
from tests.factories.inspections import make_inspection
from tests.factories.plans import AT, TODAY, actions_of, fresh, publish

LINK = {"kind": "audit", "url": "https://council.example/audit"}
DEFINITION = {
    "valid_from": "2024-01-01",
    "name": "Lamps lit",
    "numerator": "lamps lit",
}


def standing(plan, by, on=TODAY):
    return standing_of(fresh(plan), actions_of(plan), by, on)


@pytest.fixture
def measure(plan, action, by):
    made = actions.create_measure("Lamps lit", [DEFINITION], actions=[action], by=by, at=AT)
    actions.set_target(
        plan, made, 90, date(2027, 1, 1), baseline=40, baseline_on=date(2025, 1, 1), by=by, at=AT
    )
    return made


def figure(measure, period, value, by):
    actions.record_observation(measure, period, value=value, source="A count", by=by, at=AT)


def test_evidence_is_told_of_what_is_finished(plan, action, by):
    actions.start(action, date(2026, 2, 2), by=by, at=AT)
    actions.finish(action, date(2026, 2, 27), by=by, at=AT)
    before = standing(plan, by).evidence

    actions.add_evidence(action, "An audit", **LINK, by=by, at=AT)

    assert before == "Of 1 finished: 1 claimed, nothing to show."
    assert standing(plan, by).evidence == "Of 1 finished: 1 attached, not checked."


def test_nothing_is_said_of_the_evidence_for_placeholders(plan, action, by):
    actions.start(action, date(2026, 2, 2), by=by, at=AT)
    actions.finish(action, date(2026, 2, 27), by=by, at=AT)
    actions.change_action(action, is_placeholder=True, by=by, at=AT)

    assert standing(plan, by).evidence == NOT_ENTERED


def test_impact_is_judged_from_the_figures_that_stand(plan, measure, by):
    figure(measure, "January 2026", 55, by)

    found = standing(plan, by)

    assert found.impact == "Moved towards the target, by the one measure that has a target."
    ((_, *cells, mark),) = found.measures
    assert cells == ["40 on 1 January 2025", "90 by 1 January 2027", "55 in January 2026"]
    assert "Moved towards the target" in mark


def test_figures_after_a_plan_is_over_are_no_work_of_its(plan, measure, lead, second, by):
    publish(plan, lead, second)
    actions.change_plan(plan, state="closed", by=by, at=AT)
    figure(measure, "January 2026", 30, by)
    later = date(2026, 12, 1)
    assert "wrong way" in standing(plan, by, later).impact

    figure(measure, "October 2026", 95, by)

    assert "wrong way" in standing(plan, by, later).impact


def test_judges_of_the_areas_that_it_answers_are_told(plan, action, by):
    inspection = make_inspection()
    area = inspections.add_area(inspection, "priority", "Lamps are dark", by=by, at=AT)
    actions.change_action(action, areas=[area], by=by, at=AT)
    inspections.judge(
        inspection, "families", "not felt", area=area, on=date(2026, 2, 27), by=by, at=AT
    )

    assert standing(plan, by).judgement == "Families: not felt (27 February 2026)."


def test_a_partner_reads_its_counts_and_no_other_axis(signed_in, by, partner, icb, plan):
    actions.add_action(plan, "H1", title="Own", lead_body=icb, by=by, at=AT)

    html = signed_in(partner).get(reverse("plans:plan", args=[plan.pk])).content.decode()

    assert "Of 1: " in html
    assert "on four axes" not in html
