"""Whether an inspection is there already."""

from datetime import date

import pytest

from cleardays.workroom.inspections.checks import entered_twice
from tests.factories.inspections import make_inspection


@pytest.fixture
def first():
    return make_inspection(first_day=date(2024, 11, 25), last_day=date(2024, 12, 13))


@pytest.mark.parametrize(
    ("begins", "ends"),
    [
        (date(2024, 11, 25), date(2024, 12, 13)),
        (date(2024, 12, 9), date(2024, 12, 13)),
        (date(2024, 12, 13), None),
    ],
)
def test_the_same_area_on_the_same_days_is_likely_the_same(first, begins, ends):
    again = make_inspection(first_day=begins, last_day=ends)

    assert entered_twice(again) == [first]


@pytest.mark.parametrize(
    ("code", "begins"),
    [("area-2023", date(2024, 12, 16)), ("monitoring-2023", date(2024, 12, 9))],
)
def test_other_days_and_other_frameworks_are_other_inspections(first, code, begins):
    other = make_inspection(code, first_day=begins, last_day=begins)

    assert entered_twice(other) == []


def test_without_days_nothing_is_said(first):
    unknown = make_inspection(first_day=None, last_day=None)

    assert entered_twice(unknown) == []
