"""From a deadline back: which meetings can still agree a plan, or whether one person has to.

A key decision needs notice of 28 clear days, papers five clear days, and the days of call-in, all
before the deadline. Committees meet when their calendars say; inspectors do not wait for them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from cleardays.law.calendar import Calendar
from cleardays.law.executive import (
    EXECUTIVE_PAPERS,
    OFFICER_RECORD,
    earliest_decision,
    earliest_under_general_exception,
    latest_notice,
)
from cleardays.law.notice import OPEN_PAPERS, agenda_deadline
from cleardays.law.private_meetings import SPECIAL_URGENCY
from cleardays.law.types import Rule
from cleardays.law.wording import day_in_words

CALL_IN_DAYS = 5

CALL_IN = Rule(
    code="executive.call-in",
    title="A decision of the executive waits for the days in which scrutiny may call it in",
    authority="Local Government Act 2000, s.9F(2)(a) and (4); the council's own standing orders",
    url="https://www.bracknell-forest.gov.uk/council-and-democracy/scrutiny/call-procedure",
    confidence="C",
    note="The power is confirmed; the number of days is local. Five working days is common.",
)


class Notice(StrEnum):
    """How a decision of one person was announced beforehand."""

    NOT_KEY = "not a key decision"
    FULL = "key decision, with 28 clear days' notice"
    GENERAL_EXCEPTION = "key decision, under the general exception"
    SPECIAL_URGENCY = "key decision, by special urgency"


class Part(StrEnum):
    """What a body has to do with a plan: decide, approve for the NHS, look at it beforehand."""

    EXECUTIVE = "executive"
    HEALTH_BOARD = "health board"
    SCRUTINY = "scrutiny"


@dataclass(frozen=True)
class Sitting:
    """A meeting in a calendar: its day, the committee's name, what it has to do with a plan."""

    on: date
    name: str
    part: Part


@dataclass(frozen=True)
class Terms:
    """What a decision needs. ``call_in_days`` are working days, 0 where the council has none."""

    is_key: bool = True
    call_in_days: int = CALL_IN_DAYS


@dataclass(frozen=True)
class Step:
    """Something to do on a day, or by it, with its authority where there is one."""

    on: date
    words: str
    rule: Rule | None = None


@dataclass(frozen=True)
class Route:
    """A way through the meetings, step by step; ``missing`` says which parts have no meeting."""

    decision: Sitting
    steps: tuple[Step, ...]
    missing: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether everybody who should have a say meets in time."""
        return not self.missing


@dataclass(frozen=True)
class Delegated:
    """The way without a meeting of the executive: one person decides, and records it."""

    sentence: str
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Schedule:
    """Every route there is, whole ones first; ``delegated`` where no executive meeting fits.

    ``first`` and ``last`` are the days between which a decision can lie; ``last`` may be first.
    ``refused`` says of each executive meeting up to the deadline why it does not do.
    """

    deadline: date
    first: date
    last: date
    sentence: str
    routes: tuple[Route, ...] = ()
    delegated: Delegated | None = None
    refused: tuple[str, ...] = ()


def back_schedule(
    deadline: date,
    today: date,
    calendar: Calendar,
    sittings: Sequence[Sitting],
    terms: Terms | None = None,
) -> Schedule:
    """Lay a deadline against the calendars of committees, as on the day ``today``.

    Notice and papers are taken to go out today at the earliest. Sittings that are past, or after
    the deadline, are left out.
    """
    terms = terms or Terms()
    last = _last_decision(deadline, calendar, terms)
    first = earliest_decision(today).value if terms.is_key else today
    window = _Window(deadline, today, calendar, terms, first, last)
    chances = sorted(_of(Part.EXECUTIVE, sittings, today, deadline), key=lambda one: one.on)
    reasons = {one: window.reason_against(one) for one in chances}
    routes = [window.route(one, sittings) for one in chances if not reasons[one]]
    return Schedule(
        deadline,
        first,
        last,
        window.sentence(len(routes)),
        tuple(sorted(routes, key=lambda route: (not route.is_whole, route.decision.on))),
        None if routes else window.delegated(),
        tuple(f"{one.name}, {day_in_words(one.on)}: {why}" for one, why in reasons.items() if why),
    )


def _last_decision(deadline: date, calendar: Calendar, terms: Terms) -> date:
    """Return the last day for a decision: call-in has run out when the plan is sent."""
    if not terms.call_in_days:
        return deadline
    return calendar.subtract_working_days(deadline, terms.call_in_days + 1)


def _of(part: Part, sittings: Iterable[Sitting], after: date, until: date) -> Iterator[Sitting]:
    return (one for one in sittings if one.part is part and after <= one.on <= until)


@dataclass(frozen=True)
class _Window:
    """The days between notice and deadline, and what can be done in them."""

    deadline: date
    today: date
    calendar: Calendar
    terms: Terms
    first: date
    last: date

    def sentence(self, routes: int) -> str:
        """Say in one sentence whether there is a way, and why not."""
        due = day_in_words(self.deadline)
        if routes:
            ways = "is one way" if routes == 1 else f"are {routes} ways"
            return f"There {ways} through the executive before {due}."
        call_in = f" with {self.terms.call_in_days} working days for call-in" * bool(
            self.terms.call_in_days
        )
        if self.first > self.last:
            return (
                f"No decision of the executive can be taken in time: notice given today allows one"
                f" from {day_in_words(self.first)}, and{call_in} it would have to be taken by"
                f" {day_in_words(self.last)}. A delegated decision will be needed."
            )
        return (
            f"No meeting of the executive lies between {day_in_words(self.first)} and"
            f" {day_in_words(self.last)}, the last day{call_in} before {due}. A delegated"
            " decision will be needed."
        )

    def reason_against(self, sitting: Sitting) -> str:
        """Say why a meeting of the executive does not do, "" where it does."""
        papers = agenda_deadline(sitting.on, self.calendar).value
        if self.terms.is_key and sitting.on < self.first:
            return f"28 clear days' notice given today allows it from {day_in_words(self.first)}"
        if papers < self.today:
            return f"its papers had to be public by {day_in_words(papers)}"
        if sitting.on > self.last:
            return f"call-in would end too late; the last day is {day_in_words(self.last)}"
        return ""

    def route(self, decision: Sitting, sittings: Sequence[Sitting]) -> Route:
        """Lay out the steps around a decision: notice, scrutiny before it, the board, sending."""
        scrutiny = self._before(decision, sittings)
        boards = list(_of(Part.HEALTH_BOARD, sittings, self.today, self.deadline))
        board = max(boards, key=lambda one: one.on, default=None)
        missing = []
        if scrutiny is None:
            missing.append("No scrutiny committee meets before it with papers in time")
        if board is None:
            missing.append("The health board does not meet before the deadline")
        steps = sorted(self._steps(decision, scrutiny, board), key=lambda step: step.on)
        return Route(decision, tuple(steps), tuple(missing))

    def _before(self, decision: Sitting, sittings: Sequence[Sitting]) -> Sitting | None:
        """Return the last scrutiny meeting before the decision whose papers can still go out."""
        until = decision.on - timedelta(days=1)
        in_time = [
            one
            for one in _of(Part.SCRUTINY, sittings, self.today, until)
            if agenda_deadline(one.on, self.calendar).value >= self.today
        ]
        return max(in_time, key=lambda one: one.on, default=None)

    def _steps(
        self, decision: Sitting, scrutiny: Sitting | None, board: Sitting | None
    ) -> Iterator[Step]:
        if self.terms.is_key:
            yield self._notice(decision.on)
        if scrutiny:
            yield self._papers(scrutiny, OPEN_PAPERS)
            yield Step(scrutiny.on, f"{scrutiny.name} looks at the draft")
        yield self._papers(decision, EXECUTIVE_PAPERS)
        yield Step(decision.on, f"{decision.name} decides")
        if board:
            yield Step(board.on, f"{board.name} approves")
        yield from self._call_in(decision.on)
        yield Step(self.deadline, "Last day to send the plan")

    def _notice(self, decision: date) -> Step:
        latest = latest_notice(decision)
        return Step(latest.value, "Last day for notice of the key decision", latest.rule)

    def _papers(self, sitting: Sitting, rule: Rule) -> Step:
        by = agenda_deadline(sitting.on, self.calendar).value
        return Step(by, f"Last day for the papers of {sitting.name}", rule)

    def _call_in(self, decision: date) -> Iterator[Step]:
        if self.terms.call_in_days:
            end = self.calendar.add_working_days(decision, self.terms.call_in_days)
            yield Step(end, "Call-in ends if nobody has called the decision in", CALL_IN)

    def delegated(self) -> Delegated:
        """Say who else can decide, by when, and what record that leaves."""
        how, step = self._how()
        steps = [Step(self.last, "Last day for the delegated decision"), *step]
        steps += self._call_in(self.last)
        steps.append(Step(self.deadline, "Last day to send the plan"))
        sentence = (
            f"An officer or a member of the executive decides by {day_in_words(self.last)}{how}."
            " The record of it has the date, the decision with its reasons, the alternatives"
            " rejected and any conflict of interest, and is public with the report as soon as is"
            f" practicable ({OFFICER_RECORD.authority})."
        )
        return Delegated(sentence, tuple(sorted(steps, key=lambda step: step.on)))

    def _how(self) -> tuple[str, list[Step]]:
        """Say by what notice one person can decide in time, with its step."""
        if not self.terms.is_key:
            return "", []
        if self.first <= self.last:
            return ", with 28 clear days' notice as for every key decision", [
                self._notice(self.last)
            ]
        soonest = earliest_under_general_exception(self.today, self.calendar)
        if soonest.value <= self.last:
            step = Step(soonest.value, "First day under the general exception", soonest.rule)
            return (
                f", from {day_in_words(soonest.value)} under the general exception: tell the chair"
                " of scrutiny in writing, publish why 28 days are impracticable, let five clear"
                " days pass"
            ), [step]
        return (
            ", by special urgency: the chair of scrutiny agrees that it cannot wait, and the"
            " reasons are published"
        ), [Step(self.last, "Agreement of the chair of scrutiny", SPECIAL_URGENCY)]
