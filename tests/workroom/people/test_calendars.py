from datetime import date

from cleardays.workroom.people.calendars import calendar_of, calendars_of
from cleardays.workroom.people.models import ClosureDay
from tests.factories.people import make_council


def test_closure_days_of_the_council_do_not_count():
    council = make_council()
    ClosureDay.objects.create(organisation=council, day=date(2026, 3, 12), name="Flood")

    calendar = calendar_of(council)

    assert calendar.why_not_working(date(2026, 3, 12)) == "Flood"
    assert calendar.is_working_day(date(2026, 3, 11))


def test_saturdays_count_where_the_council_says_so():
    saturday = date(2026, 3, 14)

    assert calendar_of(make_council(counts_saturdays=True)).is_working_day(saturday)
    assert not calendar_of(make_council()).is_working_day(saturday)


def test_many_calendars_take_one_query(django_assert_num_queries):
    councils = [make_council() for _ in range(5)]

    with django_assert_num_queries(1):
        calendars_of(councils)
