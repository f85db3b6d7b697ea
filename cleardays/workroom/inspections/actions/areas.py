"""Areas as inspectors found them, and how each judge judges them."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, TypedDict, Unpack

from django.db import transaction
from django.db.models import Max

from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.audit.changes import found_in, in_words, put_in
from cleardays.workroom.inspections.actions.entering import refuse_breaches
from cleardays.workroom.inspections.actions.settling import settle
from cleardays.workroom.inspections.holding import FOR_CHANGE, hold
from cleardays.workroom.inspections.models import Area, Inspection, Judgement
from cleardays.workroom.workflow.engine import Refused
from cleardays.workroom.workflow.fitting import refuse_what_does_not_fit


class AreaDetails(TypedDict, total=False):
    """What may be said of an area; the model explains each."""

    text: str
    recurs_from: Area | None
    is_confirmed: bool
    note: str
    sources: list[str]


class AreaChanges(AreaDetails, total=False):
    """What may be changed of an area; its number stays, as plans name it."""

    kind: str
    label: str


class JudgementDetails(TypedDict, total=False):
    """What may be said of a judgement; the model explains each."""

    on: date | None
    on_words: str
    words: str
    is_confirmed: bool
    sources: list[str]


@transaction.atomic
def add_area(
    inspection: Inspection,
    kind: str,
    label: str,
    *,
    by: Viewer,
    at: datetime,
    **details: Unpack[AreaDetails],
) -> Area:
    """Add an area that inspectors found, after the last."""
    held = hold(inspection.pk, by=by)
    last = _areas().filter(inspection=held).order_by().aggregate(last=Max("number"))["last"] or 0
    area = Area(
        inspection=held, kind=kind, number=last + 1, label=" ".join(label.split()), **details
    )
    _refuse_area(area)
    area.save()
    refuse_breaches(held)
    settle("add-area", held, f"added area {area}", by=by, at=at)
    return area


@transaction.atomic
def change_area(area: Area, *, by: Viewer, at: datetime, **wanted: Unpack[AreaChanges]) -> Area:
    """Change what is said of an area."""
    inspection = hold(area.inspection_id, by=by)
    held: Area = _areas().get(pk=area.pk)
    changed = found_in(held, wanted)
    if not changed:
        return held
    put_in(held, changed)
    _refuse_area(held)
    held.save(update_fields=list(changed))
    refuse_breaches(inspection)
    said = f"changed area {held.number}: {in_words(changed)}"
    settle("change-area", inspection, said, by=by, at=at)
    return held


@transaction.atomic
def remove_area(area: Area, *, by: Viewer, at: datetime) -> None:
    """Take off an area that was entered in error; not once the public or a judge knows it."""
    inspection = hold(area.inspection_id, by=by)
    if inspection.is_published:
        raise Refused("The public has seen this area: change its words instead")
    if _judgements().filter(area=area).exists():
        raise Refused("The area has been judged: take the judgements back first")
    if _areas().filter(recurs_from=area).exists():
        raise Refused("An area of a later inspection is said to be this one come back")
    said = f"took off area {area}"
    _areas().filter(pk=area.pk).delete()
    settle("remove-area", inspection, said, by=by, at=at)


def _areas() -> Any:
    return Area.objects.unrestricted(because=FOR_CHANGE)


def _judgements() -> Any:
    return Judgement.objects.unrestricted(because=FOR_CHANGE)


def _refuse_area(area: Area) -> None:
    refuse_what_does_not_fit(area, exclude=("inspection", "recurs_from"))
    came_from = area.recurs_from
    if came_from is not None and came_from.inspection_id == area.inspection_id:
        raise Refused("An area comes back from an earlier inspection, not from the same one")


@transaction.atomic
def judge(
    inspection: Inspection,
    judge: str,
    value: str,
    *,
    by: Viewer,
    at: datetime,
    area: Area | None = None,
    **details: Unpack[JudgementDetails],
) -> Judgement:
    """Record what one judge said of an area, or of the whole; judges are never mixed.

    At a re-visit the areas are those of the inspection before, and inspectors have the
    framework's values and no others.
    """
    held = hold(inspection.pk, by=by)
    made = Judgement(
        inspection=held, area=area, judge=judge, value=" ".join(value.split()), **details
    )
    refuse_what_does_not_fit(made, exclude=("inspection", "area"))
    _refuse_judgement(made, held)
    made.save()
    of = f"area {area.number}" if area else "the whole"
    said = f"recorded of {of}: {made}"
    settle("judge", held, said, by=by, at=at)
    return made


@transaction.atomic
def judge_areas(
    inspection: Inspection,
    values: Mapping[Area, str],
    *,
    by: Viewer,
    at: datetime,
    said: Mapping[Area, str] | None = None,
    **details: Unpack[JudgementDetails],
) -> list[Judgement]:
    """Record the inspectors' judgement of each area at once, as a re-visit's letter has them.

    ``said`` are their words on an area, where they say more than the judgement. An area that
    inspectors judged at this inspection already is judged anew.
    """
    held = hold(inspection.pk, by=by)
    inspectors = Judgement.Judge.INSPECTORS
    _judgements().filter(inspection=held, judge=inspectors, area__in=list(values)).delete()
    made = [
        Judgement(inspection=held, area=area, judge=inspectors, value=value, **details)
        for area, value in values.items()
    ]
    for one, words in ((one, said.get(one.area)) for one in made if said and one.area):
        one.words = (words or one.words).strip()
    for one in made:
        refuse_what_does_not_fit(one, exclude=("inspection", "area"))
        _refuse_judgement(one, held)
        one.save()
    each = ", ".join(f"{one.area.number} {one.value}" for one in made if one.area)
    settle("judge", held, f"recorded the inspectors' judgement of areas: {each}", by=by, at=at)
    return made


@transaction.atomic
def take_back_judgement(judgement: Judgement, *, by: Viewer, at: datetime, reason: str) -> None:
    """Take back a judgement that was recorded in error, with the reason."""
    held = hold(judgement.inspection_id, by=by)
    if not reason.strip():
        raise Refused("Say why the judgement is taken back")
    said = f"took back the judgement “{judgement}”"
    _judgements().filter(pk=judgement.pk).delete()
    settle("take-back-judgement", held, said, by=by, at=at, reason=reason)


def _refuse_judgement(made: Judgement, held: Inspection) -> None:
    area, allowed = made.area, held.kind.judgements
    if area is not None and area.inspection_id not in (held.pk, held.previous_id):
        raise Refused("That area belongs to another inspection")
    by_inspectors = made.judge == Judgement.Judge.INSPECTORS
    if area is not None and by_inspectors and allowed and made.value not in allowed:
        raise Refused(f"Inspectors say {' or '.join(f'“{one}”' for one in allowed)} here")
