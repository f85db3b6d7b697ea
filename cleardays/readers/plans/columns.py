"""The columns of a plan's table: their names inside, their heads, what to write, other heads."""

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "day", "list"]


@dataclass(frozen=True)
class Column:
    """One column. ``kind`` is a text, a day, or a list with one entry a line; ``also`` are heads
    that other plans use for the same."""

    name: str
    head: str
    hint: str
    kind: Kind = "text"
    width: int = 16
    also: tuple[str, ...] = ()
    most: int = 0


COLUMNS = (
    Column(
        "ref",
        "Reference",
        "Needed. Stays with the action for ever, such as 2.1.",
        also=(
            *("ref", "no", "number", "id", "item", "item no", "ref no", "reference number"),
            *("action ref", "action reference", "action number", "action no", "action id"),
        ),
        most=30,
    ),
    Column(
        "title",
        "Action",
        "Needed. What will be done, in one sentence.",
        width=50,
        also=(
            *("what will be done", "what we will do", "what will we do", "action title", "title"),
            *("actions", "action required", "actions required", "key action", "key actions"),
            *("activity", "task", "what needs to happen", "what we are going to do"),
        ),
        most=500,
    ),
    Column(
        "text",
        "Details",
        "More about it, public.",
        width=40,
        also=("description", "detail", "more about it"),
    ),
    Column(
        "areas",
        "Areas",
        "One a line: the number of the area that it answers, or its public address and number.",
        "list",
        also=("area", "area of weakness", "areas of weakness", "priority area"),
    ),
    Column(
        "lead",
        "Lead post",
        "Exactly one post, no name of a person.",
        width=26,
        also=(
            *("lead", "owner", "lead officer", "responsible lead", "accountable lead", "who"),
            *("responsible officer", "accountable officer", "action owner", "action lead"),
            *("by whom", "who is responsible", "lead role"),
        ),
        most=200,
    ),
    Column(
        "lead_body",
        "Lead body",
        "The body that the post belongs to, by its full name.",
        width=26,
        also=("lead organisation", "organisation", "body", "responsible body", "agency"),
        most=300,
    ),
    Column(
        "supporting",
        "Supporting bodies",
        "One a line: the body, a colon, and what it must do.",
        "list",
        width=32,
        also=("support", "supporting body", "partners", "supported by"),
    ),
    Column("first_start", "Start first agreed", "Never changes once agreed: leave it.", "day"),
    Column("first_finish", "Finish first agreed", "Never changes once agreed: leave it.", "day"),
    Column(
        "start",
        "Planned start",
        "A day, such as 31/01/2026.",
        "day",
        also=("start", "start date", "planned start date", "begins"),
    ),
    Column(
        "finish",
        "Planned finish",
        "A day, such as 31/01/2026.",
        "day",
        also=(
            "finish",
            "end",
            "end date",
            "due",
            "due date",
            "deadline",
            "completion date",
            "finish date",
            "timescale",
            "by when",
            "when",
            "due by",
            "target date",
            "target completion date",
            "planned completion date",
            "planned finish date",
            "planned end date",
            "complete by",
        ),
    ),
    Column(
        "started",
        "Started",
        "The day on which it began.",
        "day",
        also=("actual start", "started on"),
    ),
    Column(
        "finished",
        "Finished",
        "The day on which it was done.",
        "day",
        also=("actual finish", "completed", "completed on", "finished on", "date completed"),
    ),
    Column("stopped", "Stopped", "The day on which it was given up.", "day"),
    Column("stop_reason", "Why it stopped", "Needed where it is stopped. Public.", width=26),
    Column(
        "reported_status",
        "Status in the plan's own words",
        "A word or colour of the legend (second sheet).",
        also=(
            *("status", "rag", "brag", "rag rating", "brag rating", "progress rating"),
            *("rag status", "brag status", "current status"),
        ),
        most=60,
    ),
    Column(
        "milestones",
        "Milestones",
        "One a line: day | step | how anyone can tell that it is met | day on which it was met.",
        "list",
        width=44,
        also=("milestone",),
    ),
    Column(
        "depends_on",
        "Waits for",
        "One a line: references of actions that must finish first.",
        "list",
        also=("dependencies", "depends on"),
    ),
    Column(
        "reason",
        "Why dates changed",
        "Needed where a planned date is moved. Public.",
        width=26,
        also=("reason for change", "reason"),
    ),
    Column("approved_by", "Change approved by", "A post or a board. Public.", most=200),
    Column("export", "Export", "Leave it: it says from which export this table began."),
)
BY_NAME = {column.name: column for column in COLUMNS}
# What says something of the file, and not of the action.
APART = frozenset({"reason", "approved_by", "export"})


def _letters(head: str) -> str:
    return re.sub(r"[^a-z]+", " ", head.lower()).strip()


_HEADS = {words: column for column in COLUMNS for words in (_letters(column.head), *column.also)}


def column_of(head: str) -> Column | None:
    """Return the column that a head means, or None for one of the file's own.

    What stands in brackets does not count ("Owner (post)"), and of "Actions / tasks" either.
    """
    if head.strip() in ("#", "№"):
        return BY_NAME["ref"]
    bare = re.sub(r"\([^()]*\)", " ", head)
    return next((_HEADS[w] for w in map(_letters, (bare, *bare.split("/"))) if w in _HEADS), None)
