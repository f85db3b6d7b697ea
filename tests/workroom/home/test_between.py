"""A body sees what became of what it sent; who keeps the plan sees what was proposed."""

from datetime import date, timedelta

import pytest

from cleardays.workroom.home import between
from cleardays.workroom.home.views import parts_of
from cleardays.workroom.plans import actions
from tests.factories.people import make_council
from tests.factories.plans import (
    AT,
    TODAY,
    make_action,
    make_lead,
    make_plan,
    make_worker,
    seen_by,
)

NEW = date(2026, 9, 30)


@pytest.fixture
def board():
    return make_council(name="Lampshire Health Board", kind="nhs")


@pytest.fixture
def lead():
    return make_lead(make_council(name="Lampshire County Council"))


@pytest.fixture
def by(lead):
    return seen_by(lead)


@pytest.fixture
def partner(board):
    return seen_by(make_worker("Health Programme Lead", board))


@pytest.fixture
def own(lead, board):
    return make_action(make_plan(lead), lead, "H1", lead_body=board)


def propose(own, partner, at=AT, new=NEW):
    return actions.propose_date(own, "finish", new, reason="No lift.", by=partner, at=at)


def told(viewer, today=TODAY):
    return [(one.status, one.facts) for one in between.sent_back(viewer, today).waiting]


def test_what_waits_for_an_answer_is_told_to_who_keeps_the_plan_alone(own, partner, by):
    propose(own, partner)

    (waits,) = between.proposed(by).waiting
    assert waits.facts == (
        "Finish: 30 June 2026 to 30 September 2026, proposed by Health Programme Lead,"
        " Lampshire Health Board"
    )
    assert not between.proposed(partner)
    assert told(partner) == []


def test_what_was_sent_back_is_told_with_its_words_before_what_was_taken(own, partner, by):
    first = actions.write_update(own, "One is lit", by=partner, at=AT)
    made = propose(own, partner)
    actions.return_date(made, "Which lift?", by=by, at=AT)
    actions.take_update(first, by=by, at=AT + timedelta(hours=1))

    (back, taken) = told(partner)

    assert back == (
        "Sent back to you",
        "Your date, Finish: 30 June 2026 to 30 September 2026. Improvement Lead, 2 March 2026:"
        " “Which lift?”",
    )
    assert taken[0] == "Taken, in the next version"


def test_what_came_back_stays_until_something_newer_is_sent(own, partner, by):
    update = actions.write_update(own, "One is lit", by=partner, at=AT)
    actions.return_update(update, "Which one?", by=by, at=AT)
    much_later = TODAY + timedelta(days=90)
    assert [status for status, _ in told(partner, much_later)] == ["Sent back to you"]

    actions.write_update(own, "The first is lit", by=partner, at=AT + timedelta(hours=2))

    assert told(partner, much_later) == []


def test_what_was_approved_is_news_for_two_weeks(own, partner, by):
    actions.approve_date(propose(own, partner), by=by, at=AT)

    assert [status for status, _ in told(partner)] == ["Approved"]
    assert told(partner, TODAY + timedelta(days=15)) == []


def test_what_another_body_sent_is_not_told(own, partner, by):
    actions.return_date(propose(own, partner), "Which lift?", by=by, at=AT)
    stranger = seen_by(make_worker("Trust Lead", make_council(name="A Trust", kind="nhs")))

    assert told(stranger) == []
    assert told(by) == []


def test_what_others_wait_for_stands_before_what_is_late(own, partner, by, lead):
    make_action(own.plan, lead, "A1")
    propose(own, partner)
    actions.write_update(own, "One is lit", by=partner, at=AT)

    headings = [part.heading for part in parts_of(by)]

    assert headings == [
        "Dates proposed, for you to approve or send back",
        "Updates to check for the next version",
        "Your actions: late, or due in two weeks",
    ]


def test_it_stands_first_on_the_page_of_the_body(own, partner, by, client):
    actions.return_date(propose(own, partner), "Which lift?", by=by, at=AT)
    from cleardays.workroom.accounts.models import User

    client.force_login(User.objects.get(pk=partner.user_id))

    html = client.get("/").content.decode()

    assert html.index("What became of what you sent") == html.index("<h2>") + len("<h2>")
    assert "Which lift?" in html
