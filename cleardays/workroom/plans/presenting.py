"""What pages say of a version and of changes: plain cells for tables."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from cleardays.progress.delivery import Dates, delivery
from cleardays.progress.difference import FieldChange

NAMES = {
    "lead": "lead post",
    "lead_body": "body that leads",
    "first_start": "start first agreed",
    "first_finish": "finish first agreed",
    "start": "planned start",
    "finish": "planned finish",
    "met_on": "met on",
    "first_due": "due date first agreed",
    "evidence_axis": "evidence",
    "target_on": "target date",
    "baseline_on": "baseline date",
    "reported_status": "status in the plan's words",
    "stop_reason": "why it stopped",
    "depends_on": "what it waits for",
    "is_placeholder": "placeholder",
}
# The heads of the tables that show these cells.
OF_VERSION = ("Action", "What", "Lead", "Start", "Finish", "How it stands", "Evidence")
OF_CHANGE = ("Action", "What", "Before", "After")
OF_ROW = ("Action", "What")
DATES = ("first_start", "first_finish", "start", "finish")
HAPPENED = ("started", "finished", "stopped", "carried_forward")


def rows_of_version(snapshot: Mapping[str, Any], on: date) -> list[list[str]]:
    """Return the actions of a version as cells: ref, words, lead, dates, standing, evidence."""
    return [
        [
            action["ref"],
            action["title"],
            ", ".join(filter(None, (action["lead"], action["lead_body"]))) or "Nobody",
            _when(action, "started", "start"),
            _when(action, "finished", "finish"),
            delivery(_dates(action), on).value,
            action["evidence_axis"],
        ]
        for action in snapshot["actions"]
    ]


def change_rows(changed: Mapping[str, Sequence[FieldChange]]) -> list[list[str]]:
    """Return changes as cells: ref, what, before, after."""
    return [
        [
            ref,
            _name(one.field),
            _said(one.before),
            _said(one.after),
        ]
        for ref, changes in changed.items()
        for one in changes
    ]


def _name(field: str) -> str:
    return NAMES.get(field, field.replace("_", " "))


def _when(action: Mapping[str, Any], happened: str, planned: str) -> str:
    """Say when it happened, else when it is planned; of a placeholder no day is public."""
    if action["is_placeholder"]:
        return "not public"
    return _day(action[happened] or action[planned]) or "no date"


def _dates(action: Mapping[str, Any]) -> Dates:
    given = {name: action[name] for name in (*DATES, *HAPPENED)}
    return Dates(**{name: date.fromisoformat(v) if v else None for name, v in given.items()})


def _said(value: Any) -> str:
    """Put a value of a version into words: days as days, lists as lines, nothing as nothing."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return ", ".join(said for one in value.values() if (said := _said(one)) != "nothing")
    if isinstance(value, list | tuple):
        return "; ".join(map(_said, value)) or "nothing"
    if isinstance(value, str) and len(value) == 10 and value[4:5] == "-":
        return _day(value)
    return "nothing" if value in (None, "") else str(value)


def _day(text: str) -> str:
    try:
        return f"{date.fromisoformat(text):%-d %B %Y}" if text else ""
    except ValueError:
        return text
