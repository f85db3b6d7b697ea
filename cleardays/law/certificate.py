"""The notice certificate: of each paper, when it was public and whether that met the rule."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cleardays.law.calendar import Calendar
from cleardays.law.late_items import TO_FOLLOW, Urgency, breaches_of_late_item
from cleardays.law.notice import (
    OPEN_PAPERS,
    agenda_deadline,
    breaches_of_notice,
    clear_days,
    is_late,
    publication_in_words,
)
from cleardays.law.types import Breach, Rule
from cleardays.law.wording import clear_days_in_words, day_in_words


class Standing(StrEnum):
    """How a paper stands towards the rule."""

    IN_TIME = "in time"
    SHORT_NOTICE = "lawful at short notice"
    URGENT = "taken as urgent"
    LATE = "late"
    NOT_PUBLIC = "not public"
    NOT_PROVED = "not proved here"


@dataclass(frozen=True)
class Paper:
    """A paper before a meeting.

    ``published`` is the day it became public in London, or None. ``added`` is the day its item
    was added to an agenda already public, with the chair's ``urgency`` for it. ``is_proved`` is
    false for what was published elsewhere before and only entered later: then ``published`` is
    what somebody states, or None where nobody does.
    """

    name: str
    published: date | None
    added: date | None = None
    urgency: Urgency | None = None
    is_to_follow: bool = False
    is_proved: bool = True
    rule: Rule = OPEN_PAPERS


@dataclass(frozen=True)
class Verdict:
    """How one paper stands, in a sentence, with what it breached."""

    standing: Standing
    sentence: str
    breaches: tuple[Breach, ...] = ()


def verdict(
    paper: Paper, meeting: date, calendar: Calendar, *, convened: date | None = None
) -> Verdict:
    """Return how a paper stands, by the days on which it was public and the meeting called."""
    if paper.published is None and not paper.is_proved:
        sentence = f"{paper.name}: entered later; since when it was public elsewhere is not known."
        return Verdict(Standing.NOT_PROVED, sentence)
    if paper.published is None:
        deadline = agenda_deadline(meeting, calendar, subject=paper.name, rule=paper.rule)
        return Verdict(Standing.NOT_PUBLIC, f"Not public. {deadline}")
    known = _when(paper.name, paper.published, meeting, calendar)
    if not paper.is_proved:
        sentence = f"{known}, as stated by the council; entered later and not proved here."
        return Verdict(Standing.NOT_PROVED, sentence)
    breaches, is_late_item = _judge(paper, paper.published, meeting, calendar, convened)
    if breaches:
        return Verdict(Standing.LATE, f"{known}: late.", tuple(breaches))
    standing = Standing.URGENT if is_late_item else Standing.IN_TIME
    if standing == Standing.IN_TIME and is_late(paper.published, meeting, calendar):
        standing = Standing.SHORT_NOTICE
    return Verdict(standing, f"{known}: {standing}.")


def _judge(
    paper: Paper, published: date, meeting: date, calendar: Calendar, convened: date | None
) -> tuple[list[Breach], bool]:
    """Return what a paper breached, and whether its item came too late for the agenda."""
    rule = TO_FOLLOW if paper.is_to_follow else paper.rule
    since = max(filter(None, (paper.added, convened)), default=None)
    breaches = breaches_of_notice(published, meeting, calendar, convened=since, rule=rule)
    if paper.added is None or not is_late(paper.added, meeting, calendar, convened=convened):
        return breaches, False
    return breaches + breaches_of_late_item(paper.urgency), True


def _when(name: str, published: date, meeting: date, calendar: Calendar) -> str:
    held = day_in_words(meeting, beside=published)
    if published > meeting:
        return f"{name}: public from {day_in_words(published)}, after the meeting on {held}"
    given = clear_days_in_words(clear_days(published, meeting, calendar))
    return (
        f"{name}: public from {publication_in_words(published, calendar)}, {given} before {held}"
    )
