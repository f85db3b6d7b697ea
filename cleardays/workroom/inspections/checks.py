"""What an inspection needs before it is public, and which areas are judged at it."""

from datetime import date

from cleardays.workroom.inspections.freezing import unknown_areas
from cleardays.workroom.inspections.holding import FOR_CHANGE
from cleardays.workroom.inspections.models import Area, Inspection, Responsibility


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
    """Return the areas that are judged at an inspection: at a re-visit those of the one before."""
    of = inspection.previous_id if inspection.kind.judges_areas else inspection.pk
    areas = Area.objects.unrestricted(because=FOR_CHANGE)
    return list(areas.filter(inspection_id=of).order_by("number"))
