"""What is due after an inspection: each clock of its framework, from which date, by whom."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from cleardays.law import inspections as law
from cleardays.law.calendar import Calendar
from cleardays.law.frameworks import Framework
from cleardays.law.types import Answer, Rule
from cleardays.law.wording import day_in_words, list_in_words
from cleardays.workroom.people.models import Organisation

# The kinds of duty by which a plan is sent: from the day it was, other clocks run.
PLANS = {
    "statement": "written statement of action",
    "priority-action-plan": "priority action plan",
    "accelerated-progress-plan": "accelerated progress plan",
}
PUBLICATION, FIT_FOR_PURPOSE = "publication", "fit-for-purpose"
STRATEGIC_PLAN = "strategic-plan"
PLAN_PUBLICATION, ACCELERATED_PUBLICATION = "plan-publication", "accelerated-plan-publication"
# What each body does for itself; that it was done is proved by the address where it stands.
OF_EACH = frozenset({PUBLICATION, PLAN_PUBLICATION, ACCELERATED_PUBLICATION})


@dataclass(frozen=True)
class Facts:
    """What the clocks run from. ``done`` says by kind of duty on which day it was done.

    ``recipients`` got the report, the one that leads first; ``publishers`` have to publish the
    plan. ``full_outcome`` and ``full_received`` are those of the full inspection of 2023 that it
    is, or goes back to: from that one the next is counted. All dates may still be unknown.
    """

    framework: Framework
    outcome: str = ""
    needs_plan: bool = False
    needs_strategic_plan: bool = False
    received: date | None = None
    published: date | None = None
    letter: date | None = None
    done: Mapping[str, date] | None = None
    recipients: Sequence[Organisation] = ()
    publishers: Sequence[Organisation] = ()
    full_outcome: str = ""
    full_received: date | None = None

    @property
    def lead(self) -> Organisation | None:
        return self.recipients[0] if self.recipients else None

    def done_on(self, *kinds: str) -> date | None:
        """Return the day on which a duty of one of these kinds was done."""
        done = self.done or {}
        return next((done[kind] for kind in kinds if kind in done), None)


@dataclass(frozen=True)
class Due:
    """A duty as computed; ``due`` is None until the date that it runs from is known."""

    kind: str
    title: str
    sentence: str
    rule: str = ""
    due: date | None = None
    is_estimate: bool = False
    body: Organisation | None = None
    owner: str = ""


def duties_of(facts: Facts) -> list[Due]:
    """Return everything that follows, in the order of the framework's clocks."""
    return [due for clock in _clocks(facts) for due in _CLOCKS[clock](facts)]


def _clocks(facts: Facts) -> Iterator[str]:
    """Yield the clocks that run; a plan that was asked for has one whatever the outcome says."""
    clocks = facts.framework.clocks_of(facts.outcome)
    outcomes = facts.framework.outcomes
    if facts.needs_plan and not any(clock in PLANS for clock in clocks):
        planned = next((one for one in outcomes if one.plan), None)
        clocks = (*(planned.clocks if planned else ()), *clocks)
    if facts.needs_strategic_plan:
        clocks = (*clocks, STRATEGIC_PLAN)
    yield from dict.fromkeys(clocks)


def _statement(facts: Facts) -> Iterator[Due]:
    yield _plan(facts, "statement", law.STATEMENT, law.statement_due)


def _priority_plan(facts: Facts) -> Iterator[Due]:
    yield _plan(facts, "priority-action-plan", law.PRIORITY_PLAN, law.priority_action_plan_due)


def _plan(facts: Facts, kind: str, rule: Rule, clock: Callable[..., Answer[date]]) -> Due:
    title = _sending(facts, kind)
    waits = "Counted from receipt of the report: that day is not known yet."
    if facts.received:
        answer = clock(facts.received, Calendar.england(), letter_date=facts.letter)
        return _answered(kind, title, answer, body=facts.lead)
    if facts.letter:
        words = f"Due by {day_in_words(facts.letter)}: the date in the inspectorate's own letter."
        return Due(kind, title, words, rule.code, facts.letter, body=facts.lead)
    return Due(kind, title, waits, rule.code, body=facts.lead)


def _accelerated_plan(facts: Facts) -> Iterator[Due]:
    kind = "accelerated-progress-plan"
    words = "The department's own letter sets the date, which is not known here yet."
    if facts.letter:
        words = f"Due by {day_in_words(facts.letter)}: the date in the department's own letter."
    title = _sending(facts, kind, to="the Department for Education and NHS England")
    yield Due(kind, title, words, due=facts.letter, body=facts.lead)


def _sending(facts: Facts, kind: str, to: str = "the inspectors") -> str:
    others = [str(one) for one in facts.recipients[1:]]
    together = f", with {list_in_words(others)}" if others else ""
    return f"Send the {PLANS[kind]} to {to}{together}"


def _strategic_plan(facts: Facts) -> Iterator[Due]:
    kind, title = STRATEGIC_PLAN, "Update the SEND strategic plan and publish it"
    known = [day for day in (facts.received, facts.published) if day]
    if not known:
        waits = (
            "Counted from receipt of the report, or publication if later: neither is known yet."
        )
        yield Due(kind, title, waits, law.STRATEGIC_PLAN.code, body=facts.lead)
        return
    answer = law.strategic_plan_due(max(known), Calendar.england())
    # Where the report is silent the framework still expects it, which is less than a duty.
    silent = not facts.needs_strategic_plan
    more = " This report does not ask for it in words." if silent else ""
    yield _answered(kind, title, answer, body=facts.lead, is_estimate=silent, more=more)


def _publication(facts: Facts) -> Iterator[Due]:
    words = f"{law.RECIPIENTS_PUBLISH.title}. The regulations set no number of days."
    if facts.published:
        words += f" The inspectors published it on {day_in_words(facts.published)}."
    for body in facts.recipients:
        title = f"{body} publishes the report on its website"
        yield Due(PUBLICATION, title, words, law.RECIPIENTS_PUBLISH.code, body=body)


def _plan_publication(facts: Facts) -> Iterator[Due]:
    kind = next((clock for clock in _clocks(facts) if clock in PLANS), "statement")
    yield from _publishing(facts, PLAN_PUBLICATION, kind, law.PLAN_PUBLISHED)


def _accelerated_publication(facts: Facts) -> Iterator[Due]:
    kind = "accelerated-progress-plan"
    yield from _publishing(facts, ACCELERATED_PUBLICATION, kind, law.ACCELERATED_PUBLISHED)


def _publishing(facts: Facts, kind: str, plan: str, rule: Rule) -> Iterator[Due]:
    """Yield a row for each body that publishes a plan: no source sets a number of days."""
    sent = facts.done_on(plan)
    when = f"It was sent on {day_in_words(sent)}" if sent else "Once it is sent"
    words = f"{rule.title}. {when}; no number of days is known."
    for body in facts.publishers:
        title = f"{body} publishes the {PLANS[plan]} on its website"
        yield Due(kind, title, words, rule.code, body=body)


def _accelerated_review(facts: Facts) -> Iterator[Due]:
    kind, title = "accelerated-review", "Formal review of the accelerated progress plan"
    owner = "Department for Education and NHS England"
    if reported := facts.published or facts.received:
        answer = law.accelerated_review_expected(reported)
        yield _answered(kind, title, answer, is_estimate=True, owner=owner)
    else:
        waits = (
            "Counted from the report of the re-visit: the day of its publication is not known yet."
        )
        yield Due(kind, title, waits, law.ACCELERATED_REVIEW.code, is_estimate=True, owner=owner)


def _fit_for_purpose(facts: Facts) -> Iterator[Due]:
    title, owner = "Decision whether the plan is fit for purpose", facts.framework.inspectors
    sent = facts.done_on(*PLANS)
    if sent:
        answer = law.fit_for_purpose_expected(sent, Calendar.england())
        yield _answered(FIT_FOR_PURPOSE, title, answer, is_estimate=True, owner=owner)
    else:
        waits = "Counted from the day on which the plan is sent."
        code = law.FIT_FOR_PURPOSE.code
        yield Due(FIT_FOR_PURPOSE, title, waits, code, is_estimate=True, owner=owner)


def _revisit(facts: Facts) -> Iterator[Due]:
    accepted = facts.done_on(FIT_FOR_PURPOSE)
    answer = law.revisit_expected(accepted) if accepted else None
    waits = "Counted from the day on which the statement is accepted as fit for purpose."
    yield _usual(facts, "revisit", "Re-visit by the inspectors", law.REVISIT, answer, waits)


def _monitoring(facts: Facts) -> Iterator[Due]:
    answer = law.monitoring_expected(facts.received) if facts.received else None
    waits = "Counted from receipt of the full report: that day is not known yet."
    yield _usual(facts, "monitoring", "Monitoring inspection", law.MONITORING, answer, waits)


def _full_inspection(facts: Facts) -> Iterator[Due]:
    outcome = law.Outcome.__members__.get(facts.full_outcome.upper())
    answer = None
    if outcome and facts.full_received:
        answer = law.full_inspection_expected(outcome, facts.full_received)
    waits = "Counted from receipt of the report, by its outcome: one of them is not known yet."
    if facts.framework.judges_areas:
        waits = (
            "Counted from the full report before, and which one that is, is not known here yet."
        )
        if outcome:
            waits = "Counted from receipt of the full report before: that day is not known yet."
    yield _usual(
        facts, "full-inspection", "Next full inspection", law.FULL_INSPECTION, answer, waits
    )


def _usual(
    facts: Facts, kind: str, title: str, rule: Rule, answer: Answer[date] | None, waits: str
) -> Due:
    """Make a row for what inspectors usually do: an estimate, theirs to keep."""
    owner = facts.framework.inspectors
    if answer is None:
        return Due(kind, title, waits, rule.code, is_estimate=True, owner=owner)
    return _answered(kind, title, answer, is_estimate=True, owner=owner)


def _answered(
    kind: str,
    title: str,
    answer: Answer[date],
    *,
    body: Organisation | None = None,
    is_estimate: bool = False,
    owner: str = "",
    more: str = "",
) -> Due:
    sentence, rule = f"{answer.sentence}{more}", answer.rule.code
    return Due(kind, title, sentence, rule, answer.value, is_estimate, body, owner)


_CLOCKS: dict[str, Callable[[Facts], Iterator[Due]]] = {
    "statement": _statement,
    "priority-action-plan": _priority_plan,
    "accelerated-progress-plan": _accelerated_plan,
    STRATEGIC_PLAN: _strategic_plan,
    "publication": _publication,
    "plan-publication": _plan_publication,
    "accelerated-plan-publication": _accelerated_publication,
    "accelerated-review": _accelerated_review,
    "fit-for-purpose": _fit_for_purpose,
    "revisit": _revisit,
    "monitoring": _monitoring,
    "full-inspection": _full_inspection,
}
