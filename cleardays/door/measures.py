"""Carrying a released version of a measure to the record."""

from datetime import datetime

from cleardays.door.origins import origin_of
from cleardays.door.projections import measure as measures
from cleardays.record import log
from cleardays.workroom.outbox.models import Outgoing
from cleardays.workroom.plans.models import MeasureVersion

BECAUSE = "the door projects it, field by field, for publication"


def publish_measure(outgoing: Outgoing, at: datetime) -> None:
    """Publish a version as it was frozen, whatever has been entered since."""
    versions = MeasureVersion.objects.unrestricted(because=BECAUSE)
    version = versions.get(pk=outgoing.payload["measure_version_id"])
    if version.recalled_at:
        return  # it was taken back before the door came to it
    document = measures.project(version.snapshot)
    log.append(document, origin=origin_of(outgoing, document.ref), at=at)
