"""A plan version: what was promised, by whom, by when, how it stands, what families say."""

from dataclasses import dataclass

from cleardays.record.schemas.common import Link, Summary


@dataclass(frozen=True)
class DateChangeDocument:
    """An entry of the slippage ledger. ``field`` is start, finish, or due of a ``milestone``."""

    field: str
    old: str
    new: str
    at: str
    by: str
    reason: str
    effect: str = ""
    approved_by: str = ""
    milestone: str = ""


@dataclass(frozen=True)
class MilestoneDocument:
    """A step with its test of completion; ``first_due`` was agreed first."""

    label: str
    test: str
    first_due: str
    due: str
    met_on: str = ""


@dataclass(frozen=True)
class SupportDocument:
    """A supporting body and what it must do, from a day to a day (ISO or "")."""

    body: str
    what: str
    since: str = ""
    until: str = ""


@dataclass(frozen=True)
class FormerLeadDocument:
    """A post of a body that led an action before, from a day to a day (ISO or "")."""

    body: str
    post: str
    since: str = ""
    until: str = ""


@dataclass(frozen=True)
class EvidenceDocument:
    """Public evidence; ``checked_by`` is somebody other than who gave it, or ""."""

    title: str
    kind: str
    on: str
    url: str = ""
    checked_by: str = ""
    checked_on: str = ""


@dataclass(frozen=True)
class UpdateDocument:
    """What the lead said of an action as at a day."""

    as_at: str
    by: str
    words: str
    next_step: str = ""


@dataclass(frozen=True)
class ActionDocument:
    """An action. ``ref`` is stable across versions. Dates are ISO or "".

    ``areas`` are "<inspection ref>#<area number>"; ``evidence_axis`` is none, claimed, attached,
    checked or published; ``reported_status`` is the plan's own word with its own legend. Of a
    placeholder ``stand_in_dates`` names the dates that nobody published: they only make the
    published counts come out.
    """

    ref: str
    title: str
    text: str = ""
    areas: tuple[str, ...] = ()
    lead: str = ""
    lead_body: str = ""
    former_leads: tuple[FormerLeadDocument, ...] = ()
    supporting: tuple[SupportDocument, ...] = ()
    former_supporting: tuple[SupportDocument, ...] = ()
    first_start: str = ""
    first_finish: str = ""
    start: str = ""
    finish: str = ""
    started: str = ""
    finished: str = ""
    stopped: str = ""
    stop_reason: str = ""
    carried_forward: str = ""
    carried_from: str = ""
    reported_status: str = ""
    milestones: tuple[MilestoneDocument, ...] = ()
    changes: tuple[DateChangeDocument, ...] = ()
    depends_on: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    evidence: tuple[EvidenceDocument, ...] = ()
    evidence_axis: str = "none"
    updates: tuple[UpdateDocument, ...] = ()
    is_placeholder: bool = False
    stand_in_dates: tuple[str, ...] = ()


@dataclass(frozen=True)
class RiskDocument:
    """A risk that is public, with what is done about it."""

    text: str
    owner: str
    likelihood: int
    effect: int
    mitigation: str


@dataclass(frozen=True)
class VoiceDocument:
    """You said, we did, what changed. ``areas`` are "<inspection ref>#<area number>"."""

    group: str
    said_on: str
    said: str
    areas: tuple[str, ...] = ()
    promised: str = ""
    due: str = ""
    done: str = ""
    changed: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class StatedCount:
    """Counts as a paper stated them, as at a time; ``total`` is what they should make."""

    as_at: str
    counts: tuple[tuple[str, int], ...]
    total: int
    source: str = ""


@dataclass(frozen=True)
class TargetDocument:
    """Baseline, dated target and trajectory of a measure in this plan version."""

    measure: str
    baseline: float | None = None
    baseline_on: str = ""
    target: float | None = None
    target_on: str = ""
    trajectory: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True)
class PlanDocument:
    """A plan as at a day. ``legend`` is (word or colour, what it means here).

    ``followed_by`` are the committees that follow it; one that names none is followed by all.
    """

    ref: str
    title: str
    kind: str
    kind_name: str
    council: str
    as_at: str
    version_note: str = ""
    state: str = ""
    period_words: str = ""
    summary_words: str = ""
    answers: tuple[Link, ...] = ()
    followed_by: tuple[Link, ...] = ()
    supersedes: Link | None = None
    superseded_by: Link | None = None
    legend: tuple[tuple[str, str], ...] = ()
    actions: tuple[ActionDocument, ...] = ()
    risks: tuple[RiskDocument, ...] = ()
    voices: tuple[VoiceDocument, ...] = ()
    targets: tuple[TargetDocument, ...] = ()
    stated_counts: tuple[StatedCount, ...] = ()
    published_by: str = ""
    released_by: str = ""
    note: str = ""
    sources: tuple[str, ...] = ()
    is_invented: bool = False

    doc_type = "plan"

    @property
    def committee(self) -> str:
        return ""

    @property
    def day(self) -> str:
        return self.as_at

    @property
    def summary(self) -> Summary:
        # Between spaces, so that a whole ref is found and never the beginning of another.
        return {
            "committee": self.kind_name,
            "council": self.council,
            "answers": f" {' '.join(one.ref for one in self.answers)} ",
            "followed_by": f" {' '.join(one.ref for one in self.followed_by)} ",
            "state": self.state,
            "actions": len(self.actions),
            "is_invented": self.is_invented,
        }
