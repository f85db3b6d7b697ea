"""What is public of inspections now: their newest versions, and what these say of one another."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from cleardays.workroom.inspections.models import Inspection, InspectionVersion

FOR_WHOLE = "what is public of one inspection is shown with another"
Plain = dict[str, Any]


def standing_version(inspection: Inspection | None) -> InspectionVersion | None:
    """Return what is public of an inspection; None where nothing is."""
    if inspection is None or not inspection.is_published:
        return None
    versions = InspectionVersion.objects.unrestricted(because=FOR_WHOLE)
    return versions.of(inspection).filter(recalled_at__isnull=True).first()


def judged_anew(version: InspectionVersion) -> Plain:
    """Return what a version froze, with what later inspections now say in public of its areas."""
    later = later_judgements(version.inspection)
    ref = version.snapshot["ref"]
    areas = [
        {**one, "judgements": in_order(_given_at(ref, one["judgements"]), later[one["number"]])}
        if one["of"] == ref
        else one
        for one in version.snapshot["areas"]
    ]
    return {**version.snapshot, "areas": areas}


def repeated_in(inspection: Inspection) -> list[Inspection]:
    """Return the other inspections whose public versions repeat the words of its areas."""
    everything = InspectionVersion.objects.unrestricted(because=FOR_WHOLE)
    standing = everything.filter(inspection__is_published=True, recalled_at__isnull=True)
    others = standing.exclude(inspection=inspection).select_related("inspection")
    newest = {version.inspection_id: version for version in others.order_by("number")}
    return [
        version.inspection
        for version in newest.values()
        if any(_is_of(area, inspection.ref) for area in version.snapshot["areas"])
    ]


def _is_of(area: Plain, ref: str) -> bool:
    """Say whether an area was found by the inspection, or is said to be one of its come back."""
    came_from = area["recurs_from"]
    return area["of"] == ref or bool(came_from and came_from["ref"] == ref)


def found_by(snapshot: Plain) -> list[Plain]:
    """Return the areas that an inspection found itself."""
    return [one for one in snapshot["areas"] if one["of"] == snapshot["ref"]]


def later_judgements(inspection: Inspection) -> dict[int, list[Plain]]:
    """Return, by number, what later inspections said of its areas, as they were published."""
    found: dict[int, list[Plain]] = defaultdict(list)
    everything = InspectionVersion.objects.unrestricted(because=FOR_WHOLE)
    versions = everything.filter(
        inspection__previous=inspection, inspection__is_published=True, recalled_at__isnull=True
    )
    newest = {version.inspection_id: version for version in versions.order_by("number")}
    for version in newest.values():
        ref = version.snapshot["ref"]
        for area in version.snapshot["areas"]:
            if area["of"] == inspection.ref:
                found[area["number"]] += _given_at(ref, area["judgements"])
    return found


def _given_at(ref: str, judgements: Iterable[Plain]) -> list[Plain]:
    return [one for one in judgements if one["at"] == ref]


def in_order(*judgements: Iterable[Plain]) -> list[Plain]:
    """Return judgements by their day; those without one come last."""
    together = [one for some in judgements for one in some]
    return sorted(together, key=lambda one: one["on"] or "9999")
