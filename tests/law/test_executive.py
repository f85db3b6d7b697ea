from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleardays.law.executive import (
    GENERAL_EXCEPTION,
    GeneralException,
    KeyDecisionNotice,
    breaches_of_general_exception,
    breaches_of_key_decision_notice,
    breaches_of_notice_contents,
    breaches_of_officer_record,
    earliest_decision,
    earliest_under_general_exception,
    latest_notice,
)
from tests.law.strategies import CALENDARS, DAYS, MEETINGS

NOTICE = KeyDecisionNotice(
    matter="Improvement plan after the area inspection",
    decision_maker="Cabinet, with its members",
    decided_when="7 July 2025",
    documents="none",
    where_to_get_them="County Hall and the council's website",
    says_others_may_come=True,
    how_to_ask="From democratic services",
)
EXCEPTION = GeneralException(
    told_in_writing="Chair of the scrutiny committee",
    published=date(2025, 6, 27),
    reasons="The inspectors' date leaves no time",
)


@pytest.mark.proves("executive.key-decision-notice")
def test_k11_notice_is_due_28_days_of_the_calendar_before(england):
    answer = latest_notice(date(2025, 7, 7))

    assert answer.value == date(2025, 6, 8)
    assert answer.sentence == (
        "Notice of the key decision must be public by Sun 8 Jun 2025: 28 clear days before"
        " Mon 7 Jul, weekends and holidays counted."
    )


@pytest.mark.proves("executive.key-decision-notice")
def test_a_decision_may_be_taken_once_28_clear_days_have_passed():
    answer = earliest_decision(date(2025, 6, 8))

    assert answer.value == date(2025, 7, 7)
    assert answer.sentence == (
        "The decision may be taken from Mon 7 Jul 2025: 28 clear days after its notice of"
        " Sun 8 Jun, weekends and holidays counted."
    )


@pytest.mark.proves("executive.key-decision-notice")
def test_11_notice_of_8_june_is_lawful_for_7_july():
    assert breaches_of_key_decision_notice(date(2025, 6, 8), date(2025, 7, 7)) == []


@pytest.mark.proves("executive.key-decision-notice")
def test_11_notice_of_9_june_needs_the_general_exception():
    (breach,) = breaches_of_key_decision_notice(date(2025, 6, 9), date(2025, 7, 7))

    assert str(breach) == (
        "Notice of Mon 9 Jun 2025 gives 27 of 28 clear days before Mon 7 Jul: it was due by"
        " Sun 8 Jun, so the general exception or special urgency is needed"
        " (SI 2012/2089, reg 9(2))"
    )


def test_notice_after_the_decision_gives_no_days():
    (breach,) = breaches_of_key_decision_notice(date(2025, 7, 8), date(2025, 7, 7))

    assert "gives 0 of 28 clear days" in breach.detail


@given(DAYS)
def test_the_last_notice_and_the_first_decision_undo_each_other(day):
    assert latest_notice(earliest_decision(day).value).value == day


@given(DAYS, st.integers(-60, 60))
def test_notice_is_lawful_exactly_up_to_the_last_day(decision, offset):
    latest = latest_notice(decision).value

    breaches = breaches_of_key_decision_notice(latest + timedelta(days=offset), decision)

    assert bool(breaches) is (offset > 0)


@pytest.mark.proves("executive.key-decision-contents")
def test_a_notice_that_says_everything_is_complete():
    assert breaches_of_notice_contents(NOTICE) == []


@pytest.mark.proves("executive.key-decision-contents")
@pytest.mark.parametrize(
    ("change", "missing"),
    [
        ({"matter": ""}, "the matter to be decided"),
        ({"decision_maker": " "}, "who decides, with the title or the members"),
        ({"decided_when": ""}, "the date of the decision, or the period"),
        ({"documents": ""}, 'the documents to be considered, or "none"'),
        ({"where_to_get_them": ""}, "where the documents can be had"),
        ({"says_others_may_come": False}, "that other documents may come"),
        ({"how_to_ask": ""}, "how to ask for documents that come later"),
    ],
)
def test_a_notice_must_say_each_thing(change, missing):
    (breach,) = breaches_of_notice_contents(replace(NOTICE, **change))

    assert breach.detail == f"The notice must say {missing}"


@pytest.mark.proves("executive.general-exception")
def test_the_general_exception_waits_five_clear_days(england):
    answer = earliest_under_general_exception(date(2025, 7, 5), england)

    assert answer.value == date(2025, 7, 15)
    assert answer.sentence == (
        "The decision may be taken from Tue 15 Jul 2025: five clear days after its notice under"
        " the general exception, public from Sat 5 Jul 2025 (counts as Mon 7 Jul), leaving out the"
        " weekend of 12–13 Jul."
    )


@pytest.mark.proves("executive.general-exception")
def test_the_general_exception_is_lawful_when_told_published_and_waited(england):
    assert breaches_of_general_exception(EXCEPTION, date(2025, 7, 7), england) == []


@pytest.mark.proves("executive.general-exception")
@pytest.mark.parametrize(
    ("change", "detail"),
    [
        (
            {"told_in_writing": ""},
            "Tell the chair of the scrutiny committee in writing, or every member if there is"
            " none",
        ),
        (
            {"published": date(2025, 6, 30)},
            "Five clear days have not passed: wait until Tue 8 Jul 2025",
        ),
        ({"reasons": ""}, "Publish why 28 days' notice was impracticable"),
    ],
)
def test_the_general_exception_says_what_is_missing(england, change, detail):
    exception = replace(EXCEPTION, **change)

    (breach,) = breaches_of_general_exception(exception, date(2025, 7, 7), england)

    assert (breach.rule, breach.detail) == (GENERAL_EXCEPTION, detail)


@given(CALENDARS, MEETINGS)
def test_the_first_day_under_the_exception_is_lawful_and_the_day_before_is_not(calendar, day):
    earliest = earliest_under_general_exception(day, calendar).value
    exception = replace(EXCEPTION, published=day)

    assert breaches_of_general_exception(exception, earliest, calendar) == []
    assert breaches_of_general_exception(exception, earliest - timedelta(days=1), calendar)


@pytest.mark.proves("executive.officer-record")
@pytest.mark.parametrize("part", ["decision", "reasons", "alternatives", "conflicts"])
def test_the_record_of_a_decision_is_not_whole_without_each_of_its_parts(part):
    whole = dict.fromkeys(("decision", "reasons", "alternatives", "conflicts"), "As said.")

    breaches = breaches_of_officer_record({**whole, part: " "})

    assert breaches_of_officer_record(whole) == []
    assert [one.rule.code for one in breaches] == ["executive.officer-record"]
