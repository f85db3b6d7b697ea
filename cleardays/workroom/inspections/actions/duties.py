"""What is due is given an owner, and done with its proof."""

from datetime import date, datetime

from django.db import transaction

from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.inspections.actions.settling import settle
from cleardays.workroom.inspections.clocks import OF_EACH
from cleardays.workroom.inspections.holding import FOR_CHANGE, hold
from cleardays.workroom.inspections.models import Duty, Inspection
from cleardays.workroom.workflow.engine import Refused
from cleardays.workroom.workflow.fitting import refuse_what_does_not_fit


@transaction.atomic
def assign(duty: Duty, owner: str, *, by: Viewer, at: datetime) -> Duty:
    """Say which post sees to a duty; nothing takes the owner away."""
    held, inspection = _held(duty, by=by)
    before, held.owner = held.owner, " ".join(owner.split())
    if held.owner == before:
        return held
    refuse_what_does_not_fit(held, exclude=("inspection", "body"))
    held.save(update_fields=["owner"])
    who = held.owner or "nobody"
    settle("assign", inspection, f"gave “{held.title}” to {who}", by=by, at=at)
    return held


@transaction.atomic
def finish(
    duty: Duty, on: date, *, by: Viewer, at: datetime, proof: str = "", words: str = ""
) -> Duty:
    """Record that a duty was done on a day, with the address where that can be seen.

    Where the day is not exact, ``words`` say what is known of it.

    That a report or a plan was published is proved by where it stands: without an address it is
    refused.
    """
    held, inspection = _held(duty, by=by)
    if on > at.date():
        raise Refused(f"{on:%-d %B %Y} is still to come: record it when it has happened")
    if held.kind in OF_EACH and not proof.strip():
        raise Refused("Give the address at which it can be read: that is the proof")
    held.done_on, held.proof, held.done_words = on, proof.strip(), " ".join(words.split())
    refuse_what_does_not_fit(held, exclude=("inspection", "body"))
    held.save(update_fields=["done_on", "proof", "done_words"])
    said = f"recorded “{held.title}” as done on {on:%-d %B %Y}"
    settle("finish", inspection, said, by=by, at=at)
    return held


@transaction.atomic
def reopen(duty: Duty, *, by: Viewer, at: datetime, reason: str) -> Duty:
    """Take back that a duty was done, with the reason."""
    held, inspection = _held(duty, by=by)
    if held.done_on is None:
        raise Refused("It is not recorded as done")
    if not reason.strip():
        raise Refused("Say why it was not done after all")
    held.done_on, held.proof, held.done_words = None, "", ""
    held.save(update_fields=["done_on", "proof", "done_words"])
    said = f"took back that “{held.title}” was done"
    settle("reopen", inspection, said, by=by, at=at, reason=reason)
    return held


def _held(duty: Duty, *, by: Viewer) -> tuple[Duty, Inspection]:
    inspection = hold(duty.inspection_id, by=by)
    rows = Duty.objects.unrestricted(because=FOR_CHANGE)
    return rows.get(pk=duty.pk), inspection
