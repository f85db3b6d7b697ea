"""Meetings in every state, on paper of every kind."""

from typing import Any

from cleardays.law.exclusion import Secrecy
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.meetings import actions
from cleardays.workroom.meetings.models import Meeting
from cleardays.workroom.reports.models import Report
from tests.leaks.canaries import Words
from tests.leaks.house import ITEM, NOW, House
from tests.leaks.parts import details, inexact

TITLE, OUTCOME = f"{ITEM}.public_title", f"{ITEM}.outcome"
CHANGED = ("meetings.Meeting.place", "audit.AuditEvent.reason")


def title(words: Words, occasion: str) -> str:
    return f"{words.word(TITLE, occasion)} and the lamps"


def grounds(house: House, occasion: str, shown: Words) -> dict[str, Any]:
    """Return why an item is exempt; ``shown`` are the words of its public title."""
    private, reasoning, post = (
        house.canaries.word(f"meetings.Exemption.{field}", occasion)
        for field in ("private_title", "public_interest_reasoning", "only_for")
    )
    return {
        "private_title": f"{private} wants the contract for lamps",
        "public_title": title(shown, occasion),
        "paragraphs": [3],
        "reasoning": f"Bidders must not learn of {reasoning}.",
        "review_on": None,
        "only_for": [f"Member {post}"],
    }


def decider(house: House) -> Viewer:
    return house.signed(house.clerk, "meetings.Exemption.decided_by")


def draft(house: House, report: Report) -> None:
    """A draft that one has released already; its date is known in words only."""
    occasion, canaries = "a draft meeting", house.canaries
    said = details(canaries, canaries, occasion)
    meeting = house.meeting(next(house.drafted), **said)
    house.item(meeting, title(canaries, occasion), report)
    actions.add_exempt_item(
        meeting,
        by=decider(house),
        at=house.now(),
        **grounds(house, "an exempt item of a draft", canaries),
    )
    note = canaries.word("meetings.Release.note", "a draft meeting")
    released = actions.release(meeting, note=note, by=house.deputy, at=house.now())
    canaries.watch("meetings.Release.digest", occasion, released.digest)
    place, why = (canaries.word(field, "a draft that was changed") for field in CHANGED)
    changed = {"place": place, "reason": why, **inexact(canaries, occasion)}
    actions.change_meeting(meeting, by=house.clerk, at=house.now(), **changed)
    canaries.watch("meetings.Meeting.ref", occasion, meeting.ref.rpartition("/")[0])


def waiting_for_release(house: House) -> None:
    occasion = "a meeting that waits for release"
    meeting = house.meeting(
        next(house.drafted), **details(house.canaries, house.canaries, occasion)
    )
    house.item(meeting, title(house.canaries, occasion))
    actions.ask_for_release(meeting, by=house.clerk, at=house.now())


def dropped(house: House) -> None:
    occasion = "a meeting dropped before anybody heard of it"
    meeting = house.meeting(
        next(house.drafted), **details(house.canaries, house.canaries, occasion)
    )
    house.item(meeting, title(house.canaries, occasion))
    reason = house.canaries.word("audit.AuditEvent.reason", occasion)
    actions.cancel_meeting(meeting, reason=reason, by=house.clerk, at=house.now())


def past_draft(house: House) -> None:
    """A past meeting that somebody has begun to enter."""
    occasion, canaries = "a past meeting that is not published", house.canaries
    said = {**details(canaries, canaries, occasion), **inexact(canaries, occasion)}
    source = canaries.word("meetings.Meeting.stated_source", occasion)
    meeting = house.meeting(next(house.past), stated_source=source, **said)
    item = house.item(meeting, title(canaries, occasion))
    outcome = canaries.word(OUTCOME, occasion)
    actions.record_outcome(item, outcome, by=house.clerk, at=house.now())


def entered_later(house: House) -> None:
    occasion, robins = "a meeting entered later", house.robins
    said = {**details(house.canaries, robins, occasion), **inexact(robins, occasion)}
    source = robins.word("meetings.Meeting.stated_source", occasion)
    meeting = house.meeting(next(house.past), stated_source=source, **said)
    item = house.item(meeting, title(robins, occasion))
    actions.record_outcome(item, robins.word(OUTCOME, occasion), by=house.clerk, at=house.now())
    house.publish(meeting)


def standing(house: House, *public: Report, exempt: Report, confidential: Report) -> Meeting:
    """A published meeting with open, exempt and confidential items, and a supplement."""
    occasion, robins = "a published meeting", house.robins
    meeting = house.meeting(next(house.coming), **details(house.canaries, robins, occasion))
    for number, report in enumerate(public):
        house.item(meeting, title(robins, f"item {number} of {occasion}"), report)
    kept = house.item(meeting, title(house.canaries, "an item before it was exempt"), exempt)
    secret = house.item(
        meeting, title(house.canaries, "an item before it was secret"), confidential
    )
    exempted = grounds(house, "an item marked exempt", robins)
    actions.mark_exempt(kept, by=decider(house), at=house.now(), **exempted)
    titles = grounds(house, "a confidential item", robins)
    actions.mark_confidential(
        secret,
        secrecy=Secrecy.BARRED_BY_LAW,
        private_title=titles["private_title"],
        public_title=titles["public_title"],
        by=decider(house),
        at=house.now(),
    )
    _open_again(house, meeting)
    house.publish(meeting)
    _supplement(house, meeting)
    return meeting


def _open_again(house: House, meeting: Meeting) -> None:
    """An item that was exempt for a while: what was said of it then stays private."""
    occasion = "an item open again"
    item = actions.add_exempt_item(
        meeting, by=decider(house), at=house.now(), **grounds(house, occasion, house.robins)
    )
    reason = house.canaries.word("audit.AuditEvent.reason", occasion)
    actions.mark_open(item, reason=reason, by=house.clerk, at=house.now())


def _supplement(house: House, meeting: Meeting) -> None:
    occasion, robins = "a late item", house.robins
    late = actions.late_item(
        meeting,
        title(robins, occasion),
        chair=robins.word(f"{ITEM}.urgency_chair", occasion),
        special_circumstances=robins.word(f"{ITEM}.urgency_reason", occasion),
        by=house.clerk,
        at=house.at(meeting.day),
    )
    house.publish(meeting, note=robins.word("meetings.AgendaVersion.note", "a supplement"))
    said = robins.word(OUTCOME, occasion)
    actions.record_outcome(late, said, by=house.clerk, at=house.at(meeting.day))
    house.publish(meeting)


def changed_since(house: House) -> None:
    """A published meeting that was changed, and the changes not published."""
    occasion, canaries = "a published meeting changed since", house.canaries
    before = details(canaries, house.robins, "a meeting before it was changed")
    meeting = house.meeting(next(house.coming), **before)
    item = house.item(meeting, title(house.robins, "an item before it was changed"))
    house.publish(meeting)
    reason = canaries.word("audit.AuditEvent.reason", occasion)
    said = details(canaries, canaries, occasion)
    actions.change_meeting(meeting, reason=reason, by=house.clerk, at=house.now(), **said)
    new = title(canaries, occasion)
    actions.change_item(item, public_title=new, reason=reason, by=house.clerk, at=house.now())
    outcome = canaries.word(OUTCOME, occasion)
    actions.record_outcome(item, outcome, by=house.clerk, at=house.at(meeting.day))
    actions.late_item(
        meeting,
        title(canaries, "a late item that is not published"),
        chair=canaries.word(f"{ITEM}.urgency_chair", occasion),
        special_circumstances=canaries.word(f"{ITEM}.urgency_reason", occasion),
        by=house.clerk,
        at=house.at(meeting.day),
    )


def at_shorter_notice(house: House) -> None:
    occasion = "a meeting at shorter notice"
    meeting = house.meeting(
        NOW.date().replace(day=12), **details(house.canaries, house.robins, occasion)
    )
    house.item(meeting, title(house.robins, occasion))
    reason = house.canaries.word("audit.AuditEvent.reason", occasion)
    actions.call_at_shorter_notice(
        meeting, on=NOW.date(), reason=reason, by=house.clerk, at=house.now()
    )
    actions.release(meeting, by=house.deputy, at=house.now())
    actions.publish_at_shorter_notice(meeting, by=house.clerk, at=house.now())


def cancelled(house: House) -> None:
    occasion = "a cancelled meeting"
    meeting = house.meeting(next(house.coming), **details(house.canaries, house.robins, occasion))
    house.item(meeting, title(house.robins, occasion))
    house.publish(meeting)
    reason = house.robins.word("meetings.AgendaVersion.note", occasion)
    actions.cancel_meeting(meeting, reason=reason, by=house.clerk, at=house.now())


def to_be_recalled(house: House) -> Meeting:
    """A meeting whose words are public until its recall, and never after."""
    occasion, canaries = "a recalled meeting", house.canaries
    meeting = house.meeting(next(house.coming), **details(canaries, canaries, occasion))
    item = house.item(meeting, title(canaries, occasion))
    house.publish(meeting)
    outcome = canaries.word(OUTCOME, occasion)
    actions.record_outcome(item, outcome, by=house.clerk, at=house.at(meeting.day))
    house.publish(meeting, note=canaries.word("meetings.AgendaVersion.note", occasion))
    return meeting


def recall(house: House, thing: Meeting | Report, occasion: str) -> None:
    reason = house.robins.word("meetings.Recall.reason", occasion)
    by = house.signed(house.clerk, "meetings.Recall.by")
    thing.refresh_from_db()
    actions.recall(thing, reason=f"Because of {reason}.", by=by, at=house.now())


def stopped_at_the_door(house: House, *public: Report) -> None:
    """Released and published, but one of its papers may not go out: then none does."""
    occasion, canaries = "a meeting stopped at the door", house.canaries
    meeting = house.meeting(next(house.coming), **details(canaries, canaries, occasion))
    for number, report in enumerate(public):
        house.item(meeting, title(canaries, f"item {number} of {occasion}"), report)
    house.publish(meeting)
