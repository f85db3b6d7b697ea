"""Figures that add up through time, by examples that one can follow by hand."""

from dataclasses import replace

import pytest

from cleardays.progress.measures.series import Kind
from tests.progress.measures.attackers import FLOW, RUNNING, SPANS, series, values
from tests.progress.measures.figures import COUNT, SHARE, months, seen


def test_a_year_over_its_quarters_takes_a_second_quarter_with_the_small_one():
    quarters = [seen(f"Q{n} 2024", count) for n, count in enumerate((20, 3, 30, 40), start=1)]

    found = series([*quarters, seen("2024", 93)], FLOW)

    assert values(found) == [None, None, 30, 40, 93]


def test_a_quarter_that_nobody_entered_is_not_given_away_by_its_year():
    quarters = [seen(f"Q{n} 2024", count) for n, count in enumerate((20, 30, 40), start=1)]

    found = series([*quarters, seen("2024", 93)], FLOW)

    assert values(found) == [None, 30, 40, 93]


def test_two_small_months_are_not_given_away_together():
    # The quarter less February would say that January and March together are three.
    found = series([*months(1, 10, 2), seen("Q1 2024", 13)], FLOW)

    assert values(found) == [None, None, None, 13]


def test_a_year_is_hidden_where_its_months_are_public_already():
    every = [*months(3, *[20] * 11), seen("2024", 223)]
    public = {one.reference for one in every[1:-1]}

    found = series(every, FLOW, public)

    assert values(found)[-1] is None
    assert values(found)[1:-1] == [20] * 11
    assert not any(one.faults for one in found)


def test_a_financial_year_does_not_give_away_what_the_calendar_year_hides():
    quarters = [seen(f"Q{n} 2024", count) for n, count in enumerate((20, 30, 40, 3), start=1)]
    more = [seen("2024", 93), seen("Q1 2025", 25), seen("2024-25 financial year", 98)]

    found = series([*quarters, *more], FLOW)

    shown = dict(zip(SPANS.values(), values(found), strict=False))
    assert shown["Q4 2024"] is None
    assert values(found).count(None) >= 2


def test_a_running_total_hides_the_month_that_adds_a_few():
    found = series(months(12, 14, 20, start=9), RUNNING)

    assert values(found) == [12, None, 20]


def test_a_running_total_begins_anew_each_school_year():
    found = series(months(20, 40, 12, 30, start=7), RUNNING)

    assert values(found) == [20, 40, 12, 30]


def test_a_share_of_a_year_does_not_give_a_small_quarter_away():
    quarters = [seen("Q1 2024", "3.0", 3, 100), *(seen(f"Q{n} 2024", 50, 50, 100) for n in (2, 3))]
    every = [*quarters, seen("Q4 2024", 60, 60, 100), seen("2024", "40.8", 163, 400)]

    found = series(every, SHARE)

    first, second = (one.observation for one in found[:2])
    assert (first.value, first.numerator, first.denominator) == (None, None, None)
    assert second.value is None


def test_a_figure_as_at_a_day_is_part_of_no_sum():
    found = series([*months(20, 30), seen("2024", 52)], replace(COUNT, kind=Kind.POINT))

    assert values(found) == [20, 30, 52]


def test_a_small_number_that_is_public_is_a_fault_with_what_to_do():
    (one,) = months(3)

    (found,) = series([one], FLOW, {one.reference})

    assert "recalled" in found.faults[0]


def test_what_was_public_together_and_gives_a_small_number_away_is_a_fault():
    every = [*months(3, 10, 20), seen("Q1 2024", 33)]

    found = series(every, FLOW, {one.reference for one in every[1:]})

    assert all("recalled" in one.faults[0] for one in found)


def test_what_was_taken_back_is_known_and_may_be_hidden_again():
    # All but January were public: together they tell it, and it may not be told once more.
    every = [*months(3, 10, 20), seen("Q1 2024", 33)]

    found = series(every, FLOW, was_seen={one.reference for one in every[1:]})

    assert values(found) == [None] * 4
    assert not any(one.faults for one in found)


def test_what_was_taken_back_protects_nothing_any_more():
    # Hiding February would do, had nobody seen it: March has to go with January instead.
    every = [*months(3, 10, 20), seen("Q1 2024", 33)]

    found = series(every, FLOW, was_seen={every[1].reference})

    assert values(found) == [None, 10, None, 33]


@pytest.mark.parametrize("length", [10])
def test_many_years_of_months_with_their_quarters_are_published_whole(length):
    every = []
    for year in range(2015, 2015 + length):
        every += [seen(f"{year}-{n:02}", 3 if n == 5 else 20 + n) for n in range(1, 13)]
        every += [seen(f"Q{n} {year}", sum(3 if m == 5 else 20 + m for m in range(3 * n - 2, 3 * n + 1))) for n in range(1, 5)]  # fmt: skip  # noqa: E501
        every += [seen(str(year), sum(3 if m == 5 else 20 + m for m in range(1, 13)))]

    found = series(every, FLOW)

    assert values(found).count(None) == 2 * length
