"""A measure: its chart, every figure, what is counted, and why some cells are empty."""

import csv
from typing import Any, cast

from django.http import HttpRequest, HttpResponse

from cleardays.record.charted import charted, standing
from cleardays.record.schemas.measure import MeasureDocument, ObservationDocument
from cleardays.site import reading
from cleardays.site.charts import chart, place_of
from cleardays.site.data import open_to_all
from cleardays.site.following import short_day
from cleardays.site.pages.actions import inert
from cleardays.site.pages.plans import area_href
from cleardays.site.reading import Shown
from cleardays.site.ways import HOME

FIGURE_COLUMNS = ("Where", "Period", "Figure", "Of", "Out of", "What it is", "Source")
DEFINITION_COLUMNS = (
    "From",
    "What",
    "Counted",
    "Out of",
    "Unit",
    "Better is",
    "Source",
    "How often",
)
CSV_COLUMNS = (
    "geography", "period", "value", "numerator", "denominator", "is_provisional", "source",
    "retrieved_on", "recorded_at", "replaces", "reason", "why",
)  # fmt: skip
RULE = "Figures about so few people that somebody might be known by them are not shown."


def context(shown: Shown) -> dict[str, Any]:
    """Return what the page of a measure shows."""
    measure = cast(MeasureDocument, shown.document)
    drawn = chart(charted(measure))
    held = standing(measure)
    return {
        "measure": measure,
        "plot": drawn.plot,
        "spc": drawn.spc,
        "about": [*_areas(measure), *_actions(measure)],
        "figure_columns": FIGURE_COLUMNS,
        "figures": [
            _figure(one, place_of(one.geography, measure), is_standing=one in held)
            for one in measure.observations
        ],
        "has_suppressed": any(one.why for one in measure.observations),
        "rules": _rules(measure),
        "definition_columns": DEFINITION_COLUMNS,
        "definitions": [
            (
                short_day(one.valid_from) or "The beginning",
                one.name,
                one.numerator,
                one.denominator,
                one.unit,
                one.polarity,
                one.source_return,
                one.frequency,
            )
            for one in measure.definitions
        ],
        "trail": HOME,
        "section": "plans",
    }


def _areas(measure: MeasureDocument) -> list[tuple[str, str]]:
    """Return the areas that it measures, each as its address and what inspectors called it."""
    refs = sorted({key.partition("#")[0] for key in measure.areas})
    return [
        (area_href(key), f"{area['number']}. {area['label']}, {body['title']}")
        for ref, body in reading.bodies_by_ref(refs).items()
        for area in body["areas"]
        if (key := f"{ref}#{area['number']}") in measure.areas
    ]


def _actions(measure: MeasureDocument) -> list[tuple[str, str]]:
    """Return the actions that it measures, each as its address and whose plan's it is."""
    refs = {key.partition("#")[0] for key in measure.actions}
    titles = dict(reading.standing("plan").filter(ref__in=refs).values_list("ref", "title"))
    parts = [key.partition("#") for key in measure.actions]
    return [
        (f"/{plan}/actions/{ref}/", f"Action {ref} of {titles[plan]}")
        for plan, _, ref in parts
        if plan in titles
    ]


def table(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the figures of a measure as CSV, one on a row, with those that were replaced."""
    measure = cast(MeasureDocument, reading.standing_or_404(f"measures/{slug}").document)
    held = standing(measure)
    response = open_to_all(HttpResponse(content_type="text/csv; charset=utf-8"))
    response["Content-Disposition"] = f'attachment; filename="{slug}-figures.csv"'
    writer = csv.writer(response)
    writer.writerow([*CSV_COLUMNS, "is_standing"])
    for one in measure.observations:
        cells = [_cell(getattr(one, name)) for name in CSV_COLUMNS]
        writer.writerow([*cells, _cell(one in held)])
    return response


def _cell(value: str | float | bool | None) -> str:
    if isinstance(value, str):
        return inert(value)
    if isinstance(value, bool):
        return "yes" if value else ""
    return "" if value is None else f"{value:.15g}"


def _rules(measure: MeasureDocument) -> list[str]:
    said = dict.fromkeys(one.small_number_rule for one in measure.definitions)
    return [RULE, *filter(None, said)]


def _figure(one: ObservationDocument, place: str, *, is_standing: bool) -> tuple[str, ...]:
    words = ["Provisional" if one.is_provisional else "Final"]
    words += [f"restated: {one.reason}"] if one.reason else []
    words += [] if is_standing else ["replaced since"]
    return (
        place,
        one.period,
        _number(one.value) or f"Not shown: {one.why or 'no figure was given'}",
        _number(one.numerator),
        _number(one.denominator),
        ", ".join(words),
        one.source,
    )


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,.12g}"
