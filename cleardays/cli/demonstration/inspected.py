"""The inspections of the demonstration: entered, judged, handed on, published."""

from typing import Any

from cleardays.cli.demonstration import case
from cleardays.cli.demonstration.case import AreaKey, Inspected
from cleardays.cli.demonstration.people import Clock, Council
from cleardays.workroom.inspections import actions
from cleardays.workroom.inspections.models import Area, Duty, Inspection

Known = tuple[dict[str, Inspection], dict[AreaKey, Area]]


def enter_inspections(council: Council, clock: Clock) -> Known:
    """Enter every inspection with its areas; return both by their keys."""
    made: dict[str, Inspection] = {}
    areas: dict[AreaKey, Area] = {}
    for told in case.inspections():
        made[told.key] = _enter(told, made, areas, council, clock)
        _hand_over_before_next(told, council, clock)
    publish_inspections(made, council, clock)
    return made, areas


def publish_inspections(made: dict[str, Inspection], council: Council, clock: Clock) -> None:
    """Publish each; later again, so that it names the plans that have become public since."""
    for inspection in made.values():
        actions.publish(inspection, by=council.viewers["lead"], at=clock())


def _enter(
    told: Inspected,
    made: dict[str, Inspection],
    areas: dict[AreaKey, Area],
    council: Council,
    clock: Clock,
) -> Inspection:
    lead = council.viewers["lead"]
    previous = made[told.previous] if told.previous else None
    inspection = actions.create_by_form(
        told.framework, "Lancashire", previous=previous, by=lead, at=clock(), **told.facts
    )
    for role, slugs in (("joint", told.responsible), ("monitors", told.monitors)):
        bodies = [council.organisations[slug] for slug in slugs]
        actions.set_responsible(inspection, bodies, role=role, by=lead, at=clock())
    for found in told.areas:
        before = areas[found.recurs_from] if found.recurs_from else None
        area = actions.add_area(
            inspection,
            found.kind,
            found.label,
            recurs_from=before,
            by=lead,
            at=clock(),
            **found.facts,
        )
        areas[told.key, area.number] = area
        if responsible := [council.organisations[slug] for slug in found.responsible]:
            actions.set_responsible(inspection, responsible, area=area, by=lead, at=clock())
    _judge(told, inspection, areas, council, clock)
    for row in told.done:
        duties = Duty.objects.visible_to(lead).filter(inspection=inspection, done_on=None)
        body = {"body": council.organisations[row["body"]]} if "body" in row else {}
        duty = duties.get(kind=row["kind"], **body)
        words = row.get("words", "")
        actions.finish(duty, row["on"], proof=row["proof"], words=words, by=lead, at=clock())
    for row in told.events:
        _happen(row, inspection, areas, council, clock)
    return inspection


def _happen(
    row: dict[str, Any],
    inspection: Inspection,
    areas: dict[AreaKey, Area],
    council: Council,
    clock: Clock,
) -> None:
    said: dict[str, Any] = dict(row)
    if number := said.pop("area", 0):
        own = Area.objects.visible_to(council.viewers["lead"]).filter(inspection=inspection)
        said["area"] = own.get(number=number)
    kind, title, day = (said.pop(name) for name in ("kind", "title", "day"))
    actions.add_event(inspection, kind, title, day, by=council.viewers["lead"], at=clock(), **said)


def _judge(
    told: Inspected,
    inspection: Inspection,
    areas: dict[AreaKey, Area],
    council: Council,
    clock: Clock,
) -> None:
    for row in told.judgements:
        said: dict[str, Any] = {"judge": "inspectors", **row}
        if "area" in said:
            said |= {"area": areas[told.previous, said["area"]], "on": inspection.last_day}
        judge, value = said.pop("judge"), said.pop("value")
        actions.judge(inspection, judge, value, by=council.viewers["lead"], at=clock(), **said)


def _hand_over_before_next(told: Inspected, council: Council, clock: Clock) -> None:
    """Let successors take over once the last inspection that a body answers for is entered."""
    lead, later = council.viewers["lead"], _after(told)
    for slug, on in case.handovers():
        if slug in told.responsible and not any(slug in one.responsible for one in later):
            actions.hand_over(council.organisations[slug], on, by=lead, at=clock())


def _after(told: Inspected) -> list[Inspected]:
    everything = case.inspections()
    return everything[[one.key for one in everything].index(told.key) + 1 :]
