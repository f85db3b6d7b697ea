"""The clocks of joint area SEND inspections, under the framework of 2016 and that of 2023.

Working days are those of England; nobody has been found who defines them for these rules. The
date in the inspectorate's own letter always wins over one computed here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cleardays.law.calendar import Calendar
from cleardays.law.periods import months_after
from cleardays.law.types import Answer, Breach, Rule
from cleardays.law.wording import day_in_words, left_out_in_words

STATEMENT_DAYS = 70
PRIORITY_PLAN_DAYS = 35
STRATEGIC_PLAN_DAYS = 30
FIT_FOR_PURPOSE_DAYS = 10
FOLLOW_UP_MONTHS = 18
REVIEW_MONTHS = 6

WORKING_DAY = "What counts as a working day is believed: not a weekend, not a bank holiday."

STATEMENT = Rule(
    code="inspection.statement",
    title="The statement of proposed action is made within 70 working days of getting the report",
    authority="SI 2015/1792, reg 4",
    url="https://legislation.gov.uk/uksi/2015/1792/note/made/data.xht",
    confidence="C",
    note=WORKING_DAY,
)
PRIORITY_PLAN = Rule(
    code="inspection.priority-action-plan",
    title="The priority action plan is submitted by the date in the inspectorate's letter, 35 "
    "working days after receipt of the report by default and never over 70",
    authority="Ofsted and CQC area SEND handbook; SI 2015/1792, reg 4",
    url="https://news.oxfordshire.gov.uk/draft-priority-action-plan/",
    confidence="M",
    note="The number is not settled between sources; 35 fits Oxfordshire 2023 and Lancashire "
    "2025. " + WORKING_DAY,
)
STRATEGIC_PLAN = Rule(
    code="inspection.strategic-plan",
    title="The area's SEND strategic plan is updated and published within 30 working days after "
    "a full inspection",
    authority="Ofsted and CQC, area SEND framework, 2022",
    url="https://nasen.org.uk/news/new-area-send-inspection-framework-published",
    confidence="C",
    note="Secondary. Whether the days run from receipt or from publication is M-low.",
)
FIT_FOR_PURPOSE = Rule(
    code="inspection.fit-for-purpose",
    title="Ofsted and CQC say within 10 working days whether the statement is fit for purpose",
    authority="Practice of Ofsted and CQC under the 2016 framework",
    url="https://modgov.sefton.gov.uk/mgAi.aspx?ID=39180",
    confidence="M",
    note="M-low for the 10 days; that both decide and tell the area by letter is confirmed.",
)
REVISIT = Rule(
    code="inspection.revisit-2016",
    title="Inspectors usually come back within 18 months of accepting the statement",
    authority="Ofsted and CQC local area SEND framework, 2016",
    url="https://www.ipsea.org.uk/news/ofsted-and-the-cqc-to-revisit-failing-local-authorities",
    confidence="C",
    note="An estimate, never a duty.",
)
MONITORING = Rule(
    code="inspection.monitoring-2023",
    title="After the third outcome a monitoring inspection usually follows 18 months from receipt "
    "of the final full report",
    authority="Ofsted and CQC area SEND handbook",
    url="https://sgpc.org.uk/news-feed/inspection-possible-outcomes",
    confidence="C",
    note="An estimate. The 2016 clock ran from acceptance of the statement instead.",
)
FULL_INSPECTION = Rule(
    code="inspection.full-inspection",
    title="The next full inspection usually follows within five years after the first outcome, "
    "three after the second and third",
    authority="Ofsted and CQC area SEND handbook",
    url="https://tes.com/magazine/news/specialist-sector/urgent-send-problems-in-third-areas-inspected-ofsted-cqc",
    confidence="C",
    note="An estimate. The pages name no day it runs from; counted here from receipt.",
)
PRIORITY_ACTIONS = Rule(
    code="inspection.priority-actions",
    title="Areas for priority action come with the third outcome only",
    authority="Ofsted and CQC area SEND handbook",
    url="https://www.remarkableminds.app/answers/what-is-a-priority-action-notice-in-an-area-send-inspection",
    confidence="C",
    note="Secondary for “only”.",
)
RECIPIENTS_PUBLISH = Rule(
    code="inspection.recipients-publish",
    title="Every recipient of the report publishes it on its website",
    authority="SI 2015/1792, reg 3(5)–(7)",
    url="https://legislation.gov.uk/uksi/2015/1792/note/made/data.xht",
    confidence="C",
)
PLAN_PUBLISHED = Rule(
    code="inspection.plan-published",
    title="The statement of proposed action is sent on and published by those who answer for it",
    authority="SI 2015/1792, regs 4 and 5",
    url="https://legislation.gov.uk/uksi/2015/1792/note/made/data.xht",
    confidence="M",
    note="Councils cite the Regulations when they publish it; the words were cut off in the copy "
    "seen, and no number of days is known. A priority action plan is believed to be one.",
)
ACCELERATED_PUBLISHED = Rule(
    code="inspection.accelerated-plan-published",
    title="The accelerated progress plan is published locally",
    authority="Department for Education, answer to question 6435 in Parliament",
    url="https://parallelparliament.co.uk/question/6435/special-educational-needs",
    confidence="C",
    note="No number of days is known.",
)
ACCELERATED_REVIEW = Rule(
    code="inspection.accelerated-review",
    title="A formal review of the accelerated progress plan follows about six months after the "
    "report of the re-visit, and the parent carer forum is invited",
    authority="Department for Education, answer to question 6435 in Parliament",
    url="https://parallelparliament.co.uk/question/6435/special-educational-needs",
    confidence="C",
    note="An estimate: the source says “about”.",
)


class Outcome(StrEnum):
    """The three outcomes of the 2023 framework."""

    POSITIVE = "typically positive experiences and outcomes"
    INCONSISTENT = "inconsistent experiences and outcomes"
    SYSTEMIC_FAILINGS = "widespread or systemic failings"


YEARS_TO_FULL_INSPECTION = {
    Outcome.POSITIVE: 5,
    Outcome.INCONSISTENT: 3,
    Outcome.SYSTEMIC_FAILINGS: 3,
}


@dataclass(frozen=True)
class _Clock:
    """What is due so many working days after what."""

    rule: Rule
    subject: str
    days: int
    event: str

    def answer(self, start: date, calendar: Calendar, letter_date: date | None) -> Answer[date]:
        due = calendar.add_working_days(start, self.days)
        span = f"{self.days} working days after {self.event} on"
        if letter_date:
            sentence = (
                f"{self.subject} by {day_in_words(letter_date)}: the date in the"
                f" inspectorate's own letter, which wins over {day_in_words(due)}"
                f" ({span} {day_in_words(start)})."
            )
            return Answer(letter_date, sentence, self.rule, counted_from=start)
        left_out = calendar.left_out_between(start, due)
        sentence = (
            f"{self.subject} by {day_in_words(due)}: {span}"
            f" {day_in_words(start, beside=due)}, leaving out {left_out_in_words(left_out)}."
        )
        return Answer(due, sentence, self.rule, left_out, counted_from=start)


def statement_due(
    received: date, calendar: Calendar, *, letter_date: date | None = None
) -> Answer[date]:
    """Return the last day for the written statement of action, counted from receipt."""
    event = "the report was received"
    clock = _Clock(STATEMENT, "The written statement of action is due", STATEMENT_DAYS, event)
    return clock.answer(received, calendar, letter_date)


def priority_action_plan_due(
    received: date,
    calendar: Calendar,
    *,
    letter_date: date | None = None,
    working_days: int = PRIORITY_PLAN_DAYS,
) -> Answer[date]:
    """Return the day for the plan: the letter's if it has one, else the default from receipt.

    A believed number: raises ``ValueError`` where ``working_days`` is over the 70 allowed.
    """
    if working_days > STATEMENT_DAYS:
        raise ValueError(
            f"A plan may take {STATEMENT_DAYS} working days at most, not {working_days}."
        )
    event = "the report was received"
    clock = _Clock(PRIORITY_PLAN, "The priority action plan is due", working_days, event)
    return clock.answer(received, calendar, letter_date)


def strategic_plan_due(start: date, calendar: Calendar) -> Answer[date]:
    """Return the day for the strategic plan; ``start`` is receipt, or publication if later."""
    event = "the report"
    clock = _Clock(STRATEGIC_PLAN, "The strategic plan is due", STRATEGIC_PLAN_DAYS, event)
    return clock.answer(start, calendar, None)


def fit_for_purpose_expected(submitted: date, calendar: Calendar) -> Answer[date]:
    """Return when to expect the inspectors' decision on a statement: a believed number."""
    subject = "The decision whether the statement is fit for purpose is expected"
    clock = _Clock(FIT_FOR_PURPOSE, subject, FIT_FOR_PURPOSE_DAYS, "it was submitted")
    return clock.answer(submitted, calendar, None)


def revisit_expected(accepted: date) -> Answer[date]:
    """Return until when inspectors usually come back, by the 2016 framework."""
    expected = months_after(accepted, FOLLOW_UP_MONTHS)
    sentence = (
        f"A re-visit is usually made by {day_in_words(expected)}: within {FOLLOW_UP_MONTHS} months"
        f" of the statement's acceptance on {day_in_words(accepted)}."
    )
    return Answer(expected, sentence, REVISIT, counted_from=accepted)


def monitoring_expected(received: date) -> Answer[date]:
    """Return when a monitoring inspection usually follows the third outcome, by the 2023 one."""
    expected = months_after(received, FOLLOW_UP_MONTHS)
    sentence = (
        f"A monitoring inspection is usual about {day_in_words(expected)}: {FOLLOW_UP_MONTHS}"
        f" months from receipt of the full report on {day_in_words(received)}."
    )
    return Answer(expected, sentence, MONITORING, counted_from=received)


def accelerated_review_expected(reported: date) -> Answer[date]:
    """Return about when the accelerated progress plan is reviewed, from the re-visit's report."""
    expected = months_after(reported, REVIEW_MONTHS)
    sentence = (
        f"A formal review is usual about {day_in_words(expected)}: {REVIEW_MONTHS} months from the"
        f" report of the re-visit on {day_in_words(reported)}. Invite the parent carer forum."
    )
    return Answer(expected, sentence, ACCELERATED_REVIEW, counted_from=reported)


def full_inspection_expected(outcome: Outcome, received: date) -> Answer[date]:
    """Return until when the next full inspection usually follows."""
    years = YEARS_TO_FULL_INSPECTION[outcome]
    expected = months_after(received, 12 * years)
    sentence = (
        f"The next full inspection is usual by {day_in_words(expected)}: within {years} years of"
        f" the report received on {day_in_words(received)} ({outcome})."
    )
    return Answer(expected, sentence, FULL_INSPECTION, counted_from=received)


def breaches_of_findings(outcome: Outcome, priority_actions: int) -> list[Breach]:
    """Return the breach of recording areas for priority action under another outcome."""
    if not priority_actions or outcome is Outcome.SYSTEMIC_FAILINGS:
        return []
    detail = (
        f"Areas for priority action do not come with the outcome “{outcome}”: check the outcome,"
        " or record them as areas for improvement"
    )
    return [Breach(PRIORITY_ACTIONS, detail)]


def breaches_of_recipients_publishing(addresses: Mapping[str, str]) -> list[Breach]:
    """Return one breach for each recipient of the report with no address where it stands."""
    return [
        Breach(RECIPIENTS_PUBLISH, f"{recipient} has not been seen to publish the report")
        for recipient, address in addresses.items()
        if not address.strip()
    ]


def breaches_of_plan_publishing(
    addresses: Mapping[str, str], rule: Rule = PLAN_PUBLISHED
) -> list[Breach]:
    """Return one breach for each body that answers for a plan with no address where it stands."""
    return [
        Breach(rule, f"{body} has not been seen to publish the plan")
        for body, address in addresses.items()
        if not address.strip()
    ]
