"""Emptying the outbox: what waits, in order, each until the record has it."""

import logging
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import F, Q
from django.utils.timezone import now

from cleardays.door.crossing import NotReleased
from cleardays.door.publish import carry
from cleardays.workroom.meetings.models import AgendaVersion
from cleardays.workroom.outbox.models import Outgoing
from cleardays.workroom.plans.models import PlanVersion

logger = logging.getLogger("cleardays.door")
# A row that somebody took and did not finish is taken again after this: its worker has died.
PATIENCE = timedelta(minutes=2)
LONGEST_PAUSE = timedelta(minutes=10)
BECAUSE = "versions of one meeting, or of one plan, go out in their order"


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
    if outgoing.kind == "meeting":
        agendas = AgendaVersion.objects.unrestricted(because=BECAUSE)
        agenda = agendas.get(pk=outgoing.payload["agenda_version_id"])
        earlier = agendas.filter(meeting=agenda.meeting_id, number__lt=agenda.number)
        return not _any_waits("meeting", "agenda_version_id", earlier.values_list("pk", flat=True))
    if outgoing.kind == "plan":
        versions = PlanVersion.objects.unrestricted(because=BECAUSE)
        this = versions.get(pk=outgoing.payload["plan_version_id"])
        before = versions.filter(plan=this.plan_id, number__lt=this.number)
        return not _any_waits("plan", "plan_version_id", before.values_list("pk", flat=True))
    return True


def _any_waits(kind: str, name: str, versions: Iterable[int]) -> bool:
    waiting = Outgoing.objects.filter(kind=kind, done_at__isnull=True)
    return waiting.filter(**{f"payload__{name}__in": list(versions)}).exists()


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
