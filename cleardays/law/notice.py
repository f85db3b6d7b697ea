"""Notice of meetings, and how long agendas and papers must be public beforehand."""

from datetime import date

from cleardays.law.calendar import Calendar
from cleardays.law.types import Answer, Breach, Rule
from cleardays.law.wording import clear_days_in_words, day_in_words, left_out_in_words

CLEAR_DAYS = 5

COUNTING_CLEAR_DAYS = Rule(
    code="notice.clear-days",
    title="Clear days leave out the day of giving notice, the day of the meeting and every day "
    "that is not a working day",
    authority="R v Swansea City Council, ex parte Elitestone (Court of Appeal, 5 May 1993)",
    url="https://www.swarb.co.uk/regina-v-swansea-city-council-ex-parte-elitestone-ltd-CA-5-May-1993",
    confidence="C",
    note="Secondary: read in a digest of the case.",
)
NON_WORKING_PUBLICATION = Rule(
    code="notice.non-working-publication",
    title="Papers put up on a day that is not a working day count as put up on the next one",
    authority="Practice of principal councils: whole working days, midnight to midnight",
    url="https://moderngov.cheshireeast.gov.uk/ieIssueDetails.aspx?IId=9840&Opt=3&PlanId=0",
    confidence="M",
    note="Own reading, the strictest, of what the practice of whole days means.",
)
NOTICE_OF_MEETING = Rule(
    code="notice.time-and-place",
    title="Notice of time and place is public five clear days before the meeting",
    authority="Local Government Act 1972, s.100A(6)(a), as amended by SI 2002/715",
    url="https://www.legislation.gov.uk/uksi/2002/715/note/made/data.html",
    confidence="C",
)
OPEN_PAPERS = Rule(
    code="notice.agenda-and-reports",
    title="Agenda and open reports are open to inspection five clear days before the meeting",
    authority="Local Government Act 1972, s.100B(3)",
    url="https://www.legislation.gov.uk/uksi/2002/715/note/made/data.html",
    confidence="C",
)
SHORTER_NOTICE = Rule(
    code="notice.shorter-notice",
    title="Where the meeting is convened, or the item added, later than that, papers are public "
    "from when it is",
    authority="Local Government Act 1972, ss.100A(6)(a) and 100B(3)",
    url="http://askyourcouncil.uk/openness-and-accountability/access-to-non-executive-meetings/",
    confidence="C",
)


def deemed_publication_day(published: date, calendar: Calendar) -> date:
    """Return the working day on which papers count as put up (see NON_WORKING_PUBLICATION)."""
    return calendar.next_working_day_on_or_after(published)


def clear_days(published: date, meeting: date, calendar: Calendar) -> int:
    """Count the clear days of notice: neither end counts, nor does a day that is not worked."""
    start = deemed_publication_day(published, calendar)
    return len(calendar.working_days_between(start, meeting))


def agenda_deadline(
    meeting: date, calendar: Calendar, *, subject: str = "The agenda", rule: Rule = OPEN_PAPERS
) -> Answer[date]:
    """Return the last working day that gives five clear days before the meeting.

    ``subject`` is what the sentence says must be public; ``rule`` is its authority: LGA 1972
    s.100B(3) unless notice (``NOTICE_OF_MEETING``) or an executive meeting is asked about.
    """
    deadline = calendar.subtract_working_days(meeting, CLEAR_DAYS + 1)
    left_out = calendar.left_out_between(deadline, meeting)
    sentence = (
        f"{subject} must be public by {day_in_words(deadline)}: {clear_days_in_words(CLEAR_DAYS)}"
        f" before {day_in_words(meeting, beside=deadline)}"
    )
    if left_out:
        sentence += f", leaving out {left_out_in_words(left_out)}"
    return Answer(deadline, f"{sentence}.", rule, left_out, counted_from=meeting)


def publication_in_words(published: date, calendar: Calendar) -> str:
    """Return the day of publication, with the day it counts as where that is another."""
    deemed = deemed_publication_day(published, calendar)
    counts_as = f" (counts as {day_in_words(deemed, beside=published)})"
    return day_in_words(published) + (counts_as if deemed != published else "")


def is_late(
    added: date, meeting: date, calendar: Calendar, *, convened: date | None = None
) -> bool:
    """Say whether what is published on a day falls short of notice, so that an item is late."""
    return bool(breaches_of_notice(added, meeting, calendar, convened=convened))


def breaches_of_notice(
    published: date,
    meeting: date,
    calendar: Calendar,
    *,
    convened: date | None = None,
    rule: Rule = OPEN_PAPERS,
) -> list[Breach]:
    """Return the breach, if papers went out too late for this meeting.

    ``convened`` is the day the meeting was called, or for an item added to its agenda the day of
    adding: when that is after the deadline, papers must be public from that very day instead.
    """
    deadline = agenda_deadline(meeting, calendar).value
    if clear_days(published, meeting, calendar) >= CLEAR_DAYS:
        return []
    if convened and convened > deadline:
        return _breaches_of_shorter_notice(published, convened)
    given = clear_days_in_words(clear_days(published, meeting, calendar))
    detail = (
        f"Public from {publication_in_words(published, calendar)}, which gives {given} before"
        f" {day_in_words(meeting, beside=published)}; it had to be public by"
        f" {day_in_words(deadline, beside=published)}"
    )
    return [Breach(rule, detail)]


def _breaches_of_shorter_notice(published: date, convened: date) -> list[Breach]:
    if published <= convened:
        return []
    detail = (
        f"Public from {day_in_words(published)}, later than {day_in_words(convened)}, when the"
        " meeting was convened or the item added: at short notice it has to be public from then"
    )
    return [Breach(SHORTER_NOTICE, detail)]
