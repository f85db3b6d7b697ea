"""Periods as councils write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleardays.progress.measures.periods import (
    Span,
    UnknownPeriod,
    as_at,
    calendar_year,
    financial_year,
    month,
    parse_period,
    quarter,
    school_year,
    twelve_months,
    week_ending,
)


@pytest.mark.parametrize(
    ("words", "start", "end", "label"),
    [
        ("2018", date(2018, 1, 1), date(2018, 12, 31), "2018"),
        (" calendar year 2018 ", date(2018, 1, 1), date(2018, 12, 31), "2018"),
        ("2019-20 school year", date(2019, 9, 1), date(2020, 8, 31), "2019-20 school year"),
        ("Academic year 2019/20", date(2019, 9, 1), date(2020, 8, 31), "2019-20 school year"),
        (
            "2024–2025 financial year",
            date(2024, 4, 1),
            date(2025, 3, 31),
            "2024-25 financial year",
        ),
        ("2024-12", date(2024, 12, 1), date(2024, 12, 31), "December 2024"),
        ("2011-12", date(2011, 12, 1), date(2011, 12, 31), "December 2011"),
        ("Feb 2024", date(2024, 2, 1), date(2024, 2, 29), "February 2024"),
        ("september 2024", date(2024, 9, 1), date(2024, 9, 30), "September 2024"),
        ("Q3 2024", date(2024, 7, 1), date(2024, 9, 30), "July to September 2024"),
        ("2024 Q1", date(2024, 1, 1), date(2024, 3, 31), "January to March 2024"),
        ("Q4 2024-25", date(2025, 1, 1), date(2025, 3, 31), "January to March 2025"),
        ("Q3 2024-25", date(2024, 10, 1), date(2024, 12, 31), "October to December 2024"),
        ("31 January 2025", date(2025, 1, 31), date(2025, 1, 31), "31 January 2025"),
        ("as at 2025-01-31", date(2025, 1, 31), date(2025, 1, 31), "31 January 2025"),
        ("31/1/2025", date(2025, 1, 31), date(2025, 1, 31), "31 January 2025"),
    ],
)
def test_a_period_is_read_as_it_is_written(words, start, end, label):
    found = parse_period(words)

    assert (found.start, found.end, found.label) == (start, end, label)


@pytest.mark.parametrize(
    ("words", "advice"),
    [
        ("2019-20", "2019-20 school year"),
        ("2019-21 school year", "does not follow"),
        ("31 February 2025", "no day or month"),
        ("2024-13", "school year"),
        ("last year", "write a year"),
        ("", "write a year"),
        ("Q5 2024", "write a year"),
    ],
)
def test_what_is_no_period_is_refused_with_what_to_write(words, advice):
    with pytest.raises(UnknownPeriod, match=advice):
        parse_period(words)


@given(st.integers(1990, 2090), st.integers(1, 12), st.integers(1, 4))
def test_every_label_is_read_back_as_the_same_period(year, number, part):
    for period in (calendar_year(year), school_year(year), financial_year(year),
                   month(year, number), as_at(date(year, number, 28))):  # fmt: skip
        assert parse_period(period.label) == period
    assert parse_period(f"Q{part} {year}") == quarter(year, part)


@pytest.mark.parametrize(
    ("words", "short"),
    [
        ("2024", "2024"),
        ("2019-20 school year", "2019-20"),
        ("2024-12", "Dec 24"),
        ("Q3 2024", "Q3 24"),
        ("31 January 2025", "31 Jan 25"),
        ("week ending 5 May 2024", "5 May 24"),
        ("12 months to March 2024", "to Mar 24"),
    ],
)
def test_the_foot_of_a_chart_has_short_labels(words, short):
    assert parse_period(words).short == short


def test_a_school_year_begins_in_september():
    assert parse_period("2024-08").school_year == 2023
    assert parse_period("2024-09").school_year == 2024
    assert parse_period("2024-09").span is Span.MONTH


PERIODS = [
    calendar_year(2024), school_year(2024), financial_year(2024), month(2024, 2),
    *(quarter(2024, n) for n in range(1, 5)), quarter(2024, 1, first_month=2),
    as_at(date(2025, 1, 31)), week_ending(date(2024, 5, 3)), twelve_months(2024, 3),
    twelve_months(2024, 12),
]  # fmt: skip


@pytest.mark.parametrize("period", PERIODS, ids=lambda period: period.label)
def test_a_period_is_known_again_by_its_own_label(period):
    again = parse_period(period.label)

    assert (again, again.span) == (period, period.span)


def test_months_that_are_no_quarter_are_refused():
    with pytest.raises(UnknownPeriod, match="no quarter"):
        parse_period("January to June 2024")


@pytest.mark.parametrize(
    "words", ["2024-W18", "week beginning 29 April 2024", "Week ending 5/5/2024"]
)
def test_a_week_is_seven_days_however_it_is_written(words):
    found = parse_period(words)

    assert (found.start, found.end) == (date(2024, 4, 29), date(2024, 5, 5))


def test_twelve_months_end_with_the_one_that_is_named():
    found = parse_period("12 months to February 2024")

    assert (found.start, found.end) == (date(2023, 3, 1), date(2024, 2, 29))
