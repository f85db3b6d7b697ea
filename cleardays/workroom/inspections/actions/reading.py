"""From the inspectors' PDF to an inspection: read, corrected by a person, accepted."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Unpack

from django.db import transaction

from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.audit import log
from cleardays.workroom.documents.models import StoredFile
from cleardays.workroom.inspections.actions.entering import (
    InspectionChanges,
    new_inspection,
    refuse_breaches,
    refuse_misfits,
)
from cleardays.workroom.inspections.actions.settling import settle
from cleardays.workroom.inspections.holding import hold, require_following
from cleardays.workroom.inspections.models import Area, Inspection, Responsibility
from cleardays.workroom.inspections.reading import AREA_2023, details_of, from_plain
from cleardays.workroom.people.models import Organisation
from cleardays.workroom.workflow.engine import Refused
from cleardays.workroom.workflow.fitting import refuse_what_does_not_fit


@dataclass(frozen=True)
class AcceptedArea:
    """A finding as the officer accepts it, with the bodies named for it, if any are."""

    kind: str
    label: str
    text: str = ""
    bodies: tuple[Organisation, ...] = ()


@dataclass(frozen=True)
class Accepted:
    """All that is accepted beside the fields. ``settled`` are the numbers of settled doubts."""

    areas: Sequence[AcceptedArea]
    bodies: Sequence[Organisation]
    settled: Collection[int] = field(default=())


@transaction.atomic
def begin_from_reading(
    file: StoredFile, plain: dict[str, Any], *, by: Viewer, at: datetime
) -> Inspection:
    """Keep what was read from a PDF as a draft that waits for a person to settle and accept it."""
    require_following(by)
    reading = from_plain(plain)
    details = {**details_of(reading), "is_accepted": False, "file": file, "reading": plain}
    made = new_inspection(AREA_2023, str(reading.fields["area"]), details, at)
    made.save()
    doubts = f", unsure of {n}" if (n := len(reading.doubts)) else ""
    said = f"had a report read: {len(reading.findings)} findings{doubts}"
    log.record("read", made, said, by=by, at=at)
    return made


@transaction.atomic
def accept_reading(
    inspection: Inspection,
    accepted: Accepted,
    *,
    by: Viewer,
    at: datetime,
    **fields: Unpack[InspectionChanges],
) -> Inspection:
    """Accept a reading with the corrections of a person, once every doubt is settled."""
    held = hold(inspection.pk, by=by)
    if held.is_accepted:
        raise Refused("What was read has been accepted already: change the inspection instead")
    _refuse_doubts(held, accepted.settled)
    for name, value in fields.items():
        setattr(held, name, value)
    held.is_accepted = True
    refuse_misfits(held, at)
    held.save()
    for body in dict.fromkeys(accepted.bodies):
        Responsibility.objects.create(inspection=held, body=body)
    for number, one in enumerate(accepted.areas, 1):
        _add(held, number, one)
    refuse_breaches(held)
    said = f"accepted what was read: {len(accepted.areas)} areas"
    settle("accept", held, said, by=by, at=at)
    return held


def _refuse_doubts(held: Inspection, settled: Collection[int]) -> None:
    doubts = from_plain(held.reading or {}).doubts if held.reading else ()
    left = [doubt for doubt in doubts if doubt.number not in settled]
    if left:
        raise Refused(*(f"Settle this first: {one.why} “{one.words}”" for one in left))


def _add(held: Inspection, number: int, one: AcceptedArea) -> None:
    area = Area(inspection=held, kind=one.kind, number=number, label=one.label, text=one.text)
    refuse_what_does_not_fit(area, exclude=("inspection", "recurs_from"))
    area.save()
    for body in dict.fromkeys(one.bodies):
        Responsibility.objects.create(
            inspection=held, area=area, body=body, role=Responsibility.Role.LEAD
        )


@transaction.atomic
def discard_reading(inspection: Inspection, *, by: Viewer, at: datetime) -> None:
    """Throw away a reading that nobody accepted; the file stays with those who gave it."""
    held = hold(inspection.pk, by=by)
    if held.is_accepted:
        raise Refused("It has been accepted: change it instead")
    log.record("discard", held, f"threw away what was read as “{held}”", by=by, at=at)
    held.delete()
