"""What an inspection needs before it is public, and which areas are judged at it."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import Q

from cleardays.workroom.inspections.freezing import unknown_areas
from cleardays.workroom.inspections.holding import FOR_CHANGE
from cleardays.workroom.inspections.models import Area, Inspection, Judgement, Responsibility


def obstacles(held: Inspection, today: date) -> list[str]:
    """Return what stands against publishing, in sentences; none means that it may be."""
    rows = Responsibility.objects.unrestricted(because=FOR_CHANGE).filter(inspection=held)
    is_early = bool(held.published_on and held.published_on > today)
    found = {
        "Read what was taken from the PDF and accept it first": not held.is_accepted,
        "Say which bodies are responsible first": not rows.exists(),
        "Enter when the inspectors published the report: until then it is confidential": not (
            held.published_on or held.published_words
        ),
        "The inspectors have not published the report yet; till then it is confidential": is_early,
    }
    said = [words for words, stands in found.items() if stands]
    if unknown := unknown_areas(held):
        labels = "; ".join(map(str, unknown))
        said.append(f"Publish what changed in “{held.previous}” first: it does not show {labels}")
    return said


def judged_areas(inspection: Inspection) -> list[Area]:
    """Return the areas that are judged at an inspection: at a re-visit those of the one before.

    A monitoring inspection looks at areas for priority action and at no others.
    """
    of = inspection.previous_id if inspection.kind.judges_areas else inspection.pk
    areas = Area.objects.unrestricted(because=FOR_CHANGE).filter(inspection_id=of)
    if inspection.kind.judged:
        areas = areas.filter(kind__in=inspection.kind.judged)
    return list(areas.order_by("number"))


def said_before(inspection: Inspection, areas: Collection[Area]) -> dict[str, Any]:
    """Return what inspectors are recorded to have said of areas here, by field of the form."""
    rows = Judgement.objects.unrestricted(because=FOR_CHANGE).filter(
        inspection=inspection, judge=Judgement.Judge.INSPECTORS, area__in=areas
    )
    found: dict[str, Any] = {}
    for one in rows:
        found |= {f"area-{one.area_id}": one.value, f"said-{one.area_id}": one.words}
        found |= {"on": one.on, "on_words": one.on_words}
    return found


def entered_twice(inspection: Inspection) -> list[Inspection]:
    """Return other inspections of the same area, framework and days: likely the same one."""
    first, last = inspection.first_day, inspection.last_day or inspection.first_day
    if first is None:
        return []
    rows = Inspection.objects.unrestricted(because=FOR_CHANGE).exclude(pk=inspection.pk)
    same = rows.filter(framework=inspection.framework, area_name__iexact=inspection.area_name)
    overlaps = Q(last_day__gte=first) | Q(last_day__isnull=True, first_day__gte=first)
    return list(same.filter(overlaps, first_day__lte=last))
