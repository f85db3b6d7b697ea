"""Items and papers that were not public in time: when a committee may take them all the same.

For committees and council. An executive has no chair's urgency of this kind: see ``executive``.
"""

from dataclasses import dataclass
from datetime import date

from cleardays.law.calendar import Calendar
from cleardays.law.notice import breaches_of_notice
from cleardays.law.types import Breach, Rule

LATE_ITEM = Rule(
    code="late.chair-urgency",
    title="A late item is taken only if the chair of that meeting is of opinion that it is urgent "
    "by reason of special circumstances, which the minutes record",
    authority="Local Government Act 1972, s.100B(4)(b)",
    url="http://askyourcouncil.uk/openness-and-accountability/access-to-non-executive-meetings/",
    confidence="C",
    note="Seen through a guide and in practice, not in the section's own text.",
)
SPECIAL_MEETING = Rule(
    code="late.special-meeting",
    title="A council may bar late business at its special meetings",
    authority="Standing orders of the council",
    url="https://www.minutes.haringey.gov.uk/ieIssueDetails.aspx?IId=86980&Opt=3",
    confidence="C",
    note="Local: seen at Haringey; a setting of each body.",
)
TO_FOLLOW = Rule(
    code="late.to-follow",
    title="A report marked to follow lets its item be taken, but is itself due five clear days "
    "before",
    authority="Local Government Act 1972, s.100B(3)",
    url="https://mycouncil.oxfordshire.gov.uk/(S(13eh2v55wfbk5sb2diauy42c))/mgAi.aspx?ID=30250&txtonly=1",
    confidence="M",
    note="The practice is confirmed; the reading of the subsection is believed.",
)


@dataclass(frozen=True)
class Urgency:
    """Why a late item is taken: the chair, by post, whether they hold it urgent, and why."""

    chair: str
    is_urgent: bool
    special_circumstances: str


def breaches_of_late_item(
    urgency: Urgency | None, *, is_late_business_barred: bool = False
) -> list[Breach]:
    """Return what stands in the way of taking an item that was not on the agenda in time.

    ``is_late_business_barred`` is true at a special meeting of a body whose standing orders take
    no other business. The minutes may not be published while any of this holds.
    """
    if is_late_business_barred:
        return [Breach(SPECIAL_MEETING, "This special meeting takes no late business")]
    if urgency is None or not urgency.is_urgent:
        detail = "The chair has not said that this late item is urgent: take it next time"
        return [Breach(LATE_ITEM, detail)]
    breaches = []
    if not urgency.chair.strip():
        breaches.append(Breach(LATE_ITEM, "Say which chair of the meeting holds this item urgent"))
    if not urgency.special_circumstances.strip():
        detail = "Record the special circumstances that make this item urgent, for the minutes"
        breaches.append(Breach(LATE_ITEM, detail))
    return breaches


def breaches_of_paper_to_follow(
    published: date, meeting: date, calendar: Calendar, *, convened: date | None = None
) -> list[Breach]:
    """Return the breach, which warns only, of a report that followed a timely agenda too late."""
    return breaches_of_notice(published, meeting, calendar, convened=convened, rule=TO_FOLLOW)
