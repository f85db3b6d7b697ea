"""What a committee asked for and what came back, as it stood on the day of a report."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from cleardays.workroom.plans.reporting.wording import day_words, table, with_total
from cleardays.workroom.recommendations.models import Ask

OVERDUE, WAITING = "overdue", "waiting for an answer"
ANSWERED, ACCEPTED = "answered, not yet accepted", "accepted by the committee"
STANDINGS = (OVERDUE, WAITING, ANSWERED, ACCEPTED)


def asks_in_words(asks: Sequence[Ask], as_at: date) -> str:
    """Return tables of the asks with their answers, and how many stand how."""
    stood = [(one, standing_of(one, as_at)) for one in asks if one.meeting.day <= as_at]
    counted = Counter(standing for _, standing in stood)
    counts = {words: counted[words] for words in STANDINGS if counted[words]}
    rows = [
        (
            f"{one.text} ({one.ref})",
            f"{one.post}, {one.asked_of}",
            day_words(one.due) if one.due else one.due_words or "no date",
            _answer(one, as_at),
            standing,
        )
        for one, standing in stood
    ]
    heads = ("Asked", "Of whom", "By when", "Answer", "Standing")
    title = "What the committee asked for, and what came back"
    said = table(title, heads, rows)
    counting = table("Asks by how they stand", ("Standing", "Asks"), with_total(counts))
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
