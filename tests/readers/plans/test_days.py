"""Days in cells."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleardays.readers.plans.days import EPOCH_1900, EPOCH_1904, NoDay, read_day


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param(None, "", id="empty"),
        pytest.param("  ", "", id="blank"),
        pytest.param(date(2026, 1, 31), "2026-01-31", id="date"),
        pytest.param(datetime(2026, 1, 31, 12, 0), "2026-01-31", id="time"),  # noqa: DTZ001
        pytest.param(46053, "2026-01-31", id="serial"),
        pytest.param(46053.5, "2026-01-31", id="serial-with-time"),
        pytest.param("31/01/2026", "2026-01-31", id="slashes"),
        pytest.param("1/2/26", "2026-02-01", id="day-first-short-year"),
        pytest.param("31.1.2026", "2026-01-31", id="dots"),
        pytest.param("2026-01-31", "2026-01-31", id="iso"),
        pytest.param("31 January 2026", "2026-01-31", id="words"),
        pytest.param("Saturday, 31st Jan 2026", "2026-01-31", id="weekday"),
        pytest.param("31-Jan-26", "2026-01-31", id="excel-words"),
        pytest.param("by 31 January 2026", "2026-01-31", id="by"),
        pytest.param("46053", "2026-01-31", id="serial-as-text"),
        pytest.param("31/01/2026 17:00", "2026-01-31", id="with a time"),
        pytest.param("31/Jan/26 12:00 AM", "2026-01-31", id="of a tracker"),
        pytest.param("2026-01-31T00:00:00", "2026-01-31", id="iso-with-time"),
        pytest.param("2026/01/31", "2026-01-31", id="iso-with-slashes"),
        pytest.param("Sat 31/01/2026", "2026-01-31", id="weekday-and-numbers"),
        pytest.param("31st of January, 2026", "2026-01-31", id="of"),
    ],
)
def test_a_day_is_read(value, expected):
    assert read_day(value) == expected


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("12/25/2026", "the day comes first"),
        ("31/02/2026", "no real day"),
        ("Spring 2026", "no exact day"),
        ("January 2026", "no exact day"),
        ("ongoing", "no exact day"),
        (7, "not between"),
        (2026000, "no day"),
        (True, "no day"),
        ("1/1/0026", "not between"),
    ],
)
def test_what_is_no_day_says_so(value, words):
    with pytest.raises(NoDay, match=words):
        read_day(value)


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)))
def test_every_way_of_writing_a_day_is_the_same_day(day):
    ways = [
        day,
        f"{day:%d/%m/%Y}",
        f"{day:%-d %B %Y}",
        day.isoformat(),
        (day - EPOCH_1900) // timedelta(days=1),
    ]

    assert {read_day(way) for way in ways} == {day.isoformat()}
    assert read_day((day - EPOCH_1904).days, is_1904=True) == day.isoformat()
