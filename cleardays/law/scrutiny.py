"""What scrutiny is owed and by when: responses, documents, and members' interests notified."""

from datetime import date, timedelta

from cleardays.law.calendar import Calendar
from cleardays.law.periods import last_day_of_days_beginning, last_day_of_months_beginning
from cleardays.law.types import Answer, Rule
from cleardays.law.wording import day_in_words, left_out_in_words

RESPONSE_MONTHS = 2
DAYS = 28
DOCUMENT_DAYS = 10

DUTY_TO_RESPOND = Rule(
    code="scrutiny.response",
    title="Council or executive considers a scrutiny report, responds and publishes the response "
    "within two months beginning with receipt of the report or, if later, of the notice for it",
    authority="Local Government Act 2000, s.9FE",
    url="https://legislation.gov.uk/uksi/2009/1919/part/2/made/data.xht",
    confidence="M",
    note="M-high: identical wording confirmed in SI 2009/1919 reg 6, the section itself not seen.",
)
NHS_RESPONSE = Rule(
    code="scrutiny.nhs-response",
    title="An NHS body asked to respond to health scrutiny replies in writing within 28 days of "
    "the request",
    authority="SI 2013/218, reg 22(7)–(8)",
    url="https://www.yumpu.com/en/document/view/22179478/scrutiny-coordinating-committee-agenda-hartlepool-borough-council/28",
    confidence="M",
    note="M-high: the page shows the practice of a council, not the regulation.",
)
DISCLOSED_INTEREST = Rule(
    code="scrutiny.disclosed-interest",
    title="An unregistered pecuniary interest disclosed at a meeting is notified within 28 days "
    "beginning with the disclosure",
    authority="Localism Act 2011, s.31",
    url="http://www.legislation.gov.uk/ukpga/2011/20/section/31/data.html",
    confidence="C",
)
DOCUMENT_REQUEST = Rule(
    code="scrutiny.document-request",
    title="A scrutiny member's request for an executive document is met within 10 clear days of "
    "its receipt",
    authority="SI 2012/2089, reg 17",
    url="https://www.legislation.gov.uk/uksi/2012/2089/regulation/17/made",
    confidence="C",
    note="The number is confirmed. That the tenth working day is the last is our own reading.",
)


def response_due(report_received: date, notice_received: date | None) -> Answer[date | None]:
    """Return the last day for the response; None where no notice was given, as no clock runs.

    A believed rule: say so beside a date, and let it block nothing.
    """
    if notice_received is None:
        sentence = "No response is due yet: without a written notice requiring one, no clock runs."
        return Answer(None, sentence, DUTY_TO_RESPOND)
    start = max(report_received, notice_received)
    cause, after = (
        ("report", "") if start == report_received else ("notice", ", the later of both")
    )
    due = last_day_of_months_beginning(start, RESPONSE_MONTHS)
    sentence = (
        f"The response is due by the end of {day_in_words(due)}: two months beginning with the"
        f" {cause} of {day_in_words(start, beside=due)}{after}."
    )
    return Answer(due, sentence, DUTY_TO_RESPOND, counted_from=start)


def nhs_response_due(requested: date) -> Answer[date]:
    """Return the last day for an NHS body's reply: the day after the request is day 1.

    A believed rule: say so beside a date, and let it block nothing.
    """
    due = requested + timedelta(days=DAYS)
    sentence = (
        f"The NHS body's reply is due by {day_in_words(due)}: {DAYS} days after the request of"
        f" {day_in_words(requested, beside=due)}."
    )
    return Answer(due, sentence, NHS_RESPONSE, counted_from=requested)


def interest_notification_due(disclosed: date) -> Answer[date]:
    """Return the last day for notifying a disclosed interest: the disclosure itself is day 1."""
    due = last_day_of_days_beginning(disclosed, DAYS)
    sentence = (
        f"The monitoring officer must be notified by {day_in_words(due)}: {DAYS} days beginning"
        f" with the disclosure on {day_in_words(disclosed, beside=due)}."
    )
    return Answer(due, sentence, DISCLOSED_INTEREST, counted_from=disclosed)


def document_request_due(received: date, calendar: Calendar) -> Answer[date]:
    """Return the tenth clear day after receipt, by which the document must be supplied."""
    due = calendar.add_working_days(received, DOCUMENT_DAYS)
    left_out = calendar.left_out_between(received, due)
    sentence = (
        f"The document is due by {day_in_words(due)}: {DOCUMENT_DAYS} clear days after the request"
        f" came in on {day_in_words(received, beside=due)}, leaving out"
        f" {left_out_in_words(left_out)}."
    )
    return Answer(due, sentence, DOCUMENT_REQUEST, left_out, counted_from=received)
