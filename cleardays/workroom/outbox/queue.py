"""Putting something into the outbox, inside the action's transaction."""

from datetime import datetime
from typing import Any

from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.outbox.models import Outgoing


def put(kind: str, payload: dict[str, Any], *, by: Viewer, at: datetime) -> Outgoing:
    """Queue something for the door. It commits with the change, or not at all."""
    return Outgoing.objects.create(kind=kind, payload=payload, by=by.name, at=at)
