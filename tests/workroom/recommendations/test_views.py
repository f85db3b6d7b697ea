"""The register, the page of an ask, and the forms of those who ask and those who answer."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cleardays.workroom.recommendations import actions
from cleardays.workroom.recommendations.models import Ask
from tests.factories.asks import ANSWERED, ASKED, WORDS, fresh, make_ask, make_asked
from tests.factories.meetings import items_of, make_published, seen_by
from tests.factories.people import make_council

LIST = reverse("recommendations:list")


def page(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def to(name, ask):
    return reverse(f"recommendations:{name}", args=[ask.pk])


@pytest.fixture
def officer(signed_in, clerk):
    return signed_in(clerk)


@pytest.fixture
def asked(signed_in, partner):
    """The browser of the body that is asked."""
    return signed_in(partner)


def test_the_register_shows_what_is_overdue_first(officer, clerk, ask, board):
    for words, due in (("Answer me soon", "2099-01-01"), ("You forgot this", "2026-03-20")):
        actions.record_ask(
            ask.item, words, asked_of=board, post="L", due=day(due), by=seen_by(clerk), at=ASKED
        )

    html = page(officer, LIST)

    assert html.index("You forgot this") < html.index("Answer me soon") < html.index(WORDS)
    assert html.count("Overdue") == 1


def day(text):
    from datetime import date

    return date.fromisoformat(text)


def test_another_body_has_no_page_to_answer_it(signed_in, ask):
    other = signed_in(make_asked(make_council(kind="nhs")))

    assert other.get(to("answer", ask)).status_code == 404


def test_the_page_names_the_clock_and_that_it_is_believed(
    officer, clerk, deputy, committee, board
):
    ask = make_ask(clerk, deputy, committee, board, clock="scrutiny.nhs-response")

    html = page(officer, ask.get_absolute_url())

    assert "SI 2013/218" in html
    assert "believed, not confirmed" in html
    assert "14 April 2026" in html


def test_an_ask_is_recorded_from_the_item(officer, clerk, deputy, committee, board):
    item = items_of(make_published(clerk, deputy, committee, "Waiting times"))[0]
    address = reverse("recommendations:record", args=[item.pk])
    assert address in page(officer, item.get_absolute_url())

    response = officer.post(
        address,
        {"kind": "request", "text": WORDS, "asked_of": board.pk, "post": "Head", "clock": ""},
    )

    made = Ask.objects.unrestricted(because="a test looks").get()
    assert response.headers["Location"] == made.get_absolute_url()
    assert (made.text, made.item) == (WORDS, item)


def test_a_refusal_stands_beside_the_form(officer, ask, committee):
    response = officer.post(
        reverse("recommendations:record", args=[ask.item_id]),
        {
            "kind": "recommendation",
            "text": WORDS,
            "asked_of": committee.organisation_id,
            "post": "Head",
            "clock": "scrutiny.response",
        },
    )

    assert "no clock runs" in response.content.decode()


def test_a_member_does_not_record_nor_answer(signed_in, member, ask):
    client = signed_in(member)

    assert client.get(reverse("recommendations:record", args=[ask.item_id])).status_code == 404
    assert client.get(to("answer", ask)).status_code == 404
    assert "What can be done" not in page(client, ask.get_absolute_url())


def test_the_partner_finds_what_it_is_asked_and_answers(asked, ask):
    assert WORDS in page(asked, LIST)
    assert to("answer", ask) in page(asked, ask.get_absolute_url())

    response = asked.post(
        to("answer", ask),
        {
            "words": "See the table",
            "answered_on_day": "1",
            "answered_on_month": "4",
            "answered_on_year": "2026",
        },
    )

    assert response.status_code == 302, response.content.decode()
    assert fresh(ask).answer == "See the table"
    assert "See the table" in page(asked, ask.get_absolute_url())


@pytest.mark.parametrize("name", ["accept", "reopen", "withdraw"])
def test_the_partner_has_no_page_to_settle_it(asked, ask, name):
    assert asked.get(to(name, ask)).status_code == 404


def test_the_officer_records_the_meeting_that_accepted(
    officer, ask, partner, clerk, deputy, committee
):
    actions.answer(ask, "See the table", by=seen_by(partner), at=ANSWERED)
    later = make_published(clerk, deputy, committee, "Answers", day=day("2026-04-14"))

    officer.post(to("accept", ask), {"meeting": later.pk})

    assert fresh(ask).accepted_at_meeting == later


@pytest.mark.parametrize(("name", "state"), [("reopen", "open"), ("withdraw", "withdrawn")])
def test_the_officer_takes_a_step_back_with_a_reason(officer, ask, partner, name, state):
    actions.answer(ask, "See the table", by=seen_by(partner), at=ANSWERED)

    officer.post(to(name, ask), {"reason": "It did not do"})

    assert fresh(ask).state == state
    assert "It did not do" in page(officer, ask.get_absolute_url())


def test_more_asks_take_no_more_queries(officer, ask, clerk, board):
    def count():
        page(officer, LIST)
        with CaptureQueriesContext(connection) as captured:
            page(officer, LIST)
        return len(captured)

    few = count()
    for n in range(10):
        actions.record_ask(
            ask.item, f"Ask {n}", asked_of=board, post="L", by=seen_by(clerk), at=ASKED
        )

    assert count() == few


def test_nobody_reads_the_register_without_signing_in(client, ask):
    assert client.get(LIST).status_code == 302
