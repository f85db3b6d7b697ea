from datetime import date

import pytest

from cleardays.law.calendar import Calendar
from cleardays.workroom.meetings.deadlines import check_of, days_left_in_words, tone_of
from cleardays.workroom.people.models import Committee

PLAIN = Calendar.england()
SCRUTINY = Committee(kind="scrutiny")
EXECUTIVE = Committee(kind="executive")
BOARD = Committee(kind="partnership")
TODAY = date(2026, 3, 2)
TUESDAY = date(2026, 3, 17)


def test_the_check_explains_the_deadline_and_counts_the_days():
    check = check_of(SCRUTINY, TUESDAY, PLAIN, TODAY)

    assert check.agenda.value == date(2026, 3, 9)
    assert [day.kind for day in check.strip] == [
        "published",
        *["clear"] * 4,
        *["closed"] * 2,
        "clear",
        "meeting",
    ]
    assert [day.number for day in check.strip if day.kind == "clear"] == [1, 2, 3, 4, 5]
    assert check.warnings == ()


def test_an_executive_is_told_of_its_twenty_eight_days():
    check = check_of(EXECUTIVE, TUESDAY, PLAIN, TODAY)

    assert [answer.value for answer in check.others] == [
        date(2026, 2, 16),
        date(2026, 2, 16),
        date(2026, 3, 9),
    ]


def test_a_body_that_is_not_bound_has_no_deadline():
    check = check_of(BOARD, TUESDAY, PLAIN, TODAY)

    assert (check.agenda, check.is_bound) == (None, False)


@pytest.mark.parametrize(
    ("day", "today", "warning"),
    [
        (TUESDAY, date(2026, 3, 10), "That was yesterday."),
        (date(2026, 3, 14), TODAY, "do not work on that day: Saturday"),
        (date(2026, 2, 17), TODAY, "This day is past."),
        (date(2999, 1, 1), TODAY, "check the year"),
    ],
)
def test_what_is_odd_about_a_day_is_said(day, today, warning):
    check = check_of(SCRUTINY, day, PLAIN, today)

    assert any(warning in said for said in check.warnings)


@pytest.mark.parametrize(
    ("deadline", "words", "tone"),
    [
        (date(2026, 3, 2), "today", "warning"),
        (date(2026, 3, 3), "tomorrow", "warning"),
        (date(2026, 3, 1), "yesterday", "bad"),
        (date(2026, 3, 20), "in 18 days", "plain"),
        (date(2026, 2, 20), "10 days ago", "bad"),
    ],
)
def test_how_long_there_is_is_said(deadline, words, tone):
    assert days_left_in_words(deadline, TODAY) == words
    assert tone_of(deadline, TODAY) == tone
