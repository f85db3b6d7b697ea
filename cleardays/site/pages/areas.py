"""One area that inspectors found: what was promised for it, what is done, what is late."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from cleardays.design.values import Link
from cleardays.progress.measures.impact import ImpactFound
from cleardays.record.briefs import Brief
from cleardays.record.schemas.inspection import AreaDocument, InspectionDocument
from cleardays.record.schemas.loading import build
from cleardays.record.schemas.plan import TargetDocument, VoiceDocument
from cleardays.site import reading
from cleardays.site.axes import (
    delivery_words,
    evidence_words,
    impact_words,
    judgement_words,
)
from cleardays.site.charts import chart
from cleardays.site.events import from_outside
from cleardays.site.following import ACTION_COLUMNS, action_row, read_on, rows_with, stood
from cleardays.site.impact import IMPACT_COLUMNS, impact_of, impact_row, measures_for
from cleardays.site.pages.inspections import (
    BODY_COLUMNS,
    JUDGEMENT_COLUMNS,
    body_rows,
    judgement_rows,
)
from cleardays.site.reading import inspection_or_404
from cleardays.site.tables import worth_showing
from cleardays.site.ways import INSPECTIONS

MOST_CHARTS = 4


def show(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show an area with everything that the record has of it."""
    shown, inspection = inspection_or_404(slug)
    area = next((one for one in inspection.areas if one.number == number), None)
    if area is None:
        raise Http404(f"{inspection.ref} has no area {number}")
    today = localdate()
    said = reading.excerpts(f"{inspection.ref}#{number}")
    plans = [_plan(ref, body, today) for ref, body in said.items()]
    current = [plan for plan in plans if plan["actions"]]
    measured = _measured(f"{inspection.ref}#{number}", current, today)
    context = {
        "shown": shown,
        "area": area,
        "inspection": inspection,
        "plans": current,
        "events": from_outside(inspection, number),
        "voices": [voice for plan in plans for voice in plan["voices"]],
        "axes": _axes(area, current, measured["found"], today),
        **measured,
        **_about(inspection, area),
    }
    return render(request, "site/area.html", context)


def _about(inspection: InspectionDocument, area: AreaDocument) -> dict[str, Any]:
    body_columns, bodies = worth_showing(
        BODY_COLUMNS, body_rows(area.responsible or inspection.responsible)
    )
    judgement_columns, judgements = worth_showing(
        JUDGEMENT_COLUMNS, judgement_rows(area.judgements)
    )
    return {
        "bodies": bodies,
        "judgements": judgements,
        "body_columns": body_columns,
        "judgement_columns": judgement_columns,
        "action_columns": ACTION_COLUMNS,
        "trail": [*INSPECTIONS, Link(inspection.title, f"/{inspection.ref}/")],
        "section": "inspections",
    }


def _plan(ref: str, body: reading.Plain, today: date) -> dict[str, Any]:
    """Return a plan's part for an area, from what was taken out of the plan for it."""
    actions = [Brief(*row) for row in body["actions"]]
    is_history, on = read_on(body, today)
    held = [stood(action, on) for action in actions]
    return {
        "ref": ref,
        "title": body["title"],
        "as_at": body.get("as_at", ""),
        "on": on,
        "is_history": is_history,
        "actions": actions,
        "stood": held,
        "rows": [action_row(ref, one) for one in held],
        "late": [
            f"{one.action.ref}: {one.late}" for one in held if one.late and one.state.is_open
        ],
        "voices": [build(VoiceDocument, one) for one in body["voices"]],
        "targets": {one["measure"]: build(TargetDocument, one) for one in body["targets"]},
        "measures": {measure for action in actions for measure in action.measures},
    }


def _axes(
    area: AreaDocument, plans: list[dict[str, Any]], found: list[ImpactFound], today: date
) -> list[tuple[str, str]]:
    """Return how the area stands on each of the four axes."""
    in_force = [one for plan in plans if not plan["is_history"] for one in plan["stood"]]
    return rows_with(
        [
            ("Delivery: is it being done?", delivery_words(in_force, today)),
            ("Evidence: is there anything to show?", evidence_words(in_force)),
            ("Impact: has anything changed?", impact_words(found)),
            ("Judgement: what is said of it?", judgement_words(area.judgements)),
        ]
    )


def _measured(area: str, plans: list[dict[str, Any]], today: date) -> dict[str, Any]:
    """Return what measures of the area say, with the newest plan's targets, and charts."""
    measures = measures_for(area, {ref for plan in plans for ref in plan["measures"]})
    targets = {ref: one for plan in plans for ref, one in plan["targets"].items()}
    found = [impact_of(one, targets.get(one.ref), today) for one in measures]
    return {
        "found": found,
        "impact_columns": IMPACT_COLUMNS,
        "impacts": [
            impact_row(one, targets.get(one.ref), said, today)
            for one, said in zip(measures, found, strict=True)
        ],
        "charts": [
            (f"chart-{place}", plot)
            for place, one in enumerate(measures[:MOST_CHARTS], 1)
            if (plot := chart(one, targets.get(one.ref), with_limits=False).plot)
        ],
    }
