"""A frozen version's actions as values again, for the arithmetic that both sides share."""

from collections.abc import Mapping
from typing import Any

from cleardays.workroom.plans.snapshot import (
    ActionSnapshot,
    ChangeSnapshot,
    EvidenceSnapshot,
    FormerLeadSnapshot,
    MilestoneSnapshot,
    SupportSnapshot,
    UpdateSnapshot,
)

PARTS: Mapping[str, type] = {
    "former_leads": FormerLeadSnapshot,
    "supporting": SupportSnapshot,
    "former_supporting": SupportSnapshot,
    "milestones": MilestoneSnapshot,
    "changes": ChangeSnapshot,
    "evidence": EvidenceSnapshot,
    "updates": UpdateSnapshot,
}
LISTS = ("areas", "depends_on", "measures")


def thawed(snapshot: Mapping[str, Any]) -> tuple[ActionSnapshot, ...]:
    """Return the actions of a version's JSON."""
    return tuple(map(_action, snapshot["actions"]))


def _action(plain: Mapping[str, Any]) -> ActionSnapshot:
    parts = {name: tuple(made(**one) for one in plain[name]) for name, made in PARTS.items()}
    lists = {name: tuple(plain[name]) for name in LISTS}
    return ActionSnapshot(**{**plain, **parts, **lists})
