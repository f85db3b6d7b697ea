"""Recording what a committee asked for at a meeting."""

from datetime import date, datetime
from typing import TypedDict, Unpack

from django.db import transaction

from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.audit import log
from cleardays.workroom.meetings.locking import hold_item, refuse_before_held
from cleardays.workroom.meetings.models import AgendaItem, Meeting
from cleardays.workroom.people.models import Organisation
from cleardays.workroom.recommendations.actions.telling import tell
from cleardays.workroom.recommendations.clocks import due_by
from cleardays.workroom.recommendations.holding import FOR_CHANGE
from cleardays.workroom.recommendations.models import Ask
from cleardays.workroom.recommendations.recalls import is_recalled
from cleardays.workroom.workflow.clashing import again_where_taken
from cleardays.workroom.workflow.engine import Refused
from cleardays.workroom.workflow.fitting import refuse_what_does_not_fit


class AskDetails(TypedDict, total=False):
    """What else may be said of an ask. ``clock`` is the code of a rule of ``law.scrutiny``;
    it counts from ``received_on`` (the day of the meeting unless given) and ``notice_on``."""

    kind: str
    due: date | None
    due_words: str
    clock: str
    received_on: date | None
    notice_on: date | None
    sources: list[str]
    is_invented: bool


@again_where_taken
@transaction.atomic
def record_ask(
    item: AgendaItem,
    text: str,
    *,
    asked_of: Organisation,
    post: str,
    by: Viewer,
    at: datetime,
    **details: Unpack[AskDetails],
) -> Ask:
    """Record what the committee asked for under an item: of whom, and by when.

    The day is the committee's own, or runs by the clock of the law where one is named. It is
    public at once, as the meeting is.
    """
    held = hold_item(item, Permission.ASK, by=by)
    _refuse_before_public(held)
    refuse_before_held(held.meeting, "asked", at)
    ask = _new(held, text, asked_of, post, details)
    ask.save()
    by_when = f", by {ask.due:%-d %B %Y}" if ask.due else ""
    said = f"recorded what the committee asked of {ask.post}, {asked_of}{by_when}"
    log.record("ask", ask, said, by=by, at=at, committee_id=ask.committee_id)
    tell(ask, by=by, at=at)
    return ask


def _refuse_before_public(item: AgendaItem) -> None:
    if not item.added_in or not item.meeting.is_public or is_recalled(item.meeting):
        raise Refused("Publish the agenda with this item before recording what was asked")
    if not item.is_open:
        raise Refused(
            f"Item {item.position} is not public, and what a committee asked for is: record it"
            " under an open item, in words that give nothing away"
        )


def _new(
    item: AgendaItem, text: str, asked_of: Organisation, post: str, details: AskDetails
) -> Ask:
    if not text.strip() or not post.strip():
        raise Refused("Say what the committee asked for, and which post has to answer")
    meeting, clock, due = item.meeting, details.get("clock", ""), details.get("due")
    if clock and due:
        raise Refused("Either the committee named the day or the clock of the law gives it")
    if due and due < meeting.day:
        raise Refused("The answer would be due before the committee met: check the day")
    received = details.get("received_on") or meeting.day
    by_clock = due_by(clock, asked_of, meeting.committee, received, details.get("notice_on"))
    ask = Ask(
        ref=_free_ref(meeting),
        committee=meeting.committee,
        meeting=meeting,
        item=item,
        kind=details.get("kind", Ask.Kind.REQUEST),
        text=text.strip(),
        asked_of=asked_of,
        post=" ".join(post.split()),
        due=due or by_clock,
        due_words=details.get("due_words", "").strip(),
        rule=clock,
        sources=details.get("sources", []),
        is_invented=details.get("is_invented", item.is_invented),
    )
    refuse_what_does_not_fit(ask, exclude=("committee", "meeting", "item", "asked_of"))
    return ask


def _free_ref(meeting: Meeting) -> str:
    """Return the next address of the committee's asks in the year of the meeting."""
    stem = f"asks/{meeting.committee.slug}-{meeting.day.year}-"
    rows = Ask.objects.unrestricted(because=FOR_CHANGE).filter(ref__startswith=stem)
    numbers = [int(ref.removeprefix(stem)) for ref in rows.values_list("ref", flat=True)]
    return f"{stem}{max(numbers, default=0) + 1}"
