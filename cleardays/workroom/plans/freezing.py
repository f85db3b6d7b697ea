"""A plan as it would be published: its rows made into public values, with nothing private."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from cleardays.progress.evidence import Proof, evidence_axis
from cleardays.workroom.inspections.models import Inspection
from cleardays.workroom.plans.gathering import FOR_WHOLE, Gathered, gathered, named_areas
from cleardays.workroom.plans.measured.baselines import baselines_hidden
from cleardays.workroom.plans.models import (
    Action,
    DateChange,
    Evidence,
    Measure,
    Plan,
    Risk,
    StatedCount,
    Support,
    Target,
    Update,
    Voice,
)
from cleardays.workroom.plans.snapshot import (
    ActionSnapshot,
    ChangeSnapshot,
    CountSnapshot,
    EvidenceSnapshot,
    FormerLeadSnapshot,
    LinkSnapshot,
    MilestoneSnapshot,
    PlanSnapshot,
    RiskSnapshot,
    SupportSnapshot,
    TargetSnapshot,
    UpdateSnapshot,
    VoiceSnapshot,
)
from cleardays.workroom.plans.ties import answers_of, followers_of

DATES = (
    *("first_start", "first_finish", "start", "finish"),
    *("started", "finished", "stopped", "carried_forward"),
)


def frozen(plan: Plan, as_at: date, *, note: str = "") -> PlanSnapshot:
    """Return the plan as it stands: some twenty queries, however many actions it has."""
    everything = Action.objects.unrestricted(because=FOR_WHOLE).of(plan)
    supersedes = Plan.objects.unrestricted(because=FOR_WHOLE).filter(
        pk=plan.supersedes_id or 0, is_published=True
    )
    successor = Plan.objects.unrestricted(because=FOR_WHOLE).filter(
        supersedes=plan, is_published=True
    )
    is_public, measures = _public_areas(), _public_measures()
    return PlanSnapshot(
        ref=plan.ref,
        title=plan.title,
        kind=plan.kind,
        kind_name=plan.get_kind_display(),
        council=plan.organisation.name,
        as_at=as_at.isoformat(),
        version_note=note,
        state=plan.state,
        period_words=plan.period_words,
        summary_words=plan.summary,
        answers=answers_of(plan),
        followed_by=followers_of(plan),
        supersedes=_link(supersedes.first()),
        superseded_by=_link(successor.first()),
        legend=tuple((word, meaning) for word, meaning in plan.legend.items()),
        actions=tuple(
            replace(
                row,
                areas=tuple(filter(is_public, row.areas)),
                measures=tuple(ref for ref in row.measures if ref in measures),
            )
            for row in actions_of(everything)
        ),
        risks=_risks(plan),
        voices=_voices(plan, is_public),
        targets=_targets(plan),
        stated_counts=_counts(plan),
        published_by="",
        released_by="",
        note=plan.note,
        sources=tuple(plan.sources),
        is_invented=plan.is_invented,
    )


def actions_of(actions: Iterable[Action]) -> tuple[ActionSnapshot, ...]:
    """Return actions as public values; ten queries, however many there are.

    The evidence axis counts all evidence; only what is public is shown.
    """
    rows = list(_with_bodies(actions))
    found = gathered(rows)
    return tuple(_action(row, found) for row in rows)


def _public_areas() -> Callable[[str], bool]:
    """Return what tells areas of published inspections: till then even an address is secret."""
    everything = Inspection.objects.unrestricted(because=FOR_WHOLE)
    public = set(everything.filter(is_published=True).values_list("ref", flat=True))
    return lambda area: area.rpartition("#")[0] in public


def _with_bodies(actions: Iterable[Action]) -> Iterable[Action]:
    related = getattr(actions, "select_related", None)
    return related("lead_body", "carried_from__plan") if related else actions


def _action(row: Action, found: Gathered) -> ActionSnapshot:
    updates = [one for one in found.updates.get(row.pk, ()) if one.state == Update.State.PUBLISHED]
    evidence = found.evidence.get(row.pk, ())
    return ActionSnapshot(
        ref=row.ref,
        title=row.title,
        text=row.text,
        areas=tuple(found.areas.get(row.pk, ())),
        lead=row.lead,
        lead_body=row.lead_body.name if row.lead_body else "",
        former_leads=tuple(
            FormerLeadSnapshot(
                one.body.name if one.body else "", one.post, _iso(one.since), _iso(one.until)
            )
            for one in found.former_leads.get(row.pk, ())
        ),
        supporting=tuple(map(_support, found.supports.get(row.pk, ()))),
        former_supporting=tuple(map(_support, found.former_supports.get(row.pk, ()))),
        first_start=_iso(row.first_start),
        first_finish=_iso(row.first_finish),
        start=_iso(row.start),
        finish=_iso(row.finish),
        started=_iso(row.started),
        finished=_iso(row.finished),
        stopped=_iso(row.stopped),
        stop_reason=row.stop_reason,
        carried_forward=_iso(row.carried_forward),
        carried_from=_carried_from(row),
        reported_status=row.reported_status,
        milestones=tuple(
            MilestoneSnapshot(
                one.label, one.test, _iso(one.first_due), _iso(one.due), _iso(one.met_on)
            )
            for one in found.milestones.get(row.pk, ())
        ),
        changes=tuple(map(_change, found.changes.get(row.pk, ()))),
        depends_on=tuple(found.depends_on.get(row.pk, ())),
        measures=tuple(found.measures.get(row.pk, ())),
        evidence=tuple(_evidence(one) for one in evidence if one.is_public),
        evidence_axis=axis_of(row, evidence, has_words=bool(updates)),
        updates=tuple(
            UpdateSnapshot(_iso(one.as_at), f"{one.by}, {one.body.name}", one.words, one.next_step)
            for one in updates
        ),
        is_placeholder=row.is_placeholder,
        stand_in_dates=_stand_ins(row),
    )


def _stand_ins(row: Action) -> tuple[str, ...]:
    """Name the dates of a placeholder, so that nobody takes one for a date of the plan."""
    return tuple(name for name in DATES if row.is_placeholder and getattr(row, name))


def axis_of(row: Action, evidence: Sequence[Evidence], *, has_words: bool) -> str:
    """Compute the evidence axis of an action from all its evidence, public or not."""
    proofs = [
        Proof(bool(one.url or one.file_id), one.checked_on is not None, one.is_public)
        for one in evidence
    ]
    return evidence_axis(proofs, is_claimed=has_words or row.finished is not None).value


def _carried_from(row: Action) -> str:
    before = row.carried_from
    return f"{before.plan.ref}#{before.ref}" if before and before.plan.is_published else ""


def _support(row: Support) -> SupportSnapshot:
    return SupportSnapshot(row.body.name, row.what, _iso(row.since), _iso(row.until))


def _change(row: DateChange) -> ChangeSnapshot:
    return ChangeSnapshot(
        field=row.field,
        old=_iso(row.old),
        new=_iso(row.new),
        at=row.at.isoformat(),
        by=row.by,
        reason=row.reason,
        effect=row.effect,
        approved_by=row.approved_by,
        milestone=row.milestone.label if row.milestone else "",
    )


def _evidence(row: Evidence) -> EvidenceSnapshot:
    return EvidenceSnapshot(
        row.title, row.kind, _iso(row.on), row.url, row.checked_by, _iso(row.checked_on)
    )


def _link(plan: Plan | None) -> LinkSnapshot | None:
    return LinkSnapshot(plan.ref, plan.title) if plan else None


def _risks(plan: Plan) -> tuple[RiskSnapshot, ...]:
    public = Risk.objects.unrestricted(because=FOR_WHOLE).filter(plan=plan, is_public=True)
    return tuple(
        RiskSnapshot(one.text, one.owner, one.likelihood, one.effect, one.mitigation)
        for one in public
    )


def _voices(plan: Plan, is_public: Callable[[str], bool]) -> tuple[VoiceSnapshot, ...]:
    everything = Voice.objects.unrestricted(because=FOR_WHOLE).filter(plan=plan)
    links = Voice.areas.through.objects.filter(voice__in=everything)
    areas = named_areas(links, "voice_id")
    return tuple(
        VoiceSnapshot(
            one.group,
            tuple(filter(is_public, areas.get(one.pk, ()))),
            _iso(one.said_on),
            one.said,
            one.promised,
            _iso(one.due),
            one.done,
            one.changed,
            tuple(one.sources),
        )
        for one in everything
    )


def _public_measures() -> set[str]:
    """Return the refs of published measures: till then even a name is nobody's business."""
    everything = Measure.objects.unrestricted(because=FOR_WHOLE)
    return set(everything.filter(is_published=True).values_list("ref", flat=True))


def _targets(plan: Plan) -> tuple[TargetSnapshot, ...]:
    """Return the targets of public measures; a baseline that is a small number is not told."""
    everything = Target.objects.unrestricted(because=FOR_WHOLE).select_related("measure")
    public = everything.filter(plan=plan, measure__is_published=True).order_by("measure__name")
    rows = list(public)
    hidden = baselines_hidden(rows)
    return tuple(
        TargetSnapshot(
            one.measure.ref,
            None if one.pk in hidden else one.baseline,
            "" if one.pk in hidden else _iso(one.baseline_on),
            one.target,
            _iso(one.target_on),
            tuple((day, value) for day, value in one.trajectory),
        )
        for one in rows
    )


def _counts(plan: Plan) -> tuple[CountSnapshot, ...]:
    return tuple(
        CountSnapshot(
            _iso(one.as_at),
            tuple((word, number) for word, number in one.counts),
            one.total,
            one.source,
        )
        for one in StatedCount.objects.unrestricted(because=FOR_WHOLE).filter(plan=plan)
    )


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
