"""What must be public by when for a meeting on a day, and why: the law's answers for a page."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from cleardays.design.values import StripDay
from cleardays.law.calendar import Calendar, OutsideCalendar
from cleardays.law.executive import latest_notice
from cleardays.law.notice import agenda_deadline
from cleardays.law.private_meetings import private_notice_deadlines
from cleardays.law.types import Answer
from cleardays.workroom.meetings.readiness import papers_rule
from cleardays.workroom.people.models import Committee

SOON = 5


@dataclass(frozen=True)
class DateCheck:
    """What a meeting on a day asks of the council.

    ``warnings`` are sentences about the day itself; ``agenda`` the first of ``answers``, by which
    the strip counts; all are empty where Part VA does not bind the committee.
    """

    day: date
    answers: tuple[Answer[date], ...] = ()
    strip: tuple[StripDay, ...] = ()
    warnings: tuple[str, ...] = ()
    is_bound: bool = True

    @property
    def agenda(self) -> Answer[date] | None:
        return self.answers[0] if self.answers else None

    @property
    def others(self) -> tuple[Answer[date], ...]:
        return self.answers[1:]


def check_of(committee: Committee, day: date, calendar: Calendar, today: date) -> DateCheck:
    """Say what must be public by when for a meeting of the committee on the day."""
    try:
        warnings = tuple(_warnings(day, calendar, today))
        if not committee.is_bound_by_part_va:
            return DateCheck(day, warnings=warnings, is_bound=False)
        answers = tuple(deadlines_of(committee, day, calendar))
        late = () if answers[0].value >= today else (_too_late(answers[0], today),)
        strip = tuple(_strip(answers[0], day))
        return DateCheck(day, answers, strip, (*warnings, *late))
    except OutsideCalendar as unknown:
        return DateCheck(day, warnings=(str(unknown),), is_bound=committee.is_bound_by_part_va)


def deadlines_of(committee: Committee, day: date, calendar: Calendar) -> Iterator[Answer[date]]:
    """Yield the agenda's deadline, and for an executive those of its other notices."""
    yield agenda_deadline(day, calendar, rule=papers_rule(committee))
    if committee.kind == Committee.Kind.EXECUTIVE:
        yield latest_notice(day, subject="Notice of a key decision to be taken there")
        yield from private_notice_deadlines(day, calendar)


def days_left_in_words(deadline: date, today: date) -> str:
    """Say how long there is: "today", "in 3 days", "2 days ago"."""
    days = (deadline - today).days
    if days in (0, 1, -1):
        return {0: "today", 1: "tomorrow", -1: "yesterday"}[days]
    return f"in {days} days" if days > 0 else f"{-days} days ago"


def tone_of(deadline: date, today: date) -> str:
    """Name the tone for a deadline: over, soon, or far."""
    if deadline < today:
        return "bad"
    return "warning" if deadline - today <= timedelta(days=SOON) else "plain"


def _warnings(day: date, calendar: Calendar, today: date) -> Iterator[str]:
    if day < today:
        yield "This day is past."
    elif reason := calendar.why_not_working(day):
        yield f"The offices do not work on that day: {reason}."


def _too_late(answer: Answer[date], today: date) -> str:
    ago = days_left_in_words(answer.value, today)
    return (
        f"That was {ago}. The meeting can only be called at shorter notice (Local Government Act"
        " 1972, s.100A(6)(a)), or moved."
    )


def _strip(answer: Answer[date], meeting: date) -> Iterator[StripDay]:
    """Yield each day from the deadline to the meeting, the clear ones counted."""
    left_out = dict(answer.left_out)
    number = 0
    yield StripDay(answer.value, "published")
    for after in range(1, (meeting - answer.value).days):
        day = answer.value + timedelta(days=after)
        if reason := left_out.get(day):
            yield StripDay(day, "closed", why=reason)
        else:
            number += 1
            yield StripDay(day, "clear", number)
    yield StripDay(meeting, "meeting")
