"""Everything that changes a letter."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.audit import log
from cleardays.workroom.letters.models import ReceivedLetter
from cleardays.workroom.workflow.engine import Refused

BECAUSE = "letters are taken in and answered, not shown"


@dataclass(frozen=True)
class Incoming:
    """A letter as it stood in the letterbox."""

    id: uuid.UUID
    about: str
    page: str
    words: str
    reply_to: str
    sent_at: datetime


@transaction.atomic
def receive(letter: Incoming, *, by: Viewer, at: datetime) -> ReceivedLetter:
    """Take a letter in. One that is here already stays as it is."""
    letters = ReceivedLetter.objects.unrestricted(because=BECAUSE)
    received, is_new = letters.get_or_create(
        pk=letter.id,
        defaults={
            "about": letter.about,
            "page": letter.page,
            "words": letter.words,
            "reply_to": letter.reply_to,
            "sent_at": letter.sent_at,
        },
    )
    if is_new:
        log.record("receive-letter", received, "wrote to the council", by=by, at=at)
    return received


@transaction.atomic
def answer(letter: ReceivedLetter, words: str, *, by: Viewer, at: datetime) -> ReceivedLetter:
    """Note how a letter was answered. Refused when it was answered before, or in no words."""
    if not by.can_somewhere(Permission.ANSWER_LETTERS):
        raise Refused(f"{by.name} may not answer letters")
    letters = ReceivedLetter.objects.unrestricted(because=BECAUSE).select_for_update()
    locked = letters.get(pk=letter.pk)
    if locked.answered_at:
        raise Refused(f"It was answered on {locked.answered_at:%-d %B %Y} by {locked.answered_by}")
    if not words.strip():
        raise Refused("Say what was answered or done, so that the next person knows")
    locked.answered_at, locked.answered_by, locked.answer = at, by.name, words.strip()
    locked.save(update_fields=["answered_at", "answered_by", "answer"])
    log.record("answer-letter", locked, "answered it", by=by, at=at)
    return locked
