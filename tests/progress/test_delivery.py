"""How an action stands, from its dates."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleardays.progress.delivery import Dates, Delivery, delivery, finish_lateness, start_lateness

MAY, JUNE, JULY = date(2019, 5, 13), date(2019, 6, 13), date(2019, 7, 13)
days = st.none() | st.dates(date(2018, 1, 1), date(2026, 12, 31))
dates = st.builds(Dates, **dict.fromkeys(Dates._fields, days))


@pytest.mark.parametrize(
    ("given_dates", "expected"),
    [
        pytest.param(Dates(), Delivery.UNDATED, id="nothing-known"),
        pytest.param(Dates(start=JULY), Delivery.NOT_DUE, id="starts-later"),
        pytest.param(Dates(start=JUNE), Delivery.NOT_DUE, id="starts-today"),
        pytest.param(Dates(start=MAY), Delivery.OVERDUE_TO_START, id="should-have-started"),
        pytest.param(Dates(finish=MAY), Delivery.OVERDUE_TO_START, id="only-a-finish-gone-by"),
        pytest.param(Dates(started=MAY, finish=JULY), Delivery.ON_TIME, id="under-way"),
        pytest.param(Dates(started=MAY, finish=MAY), Delivery.LATE, id="should-have-finished"),
        pytest.param(Dates(started=MAY), Delivery.IN_PROGRESS, id="no-finish-to-be-late-for"),
        pytest.param(Dates(finished=MAY, finish=MAY), Delivery.FINISHED_ON_TIME, id="on-the-day"),
        pytest.param(Dates(finished=MAY), Delivery.FINISHED, id="no-day-it-was-wanted-by"),
        pytest.param(Dates(finished=JUNE, finish=MAY), Delivery.FINISHED_LATE, id="a-month-late"),
        pytest.param(
            Dates(finished=JULY, started=MAY), Delivery.IN_PROGRESS, id="not-finished-yet"
        ),
        pytest.param(Dates(stopped=MAY, finished=JULY), Delivery.STOPPED, id="stopped"),
        pytest.param(Dates(carried_forward=MAY), Delivery.CARRIED_FORWARD, id="carried"),
    ],
)
def test_delivery_on_13_june(given_dates, expected):
    assert delivery(given_dates, JUNE) is expected


def test_lateness_is_counted_from_the_first_date_and_the_current_one():
    moved = Dates(first_finish=MAY, finish=JUNE, started=MAY)

    late = finish_lateness(moved, JULY)

    assert (late.first, late.current) == (61, 30)


def test_lateness_stops_when_it_is_done():
    done = Dates(first_start=MAY, start=MAY, started=JUNE)

    assert start_lateness(done, JULY).first == 31


@given(dates, st.dates(date(2018, 1, 1), date(2026, 12, 31)))
def test_every_action_stands_somewhere_and_only_open_ones_grow_later(one, on):
    state = delivery(one, on)
    today, tomorrow = finish_lateness(one, on), finish_lateness(one, on + timedelta(days=1))

    assert state in Delivery
    assert 0 <= tomorrow.current - today.current <= 1
    if one.finished and one.finished <= on:
        assert tomorrow == today
