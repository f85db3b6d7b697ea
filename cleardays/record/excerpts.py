"""What single pages show of a plan or a measure, taken out of it when it is published.

An area's page shows twenty actions of a plan that has five hundred and the chart of a measure, an
inspection's only how many stand how, a committee's what is due and what changed, a plan's nothing
that its actions' pages say: they read these and leave the rest unread. Like the
current view, all of it follows from the log alone and can be made anew; of what was recalled
nothing stays.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import date
from typing import Any

from cleardays.progress.lists import promised_between
from cleardays.record import chain
from cleardays.record.briefs import in_brief
from cleardays.record.changes import measured_by, of_plans
from cleardays.record.charted import charted
from cleardays.record.models import Content, Current, Entry, Excerpt
from cleardays.record.schemas.loading import build
from cleardays.record.schemas.measure import MeasureDocument
from cleardays.record.schemas.plan import ActionDocument, PlanDocument

Plain = dict[str, Any]
# What is said of an action beside what it promises.
OF_PROMISE = ("ref", "title", "lead", "lead_body", "is_placeholder")
OF_PLAN = ("title", "as_at", "state")
# The dates by which an action stands as it does, in the order in which a tally has them.
OF_DELIVERY = ("start", "finish", "started", "finished", "stopped", "carried_forward")
# What only the page of an action says of it.
OF_ACTION_ALONE = frozenset(
    (
        *("text", "former_leads", "supporting", "former_supporting", "stop_reason"),
        *("carried_from", "reported_status", "depends_on", "evidence", "updates"),
        "stand_in_dates",
    )
)


# About what to look for the chart of a measure, for the figures of its own place, and for what
# the page of a plan shows of it.
CHART = "chart"
OWN = "own figures"
PAGE = "page"


def of_council(name: str) -> str:
    """Return under what to look for what a council's committees see of its plans."""
    return f"council {name}"


def measures_of(area: str) -> str:
    """Return under what to look for the charts of the measures of an area."""
    return f"measures of {area}"


def targets_of(measure: str) -> str:
    """Return under what to look for what plans mean to reach on a measure, by its ref."""
    return f"targets of {measure}"


def renew(row: Current) -> None:
    """Make the excerpts of a ref anew, after a publication or a recall under it."""
    Excerpt.objects.filter(ref=row.ref).delete()
    Excerpt.objects.bulk_create(excerpts_of([row]))


def excerpts_of(rows: Iterable[Current]) -> list[Excerpt]:
    """Return, unsaved, the excerpts of what stands in these rows."""
    return [
        Excerpt(ref=row.ref, about=about, body=chain.canonical(said))
        for row in rows
        if row.doc_type in EXCERPTED and not row.is_recalled
        for about, said in EXCERPTED[row.doc_type](row)
    ]


def _of_plan(row: Current) -> Iterator[tuple[str, Plain]]:
    plan = json.loads(row.body)
    yield PAGE, _for_its_page(plan)
    areas = _areas(plan)
    for area in areas:
        yield area, _for_area(plan, area)
    for inspection in dict.fromkeys(area.partition("#")[0] for area in areas):
        yield inspection, _for_inspection(plan, f"{inspection}#")
    for measure, target in {one["measure"]: one for one in plan["targets"]}.items():
        yield targets_of(measure), {**_kept(plan, OF_PLAN), **_ended(plan), "target": target}
    yield of_council(plan["council"]), _for_committees(plan, row)


def _of_measure(row: Current) -> Iterator[tuple[str, Plain]]:
    measure = build(MeasureDocument, json.loads(row.body))
    said = asdict(charted(measure))
    yield CHART, said
    yield OWN, {**said, "places": said["places"][:1]}
    for area in dict.fromkeys(measure.areas):
        yield measures_of(area), said


EXCERPTED = {PlanDocument.doc_type: _of_plan, MeasureDocument.doc_type: _of_measure}


def _areas(plan: Plain) -> list[str]:
    parts = (*plan["actions"], *plan["voices"])
    return list(dict.fromkeys(area for part in parts for area in part.get("areas", ())))


def _for_area(plan: Plain, area: str) -> Plain:
    """Return what a plan promises for an area; ``actions`` are rows of ``Brief``."""
    actions = [in_brief(one) for one in plan["actions"] if area in one["areas"]]
    measures = {ref for one in actions for ref in one.measures}
    return {
        **_kept(plan, OF_PLAN),
        **_ended(plan),
        "actions": actions,
        "voices": [one for one in plan["voices"] if area in one.get("areas", ())],
        "targets": [one for one in plan["targets"] if one["measure"] in measures],
    }


def _for_inspection(plan: Plain, area: str) -> Plain:
    """Return what a plan promises for an inspection, to be counted.

    ``actions`` are (what follows ``area`` in the names of its areas, whether it is a placeholder,
    its dates by ``OF_DELIVERY``).
    """
    return {
        **_kept(plan, OF_PLAN),
        **_ended(plan),
        "actions": [
            (numbers, one["is_placeholder"], [one[name] for name in OF_DELIVERY])
            for one in plan["actions"]
            if (numbers := _within(one["areas"], area))
        ],
        "voices": [one for one in plan["voices"] if _within(one.get("areas", ()), area)],
    }


def _ended(plan: Plain) -> Plain:
    return {"is_superseded": bool(plan["superseded_by"])}


def _within(areas: Iterable[str], beginning: str) -> list[str]:
    return [one.removeprefix(beginning) for one in areas if one.startswith(beginning)]


def _for_its_page(plan: Plain) -> Plain:
    actions = [
        {name: value for name, value in one.items() if value and name not in OF_ACTION_ALONE}
        for one in plan["actions"]
    ]
    return {**plan, "actions": actions}


def _for_committees(plan: Plain, row: Current) -> Plain:
    """Return what a plan promises and has not kept, soonest first, and what its version changed.

    ``promises`` are (ISO day, what, ref of the action); the actions stand apart, once each.
    """
    actions = [build(ActionDocument, one) for one in plan["actions"]]
    promises = promised_between(actions, None, date.max)
    refs = {one.action.ref for one in promises}
    return {
        **_kept(plan, OF_PLAN),
        "version": row.version,
        "followed_by": [one["ref"] for one in plan.get("followed_by", ())],
        "promises": [(one.due.isoformat(), one.what, one.action.ref) for one in promises],
        "actions": [_kept(one, OF_PROMISE) for one in plan["actions"] if one["ref"] in refs],
        "changes": _changes(plan, row),
    }


def _changes(plan: Plain, row: Current) -> Plain | None:
    """Say what changed since the version before, which ``since`` numbers; None without one."""
    earlier = Entry.objects.filter(ref=row.ref, version__lt=row.version)
    before = earlier.exclude(kind=Entry.Kind.RECALLED).order_by("-version").first()
    content = Content.objects.filter(seq=before.seq).first() if before else None
    if before is None or content is None:
        return None
    old = json.loads(content.body)
    found = of_plans(old, plan, titles_of(measured_by(old, plan)))
    return {"since": before.version, **asdict(found)}


def titles_of(refs: Iterable[str]) -> dict[str, str]:
    """Return the titles of what is public, by ref."""
    rows = Current.objects.filter(ref__in=refs, is_recalled=False)
    return dict(rows.values_list("ref", "title"))


def _kept(plain: Plain, names: Iterable[str]) -> Plain:
    """Leave out what is empty: documents have defaults for it."""
    return {name: value for name in names if (value := plain.get(name))}
