"""What only the committee can say: accepted, opened again, withdrawn."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.meetings.locking import refuse_before_held
from cleardays.workroom.meetings.models import Meeting
from cleardays.workroom.people.models import Committee
from cleardays.workroom.recommendations.actions.telling import tell
from cleardays.workroom.recommendations.holding import FOR_CHANGE, hold
from cleardays.workroom.recommendations.models import Ask
from cleardays.workroom.recommendations.workflow import ASK
from cleardays.workroom.workflow.engine import Refused

GENERATIONS = 10


@transaction.atomic
def accept(ask: Ask, meeting: Meeting, *, by: Viewer, at: datetime) -> Ask:
    """Record that the committee, or the one that followed it, accepted the answer at a meeting."""
    held = hold(ask)
    by.require(Permission.ASK, held.committee_id)
    refuse_before_held(meeting, "accepted", at)
    if not meetings_to_accept_at(held, localdate(at)).filter(pk=meeting.pk).exists():
        raise Refused(
            "An answer is accepted at a published meeting of the committee that asked, or of the"
            " one that followed it, on or after the day of the answer"
        )
    held.accepted_at_meeting = meeting
    held.save(update_fields=["accepted_at_meeting"])
    accepted = ASK.perform("accept", held, by=by, at=at)
    tell(accepted, by=by, at=at)
    return accepted


@transaction.atomic
def reopen(ask: Ask, *, reason: str, by: Viewer, at: datetime) -> Ask:
    """Open an ask again: the answer did not do, or the problem came back. The answer stays."""
    held = hold(ask)
    by.require(Permission.ASK, held.committee_id)
    held.accepted_at_meeting = None
    held.save(update_fields=["accepted_at_meeting"])
    reopened = ASK.perform("reopen", held, by=by, at=at, reason=reason)
    tell(reopened, by=by, at=at)
    return reopened


@transaction.atomic
def withdraw(ask: Ask, *, reason: str, by: Viewer, at: datetime) -> Ask:
    """Record that the committee no longer asks for it."""
    held = hold(ask)
    by.require(Permission.ASK, held.committee_id)
    withdrawn = ASK.perform("withdraw", held, by=by, at=at, reason=reason)
    tell(withdrawn, by=by, at=at)
    return withdrawn


def meetings_to_accept_at(ask: Ask, today: date):  # type: ignore[no-untyped-def]
    """Return the meetings, held by today, at which the committee can have accepted the answer."""
    rows = Meeting.objects.unrestricted(because=FOR_CHANGE).filter(
        committee__in=_line_of(ask.committee), published_at__isnull=False
    )
    rows = rows.exclude(state=Meeting.State.CANCELLED)
    since = ask.answered_on or ask.meeting.day
    return rows.filter(day__gte=since, day__lte=today).order_by("-day")


def _line_of(committee: Committee) -> list[Committee]:
    """Return a committee and those that followed it."""
    line = [committee]
    while (heir := line[-1].successor) and heir not in line and len(line) < GENERATIONS:
        line.append(heir)
    return line
