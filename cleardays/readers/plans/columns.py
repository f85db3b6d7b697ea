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
            *("ref id", "unique ref", "unique reference", "unique id", "plan ref", "reference no"),
            *("action ref no", "ref number", "task no", "task id", "line", "row", "sn", "s no"),
            "issue key",
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
            *("activities", "tasks", "key activity", "key activities", "action description"),
            *("what do we need to do", "what do we need to do next", "what are we going to do"),
            *("what will be done and by when", "action to be taken", "actions to be taken"),
            *("agreed action", "planned action", "planned actions", "action item", "deliverable"),
            *("proposed action", "improvement action", "what needs to be done", "what"),
            *("task name", "action name", "activity name", "name of action"),
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
        also=(
            *("area", "area of weakness", "areas of weakness", "priority area", "priority areas"),
            *("area for improvement", "areas for improvement", "area for priority action"),
            *("area number", "area no", "significant area of weakness", "weakness"),
        ),
    ),
    Column(
        "lead",
        "Lead post",
        "Exactly one post, no name of a person.",
        width=26,
        also=(
            *("lead", "owner", "lead officer", "responsible lead", "accountable lead", "who"),
            *("responsible officer", "accountable officer", "action owner", "action lead"),
            *("by whom", "who is responsible", "lead role", "responsible", "owners", "leads"),
            *("who will do it", "who will lead", "who will lead it", "post responsible"),
            *("accountable", "senior responsible officer", "sro", "lead person", "led by"),
            *("assigned to", "assignee", "lead name", "owned by"),
            *("responsible person", "responsible post", "delivery lead", "lead owner"),
            *("action lead post", "responsibility", "accountable owner", "operational lead"),
            *("by who", "who by", "action by", "lead manager", "responsible manager", "person"),
            *("lead director", "responsible director", "allocated to", "assigned", "named lead"),
        ),
        most=200,
    ),
    Column(
        "lead_body",
        "Lead body",
        "The body that the post belongs to, by its full name.",
        width=26,
        also=(
            *("lead organisation", "organisation", "body", "responsible body", "agency"),
            *("lead org", "org", "organisation lead", "lead authority", "responsible agency"),
            *("lead agency", "owner organisation", "responsible organisation", "lead partner"),
            *("owning organisation", "accountable body", "accountable organisation"),
        ),
        most=300,
    ),
    Column(
        "supporting",
        "Supporting bodies",
        "One a line: the body, a colon, and what it must do.",
        "list",
        width=32,
        also=(
            *("support", "supporting body", "partners", "supported by", "partner"),
            *("supporting partners", "supporting organisations", "partner organisations"),
            *("key partners", "contributing partners", "supporting leads"),
        ),
    ),
    Column(
        "first_start",
        "Start first agreed",
        "Never changes once agreed: leave it.",
        "day",
        also=("original start date", "original start", "baseline start", "first agreed start"),
    ),
    Column(
        "first_finish",
        "Finish first agreed",
        "Never changes once agreed: leave it.",
        "day",
        also=(
            *("original deadline", "original target date", "original completion date"),
            *("original due date", "original date", "original end date", "original finish date"),
            *("original timescale", "baseline finish", "baseline date", "original finish"),
            *("first agreed finish", "original date for completion"),
        ),
    ),
    Column(
        "start",
        "Planned start",
        "A day, such as 31/01/2026.",
        "day",
        also=(
            *("start", "start date", "planned start date", "begins", "begin", "from"),
            *("proposed start date", "revised start date", "current start date"),
        ),
    ),
    Column(
        "finish",
        "Planned finish",
        "A day, such as 31/01/2026.",
        "day",
        also=(
            *(
                "finish",
                "end",
                "due",
                "deadline",
                "completion",
                "timescale",
                "timescales",
                "timeframe",
                "timeline",
            ),
            *("end date", "due date", "completion date", "finish date", "target date"),
            *("by when", "when", "when by", "due by", "complete by"),
            *("target completion date", "planned completion date", "planned finish date"),
            *("planned end date", "expected completion date", "expected completion"),
            *("date for completion", "completion deadline", "delivery date", "target deadline"),
            *("timescale for completion", "anticipated completion date", "target end date"),
            *("to be completed by", "proposed end date", "estimated completion date"),
            *("revised deadline", "revised target date", "revised completion date"),
            *("revised date", "revised due date", "revised end date", "revised timescale"),
            *("new deadline", "new target date", "current deadline", "forecast completion date"),
            *("forecast date", "current target date", "revised finish date"),
        ),
    ),
    Column(
        "started",
        "Started",
        "The day on which it began.",
        "day",
        also=("actual start", "started on", "actual start date", "date started"),
    ),
    Column(
        "finished",
        "Finished",
        "The day on which it was done.",
        "day",
        also=(
            *("actual finish", "completed", "completed on", "finished on", "date completed"),
            *("actual completion date", "actual end date", "actual finish date", "completed date"),
            *("date of completion", "actual completion", "date closed", "closed on"),
        ),
    ),
    Column("stopped", "Stopped", "The day on which it was given up.", "day"),
    Column("stop_reason", "Why it stopped", "Needed where it is stopped. Public.", width=26),
    Column(
        "reported_status",
        "Status in the plan's own words",
        "A word or colour of the legend (second sheet).",
        also=(
            *("status", "rag", "brag", "rag rating", "brag rating", "progress rating"),
            *("rag status", "brag status", "current status", "current rag", "current brag"),
            *("overall rag", "overall status", "action status", "delivery status", "progress rag"),
            *("delivery rag", "rag progress", "status rag", "rag rating status"),
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
        also=("dependencies", "depends on", "predecessors", "interdependencies", "dependency"),
    ),
    Column(
        "reason",
        "Why dates changed",
        "Needed where a planned date is moved. Public.",
        width=26,
        also=(
            *("reason for change", "reason", "reason for revision", "reason for delay"),
            *("reason for slippage", "reason for change of date", "reason for revised date"),
        ),
    ),
    Column(
        "approved_by",
        "Change approved by",
        "A post or a board. Public.",
        also=("approved by", "change agreed by", "revision approved by"),
        most=200,
    ),
    Column("export", "Export", "Leave it: it says from which export this table began."),
)
BY_NAME = {column.name: column for column in COLUMNS}
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
# What says something of the file, and not of the action.
APART = frozenset({"reason", "approved_by", "export"})


def _letters(head: str) -> str:
    """Return a head's words, "AssignedTo" and "DUE_DATE" too, in small letters."""
    return re.sub(r"[^a-z]+", " ", _CAMEL.sub(" ", head).lower()).strip()


# What says in a head no more than the others: "Task owner", "Planned completion date".
FILLERS = frozenset(
    (
        *("action", "actions", "task", "plan", "key", "overall", "delivery", "named", "date"),
        *("planned", "expected", "target", "proposed", "anticipated", "agreed", "estimated"),
        *("current", "dates", "of", "for", "the", "timeline", "timescale"),
    )
)
# "Action agreed", "Planned actions": the action, said with nothing but fillers.
_ACTIONS = frozenset(("action", "actions", "task", "tasks"))
_SAYING = _ACTIONS | {"agreed", "planned", "proposed", "key", "the", "plan", "delivery"}
MOST_WAYS = 3  # of saying one head: more are a path
_HEADS = {words: column for column in COLUMNS for words in (_letters(column.head), *column.also)}


def column_of(head: str) -> Column | None:
    """Return the column that a head means, or None for one of the file's own.

    What stands in brackets does not count ("Owner (post)"), and of "Actions / tasks" either.
    """
    if head.strip() in ("#", "№"):
        return BY_NAME["ref"]
    bare = re.sub(r"\([^()]*\)", " ", head)
    parts = bare.split("/")
    ways = [_letters(words) for words in (bare, *(parts if len(parts) <= MOST_WAYS else ()))]
    words = set(ways[0].split())
    ways.append(" ".join(word for word in ways[0].split() if word not in FILLERS))
    found = next((_HEADS[one] for one in ways if one in _HEADS), None)
    return found or (BY_NAME["title"] if words <= _SAYING and words & _ACTIONS else None)
