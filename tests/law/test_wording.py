from datetime import date, timedelta

import pytest

from cleardays.law.wording import (
    clear_days_in_words,
    day_in_words,
    left_out_in_words,
    list_in_words,
)


def weekends(first_saturday, count):
    saturdays = [first_saturday + timedelta(weeks=n) for n in range(count)]
    return tuple(
        pair
        for saturday in saturdays
        for pair in ((saturday, "Saturday"), (saturday + timedelta(days=1), "Sunday"))
    )


@pytest.mark.parametrize(
    ("beside", "expected"),
    [
        (None, "Fri 27 Jun 2025"),
        (date(2025, 7, 7), "Fri 27 Jun"),
        (date(2026, 1, 5), "Fri 27 Jun 2025"),
    ],
)
def test_the_year_is_left_out_only_beside_the_same_year(beside, expected):
    assert day_in_words(date(2025, 6, 27), beside=beside) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, "no clear days"),
        (1, "one clear day"),
        (10, "ten clear days"),
        (28, "28 clear days"),
    ],
)
def test_clear_days_are_counted_in_words_up_to_ten(number, expected):
    assert clear_days_in_words(number) == expected


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c"], "a, b and c"),
        (["a and b", "c"], "a and b, and c"),
    ],
)
def test_a_list_has_one_and(parts, expected):
    assert list_in_words(parts) == expected


def test_a_weekend_over_two_months_names_both():
    words = left_out_in_words(weekends(date(2025, 5, 31), 1))

    assert words == "the weekend of 31 May – 1 Jun"


def test_three_weekends_are_dated_and_four_are_counted():
    three, four = (left_out_in_words(weekends(date(2025, 7, 5), n)) for n in (3, 4))

    assert three == "the weekends of 5–6 Jul, 12–13 Jul and 19–20 Jul"
    assert four == "four weekends"


def test_sundays_alone_are_named_and_from_four_on_counted():
    sundays = tuple((date(2025, 7, 6) + timedelta(weeks=n), "Sunday") for n in range(4))

    assert left_out_in_words(sundays[:1]) == "Sunday (6 Jul)"
    assert left_out_in_words(sundays) == "four Sundays"


def test_days_in_a_row_with_one_reason_are_joined():
    closure = tuple((date(2025, 12, day), "Christmas closure") for day in (24, 29, 30, 31))

    assert left_out_in_words(closure) == "Christmas closure (24 Dec and 29–31 Dec)"
