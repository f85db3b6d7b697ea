"""What a committee asked for, on its way to the public."""

import json

from cleardays.door.drain import drain
from cleardays.record.models import Content, Current, Entry
from cleardays.workroom.meetings import actions as meetings
from cleardays.workroom.meetings.models import Meeting
from cleardays.workroom.outbox.models import Outgoing
from cleardays.workroom.recommendations import actions
from tests.factories.asks import ACCEPTED, ANSWERED, LATER_MEETING, WORDS, make_ask, make_asked
from tests.factories.meetings import make_published, seen_by
from tests.factories.people import make_council


def body(ask):
    return json.loads(Current.objects.get(ref=ask.ref).body)


def test_an_ask_stands_in_the_record_with_its_meeting(clerk, deputy, committee):
    board = make_council(name="Lampshire Health Board", kind="nhs")
    ask = make_ask(clerk, deputy, committee, board, clock="scrutiny.nhs-response")

    drain()

    said = body(ask)
    assert (said["text"], said["asked_of"], said["post"]) == (
        WORDS,
        board.name,
        "Head of Pathways",
    )
    assert (said["due"], said["rule"]) == ("2026-04-14", "scrutiny.nhs-response")
    assert said["meeting"] == {
        "ref": ask.meeting.ref,
        "title": f"{committee.name}, 17 March 2026",
    }
    assert Current.objects.filter(ref=said["meeting"]["ref"]).exists()
    assert said["committee_link"]["ref"] == f"committees/{committee.slug}"


def test_its_answer_and_acceptance_are_versions_of_it(clerk, deputy, committee):
    board = make_council(kind="nhs")
    ask = make_ask(clerk, deputy, committee, board)
    actions.answer(ask, "See the table", by=seen_by(make_asked(board)), at=ANSWERED)
    later = make_published(clerk, deputy, committee, "Answers", day=LATER_MEETING)
    drain()
    assert body(ask)["accepted_at"] is None

    actions.accept(ask, later, by=seen_by(clerk), at=ACCEPTED)
    drain()

    said = body(ask)
    assert (said["state"], said["answer"], said["answered_on"]) == (
        "accepted",
        "See the table",
        "2026-04-01",
    )
    assert said["accepted_at"]["ref"] == later.ref


def test_carrying_an_ask_twice_appends_once(clerk, deputy, committee):
    ask = make_ask(clerk, deputy, committee, make_council())
    drain()
    Outgoing.objects.update(done_at=None, began_at=None, tries=0)

    drain()

    assert Entry.objects.filter(ref=ask.ref).count() == 1


def tombstone(ref):
    current = Current.objects.get(ref=ref)
    assert current.is_recalled
    return json.loads(current.body)["reason"]


def kept_of(ask):
    entries = Entry.objects.filter(ref=ask.ref).exclude(kind="recalled")
    return Content.objects.filter(seq__in=entries.values("seq"))


def test_a_recalled_ask_is_a_tombstone_and_nothing_of_it_is_left(clerk, deputy, committee):
    ask = make_ask(clerk, deputy, committee, make_council())
    drain()

    actions.recall(ask, reason="It named a child", by=seen_by(clerk), at=ANSWERED)
    drain()

    assert tombstone(ask.ref) == "It named a child"
    assert not kept_of(ask).exists()


def test_what_was_asked_at_a_meeting_goes_when_the_meeting_is_recalled(clerk, deputy, committee):
    ask = make_ask(clerk, deputy, committee, make_council())
    drain()

    meetings.recall(ask.meeting, reason="The wrong papers", by=seen_by(clerk), at=ANSWERED)
    drain()

    assert tombstone(ask.meeting.ref) == tombstone(ask.ref) == "The wrong papers"
    assert not kept_of(ask).exists()


def test_an_ask_on_its_way_stays_inside_when_its_meeting_is_recalled(clerk, deputy, committee):
    ask = make_ask(clerk, deputy, committee, make_council())
    meetings.recall(ask.meeting, reason="The wrong papers", by=seen_by(clerk), at=ANSWERED)

    drain()

    assert not Entry.objects.filter(ref=ask.ref).exists()


def test_it_says_of_its_meeting_what_was_published_of_it(clerk, deputy, committee):
    board = make_council(kind="nhs")
    ask = make_ask(clerk, deputy, committee, board)
    rows = Meeting.objects.unrestricted(because="a change nobody has published")
    rows.filter(pk=ask.meeting_id).update(date_words="in the secret spring", precision="month")
    actions.answer(ask, "See the table", by=seen_by(make_asked(board)), at=ANSWERED)

    drain()

    said = body(ask)
    assert said["meeting"]["title"] == f"{committee.name}, 17 March 2026"
    assert said["answer"] == "See the table"
