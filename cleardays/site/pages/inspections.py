"""Inspections: what was found, who is responsible, what is due, and what came of it."""

from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.timezone import localdate

from cleardays.design import marks
from cleardays.record.schemas.inspection import (
    AreaDocument,
    DecisionDocument,
    InspectionDocument,
    JudgementDocument,
    ResponsibleBody,
)
from cleardays.site.agenda import file_mark
from cleardays.site.as_at import as_at
from cleardays.site.duties import DUTY_COLUMNS, duties_of
from cleardays.site.events import from_outside
from cleardays.site.following import rows_with, short_day, split_by
from cleardays.site.linked_data import as_script, inspection_data
from cleardays.site.promised import CameOfIt, came_of, sentence
from cleardays.site.reading import Shown, find, listed, standing
from cleardays.site.tables import worth_showing
from cleardays.site.ways import HOME, INSPECTIONS
from cleardays.site.wording import listed_day

BODY_COLUMNS = ("Body", "Its part", "From", "Until", "Took over from")
JUDGEMENT_COLUMNS = ("Who judged", "Judgement", "When", "In their words")
ALL_IN_SIGHT = 8  # areas, up to which none is folded
# Who only looks on has nothing to put right.
WATCHING = frozenset({"Monitors"})
# What a plan's summary names of it: the inspections that it answers among them.
ANSWERING = "doc_type = 'plan' AND summary LIKE %s ESCAPE '!'"


def index(request: HttpRequest) -> HttpResponse:
    """List the inspections, newest first."""
    rows = listed(standing("inspection").order_by("-day", "ref"))
    context = {
        "rows": [(row, listed_day(row)) for row in rows],
        **as_at(),
        "trail": HOME,
        "section": "inspections",
    }
    return render(request, "site/inspections.html", context)


def context(shown: Shown) -> dict[str, Any]:
    """Return what the page of an inspection shows."""
    inspection = cast(InspectionDocument, shown.document)
    today = localdate()
    came = came_of(inspection.ref, (area.number for area in inspection.areas), today)
    body_columns, bodies = worth_showing(BODY_COLUMNS, body_rows(inspection.responsible))
    judgement_columns, judgements = worth_showing(
        JUDGEMENT_COLUMNS, judgement_rows(inspection.judgements)
    )
    return {
        "inspection": inspection,
        "facts": _facts(inspection),
        "answers_for_it": _answers_for_it(inspection),
        "linked_data": as_script(inspection_data(inspection, shown)),
        "body_columns": body_columns,
        "bodies": bodies,
        "judgement_columns": judgement_columns,
        "judgements": judgements,
        "areas": [_area(inspection, area, came) for area in inspection.areas],
        "are_folded": len(inspection.areas) > ALL_IN_SIGHT,
        "came": sentence(came, today),
        "voices": came.voices,
        "duty_columns": DUTY_COLUMNS,
        "decisions": [(one, _decision_rows(one)) for one in inspection.decisions],
        "events": from_outside(inspection),
        "duties": duties_of(inspection.duties, today),
        "plans": _plans(inspection),
        "files": [file_mark(file) for file in inspection.files],
        "today": today,
        "trail": INSPECTIONS,
        "section": "inspections",
    }


def _answers_for_it(inspection: InspectionDocument) -> str:
    """Name the bodies that have to put it right today; who only monitors that is not of them."""
    named = (one for one in inspection.responsible if not one.until and one.role not in WATCHING)
    return ", ".join(dict.fromkeys(one.name for one in named))


def _facts(inspection: InspectionDocument) -> list[tuple[str, str]]:
    days = inspection.days_words or " to ".join(
        dict.fromkeys(filter(None, map(short_day, (inspection.first_day, inspection.last_day))))
    )
    return rows_with(
        [
            ("Area", inspection.area_name),
            ("Framework", inspection.framework_name),
            ("Inspectors there", days),
            ("Letter dated", short_day(inspection.letter_dated)),
            ("Report received", short_day(inspection.received_on)),
            ("Published", inspection.published_words or short_day(inspection.published_on)),
            ("Plan required", "Yes" if inspection.needs_plan else ""),
            ("Strategic plan required", "Yes" if inspection.needs_strategic_plan else ""),
            ("Monitoring", inspection.monitoring_words),
            ("Next inspection", inspection.next_inspection_words),
        ]
    )


def body_rows(bodies: tuple[ResponsibleBody, ...]) -> list[tuple[str, ...]]:
    """Return who is and was responsible, with who took over from whom."""
    return [
        (one.name, one.role, short_day(one.since), short_day(one.until), one.took_over_from)
        for one in bodies
    ]


def judgement_rows(judgements: tuple[JudgementDocument, ...]) -> list[tuple[object, ...]]:
    """Return judgements, those of a judge together; what differs or is not confirmed is marked."""
    by_judge = split_by(judgements, lambda one: one.judge_name)
    return [
        (judge, _value(one, said), one.on_words or short_day(one.on), one.words)
        for judge, said in by_judge.items()
        for one in said
    ]


def _value(one: JudgementDocument, said: list[JudgementDocument]) -> str | SafeString:
    """Mark a value that is not confirmed, or that a source gives otherwise for the same day."""
    same_day = {
        other.value for other in said if (other.on, other.on_words) == (one.on, one.on_words)
    }
    tags = [] if one.is_confirmed else [marks.tag("Not confirmed", "warning")]
    tags += [marks.tag("Sources differ", "warning")] if len(same_day) > 1 else []
    return (
        format_html("{} {}", one.value, format_html_join(" ", "{}", ((one,) for one in tags)))
        if tags
        else one.value
    )


def _area(inspection: InspectionDocument, area: AreaDocument, came: CameOfIt) -> dict[str, Any]:
    promised = came.of_areas[area.number]
    return {
        "href": f"/{inspection.ref}/areas/{area.number}/",
        "number": area.number,
        "kind": area.kind_name,
        "label": area.label,
        "promised": promised,
        "recurs_from": area.recurs_from,
        "is_confirmed": area.is_confirmed,
        "note": area.note,
        "responsible": ", ".join(one.name for one in area.responsible if not one.until),
        "judgements": judgement_rows(area.judgements),
    }


def _decision_rows(one: DecisionDocument) -> list[tuple[str, str | SafeString]]:
    """Return the record of a decision as the regulations list its parts."""
    return rows_with(
        [
            ("Decided", one.decision),
            ("Notice", one.how_words),
            ("Reasons", one.reasons),
            ("Alternatives rejected", one.alternatives),
            ("Conflicts of interest", one.conflicts),
            ("Report", _linked(one.address)),
        ]
    )


def _linked(address: str) -> str | SafeString:
    if not address:
        return ""
    return marks.fill('<a href="{}">{}</a>', address, marks.short_address(address))


def _plans(inspection: InspectionDocument) -> list[dict[str, Any]]:
    """Return the plans that answer it: those that say so, and those that it names."""
    found = {link.ref: link.title for link in inspection.plans}
    plans = find(ANSWERING, f"% {inspection.ref.replace('_', '!_')} %", order="day, ref")
    known = {plan.ref for plan in plans}
    named = [
        {"href": f"/{ref}/", "title": title} for ref, title in found.items() if ref not in known
    ]
    return named + [
        {
            "href": plan.href,
            "title": plan.title,
            "kind": plan.facts.get("committee"),
            "day": plan.day,
        }
        for plan in plans
    ]
