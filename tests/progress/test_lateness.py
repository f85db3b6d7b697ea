"""How late a thing is said to be, at every edge."""

from datetime import date

import pytest

from cleardays.progress.delivery import Dates
from cleardays.progress.lateness import late_in_words

ON = date(2026, 6, 10)


def june(day):
    return date(2026, 6, day)


def planned(start=None, finish=None, **more):
    """Dates that were never moved."""
    return Dates(first_start=start, first_finish=finish, start=start, finish=finish, **more)


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        pytest.param(planned(june(10)), "", id="due today"),
        pytest.param(planned(june(9)), "1 day late", id="start"),
        pytest.param(planned(finish=june(1)), "9 days late", id="no start was planned"),
        pytest.param(planned(june(1), june(20)), "9 days late", id="start, finish in time"),
        pytest.param(planned(finish=june(1), started=june(1)), "9 days late", id="finish"),
        pytest.param(
            Dates(first_finish=june(1), finish=june(8), started=june(1)),
            "9 days late by the date agreed first, 2 days by the current one",
            id="moved",
        ),
        pytest.param(
            Dates(first_finish=june(1), finish=june(20), started=june(1)),
            "9 days late by the date agreed first, not by the current one",
            id="moved and in time",
        ),
        pytest.param(
            Dates(first_finish=june(20), finish=june(8), started=june(1)),
            "2 days late by the current date, not by the one agreed first",
            id="moved earlier",
        ),
        pytest.param(Dates(finish=june(8), started=june(1)), "2 days late", id="nothing agreed"),
        pytest.param(
            planned(june(1), june(5), started=june(1), finished=june(7)), "2 days late", id="done"
        ),
        pytest.param(
            planned(june(1), june(5), started=june(1), finished=june(5)), "", id="done in time"
        ),
        pytest.param(
            planned(june(1), june(5), carried_forward=june(8)), "3 days late", id="carried"
        ),
        pytest.param(planned(june(1), june(5), stopped=june(4)), "", id="stopped in time"),
        pytest.param(Dates(), "", id="no dates"),
    ],
)
def test_it_is_late_by_the_date_agreed_first_and_by_the_current_one(dates, words):
    assert late_in_words(dates, ON) == words
