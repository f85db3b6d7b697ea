"""Plans: all of them, and one with its counts, its actions by area, and where trouble shows."""

from datetime import date
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from cleardays.design.values import Link
from cleardays.progress.counts import fault
from cleardays.progress.delivery import Delivery
from cleardays.progress.ledger import BrokenLedger
from cleardays.progress.summary import Standing, standing
from cleardays.record.schemas.plan import ActionDocument, PlanDocument, StatedCount
from cleardays.site import reading
from cleardays.site.following import (
    ACTION_COLUMNS,
    action_rows,
    delivery_mark,
    on_day,
    open_ended_words,
    rows_with,
    sentence_case,
    short_day,
)
from cleardays.site.pages.trouble import LISTS
from cleardays.site.reading import Shown, listed
from cleardays.site.reading import standing as standing_rows
from cleardays.site.ways import HOME, PLANS

ELSEWHERE = "Named by no area"
RISK_COLUMNS = ("Risk", "Owner", "Likelihood", "Effect", "What is done about it")


def index(request: HttpRequest) -> HttpResponse:
    """List the plans, newest first."""
    rows = listed(standing_rows("plan").order_by("-day", "ref"))
    return render(request, "site/plans.html", {"rows": rows, "trail": HOME, "section": "plans"})


def context(shown: Shown) -> dict[str, Any]:
    """Return what the page of a plan shows."""
    plan = cast(PlanDocument, shown.document)
    on = on_day(plan, localdate(), is_current=shown.is_current)
    found, broken = _standing(plan, on)
    return {
        "plan": plan,
        "on": on,
        "facts": _facts(plan),
        "counts": _counts(found),
        "count_columns": ("How they stand", "Actions"),
        "count_numbers": (1,),
        "risk_numbers": (2, 3),
        "standing": found,
        "open_ended": open_ended_words(plan.actions),
        "broken": broken,
        "stated": [_stated(one) for one in plan.stated_counts],
        "groups": _by_area(plan, on),
        "action_columns": ACTION_COLUMNS,
        "lists": [Link(one.title, f"/{plan.ref}/lists/{name}/") for name, one in LISTS.items()],
        "voices": plan.voices,
        "risk_columns": RISK_COLUMNS,
        "risks": [
            (one.text, one.owner, one.likelihood, one.effect, one.mitigation) for one in plan.risks
        ],
        "trail": PLANS,
        "section": "plans",
    }


def _standing(plan: PlanDocument, on: date) -> tuple[Standing | None, str]:
    """Return how the plan stands, or why its ledger cannot be believed."""
    try:
        return standing(plan.actions, on), ""
    except BrokenLedger as problem:
        return None, str(problem)


def _facts(plan: PlanDocument) -> list[tuple[str, str]]:
    return rows_with(
        [
            ("As at", short_day(plan.as_at)),
            ("State", sentence_case(plan.state)),
            ("Period", plan.period_words),
            ("Published by", plan.published_by),
            ("Released by", plan.released_by),
        ]
    )


def _counts(found: Standing | None) -> list[tuple[object, int]]:
    """Return the rows of computed counts with their total, which they make by construction."""
    if found is None:
        return []
    rows: list[tuple[object, int]] = [
        (delivery_mark(Delivery(state)), number) for state, number in found.counts.items()
    ]
    return [*rows, ("All actions", sum(found.counts.values()))]


def _stated(one: StatedCount) -> dict[str, Any]:
    return {
        "as_at": short_day(one.as_at),
        "words": ", ".join(f"{number} {word}" for word, number in one.counts),
        "total": one.total,
        "source": one.source,
        "fault": fault(dict(one.counts), one.total),
    }


def _by_area(plan: PlanDocument, on: date) -> list[dict[str, Any]]:
    """Group the actions by the area that they name first; names come from the inspections."""
    names = area_names(plan.actions)
    groups: dict[str, list[ActionDocument]] = {key: [] for key in names}
    for action in plan.actions:
        groups.setdefault(action.areas[0] if action.areas else "", []).append(action)
    return [
        {
            "title": names.get(key, key) or ELSEWHERE,
            "href": area_href(key) if key in names else "",
            "rows": action_rows(plan.ref, actions, on),
        }
        for key, actions in groups.items()
        if actions
    ]


def area_names(actions: tuple[ActionDocument, ...]) -> dict[str, str]:
    """Return the labels of the areas that actions name, where the record has them, in order."""
    keys = {key for action in actions for key in action.areas}
    refs = sorted({key.partition("#")[0] for key in keys})
    return {
        key: f"{area['number']}. {area['label']}"
        for ref, body in reading.bodies_by_ref(refs).items()
        for area in body["areas"]
        if (key := f"{ref}#{area['number']}") in keys
    }


def area_href(key: str) -> str:
    """Return the address of an area's page."""
    ref, _, number = key.partition("#")
    return f"/{ref}/areas/{number}/"
