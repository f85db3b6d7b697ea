"""Executive business in private or in a hurry: two notices, or the agreement of a chair."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cleardays.law.calendar import Calendar
from cleardays.law.executive import latest_notice
from cleardays.law.notice import agenda_deadline, breaches_of_notice
from cleardays.law.types import Answer, Breach, Rule
from cleardays.law.wording import day_in_words

FIRST_PRIVATE_NOTICE = Rule(
    code="private.first-notice",
    title="Notice that an executive meeting is to be private is out 28 clear days before, with "
    "reasons",
    authority="SI 2012/2089, reg 5(2)–(3)",
    url="https://www.legislation.gov.uk/uksi/2012/2089/regulation/5/data.xht?view=snippet&wrap=true",
    confidence="C",
    note="Read as reg 5(2)–(5) together. That the 28 are days of the calendar is believed.",
)
SECOND_PRIVATE_NOTICE = Rule(
    code="private.second-notice",
    title="A second notice is out five clear days before, with reasons, the representations "
    "received and the response",
    authority="SI 2012/2089, reg 5(4)–(5)",
    url="https://www.legislation.gov.uk/uksi/2012/2089/regulation/5/data.xht?view=snippet&wrap=true",
    confidence="C",
    note="Read as reg 5(2)–(5) together.",
)
PRIVATE_URGENCY = Rule(
    code="private.urgency",
    title="Without those notices, a chair must agree that the meeting is urgent and cannot "
    "reasonably be deferred, and why is published",
    authority="SI 2012/2089, reg 5(6)–(7)",
    url="https://www.legislation.gov.uk/uksi/2012/2089/regulation/5/data.xht?view=snippet&wrap=true",
    confidence="C",
)
SPECIAL_URGENCY = Rule(
    code="executive.special-urgency",
    title="Where even the general exception is impracticable, a chair must agree that the "
    "decision is urgent and cannot reasonably be deferred, and why is published",
    authority="SI 2012/2089, reg 11",
    url="https://www.legislation.gov.uk/cy/uksi/2012/2089/regulation/11/data.xht?view=snippet&wrap=true",
    confidence="C",
)


class Approver(StrEnum):
    """Who may agree to urgency, in the order in which they must be asked."""

    SCRUTINY_CHAIR = "the chair of the relevant scrutiny committee"
    COUNCIL_CHAIR = "the chair of the council"
    COUNCIL_VICE_CHAIR = "the vice-chair of the council"


class Reply(StrEnum):
    """What became of asking; to disagree is not the same as to be unable to act."""

    AGREES = "agrees"
    DISAGREES = "disagrees"
    UNABLE = "unable to act"
    VACANT = "no such person"


@dataclass(frozen=True)
class PrivateNotice:
    """A notice that a meeting is to be private; the last two fields belong to the second one.

    ``representations`` and ``response`` may be "none received" and the like, but not blank.
    """

    published: date
    reasons: str
    representations: str = ""
    response: str = ""


def private_notice_deadlines(
    meeting: date, calendar: Calendar
) -> tuple[Answer[date], Answer[date]]:
    """Return by when the first and the second notice of a private meeting must be public."""
    first = latest_notice(
        meeting, subject="The first notice of a private meeting", rule=FIRST_PRIVATE_NOTICE
    )
    second = agenda_deadline(
        meeting,
        calendar,
        subject="The second notice of a private meeting",
        rule=SECOND_PRIVATE_NOTICE,
    )
    return first, second


def breaches_of_private_notices(
    first: PrivateNotice, second: PrivateNotice, meeting: date, calendar: Calendar
) -> list[Breach]:
    """Return what is wrong with the two notices of a private executive meeting."""
    latest = latest_notice(meeting).value
    breaches = []
    if first.published > latest:
        detail = (
            f"The first notice came on {day_in_words(first.published)}; it was due by"
            f" {day_in_words(latest, beside=first.published)}"
        )
        breaches.append(Breach(FIRST_PRIVATE_NOTICE, detail))
    if not first.reasons.strip():
        detail = "The first notice must give the reasons for meeting in private"
        breaches.append(Breach(FIRST_PRIVATE_NOTICE, detail))
    breaches += breaches_of_notice(second.published, meeting, calendar, rule=SECOND_PRIVATE_NOTICE)
    parts = {
        "the reasons for meeting in private": second.reasons,
        'the representations received, or "none"': second.representations,
        "the response to them": second.response,
    }
    missing = [what for what, words in parts.items() if not words.strip()]
    return breaches + [
        Breach(SECOND_PRIVATE_NOTICE, f"The second notice must give {what}") for what in missing
    ]


def breaches_of_agreement(
    replies: Mapping[Approver, Reply], reasons: str, *, rule: Rule = SPECIAL_URGENCY
) -> list[Breach]:
    """Return why urgency is not agreed: the first who is there and able decides, nobody else.

    ``reasons`` are what is published of why it cannot be deferred. Pass ``PRIVATE_URGENCY`` as
    the rule for a private meeting without its notices.
    """
    breaches = [Breach(rule, detail) for detail in _what_is_not_agreed(replies)]
    if not reasons.strip():
        detail = "Publish why the matter is urgent and cannot reasonably be deferred"
        breaches.append(Breach(rule, detail))
    return breaches


def _what_is_not_agreed(replies: Mapping[Approver, Reply]) -> list[str]:
    for approver in Approver:
        match replies.get(approver):
            case Reply.AGREES:
                return []
            case Reply.DISAGREES:
                return [f"{approver.capitalize()} disagrees, and nobody else may be asked"]
            case None:
                return [f"Ask {approver}: they come next and have not replied"]
    return ["Nobody is able to agree to urgency: wait for the full notice"]
