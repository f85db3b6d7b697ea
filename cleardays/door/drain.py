"""Emptying the outbox: what waits, in order, each until the record has it."""

import logging
from datetime import datetime, timedelta
from typing import Any

from django.db.models import F, Q
from django.utils.timezone import now

from cleardays.door.crossing import NotReleased
from cleardays.door.publish import carry
from cleardays.workroom.inspections.models import InspectionVersion
from cleardays.workroom.meetings.models import AgendaVersion
from cleardays.workroom.outbox.models import Outgoing
from cleardays.workroom.plans.models import MeasureVersion, PlanVersion

logger = logging.getLogger("cleardays.door")
# A row that somebody took and did not finish is taken again after this: its worker has died.
PATIENCE = timedelta(minutes=2)
LONGEST_PAUSE = timedelta(minutes=10)
BECAUSE = "versions of one thing go out in their order"
# By kind: the model of the versions, the key in the payload, and what they are versions of.
IN_ORDER: dict[str, tuple[Any, str, str]] = {
    "inspection": (InspectionVersion, "inspection_version_id", "inspection"),
    "measure": (MeasureVersion, "measure_version_id", "measure"),
    "meeting": (AgendaVersion, "agenda_version_id", "meeting"),
    "plan": (PlanVersion, "plan_version_id", "plan"),
}


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
    return not _earlier_waits(outgoing)


def _earlier_waits(outgoing: Outgoing) -> bool:
    """Say whether an earlier version of the same thing still waits."""
    if outgoing.kind not in IN_ORDER:
        return False
    model, key, of = IN_ORDER[outgoing.kind]
    versions = model.objects.unrestricted(because=BECAUSE)
    this = versions.get(pk=outgoing.payload[key])
    before = versions.filter(**{of: getattr(this, f"{of}_id")}, number__lt=this.number)
    waiting = Outgoing.objects.filter(kind=outgoing.kind, done_at__isnull=True)
    keys = list(before.values_list("pk", flat=True))
    return waiting.filter(**{f"payload__{key}__in": keys}).exists()


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
