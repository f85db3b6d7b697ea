"""Measures, targets and figures."""

from datetime import date

import pytest

from cleardays.workroom.access.viewer import NotAllowed
from cleardays.workroom.audit.models import AuditEvent
from cleardays.workroom.outbox.models import Outgoing
from cleardays.workroom.plans import actions
from cleardays.workroom.plans.models import Measure, Observation, Target
from cleardays.workroom.workflow.engine import Refused
from tests.factories.plans import AT, LATER, fresh, rows, seen_by

DEFINITION = {"valid_from": "2024-01-01", "name": "Lamps lit", "numerator": "lamps lit"}


@pytest.fixture
def measure(action, by):
    return actions.create_measure("Lamps lit", [DEFINITION], actions=[action], by=by, at=AT)


def test_a_measure_is_tied_to_its_actions(measure, action):
    links = Measure.actions.through.objects.filter(measure=measure)

    assert list(links.values_list("action_id", flat=True)) == [action.pk]


def test_a_new_definition_breaks_the_line_and_keeps_the_old(measure, by):
    newer = {**DEFINITION, "valid_from": "2025-01-01"}

    actions.define_measure(measure, newer, by=by, at=AT)

    assert [one["valid_from"] for one in fresh(measure).definition] == ["2024-01-01", "2025-01-01"]


def test_a_definition_of_an_earlier_day_is_refused(measure, by):
    with pytest.raises(Refused, match="later day"):
        actions.define_measure(measure, {**DEFINITION, "valid_from": "2023-01-01"}, by=by, at=AT)


def test_a_target_has_a_baseline_with_its_day(plan, measure, by):
    with pytest.raises(Refused, match="with the day"):
        actions.set_target(plan, measure, 90, date(2027, 1, 1), baseline=40, by=by, at=AT)

    assert rows(Target) == []


def test_a_target_is_set_anew_in_the_same_plan(plan, measure, by):
    given = {"baseline": 40, "baseline_on": date(2026, 1, 1)}
    actions.set_target(plan, measure, 90, date(2027, 1, 1), **given, by=by, at=AT)

    actions.set_target(plan, measure, 80, date(2027, 1, 1), **given, by=by, at=LATER)

    assert [row.target for row in rows(Target)] == [80]


def test_a_figure_is_recorded_once_and_then_restated(measure, by):
    first = actions.record_observation(
        measure, "2025", numerator=30, denominator=90, source="SEN2", by=by, at=AT
    )
    with pytest.raises(Refused, match="restate that one"):
        actions.record_observation(measure, "2025", numerator=31, source="SEN2", by=by, at=AT)

    again = actions.restate(
        first, numerator=33, denominator=90, source="SEN2 again", by=by, at=LATER
    )

    assert again.supersedes == first
    assert len(rows(Observation)) == 2


def test_only_the_newest_figure_is_restated(measure, by):
    first = actions.record_observation(measure, "2025", value=3, source="SEN2", by=by, at=AT)
    actions.restate(first, value=4, source="SEN2", by=by, at=LATER)

    with pytest.raises(Refused, match="restated already"):
        actions.restate(first, value=5, source="SEN2", by=by, at=LATER)


def test_a_figure_without_a_source_is_refused(measure, by):
    with pytest.raises(Refused, match="where the figure comes from"):
        actions.record_observation(measure, "2025", value=3, by=by, at=AT)


def test_a_definition_that_cannot_be_read_is_refused(by):
    with pytest.raises(Refused, match="cannot be read"):
        actions.create_measure("x", [{**DEFINITION, "unit": "furlongs"}], by=by, at=AT)


def test_a_definition_without_a_numerator_is_refused(by):
    with pytest.raises(Refused, match="lacks its numerator"):
        actions.create_measure("x", [{"valid_from": "2024-01-01", "name": "x"}], by=by, at=AT)


def test_a_period_that_nobody_can_place_is_refused(measure, by):
    with pytest.raises(Refused, match="names no period"):
        actions.record_observation(measure, "lately", value=3, source="SEN2", by=by, at=AT)


def test_a_figure_that_says_nothing_is_refused(measure, by):
    with pytest.raises(Refused, match="Give a figure"):
        actions.record_observation(measure, "2025", source="SEN2", by=by, at=AT)


def test_the_journal_tells_no_figure(measure, by):
    actions.record_observation(measure, "2025", value=3, source="SEN2", by=by, at=AT)

    assert AuditEvent.objects.about(measure)[0].sentence == (
        "recorded “Lamps lit” for 2025, local"
    )


def test_a_measure_is_sent_to_the_public(measure, by):
    actions.publish_measure(measure, by=by, at=AT)

    assert Outgoing.objects.get(kind="measure").payload == {"measure_id": measure.pk}


def test_a_partner_records_no_figures(measure, partner):
    with pytest.raises(NotAllowed):
        actions.record_observation(
            measure, "2025", value=3, source="SEN2", by=seen_by(partner), at=AT
        )
