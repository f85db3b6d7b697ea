"""Invented meetings fall on a day on which they can lawfully be announced."""

from datetime import date, timedelta

import pytest

from cleardays.cli.demonstration.meetings import first_day
from cleardays.cli.demonstration.story import coming
from cleardays.law.notice import breaches_of_notice
from cleardays.workroom.people.calendars import calendar_of
from tests.factories.people import make_council

A_YEAR = [date(2026, 1, 1) + timedelta(days=n) for n in range(0, 365, 3)]


@pytest.mark.parametrize("number", range(len(coming())))
def test_whatever_the_day_of_loading_there_is_time_for_five_clear_days(number):
    invented, council = coming()[number], make_council()
    calendar = calendar_of(council)

    days = {today: first_day(invented, today, council) for today in A_YEAR}

    assert {day.weekday() for day in days.values()} == {invented.weekday}
    assert all(calendar.is_working_day(day) for day in days.values())
    assert [t for t, day in days.items() if breaches_of_notice(t, day, calendar)] == []
