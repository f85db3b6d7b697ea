"""What a committee asked for and what came back, as it stood on the day of a report."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from cleardays.progress.summary import number_of
from cleardays.workroom.plans.reporting.wording import (
    day_words,
    linked,
    paragraphs,
    table,
    with_total,
)
from cleardays.workroom.recommendations.models import Ask

OVERDUE, WAITING = "overdue", "waiting for an answer"
ANSWERED, ACCEPTED = "answered, not yet accepted", "accepted by the committee"
STANDINGS = (OVERDUE, WAITING, ANSWERED, ACCEPTED)


Stood = Sequence[tuple[Ask, str]]


def stood(asks: Sequence[Ask], as_at: date) -> Stood:
    """Return what had been asked by a day, each with how it stood then: overdue comes first."""
    found = [(one, standing_of(one, as_at)) for one in asks if one.meeting.day <= as_at]
    return sorted(found, key=lambda one: STANDINGS.index(one[1]))


def asks_summary(asked: Stood) -> str:
    """Return a paragraph that counts how the asks stand; nothing where nothing was asked."""
    if not asked:
        return ""
    parts = "; ".join(f"{number} {words}" for words, number in _counts(asked).items())
    asks = number_of(len(asked), "thing")
    return paragraphs([f"Of {asks} that the committee asked for: {parts}."])


def _counts(asked: Stood) -> dict[str, int]:
    counted = Counter(standing for _, standing in asked)
    return {words: counted[words] for words in STANDINGS if counted[words]}


def asks_in_words(asked: Stood, as_at: date) -> str:
    """Return tables of the asks with their answers, and how many stand how."""
    rows = [
        (
            linked(one.text, one.ref) if one.told_at else one.text,
            f"{one.post}, {one.asked_of}",
            day_words(one.due) if one.due else one.due_words or "no date",
            _answer(one, as_at),
            standing,
        )
        for one, standing in asked
    ]
    heads = ("Asked", "Of whom", "By when", "Answer", "How it stands")
    title = "What the committee asked for, and what came back"
    said = table(title, heads, rows)
    totals = with_total(_counts(asked))
    counting = table("What was asked, by how it stands", ("How they stand", "Asks"), totals)
    return said + counting if rows else ""


def standing_of(ask: Ask, as_at: date) -> str:
    """Say how an ask stood at the end of a day; what came later had not happened."""
    meeting = ask.accepted_at_meeting
    if ask.state == Ask.State.ACCEPTED and meeting and meeting.day <= as_at:
        return ACCEPTED
    if ask.state != Ask.State.OPEN and _is_answered(ask, as_at):
        return ANSWERED
    return OVERDUE if ask.due and ask.due < as_at else WAITING


def _is_answered(ask: Ask, as_at: date) -> bool:
    return bool(ask.answer and ask.answered_on and ask.answered_on <= as_at)


def _answer(ask: Ask, as_at: date) -> str:
    if not (_is_answered(ask, as_at) and ask.answered_on):
        return "none yet"
    return f"{ask.answer} ({day_words(ask.answered_on)})"
