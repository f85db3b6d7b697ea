"""Asks that wait for somebody's answer, and answers that wait for the committee's word."""

from datetime import date

from cleardays.workroom.home.asked import not_answered, to_answer, to_settle
from cleardays.workroom.recommendations import actions
from tests.factories.accounts import make_user
from tests.factories.asks import ANSWERED, make_ask, make_asked
from tests.factories.meetings import seen_by
from tests.factories.people import make_committee, make_council

TODAY = date(2026, 4, 20)


def titles(part):
    return [one.title for one in part.waiting]


def test_what_is_asked_of_a_body_waits_for_its_officers(clerk, deputy, committee):
    board = make_council(kind="nhs")
    officer = make_asked(board)
    make_ask(clerk, deputy, committee, board, due=date(2026, 4, 14))

    (found,) = to_answer(seen_by(officer), TODAY).waiting

    assert (found.status, found.tone) == ("6 days overdue", "bad")
    assert found.facts == f"{committee}. To answer: Head of Pathways"
    assert not to_answer(seen_by(make_asked(make_council())), TODAY)


def test_who_holds_the_post_that_is_asked_is_told_so(clerk, deputy, committee):
    post = make_user("Head of Pathways", committee, "author")
    other = make_user("Head of Roads", committee, "author")
    make_ask(clerk, deputy, committee, committee.organisation)

    (found,) = to_answer(seen_by(post), TODAY).waiting

    assert (found.facts, found.status) == (
        f"{committee}. To answer: your post",
        "No day was named",
    )
    assert not to_answer(seen_by(other), TODAY)


def test_an_answer_waits_for_the_committees_officer_and_for_no_other(clerk, deputy, committee):
    board = make_council(kind="nhs")
    officer = make_asked(board)
    ask = make_ask(clerk, deputy, committee, board)
    actions.answer(ask, "See the table", by=seen_by(officer), at=ANSWERED)

    assert titles(to_settle(seen_by(clerk), TODAY)) == [ask.title]
    assert not to_settle(seen_by(officer), TODAY)
    assert not to_answer(seen_by(officer), TODAY)
    elsewhere = make_user("Other Officer", make_committee(), "democratic-services")
    assert not to_settle(seen_by(elsewhere), TODAY)


def test_members_see_what_their_committee_asked_for_and_what_came_back(
    clerk, deputy, member, committee
):
    board = make_council(kind="nhs")
    ask = make_ask(clerk, deputy, committee, board)
    elsewhere = make_user("Member elsewhere", make_committee(), "member")
    assert titles(not_answered(seen_by(member), TODAY)) == [ask.title]
    assert not not_answered(seen_by(elsewhere), TODAY)

    actions.answer(ask, "See the table", by=seen_by(make_asked(board)), at=ANSWERED)

    assert titles(to_settle(seen_by(member), TODAY)) == [ask.title]
    assert not to_settle(seen_by(elsewhere), TODAY)
    assert not not_answered(seen_by(member), TODAY)
