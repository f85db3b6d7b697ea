"""Limits of a chart that begin anew: by whom, from which day, for which reason."""

from datetime import date

import pytest

from cleardays.workroom.access.viewer import NotAllowed
from cleardays.workroom.audit.models import AuditEvent
from cleardays.workroom.plans import actions
from cleardays.workroom.plans.measured.checking import Doubtful
from cleardays.workroom.plans.measured.presenting import whole
from cleardays.workroom.workflow.engine import Refused
from tests.factories.plans import AT, fresh, seen_by

COUNT = {"valid_from": "2000-01-01", "name": "Lamps", "numerator": "lamps", "unit": ""}
LIGHTER = [*[20, 22] * 3, *[40, 42] * 3]
MAY = {"starts_on": date(2024, 7, 1), "reason": "A second lamplighter began."}


def measure_of(by, figures):
    measure = actions.create_measure("Lamps", [COUNT], by=by, at=AT)
    for number, value in enumerate(figures, start=1):
        given = {"value": value, "source": "Own", "is_checked": True, "by": by, "at": AT}
        actions.record_observation(measure, f"2024-{number:02}", **given)
    return measure


def test_limits_begin_anew_with_the_reason_and_who_decided(by):
    measure = measure_of(by, LIGHTER)

    actions.recalculate_limits(measure, **MAY, by=by, at=AT)

    (one,) = fresh(measure).limits
    assert (one["starts_on"], one["reason"], one["by"]) == (
        "2024-07-01", "A second lamplighter began.", by.name,
    )  # fmt: skip
    assert whole(fresh(measure)).drawn.spc.steps == (6,)
    event = AuditEvent.objects.get(verb="recalculate-limits")
    assert event.reason == "A second lamplighter began."


def test_figures_that_show_no_lasting_change_are_doubtful_until_somebody_looked(by):
    measure = measure_of(by, [20, 22] * 6)

    with pytest.raises(Doubtful, match="stay there"):
        actions.recalculate_limits(measure, **MAY, by=by, at=AT)
    actions.recalculate_limits(measure, **MAY, is_checked=True, by=by, at=AT)

    assert len(fresh(measure).limits) == 1


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"reason": " "}, "Say what changed"),
        ({"starts_on": date(2024, 8, 1)}, "There are 5 figures"),
        ({"starts_on": date(2024, 1, 1)}, "no figure before"),
    ],
)
def test_limits_that_cannot_begin_then_are_refused(by, change, why):
    measure = measure_of(by, LIGHTER)

    with pytest.raises(Refused, match=why):
        actions.recalculate_limits(measure, **(MAY | change), by=by, at=AT)

    assert fresh(measure).limits == []


def test_limits_do_not_begin_twice_on_one_day(by):
    measure = measure_of(by, LIGHTER)
    actions.recalculate_limits(measure, **MAY, by=by, at=AT)

    with pytest.raises(Refused, match="already"):
        actions.recalculate_limits(measure, **MAY, by=by, at=AT)


def test_limits_go_on_as_before_once_that_is_taken_back(by):
    measure = measure_of(by, LIGHTER)
    actions.recalculate_limits(measure, **MAY, by=by, at=AT)

    actions.keep_limits(measure, MAY["starts_on"], by=by, at=AT)

    assert fresh(measure).limits == []
    assert AuditEvent.objects.filter(verb="keep-limits").exists()


def test_another_body_does_not_change_the_limits(by, partner):
    measure = measure_of(by, LIGHTER)

    with pytest.raises(NotAllowed):
        actions.recalculate_limits(measure, **MAY, by=seen_by(partner), at=AT)
