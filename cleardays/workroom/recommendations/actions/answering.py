"""Answering a committee: by whoever is asked, or by the committee's officer for them."""

from dataclasses import replace
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import NotAllowed, Viewer
from cleardays.workroom.recommendations.actions.telling import tell
from cleardays.workroom.recommendations.holding import hold
from cleardays.workroom.recommendations.models import Ask
from cleardays.workroom.recommendations.workflow import ASK
from cleardays.workroom.workflow.engine import Refused


def may_answer(ask: Ask, viewer: Viewer) -> bool:
    """Say whether the viewer may: the body that is asked, its heir, or the committee's officer."""
    bodies = {ask.asked_of_id, ask.asked_of.successor_id} - {None}
    is_asked = viewer.organisation_id in bodies and viewer.can_somewhere(Permission.UPDATE_ACTIONS)
    return is_asked or viewer.can(Permission.ASK, ask.committee_id)


@transaction.atomic
def answer(
    ask: Ask, words: str, *, by: Viewer, at: datetime, answered_on: date | None = None
) -> Ask:
    """Record the answer, or a fuller one. It settles nothing: the committee has to accept it."""
    held = hold(ask)
    if not may_answer(held, by):
        raise NotAllowed(f"{by.name} may not answer this: it was asked of {held.asked_of}")
    on = answered_on or localdate(at)
    if not words.strip():
        raise Refused("Write the answer: an empty one is none")
    if not held.meeting.day <= on <= localdate(at):
        raise Refused("An answer comes after the meeting that asked, and not in the future")
    # Whoever is asked may take this one step, though no officer of the committee.
    able = replace(by, everywhere=by.everywhere | {Permission.ASK})
    held.answer, held.answered_on = words.strip(), on
    held.save(update_fields=["answer", "answered_on"])
    answered = ASK.perform("answer", held, by=able, at=at)
    tell(answered, by=by, at=at)
    return answered
