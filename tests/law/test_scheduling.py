from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleardays.law.calendar import Calendar
from cleardays.law.executive import breaches_of_key_decision_notice
from cleardays.law.inspections import priority_action_plan_due
from cleardays.law.notice import breaches_of_notice
from cleardays.law.scheduling import (
    CALL_IN,
    CALL_IN_DAYS,
    Terms,
    back_schedule,
)
from cleardays.law.sittings import Part, Sitting

RECEIVED = date(2025, 7, 25)
DEADLINE = date(2025, 9, 15)


def cabinet(month, day):
    return Sitting(date(2025, month, day), "Cabinet", Part.EXECUTIVE)


def scrutiny(month, day):
    return Sitting(date(2025, month, day), "Scrutiny", Part.SCRUTINY)


def board(month, day):
    return Sitting(date(2025, month, day), "ICB Board", Part.HEALTH_BOARD)


def on(route, words):
    (step,) = (step for step in route.steps if words in step.words)
    return step.on


@pytest.mark.proves("executive.call-in", "executive.officer-record")
def test_14_without_a_cabinet_between_notice_and_call_in_a_delegated_decision_is_needed(england):
    deadline = priority_action_plan_due(RECEIVED, england).value

    schedule = back_schedule(deadline, RECEIVED, england, [cabinet(8, 1), cabinet(9, 8)])

    assert (deadline, schedule.first, schedule.last) == (
        DEADLINE,
        RECEIVED + timedelta(days=29),
        date(2025, 9, 5),
    )
    assert schedule.sentence == (
        "No meeting of the executive lies between Sat 23 Aug 2025 and Fri 5 Sep 2025, the last day"
        " with 5 working days for call-in before Mon 15 Sep 2025. A delegated decision will be"
        " needed."
    )
    assert schedule.routes == ()
    assert "SI 2012/2089, reg 13(4)" in schedule.delegated.sentence
    assert "28 clear days' notice" in schedule.delegated.sentence
    assert schedule.refused == (
        "Cabinet, Fri 1 Aug 2025: 28 clear days' notice given today allows it from"
        " Sat 23 Aug 2025",
        "Cabinet, Mon 8 Sep 2025: call-in would end too late; the last day is Fri 5 Sep 2025",
    )


@pytest.mark.parametrize("day", [date(2025, 8, 26), date(2025, 9, 5)], ids=["first", "last"])
def test_14_a_cabinet_in_the_window_is_a_route(england, day):
    sittings = [Sitting(day, "Cabinet", Part.EXECUTIVE)]

    schedule = back_schedule(DEADLINE, RECEIVED, england, sittings)

    assert [route.decision.on for route in schedule.routes] == [day]
    assert schedule.delegated is None


def test_a_route_lays_out_notice_papers_scrutiny_board_and_call_in(england):
    sittings = [cabinet(9, 4), scrutiny(8, 20), scrutiny(9, 2), scrutiny(9, 10), board(9, 10)]

    (route,) = back_schedule(DEADLINE, RECEIVED, england, sittings).routes

    assert route.is_whole
    assert on(route, "notice of the key decision") == date(2025, 8, 6)
    assert on(route, "papers of Cabinet") == date(2025, 8, 27)
    assert on(route, "Scrutiny looks") == date(2025, 9, 2)
    assert on(route, "ICB Board approves") == date(2025, 9, 10)
    assert on(route, "Call-in ends") == date(2025, 9, 11)
    assert [step.on for step in route.steps] == sorted(step.on for step in route.steps)
    assert CALL_IN in {step.rule for step in route.steps}


def test_what_does_not_meet_in_time_is_said_and_whole_routes_come_first(england):
    sittings = [cabinet(8, 26), cabinet(9, 4), scrutiny(9, 2), board(9, 10)]

    schedule = back_schedule(DEADLINE, RECEIVED, england, sittings)

    assert [route.decision.on.day for route in schedule.routes] == [4, 26]
    assert schedule.routes[1].missing == (
        "No scrutiny committee meets before it with papers in time",
    )
    assert schedule.sentence == (
        "There is one way through the executive, scrutiny and the health board by Mon 15 Sep 2025."
    )


def test_a_decision_that_is_not_key_needs_its_papers_only(england):
    terms = Terms(is_key=False, call_in_days=0)

    schedule = back_schedule(
        DEADLINE, date(2025, 9, 3), england, [cabinet(9, 10), cabinet(9, 15)], terms
    )

    assert [route.decision.on.day for route in schedule.routes] == [15]
    assert "papers had to be public by Tue 2 Sep 2025" in schedule.refused[0]
    assert not any("call-in" in step.words.lower() for step in schedule.routes[0].steps)


@pytest.mark.parametrize(
    ("today", "how"),
    [
        (date(2025, 8, 15), "general exception"),
        (date(2025, 9, 3), "special urgency"),
    ],
)
def test_when_28_days_are_gone_the_exceptions_are_named(england, today, how):
    schedule = back_schedule(DEADLINE, today, england, [])

    assert "No decision of the executive can be taken in time" in schedule.sentence
    assert how in schedule.delegated.sentence


def test_a_cabinet_too_early_for_28_days_may_decide_under_the_general_exception(england):
    schedule = back_schedule(DEADLINE, RECEIVED, england, [cabinet(8, 1), cabinet(8, 4)])

    assert schedule.sentence.endswith(
        "A delegated decision will be needed, unless Cabinet decides on Mon 4 Aug 2025 under the"
        " general exception."
    )
    too_early, exceptional = schedule.refused
    assert "general exception" not in too_early
    assert exceptional.endswith("under the general exception (SI 2012/2089, reg 10)")


def test_at_christmas_the_last_day_comes_before_the_holidays(england):
    received = date(2025, 11, 10)
    deadline = priority_action_plan_due(received, england).value

    schedule = back_schedule(deadline, received, england, [cabinet(12, 19), cabinet(12, 22)])

    assert deadline == date(2025, 12, 31)
    assert (schedule.first, schedule.last) == (date(2025, 12, 9), date(2025, 12, 19))
    (route,) = schedule.routes
    assert route.decision.on == date(2025, 12, 19)
    assert on(route, "papers of Cabinet") == date(2025, 12, 11)
    assert on(route, "Call-in ends") == date(2025, 12, 30)


def test_at_easter_papers_go_out_before_good_friday(england):
    received = date(2026, 3, 5)
    deadline = priority_action_plan_due(received, england).value
    sittings = [Sitting(date(2026, 4, 14), "Cabinet", Part.EXECUTIVE)]

    schedule = back_schedule(deadline, received, england, sittings)

    assert deadline == date(2026, 4, 27)
    assert (schedule.first, schedule.last) == (date(2026, 4, 3), date(2026, 4, 17))
    assert on(schedule.routes[0], "papers of Cabinet") == date(2026, 4, 2)


def test_a_report_received_on_a_saturday_before_a_bank_holiday_counts_from_tuesday(england):
    due = priority_action_plan_due(date(2025, 8, 23), england)

    assert due.value == date(2025, 10, 13)


def test_the_letters_own_date_wins_and_may_leave_no_time_for_28_days(england):
    letter = date(2025, 8, 29)
    due = priority_action_plan_due(RECEIVED, england, letter_date=letter).value

    schedule = back_schedule(due, RECEIVED, england, [cabinet(8, 26)])

    assert due == letter
    assert schedule.last == date(2025, 8, 20)
    assert schedule.sentence.startswith("No decision of the executive can be taken in time")
    assert "from Sat 2 Aug 2025 under the general exception" in schedule.delegated.sentence


def test_ten_days_of_call_in_move_the_last_day(england):
    schedule = back_schedule(DEADLINE, RECEIVED, england, [cabinet(8, 29)], Terms(call_in_days=10))

    assert schedule.last == date(2025, 8, 29)
    assert on(schedule.routes[0], "Call-in ends") == date(2025, 9, 12)


def test_every_board_that_answers_has_to_approve(england):
    of = [("NHS Mere", date(2025, 9, 10)), ("NHS Wyke", date(2025, 9, 18))]
    boards = [Sitting(day, "Board", Part.HEALTH_BOARD, body) for body, day in of]
    sittings = [cabinet(9, 4), scrutiny(9, 2), *boards]

    (route,) = back_schedule(
        DEADLINE, RECEIVED, england, sittings, boards=("NHS Mere", "NHS Wyke")
    ).routes

    assert not route.is_whole
    assert route.missing == ("NHS Wyke does not meet before the deadline",)
    assert on(route, "Board of NHS Mere approves") == date(2025, 9, 10)


def test_a_board_that_meets_only_today_cannot_approve_what_came_today(england):
    sittings = [cabinet(9, 4), scrutiny(9, 2), board(7, 25)]

    (route,) = back_schedule(DEADLINE, RECEIVED, england, sittings).routes

    assert route.missing == ("The health board does not meet before the deadline",)


def test_scrutiny_on_the_day_of_the_decision_is_not_before_it(england):
    sittings = [cabinet(9, 4), scrutiny(9, 4), board(9, 10)]

    schedule = back_schedule(DEADLINE, RECEIVED, england, sittings)

    assert not schedule.routes[0].is_whole
    assert schedule.sentence == (
        "There is one way through the executive by Mon 15 Sep 2025, without all who have a say."
    )


def test_scrutiny_looks_and_the_board_approves_where_one_person_decides_too(england):
    schedule = back_schedule(DEADLINE, RECEIVED, england, [scrutiny(9, 4), board(9, 10)])

    assert on(schedule.delegated, "Last day for the delegated decision") == date(2025, 9, 5)
    assert on(schedule.delegated, "Scrutiny looks") == date(2025, 9, 4)
    assert on(schedule.delegated, "ICB Board approves") == date(2025, 9, 10)
    assert schedule.delegated.missing == ()


def test_without_any_meeting_it_is_said_who_does_not_meet(england):
    schedule = back_schedule(DEADLINE, RECEIVED, england, [], boards=("NHS Mere",))

    assert schedule.delegated.missing == (
        "No scrutiny committee meets before it with papers in time",
        "NHS Mere does not meet before the deadline",
    )


@given(
    st.dates(date(2024, 1, 1), date(2026, 12, 31)),
    st.integers(20, 120),
    st.lists(st.integers(0, 130), max_size=12),
)
def test_every_route_is_lawful(today, days, offsets):
    calendar = Calendar.england()
    deadline = today + timedelta(days=days)
    sittings = [Sitting(today + timedelta(days=n), "Cabinet", Part.EXECUTIVE) for n in offsets]

    schedule = back_schedule(deadline, today, calendar, sittings)

    assert bool(schedule.routes) is not bool(schedule.delegated)
    for route in schedule.routes:
        decided = route.decision.on
        assert breaches_of_key_decision_notice(today, decided) == []
        assert breaches_of_notice(today, decided, calendar) == []
        assert calendar.add_working_days(decided, CALL_IN_DAYS) < deadline
