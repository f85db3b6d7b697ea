from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleardays.law.calendar import Calendar
from cleardays.law.executive import EXECUTIVE_PAPERS
from cleardays.law.notice import (
    NOTICE_OF_MEETING,
    OPEN_PAPERS,
    SHORTER_NOTICE,
    agenda_deadline,
    breaches_of_notice,
    clear_days,
    deemed_publication_day,
    is_late,
)
from tests.law.strategies import CALENDARS, CLOSURES, MEETINGS

CHRISTMAS = {date(2025, 12, day): "Christmas closure" for day in (29, 30, 31)}


@pytest.mark.proves("notice.agenda-and-reports", "notice.time-and-place")
@pytest.mark.parametrize(
    ("meeting", "deadline"),
    [
        pytest.param(date(2025, 7, 7), date(2025, 6, 27), id="K11 Monday 7 July 2025"),
        pytest.param(date(2025, 4, 24), date(2025, 4, 14), id="K11 Easter 2025"),
        pytest.param(date(2025, 5, 8), date(2025, 4, 29), id="K11 early May 2025"),
        pytest.param(date(2026, 1, 5), date(2025, 12, 23), id="K11 Christmas 2025"),
        pytest.param(date(2019, 4, 23), date(2019, 4, 11), id="K3 Nuneaton planning 2019"),
        pytest.param(date(2019, 4, 25), date(2019, 4, 15), id="K3 Nuneaton scrutiny 2019"),
        pytest.param(date(2025, 7, 6), date(2025, 6, 27), id="a meeting on a Sunday"),
    ],
)
def test_the_deadline_is_the_last_working_day_with_five_clear_days(england, meeting, deadline):
    assert agenda_deadline(meeting, england).value == deadline


@pytest.mark.parametrize(
    ("meeting", "sentence"),
    [
        pytest.param(
            date(2025, 7, 7),
            "The agenda must be public by Fri 27 Jun 2025: five clear days before Mon 7 Jul,"
            " leaving out the weekends of 28–29 Jun and 5–6 Jul.",
            id="weekends",
        ),
        pytest.param(
            date(2025, 4, 24),
            "The agenda must be public by Mon 14 Apr 2025: five clear days before Thu 24 Apr,"
            " leaving out Good Friday (18 Apr), the weekend of 19–20 Apr and Easter Monday"
            " (21 Apr).",
            id="easter",
        ),
        pytest.param(
            date(2025, 5, 8),
            "The agenda must be public by Tue 29 Apr 2025: five clear days before Thu 8 May,"
            " leaving out the weekend of 3–4 May and the Early May bank holiday (5 May).",
            id="early-may",
        ),
        pytest.param(
            date(2026, 1, 5),
            "The agenda must be public by Tue 23 Dec 2025: five clear days before Mon 5 Jan 2026,"
            " leaving out Christmas Day (25 Dec), Boxing Day (26 Dec), the weekends of 27–28 Dec"
            " and 3–4 Jan, and New Year's Day (1 Jan).",
            id="over-new-year",
        ),
    ],
)
def test_the_deadline_explains_itself(england, meeting, sentence):
    assert agenda_deadline(meeting, england).sentence == sentence


def test_the_deadline_names_each_day_it_left_out(england):
    answer = agenda_deadline(date(2025, 4, 24), england)

    assert answer.left_out == (
        (date(2025, 4, 18), "Good Friday"),
        (date(2025, 4, 19), "Saturday"),
        (date(2025, 4, 20), "Sunday"),
        (date(2025, 4, 21), "Easter Monday"),
    )


def test_a_council_that_closes_over_christmas_publishes_earlier():
    answer = agenda_deadline(date(2026, 1, 5), Calendar.england(CHRISTMAS))

    assert answer.value == date(2025, 12, 18)
    assert "Christmas closure (29–31 Dec)" in answer.sentence


def test_where_nothing_is_left_out_the_sentence_says_nothing_of_it():
    answer = agenda_deadline(date(2025, 7, 6), Calendar.england(counts_saturdays=True))

    assert answer.sentence == (
        "The agenda must be public by Mon 30 Jun 2025: five clear days before Sun 6 Jul."
    )


@pytest.mark.proves("notice.time-and-place", "executive.agenda")
@pytest.mark.parametrize("rule", [NOTICE_OF_MEETING, EXECUTIVE_PAPERS])
def test_notices_and_executive_papers_are_due_alike_under_their_own_law(england, rule):
    answer = agenda_deadline(date(2025, 7, 7), england, subject="The notice", rule=rule)
    (breach,) = breaches_of_notice(date(2025, 6, 30), date(2025, 7, 7), england, rule=rule)

    assert answer.sentence.startswith("The notice must be public by Fri 27 Jun 2025")
    assert answer.rule == breach.rule == rule


@pytest.mark.proves("notice.clear-days")
@pytest.mark.parametrize(
    ("published", "meeting", "expected"),
    [
        pytest.param(date(2025, 6, 27), date(2025, 7, 7), 5, id="in-time"),
        pytest.param(date(2025, 6, 30), date(2025, 7, 7), 4, id="one-day-late"),
        pytest.param(date(2025, 4, 14), date(2025, 4, 24), 5, id="over-easter"),
        pytest.param(date(2025, 7, 4), date(2025, 7, 7), 0, id="friday-to-monday"),
        pytest.param(date(2025, 7, 7), date(2025, 7, 7), 0, id="same-day"),
        pytest.param(date(2025, 7, 8), date(2025, 7, 7), 0, id="afterwards"),
    ],
)
def test_clear_days_leave_out_both_ends_and_days_not_worked(england, published, meeting, expected):
    assert clear_days(published, meeting, england) == expected


@pytest.mark.proves("notice.non-working-publication")
def test_papers_put_up_at_a_weekend_count_from_monday(england):
    saturday, monday = date(2025, 6, 28), date(2025, 6, 30)

    assert deemed_publication_day(saturday, england) == monday
    assert clear_days(saturday, date(2025, 7, 7), england) == 4


@pytest.mark.proves("notice.non-working-publication")
def test_a_breach_shows_the_day_that_weekend_papers_count_as(england):
    (breach,) = breaches_of_notice(date(2025, 6, 28), date(2025, 7, 7), england)

    assert breach.detail == (
        "Public from Sat 28 Jun 2025 (counts as Mon 30 Jun), which gives four clear days before"
        " Mon 7 Jul; it had to be public by Fri 27 Jun"
    )


@pytest.mark.proves("notice.agenda-and-reports")
def test_1_an_agenda_posted_the_tuesday_before_easter_is_late(england):
    (breach,) = breaches_of_notice(date(2025, 4, 15), date(2025, 4, 24), england)

    assert str(breach) == (
        "Public from Tue 15 Apr 2025, which gives four clear days before Thu 24 Apr; it had to be"
        " public by Mon 14 Apr (Local Government Act 1972, s.100B(3))"
    )
    assert breach.blocks


@pytest.mark.proves("notice.shorter-notice")
@pytest.mark.parametrize(
    ("published", "rules"),
    [
        pytest.param(date(2025, 7, 2), [], id="when-convened"),
        pytest.param(date(2025, 7, 1), [], id="before"),
        pytest.param(date(2025, 7, 3), [SHORTER_NOTICE], id="a-day-after"),
    ],
)
def test_a_meeting_convened_at_short_notice_needs_papers_from_then(england, published, rules):
    breaches = breaches_of_notice(published, date(2025, 7, 7), england, convened=date(2025, 7, 2))

    assert [breach.rule for breach in breaches] == rules


@pytest.mark.parametrize("convened", [date(2025, 6, 2), date(2025, 6, 27)])
def test_a_meeting_convened_in_time_excuses_no_lateness(england, convened):
    (breach,) = breaches_of_notice(date(2025, 6, 30), date(2025, 7, 7), england, convened=convened)

    assert breach.rule == OPEN_PAPERS


@pytest.mark.proves("notice.shorter-notice")
def test_an_item_is_late_from_the_day_after_the_deadline(england):
    late = [is_late(date(2025, 6, day), date(2025, 7, 7), england) for day in (27, 28, 30)]

    assert late == [False, True, True]


@pytest.mark.proves("notice.agenda-and-reports", "notice.clear-days")
@given(CALENDARS, MEETINGS)
def test_the_last_lawful_day_is_lawful_and_the_next_working_day_is_not(calendar, meeting):
    deadline = agenda_deadline(meeting, calendar).value
    next_day = calendar.add_working_days(deadline, 1)

    assert calendar.is_working_day(deadline)
    assert breaches_of_notice(deadline, meeting, calendar) == []
    assert breaches_of_notice(next_day, meeting, calendar)


@given(CALENDARS, MEETINGS, st.integers(1, 10))
def test_no_day_after_the_deadline_is_lawful_worked_or_not(calendar, meeting, days):
    deadline = agenda_deadline(meeting, calendar).value

    assert is_late(deadline + timedelta(days=days), meeting, calendar)


@given(MEETINGS, CLOSURES)
def test_more_closures_never_make_the_deadline_later(meeting, closures):
    without = agenda_deadline(meeting, Calendar.england()).value
    with_them = agenda_deadline(meeting, Calendar.england(closures)).value

    assert with_them <= without


@given(CALENDARS, MEETINGS, st.integers(0, 40), st.integers(0, 40))
def test_publishing_earlier_never_gives_fewer_clear_days(calendar, meeting, before, earlier):
    published = meeting - timedelta(days=before)

    given_then = clear_days(published - timedelta(days=earlier), meeting, calendar)

    assert given_then >= clear_days(published, meeting, calendar)
