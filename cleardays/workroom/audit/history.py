"""What was done to one thing, as the lines that pages show."""

from django.db.models import Model

from cleardays.design.values import HistoryLine
from cleardays.workroom.audit.models import AuditEvent


def history_of(subject: Model, *, most: int | None = None) -> list[HistoryLine]:
    """Return what the journal has of a thing, newest first; who may read it is for the view."""
    events = AuditEvent.objects.about(subject)[:most]
    return [HistoryLine(one.sentence, one.at, one.actor, one.reason) for one in events]
