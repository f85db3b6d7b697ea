from datetime import date

import pytest

from cleardays.workroom.people.models import Committee
from tests.factories.people import make_committee


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        (None, None, True),
        (date(2026, 3, 17), date(2026, 3, 17), True),
        (date(2026, 3, 18), None, False),
        (None, date(2026, 3, 16), False),
    ],
)
def test_a_committee_is_in_being_between_its_days(since, until, expected):
    make_committee(valid_from=since, valid_until=until)

    assert Committee.objects.in_being(date(2026, 3, 17)).exists() is expected


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("scrutiny", True), ("statutory-board", True), ("partnership", False), ("informal", False)],
)
def test_the_kind_settles_whether_part_va_binds(kind, expected):
    assert Committee(kind=kind).is_bound_by_part_va is expected
