"""XmR and run charts, by examples worked by hand and by what must hold of any figures."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleardays.progress.measures.series import Polarity
from cleardays.progress.measures.signals import Signal
from cleardays.progress.measures.spc import (
    Assurance,
    Variation,
    is_step_change,
    limits_of,
    run_chart,
    xmr,
)
from tests.progress.measures.figures import numbers

UP, DOWN, CONTEXT = Polarity.UP, Polarity.DOWN, Polarity.CONTEXT

# Moving ranges 2, 2, ... : eleven of 2, average 2; mean 11; limits 11 - 5.32 and 11 + 5.32.
EVEN = numbers(10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12)


def test_limits_are_the_mean_and_2_66_times_the_average_moving_range():
    found = limits_of(EVEN)

    assert (found.mean, found.average_range) == (11, 2)
    assert (found.lower, found.upper) == (Decimal("5.68"), Decimal("16.32"))
    assert not found.is_trial


# Of Making Data Count's own kind: one leap among ones and twos. Ranges 1, 1, 1, 8, 9, then twelve
# of 1 and again 1: 15 of 1, an 8 and a 9, together 32 over 17.
LEAP = numbers(1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1)


def test_every_moving_range_counts_as_in_the_spreadsheet_of_making_data_count():
    found = limits_of(LEAP)

    assert found.mean == Decimal(35) / 18
    assert found.average_range == Decimal(32) / 17
    assert round(found.upper, 2) == Decimal("6.95")


def test_screened_ranges_of_3_267_times_the_average_are_left_out_once():
    # 3.267 x 32/17 is 6.15: the 8 and the 9 go, fifteen of 1 stay.
    found = limits_of(LEAP, screened=True)

    assert found.average_range == 1
    assert (round(found.lower, 2), round(found.upper, 2)) == (Decimal("-0.72"), Decimal("4.60"))


def test_a_point_outside_a_limit_is_a_special_cause():
    found = xmr(LEAP, DOWN)

    assert Signal.OUTSIDE in found.points[4].signals
    assert found.points[4].variation is Variation.CONCERNING_HIGH


# Twelve near 40, then eight that fall from 60 and end below the mean of 45.
FALLING = numbers(41, 39, 41, 39, 41, 39, 41, 39, 41, 39, 41, 39, 60, 58, 56, 54, 52, 50, 48, 42)


@pytest.mark.parametrize(
    ("polarity", "variation"),
    [
        (UP, Variation.CONCERNING_LOW),
        (DOWN, Variation.IMPROVING_LOW),
        (CONTEXT, Variation.LOW),
    ],
)
def test_a_trend_speaks_for_where_it_goes_though_it_is_above_the_mean(polarity, variation):
    found = xmr(FALLING, polarity)
    inside = found.points[18]

    assert inside.value > inside.limits.mean
    assert Signal.OUTSIDE not in inside.signals
    assert inside.variation is variation


def test_a_point_outside_the_limits_speaks_for_its_side_though_it_rises():
    found = xmr(numbers(*[20] * 8, 1, 2, 3, 4, 5, 6, 7), UP)

    assert found.points[8].signals >= {Signal.OUTSIDE, Signal.TREND}
    assert found.points[8].variation is Variation.CONCERNING_LOW


def test_a_peak_of_two_trends_is_shown_as_improving():
    values = numbers(*[20, 60] * 4, *range(40, 47), *range(45, 39, -1))
    peak = xmr(values, DOWN).points[14]

    assert (peak.value, Signal.OUTSIDE in peak.signals) == (46, False)
    assert peak.variation is Variation.IMPROVING_LOW


def test_two_of_three_in_the_outer_third_are_a_special_cause():
    # Mean 166/14 or 11.86, ranges 27 over 13: limits 5.52 away, the outer third from 3.68 away.
    found = xmr([*EVEN, *numbers(17, 17)], UP)

    assert found.points[-1].signals == {Signal.NEAR_LIMIT}
    assert found.points[-3].signals == frozenset()
    assert found.variation is Variation.IMPROVING_HIGH


@pytest.mark.parametrize(
    ("polarity", "variation"),
    [
        (UP, Variation.IMPROVING_HIGH),
        (DOWN, Variation.CONCERNING_HIGH),
        (CONTEXT, Variation.HIGH),
    ],
)
def test_the_polarity_says_what_a_rise_means(polarity, variation):
    rising = numbers(10, 11, 10, 11, 10, 11, 10, 20, 21, 22, 23, 24, 25, 26)

    assert xmr(rising, polarity).variation is variation


@pytest.mark.parametrize(
    ("target", "polarity", "assurance"),
    [
        (17, UP, Assurance.FAILS),
        (5, UP, Assurance.PASSES),
        (17, DOWN, Assurance.PASSES),
        (5, DOWN, Assurance.FAILS),
        (11, UP, Assurance.HIT_AND_MISS),
        ("16.32", UP, Assurance.HIT_AND_MISS),
        (17, CONTEXT, Assurance.NO_TARGET),
        (None, UP, Assurance.NO_TARGET),
    ],
)
def test_the_target_against_the_limits_says_whether_it_will_be_met(target, polarity, assurance):
    wanted = None if target is None else Decimal(target)

    assert xmr(EVEN, polarity, target=wanted).assurance is assurance


@pytest.mark.parametrize(("count", "has_limits", "is_trial"), [(5, 0, 0), (6, 1, 1), (12, 1, 0)])
def test_few_figures_make_no_limits_and_a_few_more_make_limits_on_trial(
    count, has_limits, is_trial
):
    found = xmr(EVEN[:count], UP, target=Decimal(1))

    limits = found.points[-1].limits
    assert bool(limits) == bool(has_limits)
    assert bool(limits and limits.is_trial) == bool(is_trial)
    assert (found.assurance is Assurance.TOO_FEW) == (not has_limits)
    assert (found.variation is Variation.TOO_FEW) == (not has_limits)


def test_limits_begin_anew_where_the_definition_changes():
    found = xmr([*EVEN, *(value + 50 for value in EVEN)], UP, breaks=(12,))

    assert found.points[0].limits.mean == 11
    assert found.points[-1].limits.mean == 61
    assert not any(point.signals for point in found.points)


def test_without_the_break_the_same_figures_are_all_special():
    found = xmr([*EVEN, *(value + 50 for value in EVEN)], UP)

    assert all(point.signals for point in found.points)


def test_no_figures_are_too_few():
    found = xmr([], UP, target=Decimal(1), breaks=(3,))

    assert found.variation is Variation.TOO_FEW
    assert found.assurance is Assurance.TOO_FEW


def test_a_run_chart_has_the_median_and_its_runs():
    found = run_chart(numbers(1, 2, 1, 2, 1, 2, 1, 5, 9, 8, 9, 8, 9, 8, 9))

    assert found.median == 5
    assert [place for place, signals in enumerate(found.signals) if not signals] == [7]
    assert found.signals[0] == {Signal.SHIFT}


def test_a_run_chart_of_nothing_has_no_median():
    assert run_chart([]).median is None


figures = st.lists(st.decimals(-1000, 1000, places=1), min_size=1, max_size=30)
polarities = st.sampled_from(list(Polarity))


@given(st.decimals(-1000, 1000, places=2), st.integers(1, 30), polarities)
def test_figures_that_never_change_have_no_special_cause(value, count, polarity):
    found = xmr([value] * count, polarity)

    assert not any(point.signals for point in found.points)
    assert not any(run_chart([value] * count).signals)


@given(figures, st.decimals(-1000, 1000, places=1), polarities)
def test_adding_a_number_to_all_moves_the_limits_by_it_and_changes_no_verdict(
    values, added, polarity
):
    before = xmr(values, polarity)
    after = xmr([value + added for value in values], polarity)

    assert [point.variation for point in before.points] == [
        point.variation for point in after.points
    ]
    if before.points[-1].limits:
        moved = after.points[-1].limits.upper - before.points[-1].limits.upper
        assert abs(moved - added) < Decimal("1e-15")


OPPOSITE = {
    Variation.IMPROVING_HIGH: Variation.CONCERNING_HIGH,
    Variation.CONCERNING_LOW: Variation.IMPROVING_LOW,
}


@given(figures)
def test_reversed_polarity_swaps_improving_and_concerning(values):
    up, down = xmr(values, UP), xmr(values, DOWN)

    assert [OPPOSITE.get(point.variation, point.variation) for point in up.points] == [
        point.variation for point in down.points
    ]
    assert [point.signals for point in up.points] == [point.signals for point in down.points]


@given(figures)
def test_screening_never_widens_the_limits(values):
    assert limits_of(values, screened=True).average_range <= limits_of(values).average_range


LOW_THEN_HIGH = numbers(10, 12, 10, 12, 10, 12, 10, 30, 32, 30, 32, 30, 32, 30)


def test_limits_begin_anew_at_a_step_and_the_figures_go_on():
    found = xmr(LOW_THEN_HIGH, UP, steps=[7])

    assert (found.breaks, found.steps) == ((), (7,))
    assert found.points[6].limits.mean < 12 < 30 < found.points[7].limits.mean
    assert all(point.variation is Variation.COMMON for point in found.points)


def test_a_new_definition_is_no_step_too():
    found = xmr(LOW_THEN_HIGH, UP, breaks=[7], steps=[7])

    assert (found.breaks, found.steps) == ((7,), ())


@pytest.mark.parametrize(
    ("after", "is_one"),
    [
        (numbers(*[30, 32] * 3), True),
        (numbers(*[30] * 7, 5), True),
        (numbers(30, 32, 30, 5, 30, 32, 30), False),
        (numbers(*[30] * 5), False),
    ],
    ids=["six above", "seven above", "one of them below", "too few"],
)
def test_a_step_change_stays_on_one_side_of_the_mean_before(after, is_one):
    assert is_step_change(EVEN, after) is is_one


def test_too_few_figures_before_show_no_step_change():
    assert not is_step_change(EVEN[:5], numbers(*[30] * 7))
