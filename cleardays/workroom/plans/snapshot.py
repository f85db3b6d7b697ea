"""What a plan version freezes: public words only, as values and as plain JSON.

The names are those of the public document, which the door fills field by field. Days are ISO or
"". Never here: private notes, drafts of updates, evidence and risks that are not public.
"""

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class LinkSnapshot:
    """Another public thing, by its address."""

    ref: str
    title: str


@dataclass(frozen=True)
class ChangeSnapshot:
    """An entry of the slippage ledger; ``milestone`` names the one that it is of, or is ""."""

    field: str
    old: str
    new: str
    at: str
    by: str
    reason: str
    effect: str
    approved_by: str
    milestone: str


@dataclass(frozen=True)
class MilestoneSnapshot:
    """A step with its test of completion."""

    label: str
    test: str
    first_due: str
    due: str
    met_on: str


@dataclass(frozen=True)
class FormerLeadSnapshot:
    """Who led an action before."""

    body: str
    post: str
    since: str
    until: str


@dataclass(frozen=True)
class SupportSnapshot:
    """A supporting body and what it must do, from a day to a day; the days may not be known."""

    body: str
    what: str
    since: str = ""
    until: str = ""


@dataclass(frozen=True)
class EvidenceSnapshot:
    """A piece of public evidence."""

    title: str
    kind: str
    on: str
    url: str
    checked_by: str
    checked_on: str


@dataclass(frozen=True)
class UpdateSnapshot:
    """What a lead said, once the improvement lead has taken it."""

    as_at: str
    by: str
    words: str
    next_step: str


@dataclass(frozen=True)
class ActionSnapshot:
    """An action as it stood; ``areas`` are "<inspection ref>#<number>"."""

    ref: str
    title: str
    text: str
    areas: tuple[str, ...]
    lead: str
    lead_body: str
    former_leads: tuple[FormerLeadSnapshot, ...]
    supporting: tuple[SupportSnapshot, ...]
    former_supporting: tuple[SupportSnapshot, ...]
    first_start: str
    first_finish: str
    start: str
    finish: str
    started: str
    finished: str
    stopped: str
    stop_reason: str
    carried_forward: str
    carried_from: str
    reported_status: str
    milestones: tuple[MilestoneSnapshot, ...]
    changes: tuple[ChangeSnapshot, ...]
    depends_on: tuple[str, ...]
    measures: tuple[str, ...]
    evidence: tuple[EvidenceSnapshot, ...]
    evidence_axis: str
    updates: tuple[UpdateSnapshot, ...]
    is_placeholder: bool
    stand_in_dates: tuple[str, ...]


@dataclass(frozen=True)
class RiskSnapshot:
    """A public risk."""

    text: str
    owner: str
    likelihood: int
    effect: int
    mitigation: str


@dataclass(frozen=True)
class VoiceSnapshot:
    """You said, we did, what changed."""

    group: str
    areas: tuple[str, ...]
    said_on: str
    said: str
    promised: str
    due: str
    done: str
    changed: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class TargetSnapshot:
    """Baseline, dated target and trajectory of a measure."""

    measure: str
    baseline: float | None
    baseline_on: str
    target: float
    target_on: str
    trajectory: tuple[tuple[str, float], ...]


@dataclass(frozen=True)
class CountSnapshot:
    """Counts as a paper stated them."""

    as_at: str
    counts: tuple[tuple[str, int], ...]
    total: int
    source: str


@dataclass(frozen=True)
class PlanSnapshot:
    """A plan as it stood on a day."""

    ref: str
    title: str
    kind: str
    kind_name: str
    council: str
    as_at: str
    version_note: str
    state: str
    period_words: str
    summary_words: str
    answers: tuple[LinkSnapshot, ...]
    followed_by: tuple[LinkSnapshot, ...]
    supersedes: LinkSnapshot | None
    superseded_by: LinkSnapshot | None
    legend: tuple[tuple[str, str], ...]
    actions: tuple[ActionSnapshot, ...]
    risks: tuple[RiskSnapshot, ...]
    voices: tuple[VoiceSnapshot, ...]
    targets: tuple[TargetSnapshot, ...]
    stated_counts: tuple[CountSnapshot, ...]
    published_by: str
    released_by: str
    note: str
    sources: tuple[str, ...]
    is_invented: bool

    def as_json(self) -> dict[str, Any]:
        """Return what JSON keeps: lists for tuples, all the way down."""
        listed: dict[str, Any] = _plain(asdict(self))
        return listed


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(inner) for name, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, list | tuple) else value
