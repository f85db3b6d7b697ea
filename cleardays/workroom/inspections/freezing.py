"""An inspection as it would be published: its rows made into public values, nothing private.

What is said of other inspections comes from their published versions, never from their rows:
these may have changed since, and the change is not public.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from cleardays.law.rules import rule
from cleardays.workroom.inspections.models import (
    Area,
    Decision,
    Duty,
    Event,
    Inspection,
    InspectionVersion,
    Judgement,
    Responsibility,
)
from cleardays.workroom.inspections.snapshot import (
    AreaSnapshot,
    BodySnapshot,
    DecisionSnapshot,
    DutySnapshot,
    EventSnapshot,
    InspectionSnapshot,
    JudgementSnapshot,
    LinkSnapshot,
    plain,
)
from cleardays.workroom.inspections.standing import (
    found_by,
    in_order,
    later_judgements,
    standing_version,
)
from cleardays.workroom.people.models import Organisation

FOR_WHOLE = "an inspection is put together whole; who may see it is asked where it is shown"
Plain = dict[str, Any]


def frozen(inspection: Inspection) -> InspectionSnapshot:
    """Return the inspection as it stands, with what later ones that are public judged of it."""
    rows = _rows(Responsibility, inspection).select_related("body", "inherits_from__body")
    by_area = _grouped(rows, "area_id")
    before = standing_version(inspection.previous)
    return InspectionSnapshot(
        ref=inspection.ref,
        title=inspection.title,
        area_name=inspection.area_name,
        council=_council(by_area[None]),
        framework=inspection.framework,
        framework_name=inspection.kind.name,
        first_day=_iso(inspection.first_day),
        last_day=_iso(inspection.last_day),
        days_words=inspection.days_words,
        letter_dated=_iso(inspection.letter_dated),
        received_on=_iso(inspection.received_on),
        published_on=_iso(inspection.published_on),
        published_words=inspection.published_words,
        outcome=inspection.outcome_name,
        outcome_words=inspection.outcome_words,
        needs_plan=inspection.needs_plan,
        needs_strategic_plan=inspection.needs_strategic_plan,
        monitoring_words=inspection.monitoring_words,
        next_inspection_words=inspection.next_inspection_words,
        previous=_link(before),
        responsible=_bodies(by_area[None]),
        judgements=_judgements(_rows(Judgement, inspection).filter(area__isnull=True)),
        areas=(*_judged_before(inspection, before), *_own_areas(inspection, by_area)),
        duties=tuple(_duty(one) for one in _rows(Duty, inspection).select_related("body")),
        decisions=tuple(map(_decision, _rows(Decision, inspection))),
        events=tuple(map(_event, _rows(Event, inspection).select_related("area"))),
        file=inspection.file_id or "" if inspection.publishes_file else "",
        summary_words=inspection.summary,
        note=inspection.note,
        sources=tuple(inspection.sources),
        is_invented=inspection.is_invented,
    )


def unknown_areas(inspection: Inspection) -> list[Area]:
    """Return the areas judged here that the published inspection before does not show yet."""
    version = standing_version(inspection.previous)
    if version is None:
        return []
    known = {one["number"] for one in found_by(version.snapshot)}
    return [one for one in _judged_areas(inspection) if one.number not in known]


def _rows(model: Any, inspection: Inspection) -> Any:
    return model.objects.unrestricted(because=FOR_WHOLE).filter(inspection=inspection)


def _grouped(rows: Iterable[Any], key: str) -> dict[int | None, list[Any]]:
    found: dict[int | None, list[Any]] = defaultdict(list)
    for row in rows:
        found[getattr(row, key)].append(row)
    return found


def _council(rows: Sequence[Responsibility]) -> str:
    councils = (row.body.name for row in rows if row.body.kind == Organisation.Kind.COUNCIL)
    return next(councils, "")


def _link(version: InspectionVersion | None) -> LinkSnapshot | None:
    return LinkSnapshot(version.snapshot["ref"], version.snapshot["title"]) if version else None


def _bodies(rows: Iterable[Responsibility]) -> tuple[BodySnapshot, ...]:
    """Show a body that took over from several once, with the names of all of them."""
    found: dict[tuple[str, str, str, str], list[str]] = defaultdict(list)
    for row in rows:
        key = (row.body.name, row.get_role_display(), _iso(row.since), _iso(row.until))
        found[key] += [row.inherits_from.body.name] if row.inherits_from else []
    return tuple(BodySnapshot(*key, ", ".join(names)) for key, names in found.items())


def _own_areas(
    inspection: Inspection, bodies: Mapping[int | None, Sequence[Responsibility]]
) -> tuple[AreaSnapshot, ...]:
    areas = _rows(Area, inspection).select_related("inspection", "recurs_from__inspection")
    here = _grouped(_rows(Judgement, inspection).select_related("inspection"), "area_id")
    later = later_judgements(inspection)
    return tuple(
        _area(
            area,
            bodies=bodies.get(area.pk, ()),
            judgements=tuple(
                JudgementSnapshot(**one)
                for one in in_order(map(plain, _judgements(here[area.pk])), later[area.number])
            ),
        )
        for area in areas.order_by("number")
    )


def _judged_before(
    inspection: Inspection, before: InspectionVersion | None
) -> tuple[AreaSnapshot, ...]:
    """Show the areas of the inspection before that were judged at this one, as it shows them.

    Where that one is not public, they are shown as entered: the report names what it judged.
    """
    judged = _judged_areas(inspection)
    said = _grouped(_rows(Judgement, inspection).exclude(area__isnull=True), "area_id")
    if before is None:
        led = Responsibility.objects.unrestricted(because=FOR_WHOLE).filter(area__in=judged)
        bodies = _grouped(led.select_related("body", "inherits_from__body"), "area_id")
        return tuple(
            _area(one, bodies=bodies[one.pk], judgements=_judgements(said[one.pk]))
            for one in judged
        )
    public = {one["number"]: one for one in found_by(before.snapshot)}
    return tuple(
        replace(_thawed(public[one.number]), judgements=_judgements(said[one.pk]))
        for one in judged
        if one.number in public
    )


def _judged_areas(inspection: Inspection) -> list[Area]:
    """Return the areas of other inspections that were judged at this one."""
    keys = _rows(Judgement, inspection).exclude(area__isnull=True).values_list("area", flat=True)
    areas = Area.objects.unrestricted(because=FOR_WHOLE).filter(pk__in=list(keys))
    areas = areas.exclude(inspection=inspection).select_related("inspection")
    return list(areas.order_by("inspection__first_day", "number"))


def _area(
    area: Area, *, bodies: Iterable[Responsibility], judgements: tuple[JudgementSnapshot, ...]
) -> AreaSnapshot:
    return AreaSnapshot(
        of=area.inspection.ref,
        number=area.number,
        kind=area.kind,
        kind_name=area.get_kind_display(),
        label=area.label,
        text=area.text,
        responsible=_bodies(bodies),
        judgements=judgements,
        recurs_from=_came_from(area.recurs_from),
        is_confirmed=area.is_confirmed,
        note=area.note,
        sources=tuple(area.sources),
    )


def _thawed(area: Plain) -> AreaSnapshot:
    """Return an area of a version as a value, without what was judged."""
    return AreaSnapshot(
        **{
            **area,
            "responsible": tuple(BodySnapshot(**one) for one in area["responsible"]),
            "judgements": (),
            "recurs_from": LinkSnapshot(**area["recurs_from"]) if area["recurs_from"] else None,
            "sources": tuple(area["sources"]),
        }
    )


def _came_from(before: Area | None) -> LinkSnapshot | None:
    """Link to the area of an earlier inspection that came back, if that is public."""
    version = standing_version(before.inspection) if before else None
    if before is None or version is None:
        return None
    known = {one["number"]: one["label"] for one in found_by(version.snapshot)}
    if (label := known.get(before.number)) is None:
        return None
    words = f"{before.number}. {label}, {version.snapshot['title']}"
    return LinkSnapshot(version.snapshot["ref"], words)


def _judgements(rows: Iterable[Judgement]) -> tuple[JudgementSnapshot, ...]:
    return tuple(
        JudgementSnapshot(
            at=one.inspection.ref,
            judge=one.judge,
            judge_name=one.get_judge_display(),
            value=one.value,
            on=_iso(one.on),
            on_words=one.on_words,
            words=one.words,
            is_confirmed=one.is_confirmed,
            sources=tuple(one.sources),
        )
        for one in rows
    )


def _duty(duty: Duty) -> DutySnapshot:
    by = rule(duty.rule) if duty.rule else None
    return DutySnapshot(
        kind=duty.kind,
        rule=duty.rule,
        title=duty.title,
        due=_iso(duty.due),
        sentence=duty.sentence,
        is_estimate=duty.is_estimate,
        body=duty.body.name if duty.body else "",
        owner=duty.owner,
        done_on=_iso(duty.done_on),
        done_words=duty.done_words,
        proof=duty.proof,
        authority=by.authority if by else "",
        authority_url=by.url if by else "",
        is_believed=by is not None and by.confidence != "C",
    )


def _decision(one: Decision) -> DecisionSnapshot:
    return DecisionSnapshot(
        taken_on=_iso(one.taken_on),
        taken_by=one.taken_by,
        how=one.how,
        how_words=one.get_how_display(),
        decision=one.decision,
        reasons=one.reasons,
        alternatives=one.alternatives,
        conflicts=one.conflicts,
        address=one.address,
    )


def _event(event: Event) -> EventSnapshot:
    return EventSnapshot(
        kind=event.kind,
        kind_name=event.get_kind_display(),
        title=event.title,
        words=event.words,
        day=_iso(event.day),
        precision=event.precision,
        date_words=event.date_words,
        area=event.area.number if event.area else 0,
        differs=event.differs,
        is_confirmed=event.is_confirmed,
        note=event.note,
        sources=tuple(event.sources),
    )


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
