"""Who follows findings in the council of the leak test, and what its committee asked for.

Inspections are in ``inspections``, plans and measures in ``plans``. What a committee asks for is
public at once.
"""

from dataclasses import dataclass

from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.meetings import actions as meetings
from cleardays.workroom.meetings.models import AgendaItem
from cleardays.workroom.people import actions as people
from cleardays.workroom.people.models import Organisation
from cleardays.workroom.recommendations import actions
from cleardays.workroom.recommendations.models import Ask
from tests.leaks.canaries import Words
from tests.leaks.house import NOW, SETTING_UP, House, enter

ASK, REASON = "recommendations.Ask", "audit.AuditEvent.reason"


@dataclass(frozen=True)
class Followers:
    """Two who follow findings, whose posts the public reads on each version, and a partner."""

    lead: Viewer
    second: Viewer
    partner: Viewer
    board: Organisation

    @classmethod
    def enter(cls, house: House) -> "Followers":
        board = people.create_organisation(
            "Lampton Health Board", kind="nhs", by=SETTING_UP, at=NOW
        )
        council, robins = house.committee.organisation, house.robins
        posts = {
            "lead": robins.word("plans.PlanVersion.published_by", "every version"),
            "second": robins.word("plans.PlanVersion.released_by", "every version"),
            "partner": robins.word("plans.Update.by", "the partner's update"),
        }

        def one(post: str, role: str, body: Organisation) -> Viewer:
            return enter(post, role, body, house.canaries, name=posts[post])

        return cls(
            lead=one("lead", "improvement-lead", council),
            second=one("second", "improvement-lead", council),
            partner=one("partner", "partner", board),
            board=board,
        )


def said(words: Words, model: str, occasion: str, *fields: str) -> dict[str, str]:
    """Return a word for each of these fields of a model."""
    return {field: words.word(f"{model}.{field}", occasion) for field in fields}


def address(words: Words, field: str, occasion: str) -> str:
    return f"https://example.org/{words.word(field, occasion)}"


def asked(house: House, board: Organisation) -> None:
    """What a committee asked for: open, answered, accepted, and opened again."""
    item = _item(house)
    _ask(house, item, board, "an ask that is open")
    _answer(house, _ask(house, item, board, "an ask that was answered"), "an ask answered")
    accepted = _ask(house, item, board, "an ask that was accepted")
    _answer(house, accepted, "an ask accepted")
    actions.accept(accepted, item.meeting, by=house.clerk, at=house.now())
    again = _ask(house, item, board, "an ask opened again")
    _answer(house, again, "an ask opened again")
    why = house.canaries.word(REASON, "an ask opened again")
    actions.reopen(again, reason=why, by=house.clerk, at=house.now())


def to_be_recalled(house: House, board: Organisation) -> tuple[Ask, Ask]:
    """An ask that is taken back, and one that is taken back with its meeting."""
    found = []
    for occasion in ("an ask that is recalled", "an ask at a recalled meeting"):
        ask = _ask(house, _item(house), board, occasion, house.canaries)
        _answer(house, ask, occasion, house.canaries)
        found.append(ask)
    return found[0], found[1]


def recall(house: House, ask: Ask, whose_meeting: Ask) -> None:
    """Take one ask back, and the meeting of another."""
    reason = house.robins.word("the reason of a recall", "an ask")
    actions.recall(ask, reason=f"Because of {reason}.", by=house.clerk, at=house.now())
    reason = house.robins.word("the reason of a recall", "the meeting of an ask")
    meeting = whose_meeting.meeting
    meetings.recall(meeting, reason=f"Because of {reason}.", by=house.clerk, at=house.now())


def _item(house: House) -> AgendaItem:
    """An item of a past meeting: an answer comes after it."""
    source = "https://example.org/lamps"
    meeting = house.meeting(next(house.past), stated_source=source)
    item = house.item(meeting, "What became of the lamps")
    house.publish(meeting)
    item.refresh_from_db()
    return item


def _ask(
    house: House,
    item: AgendaItem,
    board: Organisation,
    occasion: str,
    shown: Words | None = None,
) -> Ask:
    shown = shown or house.robins
    words = said(shown, ASK, occasion, "text", "post", "due_words")
    sources = [address(shown, f"{ASK}.sources", occasion)]
    return actions.record_ask(
        item, asked_of=board, sources=sources, by=house.clerk, at=house.now(), **words
    )


def _answer(house: House, ask: Ask, occasion: str, shown: Words | None = None) -> None:
    words = (shown or house.robins).word(f"{ASK}.answer", occasion)
    on = ask.meeting.day
    actions.answer(ask, words, answered_on=on, by=house.clerk, at=house.now())
    ask.refresh_from_db()
