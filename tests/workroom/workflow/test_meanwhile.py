"""Two people who change one thing: the second is told before the first's words are gone."""

import html
import re

import pytest
from django import forms

from cleardays.workroom.meetings import actions
from cleardays.workroom.workflow.attempting import attempt
from cleardays.workroom.workflow.meanwhile import changed_meanwhile, seen_of
from tests.factories.meetings import EARLY, fresh, items_of, make_meeting, seen_by
from tests.factories.people import make_council


class LampForm(forms.Form):
    where = forms.CharField()
    note = forms.CharField(required=False)
    lit = forms.BooleanField(required=False)
    bodies = forms.JSONField(required=False)


BEFORE = {"where": "High Street", "note": "", "lit": False, "bodies": None}


def sent(before, now, **typed):
    """Return the form as it comes back: opened over some values, sent when there are others."""
    opened = seen_of(LampForm(initial=before))
    return LampForm({"where": "Mine", **typed, "seen": opened}, initial=now)


def said(form):
    """Return what is said of a form that can be understood."""
    assert form.is_valid()
    return list(changed_meanwhile(form))


def test_nothing_is_said_where_nothing_changed():
    assert said(sent(BEFORE, dict(BEFORE))) == []


def test_what_changed_is_named_with_what_it_says_now():
    form = sent(BEFORE, {**BEFORE, "where": "Low Street", "lit": True})

    assert said(form) == [
        "Somebody changed “Where” while you had this page open. It now says: “Low Street”",
        "Somebody changed “Lit” while you had this page open",
    ]


def test_a_form_whose_page_sent_nothing_along_is_not_held_up():
    form = LampForm({"where": "Mine"}, initial={**BEFORE, "where": "Low Street"})

    assert said(form) == []


@pytest.mark.parametrize("rubbish", ["x", ":", "where:", "where:0 where:1 :::", "\0"])
def test_rubbish_is_no_crash(rubbish):
    said(LampForm({"where": "Mine", "seen": rubbish}, initial=BEFORE))


def test_the_order_of_several_is_no_change():
    council, board = make_council(), make_council(kind="nhs")

    form = sent(BEFORE | {"bodies": [council, board]}, BEFORE | {"bodies": [board.pk, council.pk]})

    assert said(form) == []


def test_the_deed_waits_until_it_is_sent_once_more():
    done = []
    now = {**BEFORE, "where": "Low Street"}

    assert not attempt(sent(BEFORE, now), done.append)
    assert attempt(sent(now, now), done.append)

    assert [data["where"] for data in done] == ["Mine"]


def test_words_that_were_not_touched_become_those_that_stand_there_now():
    before = {**BEFORE, "note": "Two\nlines"}
    form = sent(before, {**before, "note": "Three\nmore\nlines"}, note="Two\r\nlines")

    assert not attempt(form, lambda data: None)

    assert (form["note"].value(), form["where"].value()) == ("Three\nmore\nlines", "Mine")


def test_words_that_were_touched_stay_as_they_were_typed():
    form = sent(BEFORE, {**BEFORE, "where": "Low Street"})

    assert not attempt(form, lambda data: None)

    assert form["where"].value() == "Mine"


def opened(client, address):
    """Return what the page of a form sends if nothing is typed."""
    page = client.get(address).content.decode()
    found = re.findall(r'<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"', page)
    return {name: html.unescape(value) for name, value in found}


def test_a_second_officer_reads_what_the_first_wrote_before_it_is_gone(
    clerk, deputy, committee, signed_in
):
    (item,) = items_of(make_meeting(clerk, committee, "Lamps"))
    address, client = f"/items/{item.pk}/change/", signed_in(deputy)
    form = opened(client, address)
    actions.change_item(item, public_title="Lamps and bins", by=seen_by(clerk), at=EARLY)

    page = client.post(address, form | {"public_title": "Lanterns"}).content.decode()

    assert "It now says: “Lamps and bins”" in html.unescape(page)
    assert "what you typed is kept here" in page
    assert 'value="Lanterns"' in page
    assert items_of(fresh(item.meeting))[0].public_title == "Lamps and bins"
