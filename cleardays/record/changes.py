"""What changed between two versions of a plan, in the words of plans."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cleardays.design.dates import day_words
from cleardays.progress.difference import Change, Difference, FieldChange
from cleardays.progress.summary import changes_in_words
from cleardays.progress.versions import between

FIELDS = {
    "start": "start",
    "finish": "finish",
    "first_start": "first agreed start",
    "first_finish": "first agreed finish",
    "due": "due",
    "met_on": "met on",
    "target_on": "target date",
    "lead": "lead",
    "lead_body": "leading body",
    "reported_status": "status in the plan’s own word",
    "evidence_axis": "evidence",
    "carried_forward": "carried forward",
}


@dataclass(frozen=True)
class Group:
    """Changes of one kind: a heading, and a line for each."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class PlanChanges:
    """A paragraph, and the groups of what changed."""

    sentence: str
    groups: tuple[Group, ...]

    @property
    def is_empty(self) -> bool:
        return not self.groups


def of_plans(before: Mapping[str, Any], after: Mapping[str, Any]) -> PlanChanges:
    """Compare two versions, each the plain JSON of a plan document."""
    found = between(before, after)
    groups = [
        Group("Added", tuple(_row_line(ref, row) for ref, row in found.added.items())),
        Group("Dropped", tuple(_row_line(ref, row) for ref, row in found.dropped.items())),
        *(Group(kind.value.capitalize(), _lines(found, kind)) for kind in Change),
    ]
    return PlanChanges(changes_in_words(found), tuple(group for group in groups if group.lines))


def _row_line(ref: str, row: Mapping[str, Any]) -> str:
    return f"{ref}: {row['title']}" if row.get("title") else ref


def _lines(found: Difference, kind: Change) -> tuple[str, ...]:
    return tuple(
        f"{ref}: {'; '.join(map(_change, changes))}"
        for ref, changes in found.of_kind(kind).items()
    )


def _change(change: FieldChange) -> str:
    """Say a change of a field; of lists only what came and what went."""
    name = FIELDS.get(change.field, change.field.replace("_", " "))
    if isinstance(change.before, list) or isinstance(change.after, list):
        return _list_change(name, change.before or [], change.after or [])
    return f"{name} {_value(change.before)} became {_value(change.after)}"


def _list_change(name: str, before: list[Any], after: list[Any]) -> str:
    came = [_value(one) for one in after if one not in before]
    went = [_value(one) for one in before if one not in after]
    said = [
        f"added {', '.join(came)}" if came else "",
        f"dropped {', '.join(went)}" if went else "",
    ]
    return f"{name} {' and '.join(filter(None, said)) or 'in another order'}"


def _value(value: Any) -> str:
    if value in (None, ""):
        return "(nothing)"
    if isinstance(value, dict):
        return ", ".join(day_words(str(one)) for one in value.values() if one)
    if isinstance(value, list):
        return " ".join(map(_value, value))
    return day_words(str(value)) if isinstance(value, str) else str(value)
