"""One action of a plan, with its ledger; and all actions as a table for spreadsheets."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from cleardays.design.values import Link
from cleardays.progress.actions import delivery_of, slippage_of
from cleardays.progress.ledger import BrokenLedger
from cleardays.progress.summary import number_of
from cleardays.record.schemas.plan import ActionDocument, MilestoneDocument, PlanDocument
from cleardays.site import reading
from cleardays.site.following import (
    NOT_PUBLIC,
    delivery_mark,
    evidence_words,
    late_words,
    lead_words,
    on_day,
    rows_with,
    sentence_case,
    short_day,
)
from cleardays.site.pages.plans import area_href, area_names
from cleardays.site.tables import table_answer
from cleardays.site.ways import PLANS

LEDGER_COLUMNS = ("Date", "Was", "Became", "Changed on", "By", "Why", "Approved by")
MILESTONE_COLUMNS = ("Step", "Done when", "First agreed", "Due", "How it stands")
EVIDENCE_COLUMNS = ("What", "Kind", "Of", "Checked by somebody else")
DAYS = frozenset(
    ("first_start", "first_finish", "start", "finish", "started", "finished", "stopped",
     "carried_forward")
)  # fmt: skip
OF_AN_ACTION = (
    "ref", "title", "areas", "lead", "lead_body", "first_start", "first_finish", "start", "finish",
    "started", "finished", "stopped", "carried_forward", "reported_status", "evidence_axis",
    "is_placeholder",
)  # fmt: skip
TABLE_COLUMNS = (*OF_AN_ACTION, "delivery", "as_at")


def show(request: HttpRequest, slug: str, reference: str) -> HttpResponse:
    """Show an action with everything that the plan says of it."""
    shown, plan = reading.plan_or_404(slug)
    action = next((one for one in plan.actions if one.ref == reference), None)
    if action is None:
        raise Http404(f"{plan.ref} has no action {reference}")
    on = on_day(plan, localdate(), is_current=True)
    measures = reading.bodies_by_ref(action.measures)
    context = {
        "shown": shown,
        "plan": plan,
        "action": action,
        "on": on,
        "state": delivery_mark(delivery_of(action, on)),
        "late": late_words(action, on),
        "slipped": _slippage(action),
        "facts": _facts(action),
        "areas": [(area_href(key), name) for key, name in area_names((action,)).items()],
        "measures": [(f"/{ref}/", body["title"]) for ref, body in measures.items()],
        "trail": [*PLANS, Link(plan.title, f"/{plan.ref}/")],
        "section": "plans",
        **_tables(action, on),
    }
    return render(request, "site/action.html", context)


def _facts(action: ActionDocument) -> list[tuple[str, str]]:
    return rows_with(
        [
            ("Who leads", lead_words(action)),
            *_dates(action),
            ("Carried from", action.carried_from),
            ("In the plan’s own word", action.reported_status),
            ("Evidence", evidence_words(action.evidence_axis)),
            ("Depends on", ", ".join(action.depends_on)),
        ]
    )


def _dates(action: ActionDocument) -> list[tuple[str, str]]:
    """Return its days; those of a placeholder are stand-ins that make the counts come out."""
    if action.is_placeholder:
        return [("Dates", NOT_PUBLIC)]
    return [
        ("First agreed", _span(action.first_start, action.first_finish)),
        ("Current dates", _span(action.start, action.finish)),
        ("Started", short_day(action.started)),
        ("Finished", short_day(action.finished)),
        ("Stopped", _with(short_day(action.stopped), action.stop_reason)),
        ("Carried forward", short_day(action.carried_forward)),
    ]


def _span(start: str, finish: str) -> str:
    words = [f"start {short_day(start)}" if start else "", f"finish {short_day(finish)}"]
    return sentence_case(", ".join(filter(None, words if finish else words[:1])))


def _with(words: str, reason: str) -> str:
    return f"{words}: {reason}" if words and reason else words


def _slippage(action: ActionDocument) -> list[str]:
    """Say for start and finish how often they moved later and how far; a broken ledger is said."""
    said = []
    for field in ("start", "finish"):
        try:
            found = slippage_of(action, field)
        except BrokenLedger as problem:
            said.append(f"The ledger of the {field} does not fit together: {problem}.")
            continue
        if found.times:
            times, days = number_of(found.times, "time"), number_of(found.days, "day")
            said.append(
                f"The {field} moved later {times}; it is now {days} after what was agreed first."
            )
    return said


def _tables(action: ActionDocument, on: date) -> dict[str, Any]:
    return {
        "ledger_columns": LEDGER_COLUMNS,
        "ledger": [
            (
                f"{one.milestone}: {one.field}" if one.milestone else sentence_case(one.field),
                short_day(one.old) or "No date",
                short_day(one.new) or "No date",
                short_day(one.at[:10]),
                one.by,
                f"{one.reason} Effect: {one.effect}" if one.effect else one.reason,
                one.approved_by,
            )
            for one in action.changes
        ],
        "milestone_columns": MILESTONE_COLUMNS,
        "milestones": [_milestone(one, on) for one in action.milestones],
        "evidence_columns": EVIDENCE_COLUMNS,
        "evidence": [
            (
                one.title,
                one.kind,
                short_day(one.on),
                " ".join(filter(None, (one.checked_by, short_day(one.checked_on)))) or "No",
            )
            for one in action.evidence
        ],
        "links": [one for one in action.evidence if one.url.startswith(("https://", "http://"))],
    }


def _milestone(one: MilestoneDocument, on: date) -> tuple[str, ...]:
    until = date.fromisoformat(one.met_on) if one.met_on else on
    late = (until - date.fromisoformat(one.due)).days if one.due else 0
    words = f"Met {short_day(one.met_on)}" if one.met_on else "Not met"
    if late > 0:
        words = f"{words}, {number_of(late, 'day')} late"
    return (one.label, one.test, short_day(one.first_due), short_day(one.due), words)


def table(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    """Give the actions of a plan as CSV or JSON, one on a row, with how each stands today."""
    _, plan = reading.plan_or_404(slug)
    return table_answer(f"{slug}-actions", form, TABLE_COLUMNS, table_rows(plan, localdate()))


def table_rows(plan: PlanDocument, today: date) -> list[list[object]]:
    """Return the actions of a plan for a table, under ``TABLE_COLUMNS``."""
    on = on_day(plan, today, is_current=True)
    return [
        [*(_cell(action, name) for name in OF_AN_ACTION), delivery_of(action, on).value, on]
        for action in plan.actions
    ]


def _cell(action: ActionDocument, name: str) -> object:
    """Return a cell; the days of a placeholder are stand-ins, and left empty."""
    return "" if action.is_placeholder and name in DAYS else getattr(action, name)
