"""Dates in words, no more exact than they are known."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleardays.design.dates import (
    clock_in_words,
    in_words,
    leaf,
    moment,
    qualified,
    span_in_words,
)


@pytest.mark.parametrize(
    ("value", "words", "machine"),
    [
        (date(2018, 1, 31), "31 January 2018", "2018-01-31"),
        ("2018-01-31", "31 January 2018", "2018-01-31"),
        ("2018-05", "May 2018", "2018-05"),
        ("2018", "2018", "2018"),
        (datetime(2025, 7, 7, 13, 0, tzinfo=UTC), "7 July 2025", "2025-07-07T14:00"),
        ("2025-01-07T13:00:00+00:00", "7 January 2025", "2025-01-07T13:00"),
    ],
)
def test_a_date_is_said_as_far_as_it_is_known(value, words, machine):
    known = moment(value)

    assert (in_words(known), known.machine) == (words, machine)


def test_a_time_is_said_as_in_london_in_summer():
    known = moment(datetime(2025, 7, 7, 13, 0, tzinfo=UTC))

    assert in_words(known, weekday=True, time=True) == "Monday 7 July 2025 at 2pm"


@pytest.mark.parametrize(
    ("clock", "words"),
    [
        ("10:30", "10:30am"),
        ("14:00", "2pm"),
        ("12:00", "midday"),
        ("00:05", "12:05am"),
        ("12:15", "12:15pm"),
    ],
)
def test_the_clock_is_said_as_people_do(clock, words):
    assert clock_in_words(clock) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2020-03-09", "2020-03-12", "9 to 12 March 2020"),
        ("2020-02-28", "2020-03-02", "28 February to 2 March 2020"),
        ("2019-12-30", "2020-01-02", "30 December 2019 to 2 January 2020"),
        ("2018-05", "2018-07", "May 2018 to July 2018"),
    ],
)
def test_a_span_says_once_what_its_ends_share(start, end, words):
    assert span_in_words(moment(start), moment(end)) == words


@pytest.mark.parametrize(
    ("precision", "words"),
    [("", "May 2018"), ("about", "about May 2018"), ("unconfirmed", "May 2018 (not confirmed)")],
)
def test_how_sure_a_date_is_stands_beside_it(precision, words):
    assert qualified("May 2018", precision) == words


def test_a_precision_that_is_none_is_refused_by_name():
    with pytest.raises(ValueError, match="'roughly' is no precision: use one of day, month"):
        qualified("May 2018", "roughly")


@pytest.mark.parametrize(
    "text", ["", "31/1/2018", "2018-1-31", "2018-02-30T", "2018-13", "2018-02-30"]
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(ValueError, match=r"date|isoformat|must be in|is out of range"):
        moment(text)


@given(st.dates(), st.sampled_from(["month", "year"]))
def test_a_coarser_date_never_tells_the_finer(day, precision):
    cut = moment(day).cut(precision)

    assert cut.day == 0
    assert in_words(cut).endswith(str(day.year))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2025-07-07", ("Mon", "7", "Jul 2025")),
        ("2018-05", ("Month", "May", "2018")),
        ("2018", ("Year", "2018", "")),
    ],
)
def test_a_leaf_of_the_calendar_shows_what_is_known(value, expected):
    assert leaf(moment(value)) == expected
