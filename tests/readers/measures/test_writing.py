"""Periods as analysts write them."""

import pytest

from cleardays.progress.measures.periods import parse_period
from cleardays.readers.measures.writing import looks_like_period, month_of_last_day, period_in


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("w/e 03/05/2024", "week ending 3 May 2024"),
        ("W/C 29 April 2024", "week ending 5 May 2024"),
        ("week ending 3rd May 2024", "week ending 3 May 2024"),
        ("2024-W18", "week ending 5 May 2024"),
        ("Rolling 12 months to Mar 2024", "12 months to March 2024"),
        ("Year ending 31 March 2024", "12 months to March 2024"),
        ("12 months to Sept-24", "12 months to September 2024"),
        ("Apr 24 - Jun 24", "April to June 2024"),
        ("Apr-Jun 2024", "April to June 2024"),
        ("2023-24 Q3", "October to December 2023"),
        ("Q1 24/25 (Apr-Jun)", "April to June 2024"),
        ("April 2024 (provisional)", "April 2024"),
        ("30-Apr-24", "30 April 2024"),
        ("Tuesday 30 April 2024", "30 April 2024"),
        ("30.04.2024", "30 April 2024"),
        ("2024-04-30 00:00:00", "30 April 2024"),
        ("2023/24 Feb", "February 2024"),
        ("2024 Feb", "February 2024"),
        ("Mon 2024", "Mon 2024"),
    ],
)
def test_a_period_is_read_as_people_write_it(written, label):
    said = period_in(written)

    assert (parse_period(said).label if looks_like_period(written) else said) == label


@pytest.mark.parametrize(
    ("written", "year", "kind", "label"),
    [
        ("M1", "2024/25", "", "April 2024"),
        ("P12", "FY24/25", "", "March 2025"),
        ("M1", "2024/25", "school year", "September 2024"),
        ("Jan", "2024/25", "school year", "January 2025"),
        ("Q2", "2024/25", "", "July to September 2024"),
    ],
)
def test_a_period_without_a_year_lies_in_the_one_that_is_given(written, year, kind, label):
    assert parse_period(period_in(written, year=year, kind=kind)).label == label


@pytest.mark.parametrize("written", ["31/04/2024", "M13", "30/02/24", "2024-W60", "Q5 2024"])
def test_what_is_no_period_is_none(written):
    assert not looks_like_period(written)


@pytest.mark.parametrize("written", ["01/04/2024", "1 April 2024", "202404"])
def test_the_first_day_of_a_month_is_the_month_where_months_are_meant(written):
    assert parse_period(period_in(written, is_month=True)).label == "April 2024"


@pytest.mark.parametrize(
    ("written", "month"),
    [
        ("30/04/2024", "2024-04"),
        ("29 Feb 2024", "2024-02"),
        ("29/04/2024", ""),
        ("31/04/2024", ""),
    ],
)
def test_the_last_day_of_a_month_tells_which_month_it_ends(written, month):
    assert month_of_last_day(written) == month
