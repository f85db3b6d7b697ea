"""Two versions of a plan, side by side: as rows that ``difference`` compares."""

from collections.abc import Iterator, Mapping
from typing import Any

from cleardays.progress.difference import Difference, Plan, Row, difference

# Rows of their own, the ledger's and the evidence's own story, or what follows from other fields.
APART = frozenset({"ref", "milestones", "changes", "stand_in_dates"})


def rows_of(version: Mapping[str, Any]) -> Plan:
    """Return a version (the plain JSON of a plan document) as rows by a stable reference.

    Actions by their ref, milestones as "A1: Its label", targets as "Target: the measure's ref".
    Milestones of one action that share a label are numbered.
    """
    return dict(_rows(version))


def _rows(version: Mapping[str, Any]) -> Iterator[tuple[str, Row]]:
    for action in version["actions"]:
        ref = action["ref"]
        yield ref, {name: value for name, value in action.items() if name not in APART}
        seen: dict[str, int] = {}
        for milestone in action["milestones"]:
            label = milestone["label"]
            seen[label] = seen.get(label, 0) + 1
            number = f" ({seen[label]})" if seen[label] > 1 else ""
            yield f"{ref}: {label}{number}", milestone
    for target in version["targets"]:
        yield f"Target: {target['measure']}", target


def between(old: Mapping[str, Any], new: Mapping[str, Any]) -> Difference:
    """Say what changed from one version to another."""
    return difference(rows_of(old), rows_of(new))
