"""How long papers stay open to inspection, counted from the meeting or the decision itself."""

from datetime import date

from cleardays.law.periods import last_day_of_months_beginning
from cleardays.law.types import Answer, Rule
from cleardays.law.wording import day_in_words, number_in_words

SIX_YEARS = Rule(
    code="retention.six-years",
    title="Minutes, agenda and reports taken in public are open for six years beginning with the "
    "date of the meeting",
    authority="Local Government Act 1972, s.100C(1)",
    url="http://nbcarwasher.com/legal/legislation/uk-parliament-acts/local-government-act-1972-c70/part-va/section-100c",
    confidence="C",
)
FOUR_YEARS = Rule(
    code="retention.background-papers",
    title="Background papers are open for four years beginning with the date of the meeting; "
    "their list stays as long as the report",
    authority="Local Government Act 1972, s.100D(2)",
    url="https://legislation.gov.uk/ukpga/1972/70/section/100D/2000-10-01?view=plain+extent",
    confidence="C",
)
OFFICER_DECISIONS = Rule(
    code="retention.officer-decisions",
    title="The record of an officer's decision is open for six years, its background papers for "
    "four, from the decision",
    authority="SI 2014/2095, reg 8",
    url="https://nearlylegal.co.uk/2014/08/reasons-reasons-reasons",
    confidence="C",
    note="Secondary.",
)


def open_until(meeting: date) -> Answer[date]:
    """Return the last day on which minutes, agenda and reports must be open to inspection."""
    return _beginning_with(meeting, 6, "Minutes, agenda and reports", "meeting", SIX_YEARS)


def background_papers_open_until(meeting: date) -> Answer[date]:
    """Return the last day on which the background papers of a report must be open."""
    return _beginning_with(meeting, 4, "Background papers", "meeting", FOUR_YEARS)


def officer_decision_open_until(decision: date) -> Answer[date]:
    """Return the last day on which the record of an officer's decision must be open."""
    return _beginning_with(
        decision, 6, "The record of the decision", "decision", OFFICER_DECISIONS
    )


def _beginning_with(start: date, years: int, subject: str, event: str, rule: Rule) -> Answer[date]:
    last = last_day_of_months_beginning(start, 12 * years)
    verb = "stays" if subject.startswith("The record") else "stay"
    sentence = (
        f"{subject} {verb} open to inspection until the end of {day_in_words(last)}:"
        f" {number_in_words(years)} years beginning with the {event} on {day_in_words(start)}."
    )
    return Answer(last, sentence, rule, counted_from=start)
