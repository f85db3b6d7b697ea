"""An ask from the meeting that made it to the meeting that accepted its answer."""

from datetime import date, timedelta

import pytest

from cleardays.workroom.access.viewer import NotAllowed
from cleardays.workroom.audit.models import AuditEvent
from cleardays.workroom.meetings import actions as meetings
from cleardays.workroom.outbox.models import Outgoing
from cleardays.workroom.recommendations import actions
from cleardays.workroom.recommendations.models import Ask
from cleardays.workroom.workflow.engine import Refused
from tests.factories.asks import (
    ACCEPTED,
    ANSWERED,
    ASKED,
    LATER_MEETING,
    fresh,
    make_ask,
    make_asked,
)
from tests.factories.meetings import (
    GROUNDS,
    IN_TIME,
    items_of,
    make_meeting,
    make_published,
    seen_by,
)
from tests.factories.people import make_committee, make_council


def answered(ask, partner, words="By district: see the table"):
    return actions.answer(ask, words, by=seen_by(partner), at=ANSWERED)


@pytest.fixture
def later(clerk, deputy, committee):
    """The committee's next meeting, published."""
    return make_published(clerk, deputy, committee, "Answers", day=LATER_MEETING)


def test_an_ask_knows_its_meeting_its_body_and_its_place_in_the_year(ask, board, committee):
    assert (ask.ref, ask.asked_of, ask.state) == (f"asks/{committee.slug}-2026-1", board, "open")
    assert AuditEvent.objects.about(ask).get().sentence.startswith("recorded what the committee")


def test_a_second_ask_has_the_next_number(ask, clerk, board, committee):
    second = actions.record_ask(
        ask.item, "Come back", asked_of=board, post="Lead", by=seen_by(clerk), at=ASKED
    )

    assert second.ref == f"asks/{committee.slug}-2026-2"


def test_the_public_is_told_at_every_step(ask, partner, clerk, later):
    answered(ask, partner)
    actions.accept(ask, later, by=seen_by(clerk), at=ACCEPTED)
    actions.reopen(ask, reason="It came back", by=seen_by(clerk), at=ANSWERED)
    actions.withdraw(ask, reason="No longer needed", by=seen_by(clerk), at=ANSWERED)

    sent = Outgoing.objects.filter(kind="ask")
    assert [one.payload for one in sent] == [{"ask_id": ask.pk}] * 5


def test_only_the_committees_officer_records_what_it_asked(ask, partner, member, author, board):
    for user in (partner, member, author):
        with pytest.raises(NotAllowed):
            actions.record_ask(
                ask.item, "More", asked_of=board, post="Lead", by=seen_by(user), at=ASKED
            )


@pytest.mark.parametrize(("text", "post"), [(" ", "Lead"), ("Something", " ")])
def test_an_ask_without_words_or_post_is_refused(clerk, deputy, committee, board, text, post):
    with pytest.raises(Refused, match="which post has to answer"):
        make_ask(clerk, deputy, committee, board, text=text, post=post)


def test_nothing_is_asked_under_an_item_that_is_not_published(clerk, committee, board):
    item = items_of(make_meeting(clerk, committee, "Draft"))[0]

    with pytest.raises(Refused, match="Publish the agenda"):
        actions.record_ask(item, "X", asked_of=board, post="Y", by=seen_by(clerk), at=ASKED)


def test_nothing_is_asked_before_the_day_of_the_meeting(clerk, deputy, committee, board):
    with pytest.raises(Refused, match="on 17 March 2026 and has not been held"):
        make_ask(clerk, deputy, committee, board, at=IN_TIME)


def test_nothing_is_accepted_at_a_meeting_to_come(ask, partner, clerk, later):
    answered(ask, partner)

    with pytest.raises(Refused, match="on 14 April 2026 and has not been held"):
        actions.accept(ask, later, by=seen_by(clerk), at=ANSWERED)

    assert fresh(ask).state == "answered"


def test_nothing_is_asked_under_an_exempt_item(ask, clerk, board):
    meetings.mark_exempt(ask.item, **GROUNDS, by=seen_by(clerk), at=ASKED)

    with pytest.raises(Refused, match="give nothing away"):
        actions.record_ask(ask.item, "X", asked_of=board, post="Y", by=seen_by(clerk), at=ASKED)


def test_the_nhs_clock_gives_28_days_from_the_request(clerk, deputy, committee, board):
    ask = make_ask(clerk, deputy, committee, board, clock="scrutiny.nhs-response")

    assert (ask.due, ask.rule) == (date(2026, 4, 14), "scrutiny.nhs-response")


def test_the_two_months_begin_with_the_later_of_report_and_notice(clerk, deputy, committee):
    ask = make_ask(
        clerk,
        deputy,
        committee,
        committee.organisation,
        clock="scrutiny.response",
        notice_on=date(2026, 3, 20),
    )

    assert ask.due == date(2026, 5, 19)


@pytest.mark.parametrize(
    ("details", "words"),
    [
        ({"clock": "scrutiny.response"}, "own council"),
        ({"clock": "never"}, "no clock"),
        ({"clock": "scrutiny.nhs-response", "due": date(2026, 5, 1)}, "Either the committee"),
        ({"due": date(2026, 3, 16)}, "before the committee met"),
        ({"due_words": "x" * 101}, "Due words"),
        ({"kind": "order"}, "Kind"),
    ],
)
def test_what_cannot_be_is_refused(clerk, deputy, committee, board, details, words):
    with pytest.raises(Refused, match=words):
        make_ask(clerk, deputy, committee, board, **details)


def test_without_a_notice_no_clock_runs(clerk, deputy, committee):
    with pytest.raises(Refused, match="no clock runs"):
        make_ask(clerk, deputy, committee, committee.organisation, clock="scrutiny.response")


def test_a_council_has_no_nhs_clock(clerk, deputy, committee):
    with pytest.raises(Refused, match="no NHS body"):
        make_ask(clerk, deputy, committee, make_council(), clock="scrutiny.nhs-response")


def test_whoever_is_asked_answers_and_the_ask_stays_unsettled(ask, partner):
    done = answered(ask, partner)

    assert (done.state, done.answered_on) == ("answered", ANSWERED.date())
    assert AuditEvent.objects.about(ask).first().actor == "Health Programme Lead"


def test_the_officer_may_record_an_answer_that_came_by_letter(ask, clerk):
    assert answered(ask, clerk).state == "answered"


def test_the_body_that_took_over_may_answer(ask, board):
    heir = make_council(name="Lampshire and Wyke Board", kind="nhs")
    board.successor = heir
    board.save()

    assert answered(ask, make_asked(heir)).state == "answered"


def test_nobody_else_answers(ask, author, member):
    others = make_asked(make_council(kind="nhs"))
    for user in (author, member, others):
        with pytest.raises(NotAllowed):
            answered(ask, user)


def test_an_empty_answer_is_none(ask, partner):
    with pytest.raises(Refused, match="empty one is none"):
        answered(ask, partner, " \n")


@pytest.mark.parametrize("on", [date(2026, 3, 16), date(2026, 4, 2)])
def test_an_answer_before_the_question_or_in_the_future_is_refused(ask, partner, on):
    with pytest.raises(Refused, match="comes after the meeting"):
        actions.answer(ask, "Yes", by=seen_by(partner), at=ANSWERED, answered_on=on)


def test_the_committee_accepts_at_a_meeting(ask, partner, clerk, later):
    answered(ask, partner)

    done = actions.accept(ask, later, by=seen_by(clerk), at=ACCEPTED)

    assert (done.state, done.accepted_at_meeting) == ("accepted", later)


def test_its_owner_does_not_accept_its_own_answer(ask, partner, later):
    answered(ask, partner)

    with pytest.raises(NotAllowed):
        actions.accept(ask, later, by=seen_by(partner), at=ANSWERED)


def test_nothing_is_accepted_that_was_not_answered(ask, clerk, later):
    with pytest.raises(Refused, match="It is open"):
        actions.accept(ask, later, by=seen_by(clerk), at=ACCEPTED)


def test_an_answer_is_not_accepted_at_the_meeting_before_it(ask, partner, clerk):
    answered(ask, partner)

    with pytest.raises(Refused, match="on or after the day of the answer"):
        actions.accept(ask, ask.meeting, by=seen_by(clerk), at=ANSWERED)


def test_an_answer_is_not_accepted_by_another_committee(ask, partner, clerk, deputy):
    answered(ask, partner)
    other = make_meeting_of_another(clerk)

    with pytest.raises(Refused, match="committee that asked"):
        actions.accept(ask, other, by=seen_by(clerk), at=ACCEPTED)


def make_meeting_of_another(clerk):
    from tests.factories.accounts import make_user

    other = make_committee()
    officers = [make_user(f"Officer {n}", other, "democratic-services") for n in (1, 2)]
    return make_published(*officers, other, "Answers", day=LATER_MEETING)


def test_the_committee_that_followed_may_accept(ask, partner, clerk, committee):
    answered(ask, partner)
    other = make_meeting_of_another(clerk)
    committee.successor = other.committee
    committee.save()

    assert actions.accept(ask, other, by=seen_by(clerk), at=ACCEPTED).state == "accepted"


def test_what_was_accepted_can_come_back_with_a_reason(ask, partner, clerk, later):
    answered(ask, partner)
    actions.accept(ask, later, by=seen_by(clerk), at=ACCEPTED)

    again = actions.reopen(ask, reason="The waits grew", by=seen_by(clerk), at=ANSWERED)

    assert (again.state, again.accepted_at_meeting) == ("open", None)
    assert again.answer
    assert AuditEvent.objects.about(ask).first().reason == "The waits grew"


@pytest.mark.parametrize("step", ["reopen", "withdraw"])
def test_a_step_back_needs_a_reason(ask, partner, clerk, step):
    answered(ask, partner)

    with pytest.raises(Refused, match="Say why"):
        getattr(actions, step)(ask, reason=" ", by=seen_by(clerk), at=ANSWERED)


@pytest.mark.parametrize("step", ["reopen", "withdraw"])
def test_only_the_committee_takes_a_step_back(ask, partner, step):
    answered(ask, partner)

    with pytest.raises(NotAllowed):
        getattr(actions, step)(ask, reason="No", by=seen_by(partner), at=ANSWERED)


def test_what_is_withdrawn_is_not_answered(ask, partner, clerk):
    actions.withdraw(ask, reason="Not needed", by=seen_by(clerk), at=ASKED)

    with pytest.raises(Refused, match="too late"):
        answered(ask, partner)


def test_a_day_passes_and_an_open_ask_is_overdue(clerk, deputy, committee, board):
    ask = make_ask(clerk, deputy, committee, board, due=date(2026, 4, 1))

    assert not ask.is_overdue(ask.due)
    assert ask.is_overdue(ask.due + timedelta(days=1))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param("Send us the waiting times", "Send us the waiting times", id="short"),
        pytest.param("word, " * 17, "word, " * 15 + "word…", id="at a word, without its comma"),
        pytest.param("w" * 120, "w" * 99 + "…", id="one word"),
        pytest.param("w" * 100, "w" * 100, id="just fits"),
    ],
)
def test_the_title_is_cut_at_a_word(text, title):
    assert Ask(text=text).title == title.strip()
