"""Asks that are taken back, or whose meeting is, and published again."""

from datetime import timedelta

import pytest
from django.urls import reverse

from cleardays.workroom.access.viewer import NotAllowed
from cleardays.workroom.meetings import actions as meetings
from cleardays.workroom.outbox.models import Outgoing
from cleardays.workroom.recommendations import actions
from cleardays.workroom.recommendations.recalls import recall_of
from cleardays.workroom.workflow.engine import Refused
from tests.factories.asks import ANSWERED, ASKED, fresh
from tests.factories.meetings import publish, seen_by

LATER, HOUR = ASKED + timedelta(days=1), timedelta(hours=1)


def sent(kind):
    return Outgoing.objects.filter(kind=kind).count()


def test_an_ask_is_recalled_with_a_reason_that_the_public_reads(ask, clerk):
    actions.recall(ask, reason="It named a child", by=seen_by(clerk), at=LATER)

    assert recall_of(fresh(ask)).reason == "It named a child"
    payload = {"ref": ask.ref, "reason": "It named a child"}
    assert Outgoing.objects.get(kind="recall").payload == payload


def test_a_recall_needs_a_reason_the_right_and_something_public(ask, clerk, author):
    with pytest.raises(Refused, match="Say why"):
        actions.recall(ask, reason=" ", by=seen_by(clerk), at=LATER)
    with pytest.raises(NotAllowed):
        actions.recall(ask, reason="Why", by=seen_by(author), at=LATER)
    actions.recall(ask, reason="Why", by=seen_by(clerk), at=LATER)
    with pytest.raises(Refused, match="not public"):
        actions.recall(ask, reason="Why", by=seen_by(clerk), at=LATER)


def test_what_happens_to_a_recalled_ask_is_not_told_until_it_is_published_again(
    ask, clerk, partner
):
    actions.recall(ask, reason="It named a child", by=seen_by(clerk), at=LATER)
    before = sent("ask")

    actions.answer(ask, "See the table", by=seen_by(partner), at=ANSWERED)
    assert sent("ask") == before

    actions.publish_again(ask, by=seen_by(clerk), at=ANSWERED)
    assert sent("ask") == before + 1
    assert recall_of(fresh(ask)) is None


def test_an_ask_goes_with_its_meeting_and_comes_back_after_it(ask, clerk, deputy):
    meetings.recall(ask.meeting, reason="The wrong papers", by=seen_by(clerk), at=LATER)
    assert recall_of(fresh(ask)).reason == "The wrong papers"
    with pytest.raises(Refused, match="Its meeting is not public"):
        actions.publish_again(ask, by=seen_by(clerk), at=LATER)
    with pytest.raises(Refused, match="Publish the agenda"):
        actions.record_ask(
            ask.item, "More", asked_of=ask.asked_of, post="Lead", by=seen_by(clerk), at=LATER
        )
    publish(ask.meeting, clerk, deputy, at=LATER + HOUR)

    actions.publish_again(ask, by=seen_by(clerk), at=LATER + 2 * HOUR)

    assert recall_of(fresh(ask)) is None


def test_what_is_public_is_not_published_again(ask, clerk):
    with pytest.raises(Refused, match="It is public"):
        actions.publish_again(ask, by=seen_by(clerk), at=LATER)


def test_it_is_taken_back_and_published_again_from_its_page(ask, clerk, signed_in):
    client = signed_in(clerk)
    take = reverse("recommendations:recall", args=[ask.pk])
    assert take in client.get(ask.get_absolute_url()).text

    client.post(take, {"reason": "It named a child"})

    page = client.get(ask.get_absolute_url()).text
    assert "It was taken back on" in page
    again = reverse("recommendations:publish_again", args=[ask.pk])
    assert again in page
    assert take not in page
    client.post(again)
    assert "It was taken back on" not in client.get(ask.get_absolute_url()).text


def test_an_officer_who_may_not_recall_sees_why_and_no_button(ask, clerk, member, signed_in):
    actions.recall(ask, reason="It named a child", by=seen_by(clerk), at=LATER)

    page = signed_in(member).get(ask.get_absolute_url()).text

    assert "It named a child" in page
    assert reverse("recommendations:publish_again", args=[ask.pk]) not in page
    again = reverse("recommendations:recall", args=[ask.pk])
    assert signed_in(member).get(again).status_code == 404
