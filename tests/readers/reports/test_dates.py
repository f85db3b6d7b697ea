"""Dates as councils write them."""

from datetime import date

import pytest

from cleardays.readers.reports.dates import find_date


@pytest.mark.parametrize(
    "text",
    [
        "Wednesday, 31 January 2018", "31st January 2018", "31/01/2018", "31.01.18", "2018-01-31",
        "January 31, 2018", "Meeting to be held on Wednesday 31st of January, 2018 at 10.30am",
    ],
)  # fmt: skip
def test_a_date_is_found_in_any_dress(text):
    assert find_date(text).day == date(2018, 1, 31)


@pytest.mark.parametrize("text", ["", "31 February 2018", "31/13/2018", "version 1.2.3", "2018"])
def test_what_the_calendar_has_not_is_no_date(text):
    assert find_date(text) is None


def test_a_weekday_is_compared_with_its_date():
    assert find_date("Wednesday 31 January 2018").is_weekday_right
    assert not find_date("Tuesday 31 January 2018").is_weekday_right
