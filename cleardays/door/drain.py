"""Emptying the outbox: what waits, in order, each until the record has it."""

import logging
from datetime import datetime, timedelta

from django.db.models import F, Q
from django.utils.timezone import now

from cleardays.door.crossing import NotReleased
from cleardays.door.publish import carry
from cleardays.workroom.meetings.models import AgendaVersion
from cleardays.workroom.outbox.models import Outgoing

logger = logging.getLogger("cleardays.door")
# A row that somebody took and did not finish is taken again after this: its worker has died.
PATIENCE = timedelta(minutes=2)
LONGEST_PAUSE = timedelta(minutes=10)
BECAUSE = "versions of one meeting go out in their order"


def drain() -> int:
    """Publish what waits. Returns how many rows the record now has that it had not."""
    waiting = Outgoing.objects.filter(done_at__isnull=True)
    return sum(_try(outgoing) for outgoing in waiting if _is_next(outgoing))


def _is_next(outgoing: Outgoing) -> bool:
    """Say whether its turn has come: not just failed, and no earlier version still waits."""
    if outgoing.tries and outgoing.began_at:
        pause = min(LONGEST_PAUSE, timedelta(seconds=2**outgoing.tries))
        if now() < outgoing.began_at + pause:
            return False
    if outgoing.kind != "meeting":
        return True
    versions = AgendaVersion.objects.unrestricted(because=BECAUSE)
    this = versions.get(pk=outgoing.payload["agenda_version_id"])
    earlier = versions.filter(meeting=this.meeting_id, number__lt=this.number)
    waiting = Outgoing.objects.filter(kind="meeting", done_at__isnull=True)
    return not waiting.filter(
        payload__agenda_version_id__in=list(earlier.values_list("pk", flat=True))
    ).exists()


def _try(outgoing: Outgoing) -> bool:
    """Take a row unless somebody else has it; publish it; say what stood in the way."""
    at = now()
    if not _take(outgoing, at):
        return False
    row = Outgoing.objects.filter(pk=outgoing.pk)
    try:
        carry(outgoing, at)
    except NotReleased as refusal:
        row.update(problem=str(refusal))
        return False
    except Exception as problem:
        logger.exception("Publishing %s failed and will be tried again", outgoing)
        row.update(problem=f"{type(problem).__name__}: {problem}")
        return False
    row.update(done_at=now(), problem="")
    return True


def _take(outgoing: Outgoing, at: datetime) -> bool:
    """Compare and set: of two workers one gets it."""
    free = Q(began_at=outgoing.began_at) if outgoing.tries else Q(began_at__isnull=True)
    abandoned = Q(began_at__lt=at - PATIENCE)
    failed = ~Q(problem="")
    takeable = Outgoing.objects.filter(Q(began_at__isnull=True) | failed | abandoned, free)
    taken = takeable.filter(pk=outgoing.pk, done_at__isnull=True)
    return bool(taken.update(began_at=at, tries=F("tries") + 1))
