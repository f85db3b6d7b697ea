from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleardays.law.calendar import Calendar, OutsideCalendar, bank_holidays
from tests.law.strategies import CALENDARS, MEETINGS


@pytest.mark.proves("calendar.working-days")
@pytest.mark.parametrize(
    ("day", "reason"),
    [
        pytest.param(date(2020, 5, 4), None, id="2020-early-may-monday-was-worked"),
        pytest.param(date(2020, 5, 8), "Early May bank holiday", id="2020-ve-day"),
        pytest.param(date(2022, 5, 30), None, id="2022-last-monday-of-may-was-worked"),
        pytest.param(date(2022, 6, 2), "Spring bank holiday", id="2022-spring"),
        pytest.param(date(2022, 6, 3), "Platinum Jubilee of Elizabeth II", id="2022-jubilee"),
        pytest.param(date(2022, 9, 19), "State Funeral of Queen Elizabeth II", id="2022-funeral"),
        pytest.param(date(2023, 5, 8), "Coronation of Charles III", id="2023-coronation"),
        pytest.param(date(2022, 1, 3), "Substitute day for New Year's Day", id="2022-new-year"),
        pytest.param(date(2021, 12, 28), "Substitute day for Boxing Day", id="2021-boxing-day"),
        pytest.param(date(2025, 8, 25), "Summer bank holiday", id="2025-summer"),
        pytest.param(date(2025, 7, 5), "Saturday", id="saturday"),
        pytest.param(date(2025, 7, 6), "Sunday", id="sunday"),
        pytest.param(date(2025, 7, 7), None, id="monday"),
    ],
)
def test_each_day_is_worked_or_says_why_not(england, day, reason):
    assert england.why_not_working(day) == reason
    assert england.is_working_day(day) is (reason is None)


@pytest.mark.parametrize("year", range(2016, 2032))
def test_eight_weekdays_a_year_are_bank_holidays_save_one_offs(year):
    one_offs = {2022: 2, 2023: 1}

    weekdays = [day for day in bank_holidays(year) if day.weekday() < 5]

    assert len(weekdays) == 8 + one_offs.get(year, 0)


@pytest.mark.proves("calendar.working-days")
def test_a_declared_closure_is_not_worked_and_keeps_its_name():
    calendar = Calendar.england({date(2025, 12, 29): "Christmas closure"})

    assert calendar.why_not_working(date(2025, 12, 29)) == "Christmas closure"


@pytest.mark.parametrize("closures", [frozenset({date(2025, 12, 29)}), {date(2025, 12, 29): ""}])
def test_a_closure_without_a_name_is_still_a_closure(closures):
    calendar = Calendar.england(closures)

    assert calendar.why_not_working(date(2025, 12, 29)) == "Offices closed"


def test_a_bank_holiday_keeps_its_name_when_declared_as_a_closure():
    calendar = Calendar.england({date(2025, 12, 26): "Christmas closure"})

    assert calendar.why_not_working(date(2025, 12, 26)) == "Boxing Day"


@pytest.mark.proves("calendar.working-days")
def test_saturdays_count_only_where_a_council_says_so(england):
    saturdays = Calendar.england(counts_saturdays=True)

    assert not england.is_working_day(date(2025, 7, 5))
    assert saturdays.is_working_day(date(2025, 7, 5))
    assert saturdays.why_not_working(date(2021, 12, 25)) == "Christmas Day"


def test_a_calendar_does_not_change_with_the_mapping_it_was_made_from():
    closures = {date(2025, 12, 29): "Christmas closure"}
    calendar = Calendar.england(closures)

    closures.clear()

    assert not calendar.is_working_day(date(2025, 12, 29))


def test_calendars_with_the_same_closures_are_equal_and_hash_alike():
    one, two = (Calendar.england({date(2025, 12, 29): "Closed"}) for _ in "ab")

    assert one == two
    assert hash(one) == hash(two)


@pytest.mark.parametrize("year", [1977, 2101])
def test_a_year_whose_bank_holidays_nobody_knows_is_refused_by_name(england, year):
    with pytest.raises(OutsideCalendar, match=f"not for {year}: check the year"):
        england.is_working_day(date(year, 6, 1))


def test_a_time_is_refused_rather_than_taken_for_a_day(england):
    with pytest.raises(TypeError, match="convert a time to its day in London"):
        england.is_working_day(datetime(2025, 12, 25, 9, tzinfo=UTC))


@pytest.mark.parametrize("days", [0, -1])
def test_counting_no_working_days_is_refused(england, days):
    with pytest.raises(ValueError, match="at least one working day"):
        england.add_working_days(date(2025, 7, 7), days)


def test_the_day_after_the_start_is_the_first_working_day(england):
    assert england.add_working_days(date(2025, 7, 7), 1) == date(2025, 7, 8)
    assert england.add_working_days(date(2025, 7, 5), 1) == date(2025, 7, 7)


def test_neither_end_is_between(england):
    between = england.working_days_between(date(2025, 7, 4), date(2025, 7, 9))

    assert between == (date(2025, 7, 7), date(2025, 7, 8))


@pytest.mark.parametrize(
    ("day", "expected"),
    [(date(2025, 7, 4), date(2025, 7, 4)), (date(2025, 7, 5), date(2025, 7, 7))],
)
def test_the_next_working_day_is_the_day_itself_if_worked(england, day, expected):
    assert england.next_working_day_on_or_after(day) == expected


@given(CALENDARS, MEETINGS, st.integers(1, 80))
def test_adding_working_days_passes_exactly_so_many(calendar, start, days):
    end = calendar.add_working_days(start, days)

    assert calendar.is_working_day(end)
    assert len(calendar.working_days_between(start, end)) == days - 1


@given(CALENDARS, MEETINGS, st.integers(1, 80))
def test_subtracting_undoes_adding_from_a_working_day(calendar, day, days):
    start = calendar.next_working_day_on_or_after(day)

    end = calendar.add_working_days(start, days)

    assert calendar.subtract_working_days(end, days) == start


@given(CALENDARS, MEETINGS, st.integers(0, 60))
def test_each_day_between_is_either_worked_or_left_out(calendar, start, length):
    end = start + timedelta(days=length)

    worked = calendar.working_days_between(start, end)
    left_out = [day for day, _ in calendar.left_out_between(start, end)]

    every_day = [start + timedelta(days=n) for n in range(1, length)]
    assert sorted([*worked, *left_out]) == every_day
