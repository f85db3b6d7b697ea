"""Plans: all of them, and one with its counts, its actions by area, and where trouble shows."""

from datetime import date
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.utils.timezone import localdate

from cleardays.design import marks
from cleardays.progress.counts import fault
from cleardays.progress.ledger import BrokenLedger
from cleardays.progress.lists import late_without_days
from cleardays.progress.summary import Standing, number_of, standing
from cleardays.record.schemas.plan import ActionDocument, PlanDocument, StatedCount
from cleardays.site import reading
from cleardays.site.as_at import as_at
from cleardays.site.following import (
    ACTION_COLUMNS,
    ENDED,
    Stood,
    action_row,
    anchor_of,
    counts_mark,
    counts_of,
    delivery_mark,
    lead_words,
    on_day,
    open_ended_words,
    rows_with,
    sentence_case,
    short_day,
    split_by,
    stood,
    tally,
)
from cleardays.site.impact import IMPACT_COLUMNS, impact_rows
from cleardays.site.linked_data import as_script, plan_data
from cleardays.site.pages.trouble import counted, with_words
from cleardays.site.reading import Shown, listed
from cleardays.site.reading import standing as standing_rows
from cleardays.site.ways import HOME, PLANS

NAMES_OF_PLANS = {False: "In force", True: "Their time is over"}
ELSEWHERE = "Named by no area"
ALIKE_COLUMNS = ("How they stand", "Who leads", "Evidence", "How many, and which")
ALL_IN_SIGHT = 12  # actions, up to which the areas of a plan stay unfolded
MANY_ALIKE = 8  # placeholders of an area, from which each is no row of its own
RISK_COLUMNS = ("Risk", "Owner", "Likelihood", "Effect", "What is done about it")


def index(request: HttpRequest) -> HttpResponse:
    """List the plans, newest first: those in force, then those whose time is over."""
    rows = listed(standing_rows("plan").order_by("-day", "ref"))
    by_state = split_by(rows, lambda row: str(row.facts.get("state", "")).lower() in ENDED)
    groups = [(name, by_state[over]) for over, name in NAMES_OF_PLANS.items() if over in by_state]
    context = {"groups": groups, **as_at(), "trail": HOME, "section": "plans"}
    return render(request, "site/plans.html", context)


def context(shown: Shown) -> dict[str, Any]:
    """Return what the page of a plan shows."""
    plan = cast(PlanDocument, shown.document)
    on = on_day(plan, localdate(), is_current=shown.is_current)
    held = [stood(action, on) for action in plan.actions]
    found, broken = _standing(plan, on)
    lists = counted(plan, on, _listed(found) if found else {})
    return {
        "plan": plan,
        "linked_data": as_script(plan_data(plan, shown)),
        "on": on,
        "facts": _facts(plan),
        "standing": _sentences(plan, found),
        "counts": _counts(held) if found else [],
        "count_columns": ("How they stand", "Actions"),
        "count_numbers": (1,),
        "placeholders": len(plan.actions) - len(with_words(plan)),
        "broken": broken,
        "stated": [_stated(one) for one in plan.stated_counts],
        "groups": by_area(plan, held),
        "action_columns": ACTION_COLUMNS,
        "alike_columns": ALIKE_COLUMNS,
        "troubles": [one for one in lists if one.number != 0],
        "calm": [one for one in lists if one.number == 0],
        "impact_columns": IMPACT_COLUMNS,
        "impacts": _impacts(plan, on),
        "voices": plan.voices,
        "risk_columns": RISK_COLUMNS,
        "risk_numbers": (2, 3),
        "risks": [
            (one.text, one.owner, one.likelihood, one.effect, one.mitigation) for one in plan.risks
        ],
        "trail": PLANS,
        "section": "plans",
    }


def _impacts(plan: PlanDocument, on: date) -> list[tuple[object, ...]]:
    """Return what the plan's measures say came of it, those with a target first."""
    targets = {one.measure: one for one in plan.targets}
    refs = dict.fromkeys([*targets, *(ref for one in plan.actions for ref in one.measures)])
    return impact_rows(refs, targets, on)


def _standing(plan: PlanDocument, on: date) -> tuple[Standing | None, str]:
    """Return how the plan stands, or why its ledger cannot be believed."""
    try:
        return standing(plan.actions, on), ""
    except BrokenLedger as problem:
        return None, str(problem)


def _listed(found: Standing) -> dict[str, int]:
    return {
        "overdue-to-start": found.overdue,
        "late-to-finish": found.late,
        "slipped": found.moved,
    }


def _sentences(plan: PlanDocument, found: Standing | None) -> list[str]:
    """Say what the counts do not: what is late, moved, shown; of stand-ins' days nothing."""
    if found is None:
        return []
    of_days = [found.lateness, found.slippage, open_ended_words(plan.actions)]
    late_unknown = [found.lateness] if late_without_days(plan.actions, found.on) else []
    return list(filter(None, [*(of_days if with_words(plan) else late_unknown), found.evidence]))


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


def _counts(held: list[Stood]) -> list[tuple[object, int]]:
    """Return the rows of computed counts with their total, which they make by construction."""
    rows: list[tuple[object, int]] = [
        (delivery_mark(state), number) for state, number in tally(held)
    ]
    return [*rows, ("All actions", len(held))]


def _stated(one: StatedCount) -> dict[str, Any]:
    return {
        "as_at": short_day(one.as_at),
        "words": ", ".join(f"{number} {word}" for word, number in one.counts),
        "total": one.total,
        "source": one.source,
        "fault": fault(dict(one.counts), one.total),
    }


def by_area(plan: PlanDocument, held: list[Stood]) -> list[dict[str, Any]]:
    """Group the actions by the area that they name first; names come from the inspections."""
    names = area_names(plan.actions)
    groups: dict[str, list[Stood]] = {key: [] for key in names}
    for action, one in zip(plan.actions, held, strict=True):
        groups.setdefault(action.areas[0] if action.areas else "", []).append(one)
    is_short = len(held) <= ALL_IN_SIGHT
    return [
        {
            "id": f"area-{place}",
            "title": names.get(key, key) or ELSEWHERE,
            "href": area_href(key) if key in names else "",
            "number": number_of(len(found), "action"),
            "counts": counts_mark(counts_of(found)),
            "is_open": is_short,
            **_rows(plan.ref, found),
        }
        for place, (key, found) in enumerate(groups.items(), 1)
        if found
    ]


def _rows(ref: str, found: list[Stood]) -> dict[str, Any]:
    """Return a row for each action; of many placeholders one for all that stand alike."""
    alike = [one for one in found if one.action.is_placeholder]
    if len(alike) < MANY_ALIKE:
        return {"rows": [action_row(ref, one, anchor_of(one.action)) for one in found]}
    apart = [one for one in found if not one.action.is_placeholder]
    groups = split_by(alike, lambda one: (one.state, lead_words(one.action), one.evidence))
    return {
        "rows": [action_row(ref, one, anchor_of(one.action)) for one in apart],
        "alike": [_alike_row(ref, same) for same in groups.values()],
    }


def _alike_row(ref: str, same: list[Stood]) -> tuple[object, ...]:
    return (
        delivery_mark(same[0].state),
        lead_words(same[0].action),
        same[0].evidence,
        _references(ref, same),
    )


def _references(ref: str, found: list[Stood]) -> SafeString:
    """Say how many there are, and link each by its reference."""
    link = '<a id="{}" href="/{}/actions/{}/">{}</a>'
    links = [
        marks.fill(link, anchor_of(one.action), ref, one.action.ref, one.action.ref)
        for one in found
    ]
    return SafeString(f"{len(found)}: {' '.join(links)}")


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
