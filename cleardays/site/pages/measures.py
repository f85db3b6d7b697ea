"""A measure: its chart, every figure, what is counted, and why some cells are empty."""

from collections.abc import Sequence
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from cleardays.record.charted import charted, standing
from cleardays.record.excerpts import PAGE
from cleardays.record.schemas.measure import (
    DefinitionDocument,
    LimitsDocument,
    MeasureDocument,
    ObservationDocument,
)
from cleardays.site import reading
from cleardays.site.as_at import as_at
from cleardays.site.charts import chart, place_of
from cleardays.site.following import rows_with, sentence_case, short_day, source_mark
from cleardays.site.impact import AIM_COLUMNS, aim_rows, aims_of, in_force
from cleardays.site.linked_data import as_script, measure_data
from cleardays.site.pages.plans import area_href
from cleardays.site.reading import Shown
from cleardays.site.tables import table_answer, worth_showing
from cleardays.site.ways import HOME, MEASURES

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
ALL_IN_SIGHT = 12  # figures, up to which they are not folded below the chart that has them too
OF_A_FIGURE = (
    "geography", "period", "value", "numerator", "denominator", "is_provisional", "source",
    "retrieved_on", "recorded_at", "replaces", "reason", "why",
)  # fmt: skip
TABLE_COLUMNS = (*OF_A_FIGURE, "is_standing")
RULE = "Figures about so few people that somebody might be known by them are not shown."


def index(request: HttpRequest) -> HttpResponse:
    """List the measures by their titles."""
    rows = reading.listed(reading.standing("measure").order_by("title", "ref"))
    context = {"rows": rows, **as_at(), "trail": HOME, "section": "plans"}
    return render(request, "site/measures.html", context)


def context(shown: Shown) -> dict[str, Any]:
    """Return what the page of a measure shows."""
    measure = cast(MeasureDocument, shown.document)
    plain = charted(measure)
    aims = aims_of(measure.ref, localdate()) if shown.is_current else []
    target = in_force(aims)
    drawn = chart(plain, target)
    held = standing(measure)
    figure_columns, figures, place = _figures(measure, held)
    definitions = [_definition(one) for one in measure.definitions]
    return {
        "measure": measure,
        "linked_data": as_script(measure_data(measure, shown)),
        "plot": drawn.plot,
        "spc": drawn.spc,
        "assurance": drawn.spc.assurance
        if drawn.spc and target and target.target is not None
        else None,
        "aim_columns": AIM_COLUMNS,
        "aims": aim_rows(plain, aims),
        "process": drawn.process,
        "limits": [_limits(one) for one in measure.limits] if drawn.spc else [],
        "run": drawn.run,
        "about": [*_areas(measure), *_actions(measure)],
        "figure_columns": figure_columns,
        "figures": figures,
        "place": place,
        "are_folded": bool(plain.places) and len(figures) > ALL_IN_SIGHT,
        "has_suppressed": any(one.why for one in measure.observations),
        "rules": _rules(measure),
        "definition_columns": DEFINITION_COLUMNS,
        "definitions": definitions,
        "definition": rows_with(zip(DEFINITION_COLUMNS, *definitions, strict=True))
        if len(definitions) == 1
        else [],
        "trail": MEASURES,
        "section": "plans",
    }


def _figures(
    measure: MeasureDocument, held: Sequence[ObservationDocument]
) -> tuple[tuple[str, ...], list[tuple[object, ...]], str]:
    """Return the columns and rows of every figure; of one place only it is named once."""
    rows = [
        _figure(one, place_of(one.geography, measure), is_standing=one in held)
        for one in measure.observations
    ]
    columns, found = worth_showing(FIGURE_COLUMNS, rows)
    places = {row[0] for row in found}
    if len(places) != 1:
        return columns, found, ""
    return columns[1:], [row[1:] for row in found], str(places.pop())


def _limits(one: LimitsDocument) -> dict[str, str]:
    return {
        "starts_on": short_day(one.starts_on),
        "reason": one.reason.rstrip(".") + ".",
        "decided_by": one.decided_by,
        "decided_on": short_day(one.decided_on),
    }


def _definition(one: DefinitionDocument) -> tuple[object, ...]:
    return (
        short_day(one.valid_from) or "The beginning",
        one.name,
        one.numerator,
        one.denominator,
        one.unit,
        sentence_case(one.polarity),
        source_mark(one.source_return),
        sentence_case(one.frequency),
    )


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
    parts = [key.partition("#") for key in measure.actions]
    plans = reading.excerpts_of((plan for plan, _, _ in parts), PAGE)
    titles = {
        (one["ref"], action["ref"]): one["title"] for one in plans for action in one["actions"]
    }
    return [
        (f"/{plan}/actions/{ref}/", f"Action {ref} of {titles[plan, ref]}")
        for plan, _, ref in parts
        if (plan, ref) in titles
    ]


def table(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    """Give the figures of a measure as CSV or JSON, with those that were replaced."""
    measure = cast(MeasureDocument, reading.standing_or_404(f"measures/{slug}").document)
    return table_answer(f"{slug}-figures", form, TABLE_COLUMNS, table_rows(measure))


def table_rows(measure: MeasureDocument) -> list[list[object]]:
    """Return the figures of a measure for a table, under ``TABLE_COLUMNS``."""
    held = standing(measure)
    return [
        [*(getattr(one, name) for name in OF_A_FIGURE), one in held]
        for one in measure.observations
    ]


def _rules(measure: MeasureDocument) -> list[str]:
    said = dict.fromkeys(one.small_number_rule for one in measure.definitions)
    return [RULE, *filter(None, said)]


def _figure(one: ObservationDocument, place: str, *, is_standing: bool) -> tuple[object, ...]:
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
        source_mark(one.source),
    )


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,.12g}"
