"""Decisions of one person: recorded as the regulations ask, corrected, taken off."""

from datetime import date, datetime
from typing import Any, TypedDict, Unpack

from django.db import transaction

from cleardays.law.executive import breaches_of_officer_record
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.audit.changes import found_in, in_words, put_in
from cleardays.workroom.inspections.actions.settling import settle
from cleardays.workroom.inspections.holding import FOR_CHANGE, hold
from cleardays.workroom.inspections.models import Decision, Inspection
from cleardays.workroom.workflow.engine import Refused
from cleardays.workroom.workflow.fitting import refuse_what_does_not_fit

RECORDED = ("decision", "reasons", "alternatives", "conflicts")


class DecisionDetails(TypedDict, total=False):
    """What is said of a decision; the model explains each."""

    taken_on: date
    taken_by: str
    how: str
    decision: str
    reasons: str
    alternatives: str
    conflicts: str
    address: str


@transaction.atomic
def record_decision(
    inspection: Inspection, *, by: Viewer, at: datetime, **details: Unpack[DecisionDetails]
) -> Decision:
    """Record a decision that one person took; Refused where the record is not whole."""
    held = hold(inspection.pk, by=by)
    made = Decision(inspection=held, **details)
    _refuse(made, at)
    made.save()
    settle("record-decision", held, f"recorded the decision of {made}", by=by, at=at)
    return made


@transaction.atomic
def change_decision(
    record: Decision, *, by: Viewer, at: datetime, **wanted: Unpack[DecisionDetails]
) -> Decision:
    """Correct the record of a decision."""
    inspection = hold(record.inspection_id, by=by)
    held: Decision = _decisions().get(pk=record.pk)
    changed = found_in(held, wanted)
    if not changed:
        return held
    put_in(held, changed)
    _refuse(held, at)
    held.save(update_fields=list(changed))
    said = f"corrected the record of the decision of {held}: {in_words(changed)}"
    settle("change-decision", inspection, said, by=by, at=at)
    return held


@transaction.atomic
def remove_decision(decision: Decision, *, by: Viewer, at: datetime, reason: str) -> None:
    """Take off the record of a decision that was not taken, with the reason.

    One that the public has seen is corrected instead: it stays open to inspection for years.
    """
    held = hold(decision.inspection_id, by=by)
    if held.is_published:
        raise Refused("The record may be public and has to stay open: correct it instead")
    if not reason.strip():
        raise Refused("Say why it is taken off")
    said = f"took off the decision of {decision}"
    _decisions().filter(pk=decision.pk).delete()
    settle("remove-decision", held, said, by=by, at=at, reason=reason)


def _decisions() -> Any:
    return Decision.objects.unrestricted(because=FOR_CHANGE)


def _refuse(made: Decision, at: datetime) -> None:
    breaches = breaches_of_officer_record({name: getattr(made, name) for name in RECORDED})
    if breaches:
        raise Refused(*map(str, breaches))
    refuse_what_does_not_fit(made, exclude=("inspection",))
    if made.taken_on > at.date():
        raise Refused(f"{made.taken_on:%-d %B %Y} is still to come: record it when it is taken")
    received = made.inspection.received_on
    if received and made.taken_on < received:
        raise Refused("It was taken before the report was received: check the day")
