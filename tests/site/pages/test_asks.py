"""What committees asked: the register and one of them."""

from datetime import date

import pytest

from cleardays.record.schemas.common import Link
from tests.factories.record import a_plan, an_ask, publish, recall
from tests.site.words import text


@pytest.fixture(autouse=True)
def _on_a_day(monkeypatch):
    monkeypatch.setattr("cleardays.site.pages.asks.localdate", lambda: date(2026, 2, 24))


def test_the_register_has_what_is_overdue_first(public):
    publish(an_ask(title="In time", due="2026-03-01"))
    publish(an_ask(title="Too late"))
    publish(an_ask(title="Came back", state="answered", state_name="Answered"))
    publish(an_ask(title="Over", state="withdrawn", state_name="Withdrawn"))

    words = text(public.get("/asks/"))

    places = [words.index(one) for one in ("Too late", "In time", "Came back", "Over ")]
    assert places[:3] == sorted(places[:3])
    assert "14 February 2026 Overdue by 10 days" in words
    assert "Settled" in words


def test_an_empty_register_says_so(public):
    assert "Nothing that a committee asked" in text(public.get("/asks/"))


def test_an_ask_shows_who_has_to_answer_until_when(public):
    ask = an_ask(rule="Within 28 days")
    publish(ask)

    words = text(public.get(f"/{ask.ref}/"))

    assert "Overdue by 10 days" in words
    assert "Asked of Care board, Chief officer" in words
    assert "Within 28 days" in words
    assert "No answer is public yet." in words


def test_an_answer_is_shown_and_is_no_longer_overdue(public):
    ask = an_ask(state="answered", state_name="Answered", answer="Here they are.")
    publish(ask)

    words = text(public.get(f"/{ask.ref}/"))

    assert "Here they are." in words
    assert "Overdue" not in words


def test_a_day_that_is_not_known_exactly_is_said_in_words(public):
    ask = an_ask(asked_words="Between June and October 2025")
    publish(ask)

    for address in ("/asks/", f"/{ask.ref}/"):
        assert "Between June and October 2025" in text(public.get(address))


@pytest.mark.parametrize(
    ("asked_on", "waited"), [("2023-01-14", "for 3 years"), ("2025-12-14", "for 2 months")]
)
def test_the_register_says_who_asked_and_for_how_long_nothing_came_back(public, asked_on, waited):
    publish(an_ask(asked_on=asked_on, due=""))

    words = text(public.get("/asks/"))

    assert "Children’s Services Scrutiny Committee" in words
    assert waited in words


def test_what_was_asked_is_never_cut_in_its_heading(public):
    whole = f"Say {'very ' * 20}plainly."
    ask = an_ask(title=f"{whole[:80]}…", text=whole)
    publish(ask)

    page = public.get(f"/{ask.ref}/").content.decode()

    assert f"<h1>{whole}</h1>" in page


def test_the_plans_that_answer_it_are_named_while_they_are_public(public):
    asked, other = an_ask(), an_ask()
    plan = a_plan(answers=(Link(asked.ref, asked.title),))
    for one in (asked, other, plan):
        publish(one)

    assert f'A plan answers it: <a href="/{plan.ref}/">' in page_of(public, asked)
    assert "A plan answers it" not in page_of(public, other)
    recall(plan.ref)
    assert "A plan answers it" not in page_of(public, asked)


def page_of(public, ask) -> str:
    return public.get(f"/{ask.ref}/").content.decode()
