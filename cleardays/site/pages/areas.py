"""One area that inspectors found: what was promised for it, what is done, what is late."""

from collections import Counter
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from cleardays.design.values import Link
from cleardays.progress.delivery import Delivery
from cleardays.progress.summary import number_of
from cleardays.record.charted import from_plain
from cleardays.record.excerpts import CHART
from cleardays.record.schemas.inspection import AreaDocument, InspectionDocument
from cleardays.record.schemas.loading import build
from cleardays.record.schemas.plan import ActionDocument, TargetDocument, VoiceDocument
from cleardays.site import reading
from cleardays.site.charts import chart
from cleardays.site.events import from_outside
from cleardays.site.following import (
    ACTION_COLUMNS,
    ENDED,
    action_row,
    open_ended_words,
    state_words,
    stood,
    today_words,
)
from cleardays.site.pages.inspections import (
    BODY_COLUMNS,
    JUDGEMENT_COLUMNS,
    body_rows,
    judgement_rows,
)
from cleardays.site.reading import inspection_or_404
from cleardays.site.ways import INSPECTIONS

MOST_CHARTS = 4
STAND_INS = "What the plan promises for this is not entered here action by action."


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
    context = {
        "shown": shown,
        "area": area,
        "inspection": inspection,
        "plans": current,
        "events": from_outside(inspection, number),
        "voices": [voice for plan in plans for voice in plan["voices"]],
        "sentence": _sentence(current, today),
        "charts": _charts(current),
        **_about(inspection, area),
    }
    return render(request, "site/area.html", context)


def _about(inspection: InspectionDocument, area: AreaDocument) -> dict[str, Any]:
    return {
        "bodies": body_rows(area.responsible or inspection.responsible),
        "judgements": judgement_rows(area.judgements),
        "body_columns": BODY_COLUMNS,
        "judgement_columns": JUDGEMENT_COLUMNS,
        "action_columns": ACTION_COLUMNS,
        "trail": [*INSPECTIONS, Link(inspection.title, f"/{inspection.ref}/")],
        "section": "inspections",
    }


def _plan(ref: str, body: reading.Plain, today: date) -> dict[str, Any]:
    """Return a plan's part for an area, from what was taken out of the plan for it."""
    actions = [build(ActionDocument, one) for one in body["actions"]]
    is_history = body["is_superseded"] or body.get("state", "").lower() in ENDED
    as_at = body.get("as_at", "")
    on = date.fromisoformat(as_at) if is_history and as_at else today
    held = [stood(action, on) for action in actions]
    return {
        "ref": ref,
        "title": body["title"],
        "as_at": as_at,
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


def _sentence(plans: list[dict[str, Any]], today: date) -> str:
    """Count how the actions of the plans in force stand; the counts make the total."""
    in_force = [one for plan in plans if not plan["is_history"] for one in plan["stood"]]
    held = [one for one in in_force if not one.action.is_placeholder]
    if not held:
        return STAND_INS if in_force else ""
    in_order = sorted(held, key=lambda one: list(Delivery).index(one.state))
    counts = Counter(state_words(one.action, one.state) for one in in_order)
    on, open_ended = today_words(today), open_ended_words(one.action for one in held)
    if len(counts) > 1:
        parts = "; ".join(f"{number} {state}" for state, number in counts.items())
        return f"On {on}, of {number_of(len(held), 'action')} promised: {parts}. {open_ended}"
    who = "the one action" if len(held) == 1 else f"each of the {len(held)} actions"
    return f"On {on}, {who} promised is {next(iter(counts))}. {open_ended}"


def _charts(plans: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the charts of the measures of these actions, with the newest plan's targets."""
    refs = sorted({ref for plan in plans for ref in plan["measures"]})
    targets = {ref: one for plan in plans for ref, one in plan["targets"].items()}
    found = map(from_plain, reading.excerpts_of(refs[:MOST_CHARTS], CHART))
    charts = [chart(one, targets.get(one.ref), with_limits=False) for one in found]
    return [
        {
            "id": f"chart-{place}",
            "href": f"/{chart.ref}/",
            "title": chart.title,
            "plot": chart.plot,
        }
        for place, chart in enumerate(charts, 1)
    ] + [{"href": f"/{ref}/", "title": ref} for ref in refs[MOST_CHARTS:]]
