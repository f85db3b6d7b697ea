"""What changed between two versions of a plan, and the proof: the change makes new from old."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any

Row = Mapping[str, Any]
Plan = Mapping[str, Row]


class Change(StrEnum):
    """What a change of a field is called."""

    REDATED = "re-dated"
    REOWNED = "re-owned"
    REWORDED = "re-worded"
    RETARGETED = "re-targeted"
    UPDATED = "updated"


# Which kind of change a field's is; any other is an update of how the thing stands.
KINDS: Mapping[str, Change] = MappingProxyType(
    {
        **dict.fromkeys(
            ("start", "finish", "first_start", "first_finish", "due", "target_date"),
            Change.REDATED,
        ),
        **dict.fromkeys(("lead", "lead_body", "supporting", "owner"), Change.REOWNED),
        **dict.fromkeys(("title", "text", "test", "label"), Change.REWORDED),
        **dict.fromkeys(("target", "baseline", "trajectory"), Change.RETARGETED),
    }
)


@dataclass(frozen=True)
class FieldChange:
    """A field of one row: before and after; None where the row had no such field."""

    field: str
    before: Any
    after: Any

    @property
    def kind(self) -> Change:
        return KINDS.get(self.field, Change.UPDATED)


@dataclass(frozen=True)
class Difference:
    """Rows that came, that went, and the fields that changed in those that stayed, by ref."""

    added: Mapping[str, Row]
    dropped: Mapping[str, Row]
    changed: Mapping[str, tuple[FieldChange, ...]]

    @property
    def is_empty(self) -> bool:
        return not (self.added or self.dropped or self.changed)

    def of_kind(self, kind: Change) -> dict[str, tuple[FieldChange, ...]]:
        """Return the changes of one kind, by ref."""
        found = {
            ref: tuple(one for one in changes if one.kind is kind)
            for ref, changes in self.changed.items()
        }
        return {ref: changes for ref, changes in found.items() if changes}


def difference(old: Plan, new: Plan) -> Difference:
    """Compare two versions, each a mapping from a stable reference to its fields."""
    stayed = {ref: tuple(_fields(old[ref], new[ref])) for ref in new if ref in old}
    return Difference(
        added={ref: row for ref, row in new.items() if ref not in old},
        dropped={ref: row for ref, row in old.items() if ref not in new},
        changed={ref: changes for ref, changes in stayed.items() if changes},
    )


def _fields(old: Row, new: Row) -> Iterable[FieldChange]:
    if old == new:
        return
    for field in dict.fromkeys((*old, *new)):
        before, after = old.get(field), new.get(field)
        if before != after or (field in old) != (field in new):
            yield FieldChange(field, before, after)


def applied(old: Plan, change: Difference) -> dict[str, dict[str, Any]]:
    """Return the new version that a difference makes of the old one (rows in no order)."""
    made = {ref: dict(row) for ref, row in old.items() if ref not in change.dropped}
    for ref, changes in change.changed.items():
        for one in changes:
            if one.after is None:
                made[ref].pop(one.field, None)
            else:
                made[ref][one.field] = one.after
    made |= {ref: dict(row) for ref, row in change.added.items()}
    return made
