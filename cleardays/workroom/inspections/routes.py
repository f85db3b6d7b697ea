"""The plan's deadline laid against the calendars of the committees that have a say."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from cleardays.law.scheduling import CALL_IN_DAYS, PUBLISHING, SENDING, Terms, back_schedule
from cleardays.law.sittings import Part, Schedule, Sitting
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.inspections.clocks import PLANS, STRATEGIC_PLAN
from cleardays.workroom.inspections.models import Duty, Inspection, Responsibility
from cleardays.workroom.meetings.models import Meeting
from cleardays.workroom.people.calendars import calendar_of
from cleardays.workroom.people.models import Committee, Organisation

PARTS: dict[str, Part] = {
    Committee.Kind.EXECUTIVE: Part.EXECUTIVE,
    Committee.Kind.SCRUTINY: Part.SCRUTINY,
}

BELOW_THE_BOARD = (
    Committee.Kind.SUB_COMMITTEE,
    Committee.Kind.PARTNERSHIP,
    Committee.Kind.INFORMAL,
)


@dataclass(frozen=True)
class Laid:
    """A schedule, the duty that it is for, and how many meetings were looked at."""

    duty: Duty
    schedule: Schedule
    sittings: int

    @property
    def tone(self) -> str:
        """How the answer is shown: good only where everybody who has a say meets in time."""
        return "good" if any(one.is_whole for one in self.schedule.routes) else "warning"


def laid_out(inspection: Inspection, viewer: Viewer, today: date, terms: Terms) -> Laid | None:
    """Return the routes to the plan's deadline; None where no plan is due any more, or yet.

    Meetings are those that the viewer may see, with a day that is known.
    """
    duty = _next(inspection, viewer, today)
    bodies = list(_bodies(inspection, viewer))
    council = _council(bodies)
    if duty is None or duty.due is None or council is None:
        return None
    meetings = (
        Meeting.objects.visible_to(viewer)
        .to_come(today)
        .filter(day__lte=duty.due, precision="day", committee__organisation__in=bodies)
    )
    sittings = list(_sittings(meetings.select_related("committee__organisation")))
    boards = [str(one) for one in _answering(inspection, viewer, Organisation.Kind.NHS)]
    deed = PUBLISHING if duty.kind == STRATEGIC_PLAN else SENDING
    schedule = back_schedule(
        duty.due, today, calendar_of(council), sittings, terms, boards=boards, deed=deed
    )
    return Laid(duty, schedule, len(sittings))


def _next(inspection: Inspection, viewer: Viewer, today: date) -> Duty | None:
    """Return the plan that is due: what is sent to inspectors, else the strategic plan."""
    rows = Duty.objects.visible_to(viewer).filter(inspection=inspection, done_on__isnull=True)
    rows = rows.filter(due__gte=today, is_estimate=False)
    return rows.filter(kind__in=PLANS).first() or rows.filter(kind=STRATEGIC_PLAN).first()


def call_in_days(inspection: Inspection, viewer: Viewer) -> int:
    """Return how long scrutiny of the council that answers may call a decision in."""
    council = _council(_bodies(inspection, viewer))
    return council.call_in_days if council else CALL_IN_DAYS


def _council(bodies: Iterable[Organisation]) -> Organisation | None:
    return next((one for one in bodies if one.kind == Organisation.Kind.COUNCIL), None)


def _bodies(inspection: Inspection, viewer: Viewer) -> Iterator[Organisation]:
    rows = Responsibility.objects.visible_to(viewer).open().filter(inspection=inspection)
    return (row.body for row in rows.select_related("body"))


def _answering(inspection: Inspection, viewer: Viewer, kind: str) -> Iterator[Organisation]:
    """Yield the bodies of a kind that answer for the whole, each of which approves a plan."""
    rows = Responsibility.objects.visible_to(viewer).open()
    whole = rows.filter(inspection=inspection, area__isnull=True, body__kind=kind)
    return (row.body for row in whole.select_related("body"))


def _sittings(meetings: Iterable[Meeting]) -> Iterator[Sitting]:
    for meeting in meetings:
        of = meeting.committee
        if part := _part(of):
            yield Sitting(meeting.day, of.name, part, str(of.organisation))


def _part(of: Committee) -> Part | None:
    """Return what a committee has to do with a plan; what a board left to others is none of it."""
    if of.organisation.kind != Organisation.Kind.NHS:
        return PARTS.get(of.kind)
    return None if of.kind in BELOW_THE_BOARD else Part.HEALTH_BOARD
