"""The impact axis from baseline, target and figures."""

from datetime import date
from decimal import Decimal

import pytest

from cleardays.progress.measures.impact import Impact, impact
from cleardays.progress.measures.series import Dated, Polarity, Target
from tests.progress.measures.figures import months, seen

BASELINE = Dated(Decimal(20), date(2023, 12, 31))
UP = Target(Dated(Decimal(80), date(2026, 12, 31)), BASELINE)
DOWN = Target(Dated(Decimal(5), date(2026, 12, 31)), BASELINE)
ON = date(2025, 6, 30)


@pytest.mark.parametrize(
    ("target", "values", "found"),
    [
        (None, (50,), Impact.NO_BASELINE),
        (Target(UP.target), (50,), Impact.NO_BASELINE),
        (UP, (), Impact.TOO_EARLY),
        (UP, (30, 20), Impact.NO_CHANGE),
        (UP, (30, 10), Impact.WRONG_WAY),
        (UP, (10, 30), Impact.TOWARDS),
        (UP, (30, 80), Impact.AT_TARGET),
        (UP, (80, 85, 90), Impact.STAYED),
        (DOWN, (30,), Impact.WRONG_WAY),
        (DOWN, (12,), Impact.TOWARDS),
        (DOWN, (5, 4), Impact.STAYED),
    ],
)
def test_the_latest_figure_is_judged_against_baseline_and_target(target, values, found):
    polarity = Polarity.DOWN if target is DOWN else Polarity.UP

    assert impact(months(*values), target, polarity, on=ON).impact is found


def test_periods_at_the_target_are_counted_from_the_last():
    found = impact(months(90, 70, 80, 81, 82), UP, Polarity.UP, on=ON)

    assert found.words == "at the target for 3 periods"


def test_figures_of_before_the_baseline_or_still_to_come_do_not_count():
    observed = [seen("2023-06", 90), *months(30), seen("2025-12", 90)]

    assert impact(observed, UP, Polarity.UP, on=ON).impact is Impact.TOWARDS


def test_too_early_says_until_when():
    found = impact(months(30), UP, Polarity.UP, on=ON, too_early_until=date(2025, 9, 1))

    assert found.words == "too early to say until 1 September 2025"


def test_a_target_that_is_reached_early_is_reached():
    found = impact(months(85), UP, Polarity.UP, on=ON, too_early_until=date(2025, 9, 1))

    assert found.impact is Impact.AT_TARGET


def test_a_change_within_the_margin_is_none():
    found = impact(months(21), UP, Polarity.UP, on=ON, margin=Decimal(1))

    assert found.words == "no change"


@pytest.mark.parametrize(
    ("polarity", "value", "found"),
    [(Polarity.DOWN, 19, Impact.AT_TARGET), (Polarity.UP, 19, Impact.WRONG_WAY)],
)
def test_where_the_target_is_to_stay_the_polarity_says_which_way_is_right(polarity, value, found):
    stay = Target(Dated(Decimal(20), date(2026, 12, 31)), BASELINE)

    assert impact(months(value), stay, polarity, on=ON).impact is found
