"""Which entry of the record a row of the outbox becomes."""

import uuid

from cleardays.workroom.outbox.models import Outgoing


def origin_of(outgoing: Outgoing, ref: str) -> uuid.UUID:
    """Return the same origin for the same row and address, so that a second try appends once."""
    return uuid.uuid5(outgoing.pk, ref)
