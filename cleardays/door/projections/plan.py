"""A published plan version as the public may see it, field by field."""

from typing import Any

from cleardays.record.schemas.common import Link
from cleardays.record.schemas.plan import (
    ActionDocument,
    DateChangeDocument,
    EvidenceDocument,
    FormerLeadDocument,
    MilestoneDocument,
    PlanDocument,
    RiskDocument,
    StatedCount,
    SupportDocument,
    TargetDocument,
    UpdateDocument,
    VoiceDocument,
)

Plain = dict[str, Any]


def project(plan: Plain) -> PlanDocument:
    """Carry over a frozen version: the JSON that ``PlanVersion.snapshot`` keeps."""
    return PlanDocument(
        ref=plan["ref"],
        title=plan["title"],
        kind=plan["kind"],
        kind_name=plan["kind_name"],
        council=plan["council"],
        as_at=plan["as_at"],
        version_note=plan["version_note"],
        state=plan["state"],
        period_words=plan["period_words"],
        summary_words=plan["summary_words"],
        answers=tuple(Link(one["ref"], one["title"]) for one in plan["answers"]),
        followed_by=tuple(Link(one["ref"], one["title"]) for one in plan["followed_by"]),
        supersedes=_link(plan["supersedes"]),
        superseded_by=_link(plan["superseded_by"]),
        legend=tuple((word, meaning) for word, meaning in plan["legend"]),
        actions=tuple(map(_action, plan["actions"])),
        risks=tuple(map(_risk, plan["risks"])),
        voices=tuple(map(_voice, plan["voices"])),
        targets=tuple(map(_target, plan["targets"])),
        stated_counts=tuple(map(_count, plan["stated_counts"])),
        published_by=plan["published_by"],
        released_by=plan["released_by"],
        note=plan["note"],
        sources=tuple(plan["sources"]),
        is_invented=plan["is_invented"],
    )


def _link(plain: Plain | None) -> Link | None:
    return Link(plain["ref"], plain["title"]) if plain else None


def _action(plain: Plain) -> ActionDocument:
    return ActionDocument(
        ref=plain["ref"],
        title=plain["title"],
        text=plain["text"],
        areas=tuple(plain["areas"]),
        lead=plain["lead"],
        lead_body=plain["lead_body"],
        former_leads=tuple(map(_former_lead, plain["former_leads"])),
        supporting=tuple(map(_support, plain["supporting"])),
        former_supporting=tuple(map(_support, plain["former_supporting"])),
        first_start=plain["first_start"],
        first_finish=plain["first_finish"],
        start=plain["start"],
        finish=plain["finish"],
        started=plain["started"],
        finished=plain["finished"],
        stopped=plain["stopped"],
        stop_reason=plain["stop_reason"],
        carried_forward=plain["carried_forward"],
        carried_from=plain["carried_from"],
        reported_status=plain["reported_status"],
        milestones=tuple(map(_milestone, plain["milestones"])),
        changes=tuple(map(_change, plain["changes"])),
        depends_on=tuple(plain["depends_on"]),
        measures=tuple(plain["measures"]),
        evidence=tuple(map(_evidence, plain["evidence"])),
        evidence_axis=plain["evidence_axis"],
        updates=tuple(map(_update, plain["updates"])),
        is_placeholder=plain["is_placeholder"],
        stand_in_dates=tuple(plain["stand_in_dates"]),
    )


def _support(plain: Plain) -> SupportDocument:
    return SupportDocument(plain["body"], plain["what"], plain["since"], plain["until"])


def _former_lead(plain: Plain) -> FormerLeadDocument:
    return FormerLeadDocument(plain["body"], plain["post"], plain["since"], plain["until"])


def _milestone(plain: Plain) -> MilestoneDocument:
    return MilestoneDocument(
        label=plain["label"],
        test=plain["test"],
        first_due=plain["first_due"],
        due=plain["due"],
        met_on=plain["met_on"],
    )


def _change(plain: Plain) -> DateChangeDocument:
    return DateChangeDocument(
        field=plain["field"],
        old=plain["old"],
        new=plain["new"],
        at=plain["at"],
        by=plain["by"],
        reason=plain["reason"],
        effect=plain["effect"],
        approved_by=plain["approved_by"],
        milestone=plain["milestone"],
    )


def _evidence(plain: Plain) -> EvidenceDocument:
    return EvidenceDocument(
        title=plain["title"],
        kind=plain["kind"],
        on=plain["on"],
        url=plain["url"],
        checked_by=plain["checked_by"],
        checked_on=plain["checked_on"],
    )


def _update(plain: Plain) -> UpdateDocument:
    return UpdateDocument(
        as_at=plain["as_at"], by=plain["by"], words=plain["words"], next_step=plain["next_step"]
    )


def _risk(plain: Plain) -> RiskDocument:
    return RiskDocument(
        text=plain["text"],
        owner=plain["owner"],
        likelihood=plain["likelihood"],
        effect=plain["effect"],
        mitigation=plain["mitigation"],
    )


def _voice(plain: Plain) -> VoiceDocument:
    return VoiceDocument(
        group=plain["group"],
        said_on=plain["said_on"],
        said=plain["said"],
        areas=tuple(plain["areas"]),
        promised=plain["promised"],
        due=plain["due"],
        done=plain["done"],
        changed=plain["changed"],
        sources=tuple(plain["sources"]),
    )


def _target(plain: Plain) -> TargetDocument:
    return TargetDocument(
        measure=plain["measure"],
        baseline=plain["baseline"],
        baseline_on=plain["baseline_on"],
        target=plain["target"],
        target_on=plain["target_on"],
        trajectory=tuple((day, value) for day, value in plain["trajectory"]),
    )


def _count(plain: Plain) -> StatedCount:
    return StatedCount(
        as_at=plain["as_at"],
        counts=tuple((word, number) for word, number in plain["counts"]),
        total=plain["total"],
        source=plain["source"],
    )
