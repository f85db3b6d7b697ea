"""What a committee asked for, on its way to the public."""

import json

from cleardays.door.drain import drain
from cleardays.record.models import Current, Entry
from cleardays.workroom.outbox.models import Outgoing
from cleardays.workroom.recommendations import actions
from tests.factories.asks import ANSWERED, LATER_MEETING, WORDS, make_ask, make_asked
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

    actions.accept(ask, later, by=seen_by(clerk), at=ANSWERED)
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
