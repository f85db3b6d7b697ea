"""Writing the journal: one entry per action, in the action's own transaction."""

from datetime import datetime
from typing import Any

from django.db.models import Model

from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.audit.models import AuditEvent


def record(
    verb: str,
    subject: Model,
    sentence: str,
    *,
    by: Viewer,
    at: datetime,
    committee_id: int | None = None,
    **details: Any,
) -> AuditEvent:
    """Add an entry. ``sentence`` goes on from the actor's post: "moved item 5 up to 3".

    ``details`` are ``before``, ``after`` (small dicts of plain values) and ``reason``.
    """
    return AuditEvent.objects.create(
        at=at,
        actor=by.name,
        actor_id=by.user_id,
        verb=verb,
        subject_type=subject._meta.label_lower,
        subject_id=str(subject.pk),
        committee_id=committee_id,
        sentence=sentence,
        **details,
    )
