from dataclasses import replace
from datetime import date

import pytest

from cleardays.law.private_meetings import (
    FIRST_PRIVATE_NOTICE,
    PRIVATE_URGENCY,
    SECOND_PRIVATE_NOTICE,
    SPECIAL_URGENCY,
    Approver,
    PrivateNotice,
    Reply,
    breaches_of_agreement,
    breaches_of_private_notices,
    private_notice_deadlines,
)

MEETING = date(2025, 7, 7)
FIRST = PrivateNotice(date(2025, 6, 8), "Exempt under paragraph 3")
SECOND = PrivateNotice(date(2025, 6, 27), "Exempt under paragraph 3", "none received", "none")


@pytest.mark.proves("private.first-notice", "private.second-notice")
def test_two_notices_are_due_28_and_five_clear_days_before(england):
    first, second = private_notice_deadlines(MEETING, england)

    assert first.sentence == (
        "The first notice of a private meeting must be public by Sun 8 Jun 2025: 28 clear days"
        " before Mon 7 Jul, weekends and holidays counted."
    )
    assert second.sentence == (
        "The second notice of a private meeting must be public by Fri 27 Jun 2025: five clear"
        " days before Mon 7 Jul, leaving out the weekends of 28–29 Jun and 5–6 Jul."
    )
    assert (first.rule, second.rule) == (FIRST_PRIVATE_NOTICE, SECOND_PRIVATE_NOTICE)


@pytest.mark.proves("private.first-notice", "private.second-notice")
def test_complete_notices_in_time_are_lawful(england):
    assert breaches_of_private_notices(FIRST, SECOND, MEETING, england) == []


@pytest.mark.proves("private.first-notice")
@pytest.mark.parametrize(
    ("change", "detail"),
    [
        (
            {"published": date(2025, 6, 9)},
            "The first notice came on Mon 9 Jun 2025; it was due by Sun 8 Jun",
        ),
        ({"reasons": ""}, "The first notice must give the reasons for meeting in private"),
    ],
)
def test_the_first_notice_must_be_in_time_and_reasoned(england, change, detail):
    first = replace(FIRST, **change)

    (breach,) = breaches_of_private_notices(first, SECOND, MEETING, england)

    assert (breach.rule, breach.detail) == (FIRST_PRIVATE_NOTICE, detail)


@pytest.mark.proves("private.second-notice")
@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"published": date(2025, 6, 30)}, "four clear days"),
        ({"reasons": ""}, "the reasons for meeting in private"),
        ({"representations": ""}, 'the representations received, or "none"'),
        ({"response": ""}, "the response to them"),
    ],
)
def test_the_second_notice_must_be_in_time_and_answer_representations(england, change, words):
    second = replace(SECOND, **change)

    (breach,) = breaches_of_private_notices(FIRST, second, MEETING, england)

    assert breach.rule == SECOND_PRIVATE_NOTICE
    assert words in breach.detail


@pytest.mark.proves("executive.special-urgency")
@pytest.mark.parametrize(
    "replies",
    [
        pytest.param({Approver.SCRUTINY_CHAIR: Reply.AGREES}, id="scrutiny-chair"),
        pytest.param(
            {Approver.SCRUTINY_CHAIR: Reply.UNABLE, Approver.COUNCIL_CHAIR: Reply.AGREES},
            id="council-chair-as-scrutiny-chair-is-unable",
        ),
        pytest.param(
            {
                Approver.SCRUTINY_CHAIR: Reply.VACANT,
                Approver.COUNCIL_CHAIR: Reply.UNABLE,
                Approver.COUNCIL_VICE_CHAIR: Reply.AGREES,
            },
            id="vice-chair-last",
        ),
    ],
)
def test_the_first_who_is_able_may_agree_to_urgency(replies):
    assert breaches_of_agreement(replies, "It cannot wait") == []


@pytest.mark.proves("executive.special-urgency")
@pytest.mark.parametrize(
    ("replies", "detail"),
    [
        pytest.param(
            {},
            "Ask the chair of the relevant scrutiny committee: they come next and have not"
            " replied",
            id="nobody-asked",
        ),
        pytest.param(
            {Approver.COUNCIL_CHAIR: Reply.AGREES},
            "Ask the chair of the relevant scrutiny committee: they come next and have not"
            " replied",
            id="scrutiny-chair-passed-over",
        ),
        pytest.param(
            {Approver.SCRUTINY_CHAIR: Reply.DISAGREES, Approver.COUNCIL_CHAIR: Reply.AGREES},
            "The chair of the relevant scrutiny committee disagrees, and nobody else may be asked",
            id="shopping-for-agreement",
        ),
        pytest.param(
            dict.fromkeys(Approver, Reply.UNABLE),
            "Nobody is able to agree to urgency: wait for the full notice",
            id="nobody-able",
        ),
    ],
)
def test_disagreement_is_not_inability_and_nobody_is_passed_over(replies, detail):
    (breach,) = breaches_of_agreement(replies, "It cannot wait")

    assert (breach.rule, breach.detail) == (SPECIAL_URGENCY, detail)


@pytest.mark.proves("private.urgency")
def test_agreement_to_an_urgent_private_meeting_needs_published_reasons():
    replies = {Approver.SCRUTINY_CHAIR: Reply.AGREES}

    (breach,) = breaches_of_agreement(replies, "", rule=PRIVATE_URGENCY)

    assert str(breach) == (
        "Publish why the matter is urgent and cannot reasonably be deferred"
        " (SI 2012/2089, reg 5(6)–(7))"
    )
