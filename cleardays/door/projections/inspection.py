"""An inspection as the public may see it: field by field, and never its private note."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from cleardays.record.schemas.common import FileLink, Link
from cleardays.record.schemas.inspection import (
    AreaDocument,
    DutyDocument,
    InspectionDocument,
    JudgementDocument,
    ResponsibleBody,
)
from cleardays.workroom.inspections.models import (
    Area,
    Duty,
    Inspection,
    Judgement,
    Responsibility,
)
from cleardays.workroom.people.models import Organisation

BECAUSE = "the door projects it, field by field, for publication"
Public = dict[str, str]  # the title of each inspection that the record has, by its ref


def project(
    inspection: Inspection,
    *,
    public: Public,
    plans: tuple[Link, ...] = (),
    files: tuple[FileLink, ...] = (),
) -> InspectionDocument:
    """Carry over what an inspection's public page says.

    At a re-visit the areas are those of the inspection before that were judged at it. Links go
    only to what is ``public``.
    """
    rows = _rows(Responsibility, inspection).select_related("body", "inherits_from__body")
    by_area = _grouped(rows, "area_id")
    return InspectionDocument(
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
        previous=_link(inspection.previous, public),
        responsible=_bodies(by_area[None]),
        judgements=_judgements(_rows(Judgement, inspection).filter(area__isnull=True)),
        areas=_areas(inspection, public),
        duties=tuple(_duty(one) for one in _rows(Duty, inspection).select_related("body")),
        plans=plans,
        files=files,
        summary_words=inspection.summary,
        note=inspection.note,
        sources=tuple(inspection.sources),
        is_invented=inspection.is_invented,
    )


def _rows(model: Any, inspection: Inspection) -> Any:
    return model.objects.unrestricted(because=BECAUSE).filter(inspection=inspection)


def _grouped(rows: Iterable[Any], key: str) -> dict[int | None, list[Any]]:
    found: dict[int | None, list[Any]] = defaultdict(list)
    for row in rows:
        found[getattr(row, key)].append(row)
    return found


def _council(rows: Sequence[Responsibility]) -> str:
    councils = (row.body.name for row in rows if row.body.kind == Organisation.Kind.COUNCIL)
    return next(councils, "")


def _link(other: Inspection | None, public: Public) -> Link | None:
    return Link(other.ref, public[other.ref]) if other and other.ref in public else None


def _bodies(rows: Iterable[Responsibility]) -> tuple[ResponsibleBody, ...]:
    """Show a body that took over from several once, with the names of all of them."""
    found: dict[tuple[str, str, str, str], list[str]] = defaultdict(list)
    for row in rows:
        key = (row.body.name, row.get_role_display(), _iso(row.since), _iso(row.until))
        found[key] += [row.inherits_from.body.name] if row.inherits_from else []
    return tuple(
        ResponsibleBody(*key, took_over_from=", ".join(names)) for key, names in found.items()
    )


def _areas(inspection: Inspection, public: Public) -> tuple[AreaDocument, ...]:
    """Show its own areas, and those of the inspection before that were judged at this one."""
    everything = Area.objects.unrestricted(because=BECAUSE).select_related(
        "recurs_from__inspection"
    )
    judged = _rows(Judgement, inspection).exclude(area__isnull=True).values_list("area", flat=True)
    areas = everything.filter(inspection=inspection) | everything.filter(pk__in=list(judged))
    areas = areas.select_related("recurs_from__inspection")
    held = list(areas.order_by("inspection__first_day", "number"))
    rows = Responsibility.objects.unrestricted(because=BECAUSE).filter(area__in=held)
    bodies = _grouped(rows.select_related("body", "inherits_from__body"), "area_id")
    said = _said_of(inspection, held)
    return tuple(_area(area, bodies[area.pk], said[area.pk], public) for area in held)


def _said_of(inspection: Inspection, areas: Sequence[Area]) -> dict[int | None, list[Judgement]]:
    """Return what was said of areas at this inspection, or at a later one that is public."""
    rows = Judgement.objects.unrestricted(because=BECAUSE).filter(area__in=areas)
    here = rows.filter(inspection=inspection)
    own = [area for area in areas if area.inspection_id == inspection.pk]
    later = rows.filter(area__in=own, inspection__is_published=True)
    return _grouped(here | later, "area_id")


def _area(
    area: Area,
    bodies: Iterable[Responsibility],
    judgements: Iterable[Judgement],
    public: Public,
) -> AreaDocument:
    return AreaDocument(
        number=area.number,
        kind=area.kind,
        kind_name=area.get_kind_display(),
        label=area.label,
        text=area.text,
        responsible=_bodies(bodies),
        judgements=_judgements(judgements),
        recurs_from=_came_from(area.recurs_from, public),
        is_confirmed=area.is_confirmed,
        note=area.note,
        sources=tuple(area.sources),
    )


def _came_from(before: Area | None, public: Public) -> Link | None:
    if before is None or before.inspection.ref not in public:
        return None
    return Link(before.inspection.ref, f"{before}, {public[before.inspection.ref]}")


def _judgements(rows: Iterable[Judgement]) -> tuple[JudgementDocument, ...]:
    return tuple(
        JudgementDocument(
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


def _duty(duty: Duty) -> DutyDocument:
    return DutyDocument(
        title=duty.title,
        due=_iso(duty.due),
        sentence=duty.sentence,
        is_estimate=duty.is_estimate,
        body=duty.body.name if duty.body else "",
        owner=duty.owner,
        done_on=_iso(duty.done_on),
        proof=duty.proof,
    )


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
