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
    GENERAL_EXCEPTION,
    OFFICER_RECORD,
    earliest_decision,
    earliest_under_general_exception,
    latest_notice,
)
from cleardays.law.notice import OPEN_PAPERS, agenda_deadline
from cleardays.law.private_meetings import SPECIAL_URGENCY
from cleardays.law.sittings import Delegated, Part, Route, Schedule, Sitting, Step
from cleardays.law.types import Rule
from cleardays.law.wording import day_in_words

CALL_IN_DAYS = 5
SENDING, PUBLISHING = "send the plan", "publish the strategic plan"

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


@dataclass(frozen=True)
class Terms:
    """What a decision needs. ``call_in_days`` are working days, 0 where the council has none."""

    is_key: bool = True
    call_in_days: int = CALL_IN_DAYS


def back_schedule(
    deadline: date,
    today: date,
    calendar: Calendar,
    sittings: Sequence[Sitting],
    terms: Terms | None = None,
    boards: Sequence[str] = (),
    deed: str = SENDING,
) -> Schedule:
    """Lay a deadline against the calendars of committees, as on the day ``today``.

    Notice and papers are taken to go out today at the earliest. Sittings that are past, or after
    the deadline, are left out. ``boards`` are the bodies of the NHS each of which has to approve;
    without them any board in the calendar will do. ``deed`` is what has a deadline.
    """
    terms = terms or Terms()
    last = _last_decision(deadline, calendar, terms)
    first = earliest_decision(today).value if terms.is_key else today
    window = _Window(deadline, today, calendar, terms, first, last, sittings, tuple(boards), deed)
    chances = sorted(_of(Part.EXECUTIVE, sittings, today, deadline), key=lambda one: one.on)
    reasons = {one: window.reason_against(one) for one in chances}
    routes = [window.route(one) for one in chances if not reasons[one]]
    return Schedule(
        deadline,
        first,
        last,
        window.sentence(routes, chances),
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


def _latest(sittings: Iterable[Sitting]) -> Sitting | None:
    return max(sittings, key=lambda one: one.on, default=None)


def _named(sitting: Sitting) -> str:
    """Return a board's name with its body's, where the name does not say it."""
    if not sitting.body or sitting.body in sitting.name:
        return sitting.name
    return f"{sitting.name} of {sitting.body}"


def _ways(routes: Sequence[Route]) -> str:
    return "There is one way" if len(routes) == 1 else f"There are {len(routes)} ways"


def _in_order(steps: Iterable[Step]) -> tuple[Step, ...]:
    return tuple(sorted(steps, key=lambda step: step.on))


@dataclass(frozen=True)
class _Window:
    """The days between notice and deadline, and what can be done in them."""

    deadline: date
    today: date
    calendar: Calendar
    terms: Terms
    first: date
    last: date
    sittings: Sequence[Sitting]
    boards: tuple[str, ...]
    deed: str

    def sentence(self, routes: Sequence[Route], chances: Sequence[Sitting]) -> str:
        """Say in one sentence whether there is a way, and why not."""
        due = day_in_words(self.deadline)
        if whole := [one for one in routes if one.is_whole]:
            return f"{_ways(whole)} through the executive, scrutiny and the health board by {due}."
        if routes:
            return f"{_ways(routes)} through the executive by {due}, without all who have a say."
        call_in = f" with {self.terms.call_in_days} working days for call-in" * bool(
            self.terms.call_in_days
        )
        needed = f"A delegated decision will be needed{self._unless(chances)}."
        if self.first > self.last:
            return (
                f"No decision of the executive can be taken in time: notice given today allows one"
                f" from {day_in_words(self.first)}, and{call_in} it would have to be taken by"
                f" {day_in_words(self.last)}. {needed}"
            )
        return (
            f"No meeting of the executive lies between {day_in_words(self.first)} and"
            f" {day_in_words(self.last)}, the last day{call_in} before {due}. {needed}"
        )

    def _unless(self, chances: Iterable[Sitting]) -> str:
        """Name the last meeting that could decide with less notice: a delegated one is not all."""
        found = [one for one in chances if self._is_exceptional(one)]
        if not found:
            return ""
        day = day_in_words(found[-1].on)
        return f", unless {found[-1].name} decides on {day} under the general exception"

    def _is_exceptional(self, sitting: Sitting) -> bool:
        """Say whether a meeting is too early for 28 days' notice, and not for five clear days."""
        if not self.terms.is_key or not sitting.on < self.first:
            return False
        soonest = earliest_under_general_exception(self.today, self.calendar).value
        return soonest <= sitting.on <= self.last and self._has_papers(sitting)

    def _has_papers(self, sitting: Sitting) -> bool:
        return agenda_deadline(sitting.on, self.calendar).value >= self.today

    def reason_against(self, sitting: Sitting) -> str:
        """Say why a meeting of the executive does not do, "" where it does."""
        if self.terms.is_key and sitting.on < self.first:
            why = f"28 clear days' notice given today allows it from {day_in_words(self.first)}"
            if self._is_exceptional(sitting):
                why += (
                    "; where that is impracticable it may decide under the general exception"
                    f" ({GENERAL_EXCEPTION.authority})"
                )
            return why
        if not self._has_papers(sitting):
            papers = agenda_deadline(sitting.on, self.calendar).value
            return f"its papers had to be public by {day_in_words(papers)}"
        if sitting.on > self.last:
            return f"call-in would end too late; the last day is {day_in_words(self.last)}"
        return ""

    def route(self, decision: Sitting) -> Route:
        """Lay out the steps around a decision: notice, scrutiny before it, the board, sending."""
        others, missing = self._others(decision.on)
        steps = [
            *([self._notice(decision.on)] if self.terms.is_key else []),
            *others,
            self._papers(decision, EXECUTIVE_PAPERS),
            Step(decision.on, f"{decision.name} decides"),
            *self._call_in(decision.on),
            Step(self.deadline, f"Last day to {self.deed}"),
        ]
        return Route(decision, _in_order(steps), missing)

    def _others(self, decision: date) -> tuple[list[Step], tuple[str, ...]]:
        """Return the steps of scrutiny and of each board around a decision, and who is missing."""
        steps, missing = [], []
        if scrutiny := self._before(decision):
            steps += [
                self._papers(scrutiny, OPEN_PAPERS),
                Step(scrutiny.on, f"{scrutiny.name} looks at the draft"),
            ]
        else:
            missing.append("No scrutiny committee meets before it with papers in time")
        for name, board in self._approving():
            if board is None:
                missing.append(f"{name} does not meet before the deadline")
            else:
                steps.append(Step(board.on, f"{_named(board)} approves"))
        return steps, tuple(missing)

    def _before(self, decision: date) -> Sitting | None:
        """Return the last scrutiny meeting before a decision whose papers can still go out."""
        until = decision - timedelta(days=1)
        held = _of(Part.SCRUTINY, self.sittings, self.today, until)
        return _latest(one for one in held if self._has_papers(one))

    def _approving(self) -> Iterator[tuple[str, Sitting | None]]:
        """Yield each board that has to approve, with its last meeting from tomorrow on."""
        tomorrow = self.today + timedelta(days=1)
        held = list(_of(Part.HEALTH_BOARD, self.sittings, tomorrow, self.deadline))
        if not self.boards:
            yield "The health board", _latest(held)
        for name in self.boards:
            yield name, _latest(one for one in held if one.body == name)

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
        """Say who else can decide, by when, what record that leaves, and who looks at it."""
        how, step = self._how()
        others, missing = self._others(self.last)
        steps = [
            Step(self.last, "Last day for the delegated decision"),
            *step,
            *others,
            *self._call_in(self.last),
            Step(self.deadline, f"Last day to {self.deed}"),
        ]
        sentence = (
            f"An officer or a member of the executive decides by {day_in_words(self.last)}{how}."
            " The record of it has the date, the decision with its reasons, the alternatives"
            " rejected and any conflict of interest, and is public with the report as soon as is"
            f" practicable ({OFFICER_RECORD.authority})."
        )
        return Delegated(sentence, _in_order(steps), missing)

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
