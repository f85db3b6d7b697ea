"""What a published version of an inspection freezes: public words only, as values and as JSON.

The names are those of the public document, which the door fills field by field; what it does not
carry says so. Days are ISO or "". Never here: the private note, what was read from the PDF.
"""

import json
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class LinkSnapshot:
    """Another public thing, by its address."""

    ref: str
    title: str


@dataclass(frozen=True)
class BodySnapshot:
    """A body that answers, from a day to a day; ``took_over_from`` names who did before."""

    name: str
    role: str
    since: str
    until: str
    took_over_from: str


@dataclass(frozen=True)
class JudgementSnapshot:
    """What one judge said; ``at`` is the inspection by its ref, for us and not for the public."""

    at: str
    judge: str
    judge_name: str
    value: str
    on: str
    on_words: str
    words: str
    is_confirmed: bool
    sources: tuple[str, ...]


@dataclass(frozen=True)
class AreaSnapshot:
    """An area as found; ``of`` is the inspection that found it, for us and not for the public."""

    of: str
    number: int
    kind: str
    kind_name: str
    label: str
    text: str
    responsible: tuple[BodySnapshot, ...]
    judgements: tuple[JudgementSnapshot, ...]
    recurs_from: LinkSnapshot | None
    is_confirmed: bool
    note: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class DutySnapshot:
    """Something that is due; ``kind`` and ``rule`` are codes, for us and not for the public."""

    kind: str
    rule: str

    title: str
    due: str
    sentence: str
    is_estimate: bool
    body: str
    owner: str
    done_on: str
    done_words: str
    proof: str
    authority: str
    authority_url: str
    is_believed: bool


@dataclass(frozen=True)
class DecisionSnapshot:
    """A decision of one person; ``how`` is a code, for us and not for the public."""

    taken_on: str
    taken_by: str
    how: str
    how_words: str
    decision: str
    reasons: str
    alternatives: str
    conflicts: str
    address: str


@dataclass(frozen=True)
class EventSnapshot:
    """What happened outside; ``area`` is the number of the area that it belongs to, or 0."""

    kind: str
    kind_name: str
    title: str
    words: str
    day: str
    precision: str
    date_words: str
    area: int
    differs: str
    is_confirmed: bool
    note: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class InspectionSnapshot:
    """An inspection as it stood; ``file`` is the hash of the inspectors' PDF that goes along."""

    ref: str
    title: str
    area_name: str
    council: str
    framework: str
    framework_name: str
    first_day: str
    last_day: str
    days_words: str
    letter_dated: str
    received_on: str
    published_on: str
    published_words: str
    outcome: str
    outcome_words: str
    needs_plan: bool
    needs_strategic_plan: bool
    monitoring_words: str
    next_inspection_words: str
    previous: LinkSnapshot | None
    responsible: tuple[BodySnapshot, ...]
    judgements: tuple[JudgementSnapshot, ...]
    areas: tuple[AreaSnapshot, ...]
    duties: tuple[DutySnapshot, ...]
    decisions: tuple[DecisionSnapshot, ...]
    events: tuple[EventSnapshot, ...]
    file: str
    summary_words: str
    note: str
    sources: tuple[str, ...]
    is_invented: bool


def plain(value: Any) -> Any:
    """Return a value of this module as JSON keeps it."""
    return json.loads(json.dumps(asdict(value)))
