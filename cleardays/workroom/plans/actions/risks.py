"""Risks to a plan: entered, changed as they grow or shrink, and taken off it with a reason."""

from datetime import datetime
from typing import Any, TypedDict, Unpack

from django.db import transaction

from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.audit import log
from cleardays.workroom.audit.changes import as_details, found_in, in_words, put_in
from cleardays.workroom.plans.locking import FOR_CHANGE, hold_plan
from cleardays.workroom.plans.models import Plan, Risk
from cleardays.workroom.workflow.engine import Refused
from cleardays.workroom.workflow.fitting import refuse_what_does_not_fit

# Words that may not be public: the journal names them and does not repeat them.
PRIVATE = frozenset({"text", "owner", "mitigation"})
WORST = 5


class RiskDetails(TypedDict):
    """What is said of a risk; the model explains each."""

    owner: str
    likelihood: int
    effect: int
    mitigation: str
    is_public: bool


@transaction.atomic
def add_risk(
    plan: Plan, text: str, *, by: Viewer, at: datetime, **details: Unpack[RiskDetails]
) -> Risk:
    """Enter a risk to a plan, with its owner and what is done about it."""
    held = hold_plan(plan, by=by)
    risk = Risk(plan=held, text=text.strip(), **details)
    _refuse_misfits(risk)
    risk.save()
    log.record("add-risk", held, "entered a risk", by=by, at=at)
    return risk


@transaction.atomic
def change_risk(
    risk: Risk, text: str, *, by: Viewer, at: datetime, **details: Unpack[RiskDetails]
) -> Risk:
    """Change a risk; what versions said of it stays in them."""
    plan, held = _hold(risk, by)
    changed = found_in(held, {"text": text.strip(), **details})
    if not changed:
        return held
    put_in(held, changed)
    _refuse_misfits(held)
    held.save(update_fields=list(changed))
    said = f"changed a risk: {in_words(changed, private=PRIVATE)}"
    kept: dict[str, Any] = as_details(changed, private=PRIVATE)
    log.record("change-risk", plan, said, by=by, at=at, **kept)
    return held


@transaction.atomic
def remove_risk(risk: Risk, *, reason: str, by: Viewer, at: datetime) -> None:
    """Take a risk off the plan: it is over, or was none. Versions that named it keep it."""
    plan, held = _hold(risk, by)
    if not reason.strip():
        raise Refused("Say why it is a risk no more")
    held.delete()
    log.record("remove-risk", plan, "took a risk off the plan", by=by, at=at, reason=reason)


def _hold(risk: Risk, by: Viewer) -> tuple[Plan, Risk]:
    plan = hold_plan(risk.plan, by=by)
    held: Risk = Risk.objects.unrestricted(because=FOR_CHANGE).get(pk=risk.pk)
    return plan, held


def _refuse_misfits(risk: Risk) -> None:
    refuse_what_does_not_fit(risk)
    if not (1 <= risk.likelihood <= WORST and 1 <= risk.effect <= WORST):
        raise Refused("Likelihood and effect are each from 1 to 5")
