"""Who is responsible: rows from a day to a day, handed over when a body ends."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.inspections.actions.settling import settle
from cleardays.workroom.inspections.holding import FOR_CHANGE, hold, require_following
from cleardays.workroom.inspections.models import Area, Duty, Inspection, Responsibility
from cleardays.workroom.people import actions as people
from cleardays.workroom.people.models import Organisation
from cleardays.workroom.workflow.engine import Refused

Role = Responsibility.Role


def enter_body(name: str, kind: str, *, by: Viewer, at: datetime) -> Organisation:
    """Enter a body that inspectors name and nobody has entered yet.

    Whoever follows findings may: a report cannot be accepted without those it holds responsible.
    """
    require_following(by)
    able = replace(by, everywhere=by.everywhere | {Permission.MANAGE_BODIES})
    return people.create_organisation(name, by=able, at=at, kind=kind)


@transaction.atomic
def set_responsible(
    inspection: Inspection,
    bodies: Sequence[Organisation],
    *,
    by: Viewer,
    at: datetime,
    role: str = Role.JOINT,
    area: Area | None = None,
    since: date | None = None,
) -> list[Responsibility]:
    """Say which bodies answer in this role, for the whole or for one area, and no others.

    What was entered in error goes; what a successor took over stays, and so does its heir.
    """
    held = hold(inspection.pk, by=by)
    if area is not None and area.inspection_id != held.pk:
        raise Refused("That area belongs to another inspection")
    rows = list(_rows().filter(inspection=held, area=area, role=role, until__isnull=True))
    wanted = {body.pk: body for body in bodies}
    gone = [row for row in rows if row.body_id not in wanted and not row.inherits_from_id]
    new = [body for key, body in wanted.items() if key not in {row.body_id for row in rows}]
    for row in gone:
        row.delete()
    made = [
        Responsibility.objects.create(
            inspection=held, area=area, body=body, role=role, since=since
        )
        for body in new
    ]
    if made or gone:
        names = ", ".join(map(str, bodies)) or "nobody"
        what = f"area {area.number}" if area else "the inspection"
        said = f"set for {what} “{Role(role).label.lower()}” to {names}"
        settle("set-responsible", held, said, by=by, at=at)
    return made


def _rows() -> Any:
    return Responsibility.objects.unrestricted(because=FOR_CHANGE).select_related("body")


@transaction.atomic
def hand_over(ended: Organisation, on: date, *, by: Viewer, at: datetime) -> int:
    """Let a body's successor take over from ``on`` whatever it still answers for.

    Each open row ends the day before and a new one inherits from it; what the body did stays its
    own, what it still had to do passes on, without its owner. Returns how many rows passed on.
    """
    require_following(by)
    heir = Organisation.objects.filter(predecessors=ended).first()
    if heir is None:
        raise Refused(f"Nobody follows {ended}: enter its successor with the organisation first")
    rows = list(_rows().filter(body=ended, until__isnull=True).order_by("inspection", "pk"))
    if late := next((row for row in rows if row.since and row.since >= on), None):
        raise Refused(f"{ended} answers only since {late.since:%-d %B %Y}: choose a later day")
    for row in rows:
        row.until = on - timedelta(days=1)
        row.save(update_fields=["until"])
        Responsibility.objects.create(
            inspection_id=row.inspection_id,
            area_id=row.area_id,
            body=heir,
            role=row.role,
            since=on,
            inherits_from=row,
        )
    for key in sorted({row.inspection_id for row in rows}):
        _passed_on(key, ended, heir, on, by=by, at=at)
    return len(rows)


def _passed_on(
    key: int, ended: Organisation, heir: Organisation, on: date, *, by: Viewer, at: datetime
) -> None:
    """Pass the duties on, and tell the journal of the inspection."""
    held = hold(key, by=by)
    duties = Duty.objects.unrestricted(because=FOR_CHANGE).filter(inspection=held)
    has = set(duties.filter(body=heir).values_list("kind", flat=True))
    for duty in duties.filter(body=ended, done_on__isnull=True).exclude(kind__in=has):
        duty.body, duty.owner = heir, ""
        duty.save(update_fields=["body", "owner"])
    said = f"let {heir} take over from {ended} on {on:%-d %B %Y}"
    settle("hand-over", held, said, by=by, at=at)
