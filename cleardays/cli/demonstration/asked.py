"""What the committees of the demonstration asked for, and the answers that are known."""

from cleardays.cli.demonstration import case
from cleardays.cli.demonstration.people import COUNCIL, Clock, Council
from cleardays.workroom.meetings.models import AgendaItem, Meeting
from cleardays.workroom.recommendations import actions

NOBODY = "Not named in the source"


def record_asks(council: Council, clock: Clock) -> None:
    """Record each at the item of the meeting that asked it; a meeting told here has one."""
    officer = council.viewers["officer"]
    for told in case.asks(COUNCIL):
        committee = council.committees[told.committee]
        meeting = Meeting.objects.visible_to(officer).get(committee=committee, day=told.day)
        item = AgendaItem.objects.visible_to(officer).on(meeting)[0]
        facts = {"sources": meeting.sources, **told.facts}
        ask = actions.record_ask(
            item,
            told.text,
            asked_of=council.organisations[told.asked_of],
            post=NOBODY,
            by=officer,
            at=clock(),
            **facts,
        )
        if told.answer:
            actions.answer(ask, told.answer, answered_on=told.answered_on, by=officer, at=clock())
