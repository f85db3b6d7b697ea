"""Putting something into the outbox, inside the action's transaction."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.outbox.models import Outgoing


def put(kind: str, payload: dict[str, Any], *, by: Viewer, at: datetime) -> Outgoing:
    """Queue something for the door. It commits with the change, or not at all."""
    return Outgoing.objects.create(kind=kind, payload=payload, by=by.name, at=at)


def on_its_way(kind: str, key: str, values: Collection[int]) -> list[Outgoing]:
    """Return what the record does not have yet, oldest first; ``problem`` says what stopped it.

    ``key`` and ``values`` are what the payload holds, such as the keys of agenda versions.
    """
    waiting = Outgoing.objects.filter(kind=kind, done_at__isnull=True)
    return list(waiting.filter(**{f"payload__{key}__in": list(values)}))
