"""A published version of an inspection as the public may see it, field by field."""

from collections.abc import Collection
from typing import Any

from cleardays.record.schemas.common import FileLink, Link
from cleardays.record.schemas.inspection import (
    AreaDocument,
    DecisionDocument,
    DutyDocument,
    EventDocument,
    InspectionDocument,
    JudgementDocument,
    ResponsibleBody,
)

Plain = dict[str, Any]


def project(
    said: Plain,
    *,
    public: Collection[str],
    plans: tuple[Link, ...] = (),
    files: tuple[FileLink, ...] = (),
) -> InspectionDocument:
    """Carry over a frozen version: the JSON that ``InspectionVersion.snapshot`` keeps.

    Links go only to inspections that are ``public`` now, by their refs.
    """
    return InspectionDocument(
        ref=said["ref"],
        title=said["title"],
        area_name=said["area_name"],
        council=said["council"],
        framework=said["framework"],
        framework_name=said["framework_name"],
        first_day=said["first_day"],
        last_day=said["last_day"],
        days_words=said["days_words"],
        letter_dated=said["letter_dated"],
        received_on=said["received_on"],
        published_on=said["published_on"],
        published_words=said["published_words"],
        outcome=said["outcome"],
        outcome_words=said["outcome_words"],
        needs_plan=said["needs_plan"],
        needs_strategic_plan=said["needs_strategic_plan"],
        monitoring_words=said["monitoring_words"],
        next_inspection_words=said["next_inspection_words"],
        previous=_link(said["previous"], public),
        responsible=tuple(map(_body, said["responsible"])),
        judgements=tuple(map(_judgement, said["judgements"])),
        areas=tuple(_area(one, public) for one in said["areas"]),
        duties=tuple(map(_duty, said["duties"])),
        decisions=tuple(map(_decision, said["decisions"])),
        events=tuple(map(_event, said["events"])),
        plans=plans,
        files=files,
        summary_words=said["summary_words"],
        note=said["note"],
        sources=tuple(said["sources"]),
        is_invented=said["is_invented"],
    )


def _link(plain: Plain | None, public: Collection[str]) -> Link | None:
    return Link(plain["ref"], plain["title"]) if plain and plain["ref"] in public else None


def _body(plain: Plain) -> ResponsibleBody:
    return ResponsibleBody(
        name=plain["name"],
        role=plain["role"],
        since=plain["since"],
        until=plain["until"],
        took_over_from=plain["took_over_from"],
    )


def _area(plain: Plain, public: Collection[str]) -> AreaDocument:
    return AreaDocument(
        number=plain["number"],
        kind=plain["kind"],
        kind_name=plain["kind_name"],
        label=plain["label"],
        text=plain["text"],
        responsible=tuple(map(_body, plain["responsible"])),
        judgements=tuple(map(_judgement, plain["judgements"])),
        recurs_from=_link(plain["recurs_from"], public),
        is_confirmed=plain["is_confirmed"],
        note=plain["note"],
        sources=tuple(plain["sources"]),
    )


def _judgement(plain: Plain) -> JudgementDocument:
    return JudgementDocument(
        judge=plain["judge"],
        judge_name=plain["judge_name"],
        value=plain["value"],
        on=plain["on"],
        on_words=plain["on_words"],
        words=plain["words"],
        is_confirmed=plain["is_confirmed"],
        sources=tuple(plain["sources"]),
    )


def _duty(plain: Plain) -> DutyDocument:
    return DutyDocument(
        title=plain["title"],
        due=plain["due"],
        sentence=plain["sentence"],
        is_estimate=plain["is_estimate"],
        body=plain["body"],
        owner=plain["owner"],
        done_on=plain["done_on"],
        done_words=plain["done_words"],
        proof=plain["proof"],
        authority=plain["authority"],
        authority_url=plain["authority_url"],
        is_believed=plain["is_believed"],
    )


def _decision(plain: Plain) -> DecisionDocument:
    return DecisionDocument(
        taken_on=plain["taken_on"],
        taken_by=plain["taken_by"],
        how_words=plain["how_words"],
        decision=plain["decision"],
        reasons=plain["reasons"],
        alternatives=plain["alternatives"],
        conflicts=plain["conflicts"],
        address=plain["address"],
    )


def _event(plain: Plain) -> EventDocument:
    return EventDocument(
        kind=plain["kind"],
        kind_name=plain["kind_name"],
        title=plain["title"],
        day=plain["day"],
        words=plain["words"],
        precision=plain["precision"],
        date_words=plain["date_words"],
        area=plain["area"],
        differs=plain["differs"],
        is_confirmed=plain["is_confirmed"],
        note=plain["note"],
        sources=tuple(plain["sources"]),
    )
