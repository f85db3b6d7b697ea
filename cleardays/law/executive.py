"""Executive decisions: 28 clear days' notice of key decisions, and the two ways round it.

The 28 days are days of the calendar; the five clear days beside them are working days.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from cleardays.law.calendar import Calendar
from cleardays.law.notice import (
    CLEAR_DAYS,
    clear_days,
    deemed_publication_day,
    publication_in_words,
)
from cleardays.law.types import Answer, Breach, Rule
from cleardays.law.wording import day_in_words, left_out_in_words

NOTICE_DAYS = 28

EXECUTIVE_PAPERS = Rule(
    code="executive.agenda",
    title="Notice and agenda of a public executive meeting are out five clear days before, at the "
    "offices and on the website",
    authority="SI 2012/2089, regs 6–7",
    url="https://www.legislation.gov.uk/uksi/2012/2089/regulation/6/data.html",
    confidence="C",
)
KEY_DECISION_NOTICE = Rule(
    code="executive.key-decision-notice",
    title="Notice of a key decision is public at least 28 clear days before it, at the offices "
    "and on the website",
    authority="SI 2012/2089, reg 9(2)",
    url="https://www.bevanbrittan.com/insights/articles/2012/changestoexecutivedecisionmakinginlocalauthorities/",
    confidence="C",
    note="Secondary. That the 28 are days of the calendar is how councils read it; no case "
    "leaves weekends out.",
)
NOTICE_CONTENTS = Rule(
    code="executive.key-decision-contents",
    title="A key decision notice says what, who, when, which documents, where to get them, that "
    "others may come and how to ask for those",
    authority="SI 2012/2089, reg 9(1)",
    url="https://www.legislation.gov.uk/uksi/2012/2089/part/3/made?view=plain",
    confidence="C",
)
GENERAL_EXCEPTION = Rule(
    code="executive.general-exception",
    title="Where 28 days are impracticable: the scrutiny chair (or every member) is told in "
    "writing, the notice published, and five clear days pass",
    authority="SI 2012/2089, reg 10",
    url="https://legislation.gov.uk/cy/uksi/2012/2089/regulation/10/made/data.xht?view=snippet&wrap=true",
    confidence="C",
)
OFFICER_RECORD = Rule(
    code="executive.officer-record",
    title="An officer's executive decision is recorded: what and when, reasons, alternatives "
    "considered and rejected, conflicts of interest declared by members consulted",
    authority="SI 2012/2089, reg 13(4)",
    url="http://publicsectorblog.practicallaw.com/what-are-the-new-obligations-of-local-authority-officers-to-record-decisions",
    confidence="C",
    note="Secondary.",
)


@dataclass(frozen=True)
class KeyDecisionNotice:
    """What a key decision notice says; ``documents`` may be "none", but not blank."""

    matter: str
    decision_maker: str
    decided_when: str
    documents: str
    where_to_get_them: str
    says_others_may_come: bool
    how_to_ask: str


@dataclass(frozen=True)
class GeneralException:
    """Who was told in writing of a decision without 28 days' notice, when it went public, why."""

    told_in_writing: str
    published: date
    reasons: str


def earliest_decision(notice_published: date) -> Answer[date]:
    """Return the first day on which a key decision may be taken after its notice."""
    earliest = notice_published + timedelta(days=NOTICE_DAYS + 1)
    sentence = (
        f"The decision may be taken from {day_in_words(earliest)}: {NOTICE_DAYS} clear days after"
        f" its notice of {day_in_words(notice_published, beside=earliest)}, weekends and holidays"
        " counted."
    )
    return Answer(earliest, sentence, KEY_DECISION_NOTICE, counted_from=notice_published)


def latest_notice(
    decision: date,
    *,
    subject: str = "Notice of the key decision",
    rule: Rule = KEY_DECISION_NOTICE,
) -> Answer[date]:
    """Return the last day on which notice gives 28 clear days before the decision."""
    latest = decision - timedelta(days=NOTICE_DAYS + 1)
    sentence = (
        f"{subject} must be public by {day_in_words(latest)}: {NOTICE_DAYS} clear days before"
        f" {day_in_words(decision, beside=latest)}, weekends and holidays counted."
    )
    return Answer(latest, sentence, rule, counted_from=decision)


def breaches_of_key_decision_notice(published: date, decision: date) -> list[Breach]:
    """Return the breach, if the notice gives fewer than 28 clear days."""
    latest = latest_notice(decision).value
    if published <= latest:
        return []
    given = max((decision - published).days - 1, 0)
    detail = (
        f"Notice of {day_in_words(published)} gives {given} of {NOTICE_DAYS}"
        f" clear days before {day_in_words(decision, beside=published)}: it was due by"
        f" {day_in_words(latest, beside=published)}, so the general exception or special urgency"
        " is needed"
    )
    return [Breach(KEY_DECISION_NOTICE, detail)]


def breaches_of_notice_contents(notice: KeyDecisionNotice) -> list[Breach]:
    """Return one breach for each thing that a key decision notice must say and does not."""
    said = {
        "the matter to be decided": notice.matter,
        "who decides, with the title or the members": notice.decision_maker,
        "the date of the decision, or the period": notice.decided_when,
        'the documents to be considered, or "none"': notice.documents,
        "where the documents can be had": notice.where_to_get_them,
        "how to ask for documents that come later": notice.how_to_ask,
    }
    missing = [what for what, words in said.items() if not words.strip()]
    if not notice.says_others_may_come:
        missing.append("that other documents may come")
    return [Breach(NOTICE_CONTENTS, f"The notice must say {what}") for what in missing]


def earliest_under_general_exception(published: date, calendar: Calendar) -> Answer[date]:
    """Return the first day for the decision once five clear days have passed since publication."""
    start = deemed_publication_day(published, calendar)
    earliest = calendar.add_working_days(start, CLEAR_DAYS) + timedelta(days=1)
    left_out = calendar.left_out_between(start, earliest)
    without = f", leaving out {left_out_in_words(left_out)}" if left_out else ""
    sentence = (
        f"The decision may be taken from {day_in_words(earliest)}: five clear days after"
        " its notice under the general exception, public from"
        f" {publication_in_words(published, calendar)}{without}."
    )
    return Answer(earliest, sentence, GENERAL_EXCEPTION, left_out, counted_from=published)


def breaches_of_general_exception(
    exception: GeneralException, decision: date, calendar: Calendar
) -> list[Breach]:
    """Return what is still missing for a decision without 28 days' notice."""
    missing = []
    if not exception.told_in_writing.strip():
        missing.append(
            "Tell the chair of the scrutiny committee in writing, or every member if there is none"
        )
    if clear_days(exception.published, decision, calendar) < CLEAR_DAYS:
        earliest = earliest_under_general_exception(exception.published, calendar).value
        missing.append(f"Five clear days have not passed: wait until {day_in_words(earliest)}")
    if not exception.reasons.strip():
        missing.append("Publish why 28 days' notice was impracticable")
    return [Breach(GENERAL_EXCEPTION, detail) for detail in missing]


def breaches_of_officer_record(parts: Mapping[str, str]) -> list[Breach]:
    """Return one breach for each part of the record of a decision that is left empty.

    ``parts`` are "decision", "reasons", "alternatives" (considered and rejected) and "conflicts"
    (declared by members who were consulted, and dispensations), as worded; where there were none
    the record says so. The day is known wherever there is a record.
    """
    return [
        Breach(OFFICER_RECORD, words)
        for part, words in _RECORDED.items()
        if not parts.get(part, "").strip()
    ]


_RECORDED = {
    "decision": "Say what was decided",
    "reasons": "Give the reasons for the decision",
    "alternatives": "Say which alternatives were considered and rejected, or that there were none",
    "conflicts": "Say which conflicts of interest were declared, or that there were none",
}
