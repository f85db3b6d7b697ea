from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleardays.law.periods import (
    last_day_of_days_beginning,
    last_day_of_months_beginning,
    months_after,
)
from tests.law.strategies import DAYS


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [
        pytest.param(date(2025, 3, 10), 2, date(2025, 5, 9), id="K8"),
        pytest.param(date(2026, 5, 1), 72, date(2032, 4, 30), id="K10"),
        pytest.param(date(2025, 12, 31), 2, date(2026, 2, 28), id="no-31-february"),
        pytest.param(date(2023, 12, 30), 2, date(2024, 2, 29), id="no-30-february-leap-year"),
        pytest.param(date(2025, 12, 29), 2, date(2026, 2, 28), id="no-29-february"),
        pytest.param(date(2023, 12, 29), 2, date(2024, 2, 28), id="a-29-february"),
        pytest.param(date(2025, 7, 31), 2, date(2025, 9, 30), id="no-31-september"),
        pytest.param(date(2025, 8, 1), 2, date(2025, 9, 30), id="first-of-month"),
        pytest.param(date(2024, 2, 29), 48, date(2028, 2, 28), id="leap-day-to-leap-year"),
        pytest.param(date(2024, 2, 29), 72, date(2030, 2, 28), id="leap-day-to-plain-year"),
    ],
)
def test_months_beginning_with_a_day_end_the_day_before_the_same_date(start, months, expected):
    assert last_day_of_months_beginning(start, months) == expected


@given(DAYS)
def test_two_months_are_never_under_59_nor_over_62_days(start):
    days = (last_day_of_months_beginning(start, 2) - start).days + 1

    assert 59 <= days <= 62


@given(DAYS, st.integers(1, 120))
def test_a_later_start_never_ends_earlier(start, months):
    ends = [last_day_of_months_beginning(start + timedelta(days=n), months) for n in (0, 1)]

    assert ends == sorted(ends)


@given(DAYS, st.integers(1, 120))
def test_months_end_by_the_same_date_in_the_right_month(start, months):
    end = months_after(start, months)

    assert (end.year - start.year) * 12 + end.month - start.month == months
    assert end.day == start.day or (end + timedelta(days=1)).day == 1


def test_days_beginning_with_a_day_count_it_as_the_first():
    assert last_day_of_days_beginning(date(2025, 3, 10), 28) == date(2025, 4, 6)
