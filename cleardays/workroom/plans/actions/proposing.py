"""A body proposes a new date for its own action; who keeps the plan approves it or sends it back.

Nothing of a proposal is public. Once approved the date moves as any other does, by an entry of the
slippage ledger that says who proposed it, why, and who approved it.
"""

from datetime import date, datetime

from django.db import transaction
from django.db.models import QuerySet

from cleardays.workroom.access.viewer import NotAllowed, Viewer
from cleardays.workroom.audit import log
from cleardays.workroom.plans.actions.dates import Slip, move_date, move_milestone
from cleardays.workroom.plans.locking import (
    FOR_CHANGE,
    hold_action,
    hold_own_action,
    refuse_ended,
)
from cleardays.workroom.plans.models import Action, DateChange, Milestone, Proposal
from cleardays.workroom.workflow.engine import Refused
from cleardays.workroom.workflow.fitting import refuse_what_does_not_fit

State = Proposal.State


@transaction.atomic
def propose_date(
    thing: Action | Milestone,
    field: str,
    new: date,
    *,
    reason: str,
    by: Viewer,
    at: datetime,
    effect: str = "",
) -> Proposal:
    """Propose another "start" or "finish" of an action, or "due" of a milestone, and say why."""
    milestone = thing if isinstance(thing, Milestone) else None
    held = hold_own_action(thing.action if isinstance(thing, Milestone) else thing, by=by)
    if by.user_id is None or by.organisation_id is None:
        raise NotAllowed(f"{by.name} speaks for no body here")
    made = Proposal(
        action=held,
        milestone=milestone,
        field=field,
        old=getattr(milestone or held, field),
        new=new,
        reason=reason.strip(),
        effect=effect.strip(),
        body_id=by.organisation_id,
        by=by.name,
        by_user_id=by.user_id,
        at=at,
    )
    _refuse_pointless(made)
    refuse_what_does_not_fit(made)
    made.save()
    log.record("propose-date", held, f"proposed another date for {held.ref}", by=by, at=at)
    return made


@transaction.atomic
def withdraw_date(proposal: Proposal, *, by: Viewer, at: datetime) -> Proposal:
    """Take a proposal back before it is answered; the body that made it does."""
    action = hold_own_action(proposal.action, by=by)
    held = _waiting(proposal)
    if held.body_id != by.organisation_id:
        raise NotAllowed(f"{by.name} may withdraw what their own body proposed only")
    held.state = State.WITHDRAWN
    held.save(update_fields=["state"])
    log.record("withdraw-date", action, f"withdrew a date for {action.ref}", by=by, at=at)
    return held


@transaction.atomic
def approve_date(
    proposal: Proposal, *, by: Viewer, at: datetime, approved_by: str = ""
) -> DateChange | None:
    """Move the date as proposed: the ledger tells who proposed, why, and who approved it.

    ``approved_by`` names a post or a board; without it, it is who approves. None is returned
    where no date was agreed before: that is an agreement, and the ledger has no entry of it.
    """
    hold_action(proposal.action, by=by)
    held = _waiting(proposal)
    if held.by_user_id == by.user_id:
        raise Refused("You proposed this date: somebody else approves it")
    stands = getattr(held.milestone or held.action, held.field)
    if stands != held.old:
        raise Refused(
            f"The date has moved since this was proposed: it was {_day(held.old)} and is"
            f" {_day(stands)} now. Send it back, so that they can propose it anew"
        )
    approver = approved_by.strip() or by.name
    entry = _move(held, approver, by=by, at=at)
    _answer(held, State.APPROVED, "", by=by, at=at)
    return entry


@transaction.atomic
def return_date(proposal: Proposal, words: str, *, by: Viewer, at: datetime) -> Proposal:
    """Send a proposal back, and say why. The words stay inside."""
    action = hold_action(proposal.action, by=by)
    held = _waiting(proposal)
    if not words.strip():
        raise Refused("Say why it goes back: who proposed it reads your words")
    _answer(held, State.RETURNED, words.strip(), by=by, at=at)
    said = f"sent the date that {held.by} proposed for {action.ref} back"
    log.record("return-date", action, said, by=by, at=at)
    return held


def _refuse_pointless(made: Proposal) -> None:
    """Raise Refused for a proposal that could never be approved, or that is made already."""
    action, milestone = made.action, made.milestone
    refuse_ended(action)
    if action.finished or (milestone and milestone.met_on):
        raise Refused("It is done already: there is no date left to move")
    if made.field == Proposal.Field.START and action.started:
        raise Refused(f"{action.ref} has started: its start can no longer move")
    if made.old == made.new:
        raise Refused(f"That day is its date already: {_day(made.old)}")
    if not made.reason:
        raise Refused("Say why the date should move: the public reads the reason, if it does")
    if made.field == Proposal.Field.START and action.finish and made.new > action.finish:
        raise Refused(f"{action.ref} would start after its finish: propose another finish first")
    if made.field == Proposal.Field.FINISH and action.start and made.new < action.start:
        raise Refused(f"{action.ref} would finish before its start: propose another start first")
    waits = _rows().filter(
        action=action, milestone=milestone, field=made.field, state=State.WAITING
    )
    if waits.exists():
        raise Refused("Another date waits for the improvement lead already: withdraw it first")


def _move(held: Proposal, approver: str, *, by: Viewer, at: datetime) -> DateChange | None:
    said: Slip = {
        "effect": held.effect,
        "approved_by": approver,
        "proposed_by": f"{held.by}, {held.body}"[:200],
    }
    if held.milestone:
        return move_milestone(held.milestone, held.new, reason=held.reason, by=by, at=at, **said)
    return move_date(held.action, held.field, held.new, reason=held.reason, by=by, at=at, **said)


def _answer(held: Proposal, state: str, words: str, *, by: Viewer, at: datetime) -> None:
    held.state, held.answer = state, words
    held.answered_by, held.answered_at = by.name, at
    held.save(update_fields=["state", "answer", "answered_by", "answered_at"])


def _waiting(proposal: Proposal) -> Proposal:
    """Lock a proposal, for an answer that it does not have yet."""
    locked = _rows().select_for_update(of=("self",)).select_related("action", "milestone", "body")
    held: Proposal = locked.get(pk=proposal.pk)
    if held.state != State.WAITING:
        raise Refused(f"It is {held.get_state_display().lower()} already")
    return held


def _rows() -> QuerySet[Proposal]:
    return Proposal.objects.unrestricted(because=FOR_CHANGE)


def _day(day: date | None) -> str:
    return f"{day:%-d %B %Y}" if day else "no date"
