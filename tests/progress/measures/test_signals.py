"""Special causes: seven in a row, and two of three near a limit."""

import pytest

from cleardays.progress.measures.signals import (
    near_limits,
    shifts,
    shifts_past_ties,
    side,
    trends,
)
from tests.progress.measures.figures import numbers

UP, DOWN = frozenset({1}), frozenset({-1})


@pytest.mark.parametrize(
    ("sides", "found"),
    [
        ([1] * 7, set(range(7))),
        ([1] * 6, set()),
        ([-1, *[1] * 8], set(range(1, 9))),
        ([1, 1, 1, 0, 1, 1, 1, 1], set()),
        ([0] * 9, set()),
        ([], set()),
    ],
)
def test_seven_on_one_side_are_a_shift(sides, found):
    assert shifts(sides) == found


def test_points_on_the_median_are_passed_over():
    assert shifts_past_ties([1, 1, 1, 0, 1, 1, 1, 1]) == {0, 1, 2, 4, 5, 6, 7}


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ([1, 2, 3, 4, 5, 6, 7], dict.fromkeys(range(7), UP)),
        ([1, 2, 3, 4, 5, 6], {}),
        ([9, 7, 6, 5, 4, 3, 2, 1], dict.fromkeys(range(8), DOWN)),
        ([1, 2, 3, 3, 4, 5, 6, 7], {}),
        ([5, 1, 2, 3, 4, 5, 6, 7, 0], dict.fromkeys(range(1, 8), UP)),
    ],
)
def test_seven_that_rise_or_fall_are_a_trend(values, found):
    assert trends(numbers(*values)) == found


def test_a_peak_between_two_trends_has_both_ways():
    found = trends(numbers(1, 2, 3, 4, 5, 6, 7, 6, 5, 4, 3, 2, 1))

    assert found[6] == {1, -1}
    assert (found[5], found[7]) == (UP, DOWN)


@pytest.mark.parametrize(
    ("sides", "near", "found"),
    [
        ([1, 1, 1], {0, 2}, {0, 2}),
        ([1, 1, 1], {0}, set()),
        ([1, -1, 1], {0, 2}, set()),
        ([1, 1, 1, 1], {0, 3}, set()),
        ([1, -1], {0, 1}, set()),
    ],
)
def test_two_of_three_near_a_limit_count_when_all_three_are_on_that_side(sides, near, found):
    assert near_limits(sides, near.__contains__) == found


def test_a_value_on_the_middle_is_on_no_side():
    assert [side(value, 2) for value in (1, 2, 3)] == [-1, 0, 1]
