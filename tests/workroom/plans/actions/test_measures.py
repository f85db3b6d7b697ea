"""Measures, targets and figures."""

from datetime import date

import pytest

from cleardays.workroom.access.viewer import NotAllowed
from cleardays.workroom.audit.models import AuditEvent
from cleardays.workroom.outbox.models import Outgoing
from cleardays.workroom.plans import actions
from cleardays.workroom.plans.measured.checking import Doubtful
from cleardays.workroom.plans.models import Measure, Observation, Target
from cleardays.workroom.workflow.engine import Refused
from tests.factories.plans import AT, LATER, fresh, publish_figures, rows, seen_by

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

    why = {"source": "SEN2 again", "reason": "Three came late"}
    again = actions.restate(first, numerator=33, denominator=90, **why, by=by, at=LATER)

    assert again.supersedes == first
    assert len(rows(Observation)) == 2


def test_only_the_newest_figure_is_restated(measure, by):
    first = actions.record_observation(measure, "2025", value=3, source="SEN2", by=by, at=AT)
    why = {"source": "SEN2", "reason": "A late return"}
    actions.restate(first, value=4, **why, by=by, at=LATER)

    with pytest.raises(Refused, match="restated already"):
        actions.restate(first, value=5, **why, by=by, at=LATER)


def test_a_figure_is_restated_for_a_reason(measure, by):
    first = actions.record_observation(measure, "2025", value=30, source="SEN2", by=by, at=AT)

    with pytest.raises(Refused, match="Say why"):
        actions.restate(first, value=40, source="SEN2", reason=" ", by=by, at=LATER)


def test_the_same_period_in_other_words_is_the_same(measure, by):
    actions.record_observation(measure, "2025", value=30, source="SEN2", by=by, at=AT)

    with pytest.raises(Refused, match="restate that one"):
        actions.record_observation(
            measure, "calendar year 2025", value=31, source="SEN2", by=by, at=AT
        )


def test_a_share_is_made_of_its_counts(by):
    share = {**DEFINITION, "denominator": "lamps", "unit": "%"}
    measure = actions.create_measure("Share", [share], by=by, at=AT)

    made = actions.record_observation(
        measure, "2025", numerator=30, denominator=90, source="SEN2", by=by, at=AT
    )

    assert made.value == 33.3
    assert made.by == by.name


def test_what_looks_wrong_is_saved_once_somebody_has_looked(by):
    share = {**DEFINITION, "denominator": "lamps", "unit": "%"}
    measure = actions.create_measure("Share", [share], by=by, at=AT)
    with pytest.raises(Doubtful) as doubtful:
        actions.record_observation(measure, "2025", value=33, source="SEN2", by=by, at=AT)
    assert doubtful.value.faults[0].code == "percentage without counts"

    actions.record_observation(
        measure, "2025", value=33, source="SEN2", is_checked=True, by=by, at=AT
    )

    assert "looked at what seemed wrong" in AuditEvent.objects.about(measure)[0].sentence


def test_what_cannot_be_is_not_saved_however_sure_one_is(by):
    share = {**DEFINITION, "denominator": "lamps", "unit": "%"}
    measure = actions.create_measure("Share", [share], by=by, at=AT)

    with pytest.raises(Doubtful, match="no share of a whole"):
        actions.record_observation(
            measure, "2025", value=130, source="SEN2", is_checked=True, by=by, at=AT
        )


def test_a_point_that_is_misplaced_beside_england_is_doubted(by):
    share = {**DEFINITION, "denominator": "lamps", "unit": "%"}
    measure = actions.create_measure("Share", [share], by=by, at=AT)
    given = {"source": "SEN2", "is_checked": True, "by": by, "at": AT}
    actions.record_observation(measure, "2025", value=3.99, **given)

    with pytest.raises(Doubtful, match="decimal point"):
        actions.record_observation(
            measure, "2025", value=30.8, geography="England", **{**given, "is_checked": False}
        )


SHARE = {**DEFINITION, "denominator": "lamps", "unit": "%"}
RUNNING = {**DEFINITION, "kind": "since the start of the year"}


@pytest.mark.parametrize(
    ("definition", "before", "new", "said"),
    [
        (SHARE, [("2022", 31), ("2023", 30)], ("2024", 3.1), "decimal point may be misplaced"),
        (DEFINITION, [("2024-09", 5), ("2024-10", 20), ("2025-06", 54)], ("2025-09", 4),
         "starts again each September"),
        (RUNNING, [("2024-09", 5), ("2025-06", 54)], ("2025-09", 4), "This is no improvement"),
        (SHARE, [], ("2024", 101), "no share of a whole"),
        (SHARE, [], ("2024", 30), "without its numerator and denominator"),
        (SHARE, [], ("2024", 0.3, 30, 100), "a share of 1 and not of 100"),
        (SHARE, [], ("2024", 50, 100, 50), "columns have not changed places"),
        (DEFINITION, [("2022", 20), ("2023", 21)], ("2025-03", 5), "Keep to one length of period"),
    ],
)  # fmt: skip
def test_each_mistake_of_published_tables_is_explained_at_entry(by, definition, before, new, said):
    measure = actions.create_measure("Lamps lit", [definition], by=by, at=AT)
    more = {"source": "SEN2", "by": by, "at": AT}
    for period, value in before:
        actions.record_observation(measure, period, value=value, is_checked=True, **more)
    given = dict(zip(("value", "numerator", "denominator"), new[1:], strict=False))

    with pytest.raises(Doubtful) as doubtful:
        actions.record_observation(measure, new[0], **given, **more)

    assert any(said in fault.words for fault in doubtful.value.faults)
    assert len(rows(Observation)) == len(before)


def test_a_target_whose_way_goes_past_it_is_doubted(plan, measure, by):
    details = {
        "baseline": 40,
        "baseline_on": date(2026, 1, 1),
        "trajectory": [("2026-06-01", 95)],
    }

    with pytest.raises(Doubtful, match="past the target"):
        actions.set_target(plan, measure, 90, date(2027, 1, 1), **details, by=by, at=AT)


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
    with pytest.raises(Refused, match="is no period"):
        actions.record_observation(measure, "lately", value=3, source="SEN2", by=by, at=AT)


def test_a_figure_that_says_nothing_is_refused(measure, by):
    with pytest.raises(Refused, match="Give the figure"):
        actions.record_observation(measure, "2025", source="SEN2", by=by, at=AT)


def test_the_journal_tells_no_figure(measure, by):
    actions.record_observation(measure, "2025", value=3, source="SEN2", by=by, at=AT)

    assert AuditEvent.objects.about(measure)[0].sentence == ("recorded “Lamps lit” for 2025")


@pytest.fixture
def counted(measure, by):
    """The measure, with a figure."""
    actions.record_observation(measure, "2025", value=30, source="SEN2", by=by, at=AT)
    return measure


def test_a_measure_is_sent_to_the_public_by_two(counted, by, second):
    with pytest.raises(Refused, match="No second person"):
        actions.publish_measure(counted, by=by, at=AT)
    actions.release_measure(counted, by=seen_by(second), at=AT)

    version = actions.publish_measure(counted, by=by, at=LATER)

    assert Outgoing.objects.get(kind="measure").payload == {"measure_version_id": version.pk}
    assert (version.number, version.released_by) == (1, second.post)
    assert fresh(counted).is_published


def test_nobody_publishes_what_they_released_themselves(counted, by):
    actions.release_measure(counted, by=by, at=AT)

    with pytest.raises(Refused, match="released this yourself"):
        actions.publish_measure(counted, by=by, at=LATER)


def test_a_change_voids_the_release(counted, by, second):
    actions.release_measure(counted, by=seen_by(second), at=AT)
    actions.record_observation(counted, "2026", value=31, source="SEN2", by=by, at=AT)

    with pytest.raises(Refused, match="Something changed"):
        actions.publish_measure(counted, by=by, at=LATER)


def test_what_is_not_public_is_not_taken_back(counted, by):
    with pytest.raises(Refused, match="not public"):
        actions.recall_measure(counted, reason="Wrong", by=by, at=AT)


def test_a_partner_keeps_the_measures_of_its_own_body(partner):
    own = actions.create_measure("Waits", [DEFINITION], by=seen_by(partner), at=AT)

    actions.record_observation(own, "2025", value=30, source="Own", by=seen_by(partner), at=AT)

    assert own.body_id == partner.organisation_id
    with pytest.raises(NotAllowed):
        actions.release_measure(own, by=seen_by(partner), at=AT)


def test_a_partner_begins_no_measure_of_another_body(partner, council):
    with pytest.raises(NotAllowed):
        actions.create_measure("Waits", [DEFINITION], body=council, by=seen_by(partner), at=AT)


def test_a_partner_sees_no_measure_of_another_body_till_it_is_public(measure, partner):
    seen = Measure.objects.visible_to(seen_by(partner))
    before = seen.exists()

    measure.is_published = True
    measure.save(update_fields=["is_published"])

    assert (before, seen.exists()) == (False, True)
    assert not Observation.objects.visible_to(seen_by(partner)).exists()


def test_a_partner_records_no_figures(measure, partner):
    with pytest.raises(NotAllowed):
        actions.record_observation(
            measure, "2025", value=3, source="SEN2", by=seen_by(partner), at=AT
        )


@pytest.mark.parametrize(
    ("of_part", "of_whole", "said"),
    [
        ({"unit": "%", "denominator": "all lamps"}, {}, "different units"),
        ({"kind": "as at a day"}, {}, "stand for something else"),
    ],
)
def test_a_part_counts_as_its_whole_does(by, of_part, of_whole, said):
    part = actions.create_measure("Part", [{**DEFINITION, **of_part}], by=by, at=AT)
    whole = actions.create_measure("Whole", [{**DEFINITION, **of_whole}], by=by, at=AT)

    with pytest.raises(Refused, match=said):
        actions.change_measure(part, part_of=whole, by=by, at=AT)


def test_a_part_has_no_parts_and_is_none_of_itself(by):
    whole, part, other = (
        actions.create_measure(name, [DEFINITION], by=by, at=AT) for name in ("W", "P", "O")
    )
    actions.change_measure(part, part_of=whole, by=by, at=AT)

    for wrong, of, said in (
        (whole, whole, "no part of itself"),
        (whole, other, "parts of its own"),
        (other, fresh(part), "is itself a part"),
    ):
        with pytest.raises(Refused, match=said):
            actions.change_measure(wrong, part_of=of, by=by, at=AT)


def test_a_partner_makes_its_measure_no_part_of_what_another_body_keeps(by, partner):
    whole = actions.create_measure("Whole", [DEFINITION], by=by, at=AT)
    own = actions.create_measure("Own", [DEFINITION], by=seen_by(partner), at=AT)

    with pytest.raises(NotAllowed):
        actions.change_measure(own, part_of=whole, by=seen_by(partner), at=AT)


def test_a_part_does_not_leave_a_whole_beside_which_it_was_published(by, lead, second):
    whole, part = (
        actions.create_measure(name, [DEFINITION], by=by, at=AT) for name in ("All", "Girls")
    )
    actions.change_measure(part, part_of=whole, by=by, at=AT)
    for measure, value in ((whole, 43.0), (part, 20.0)):
        figure = {"value": value, "source": "Own", "is_checked": True}
        actions.record_observation(measure, "2024", **figure, by=by, at=AT)
        publish_figures(measure, lead, second)

    with pytest.raises(Refused, match="begin another measure"):
        actions.change_measure(fresh(part), part_of=None, by=by, at=LATER)

    assert fresh(part).part_of == whole
