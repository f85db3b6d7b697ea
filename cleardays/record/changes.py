"""What changed between two versions of a plan, in the words of plans."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cleardays.design.dates import day_words
from cleardays.progress.difference import Change, Difference, FieldChange
from cleardays.progress.summary import changes_in_words, number_of
from cleardays.progress.versions import between
from cleardays.record.whole import of_whole

FIELDS = {
    "start": "start",
    "finish": "finish",
    "first_start": "first agreed start",
    "first_finish": "first agreed finish",
    "due": "date",
    "target_on": "target date",
    "lead": "lead",
    "lead_body": "leading body",
    "text": "words",
    "stop_reason": "reason for stopping",
}
HAPPENED = {
    "started": "started",
    "finished": "finished",
    "stopped": "stopped",
    "carried_forward": "carried forward",
    "met_on": "met",
}
EVIDENCE = {
    "none": "nothing claimed",
    "claimed": "claimed, with nothing to show",
    "attached": "attached, not checked",
    "checked": "checked by somebody else",
    "published": "published and checked",
}
PLANNED = ("start", "finish", "first_start", "first_finish")
NOT_PUBLIC = "not public"
NUMBERED = re.compile(r"(\D*)(\d+)")
A_RUN = 3  # so many in a row are said as the first to the last


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


def of_plans(
    before: Mapping[str, Any], after: Mapping[str, Any], measures: Mapping[str, str] | None = None
) -> PlanChanges:
    """Compare two versions, each the plain JSON of a plan document.

    ``measures`` are the titles of measures by their refs; one without is called by its ref.
    """
    called = measures or {}
    found = between(_as_known(before, called), _as_known(after, called))
    titles = {one["ref"]: one["title"] for one in after["actions"] if not _is_blank(one)}
    groups = [
        Group("The plan as a whole", tuple(of_whole(before, after))),
        Group("Added", tuple(_row_line(ref, row) for ref, row in found.added.items())),
        Group("Dropped", tuple(_row_line(ref, row) for ref, row in found.dropped.items())),
        *(Group(kind.value.capitalize(), _lines(found, kind, titles)) for kind in Change),
    ]
    has_more = found.is_empty and bool(groups[0].lines)
    sentence = "No action changed." if has_more else changes_in_words(found)
    return PlanChanges(sentence, tuple(group for group in groups if group.lines))


def measured_by(*plans: Mapping[str, Any]) -> set[str]:
    """Return the refs of the measures that versions of a plan name."""
    return {
        *(ref for plan in plans for one in plan["actions"] for ref in one["measures"]),
        *(one["measure"] for plan in plans for one in plan["targets"]),
    }


def _as_known(plan: Mapping[str, Any], called: Mapping[str, str]) -> dict[str, Any]:
    """Return a plan whose measures have their titles, without the days of placeholders: they only
    make the published counts."""
    return {
        **plan,
        "actions": [_called(_known_of(one), called) for one in plan["actions"]],
        "targets": [
            {**one, "measure": called.get(one["measure"], one["measure"])}
            for one in plan["targets"]
        ],
    }


def _called(action: Mapping[str, Any], called: Mapping[str, str]) -> Mapping[str, Any]:
    if not action["measures"]:
        return action
    return {**action, "measures": [called.get(ref, ref) for ref in action["measures"]]}


def _known_of(action: Mapping[str, Any]) -> Mapping[str, Any]:
    if not action.get("is_placeholder"):
        return action
    happened = {name: NOT_PUBLIC for name in HAPPENED if action.get(name)}
    return {**action, **dict.fromkeys(PLANNED, ""), **happened}


def _is_blank(action: Mapping[str, Any]) -> bool:
    return bool(action.get("is_placeholder")) and not action.get("areas")


def _row_line(ref: str, row: Mapping[str, Any]) -> str:
    return f"{ref}: {row['title']}" if row.get("title") else ref


def _lines(found: Difference, kind: Change, titles: Mapping[str, str]) -> tuple[str, ...]:
    """Say each change once, with all the actions in which it is the same."""
    same: dict[str, list[str]] = {}
    for ref, changes in found.of_kind(kind).items():
        same.setdefault("; ".join(map(_change, changes)), []).append(ref)
    return tuple(f"{_together(refs, titles)}: {words}" for words, refs in same.items())


def _together(refs: Sequence[str], titles: Mapping[str, str]) -> str:
    """Name actions: one with its title, many by the first and the last of those in a row."""
    if len(refs) == 1:
        return ", ".join(filter(None, (refs[0], titles.get(refs[0]))))
    named = ", ".join(_run(run) for run in _runs(refs))
    return f"{named} ({number_of(len(refs), 'action')})" if len(refs) >= A_RUN else named


def _runs(refs: Iterable[str]) -> list[list[str]]:
    """Part references where one does not count on from the one before."""
    runs: list[list[str]] = []
    for ref in refs:
        if runs and _follows(runs[-1][-1], ref):
            runs[-1].append(ref)
        else:
            runs.append([ref])
    return runs


def _follows(one: str, other: str) -> bool:
    first, second = NUMBERED.fullmatch(one), NUMBERED.fullmatch(other)
    if not first or not second:
        return False
    return first[1] == second[1] and int(second[2]) == int(first[2]) + 1


def _run(run: Sequence[str]) -> str:
    return f"{run[0]} to {run[-1]}" if len(run) >= A_RUN else ", ".join(run)


def _change(change: FieldChange) -> str:
    """Say a change of a field; of lists only what came and what went."""
    if change.field in HAPPENED:
        return _happened(HAPPENED[change.field], change)
    if change.field == "evidence_axis":
        return f"evidence now {EVIDENCE.get(change.after, change.after)}"
    if change.field == "reported_status":
        return f"in the plan’s own word now {_value(change.after)}"
    name = FIELDS.get(change.field, change.field.replace("_", " "))
    if isinstance(change.before, list) or isinstance(change.after, list):
        return _list_change(name, change.before or [], change.after or [])
    if change.before in (None, ""):
        return f"{name} set: {_value(change.after)}"
    return f"{name} {_value(change.before)} became {_value(change.after)}"


def _happened(word: str, change: FieldChange) -> str:
    if change.before and change.after:
        return f"{word} {_value(change.before)} became {_value(change.after)}"
    if NOT_PUBLIC in {change.before, change.after}:
        return f"{word}; the day is not public" if change.after else f"not {word} any more"
    if change.after:
        return f"{word} on {_value(change.after)}"
    return f"not {word} any more (it had been, on {_value(change.before)})"


def _list_change(name: str, before: list[Any], after: list[Any]) -> str:
    came = [_value(one) for one in after if one not in before]
    went = [_value(one) for one in before if one not in after]
    said = [
        f"added {', '.join(came)}" if came else "",
        f"dropped {', '.join(went)}" if went else "",
    ]
    if name == "measures" and came and not went:
        return f"measured from now on: {', '.join(map(_measure, came))}"
    if name == "updates" and came and not went:
        return "; ".join(came)
    return f"{name} {' and '.join(filter(None, said)) or 'in another order'}"


def _measure(name: str) -> str:
    """Say a measure by its title in a sentence; one that is no longer public by its address."""
    if name.startswith("measures/"):
        return name.removeprefix("measures/").replace("-", " ")
    return f"“{name}”"


def _value(value: Any) -> str:
    if value in (None, ""):
        return "(nothing)"
    if isinstance(value, dict):
        return _of_parts(value)
    if isinstance(value, list):
        return " ".join(map(_value, value))
    return day_words(str(value)) if isinstance(value, str) else str(value)


def _joined(values: Iterable[Any]) -> str:
    return ", ".join(day_words(str(one)) for one in values if one)


def _of_parts(said: Mapping[str, Any]) -> str:
    """Say an update or evidence as one would; of other parts what is in them."""
    if "words" in said:
        return _update(said)
    if "title" in said and "kind" in said:
        checked = f"checked by {said['checked_by']}" if said.get("checked_by") else ""
        about = _joined((said["kind"], said.get("on"), checked))
        return f"“{said['title']}” ({about})"
    return _joined(said.values())


def _update(said: Mapping[str, Any]) -> str:
    """Say what a lead said of an action: the words first, then who and when."""
    then = f" Next: {said['next_step']}" if said.get("next_step") else ""
    return f"“{said['words']}{then}” ({said['by']}, {day_words(said['as_at'])})"
