"""The lists that keep trouble from hiding: each a page of its own."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from cleardays.design import marks
from cleardays.design.values import Link
from cleardays.progress import lists
from cleardays.workroom.access.decorators import ViewerRequest, requires
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.plans.freezing import actions_of
from cleardays.workroom.plans.models import Action, Plan, StatedCount
from cleardays.workroom.plans.snapshot import ActionSnapshot, CountSnapshot
from cleardays.workroom.plans.views.filters import day_asked
from cleardays.workroom.plans.views.finding import plan_or_404, way_to

Rows = Sequence[Sequence[Any]]
ACTION = ("Action", "What", "Lead")


@dataclass(frozen=True)
class Asked:
    """What a list is made of: actions, a day, the day of the meeting before, stated counts."""

    actions: Sequence[ActionSnapshot]
    on: date
    since: date | None
    counts: Sequence[CountSnapshot]


@dataclass(frozen=True)
class Trouble:
    """A list: its title, what it means, its columns, and how its rows are found."""

    title: str
    lead: str
    columns: tuple[str, ...]
    rows: Callable[[Asked], Rows]


def _late(found: Sequence[lists.Late[ActionSnapshot]], planned: str) -> Rows:
    return [
        (
            *_action(one.action),
            _day(getattr(one.action, f"first_{planned}")),
            _day(getattr(one.action, planned)),
            one.lateness.first,
            one.lateness.current,
        )
        for one in found
    ]


def _slipped(asked: Asked) -> Rows:
    return [
        (
            *_action(one.action),
            one.field,
            _day(getattr(one.action, f"first_{one.field}")),
            _day(getattr(one.action, one.field)),
            one.slippage.times,
            one.slippage.days,
        )
        for one in lists.slipped(asked.actions)
    ]


def _promised(asked: Asked) -> Rows:
    return [
        (*_action(one.action), one.what, _day(one.due.isoformat()), _kept(one))
        for one in lists.promised_between(asked.actions, asked.since, asked.on)
    ]


def _kept(promise: lists.Promise[ActionSnapshot]) -> str:
    return f"on {_day(promise.kept.isoformat())}" if promise.kept else "not yet"


def _counts(asked: Asked) -> Rows:
    return [
        (_day(one.as_at), one.source or "not said", why)
        for one, why in lists.counts_that_fail(asked.counts)
    ]


LATE = (*ACTION, "First agreed", "Now", "Days late against the first", "Days late now")
FIGURES = {"Days late against the first", "Days late now", "Times", "Days later"}
LISTS: Mapping[str, Trouble] = {
    "overdue-to-start": Trouble(
        "Overdue to start",
        "What should have begun and has not, longest overdue first.",
        LATE,
        lambda asked: _late(lists.overdue_to_start(asked.actions, asked.on), "start"),
    ),
    "late": Trouble(
        "Late to finish",
        "What is under way past its date, latest first.",
        LATE,
        lambda asked: _late(lists.late_to_finish(asked.actions, asked.on), "finish"),
    ),
    "slipped": Trouble(
        "Slipped, and how often",
        "Starts and finishes that moved later, most often first.",
        (*ACTION, "Date", "First agreed", "Now", "Times", "Days later"),
        _slipped,
    ),
    "no-lead": Trouble(
        "Without a lead",
        "Open actions that no post or no body leads.",
        ACTION,
        lambda asked: [_action(one) for one in lists.without_lead(asked.actions, asked.on)],
    ),
    "no-measure": Trouble(
        "Without a measure",
        "Actions by whose effect nothing is measured.",
        ACTION,
        lambda asked: [_action(one) for one in lists.without_measure(asked.actions, asked.on)],
    ),
    "no-evidence": Trouble(
        "Claimed, with no evidence",
        "Something is claimed and there is nothing to show for it.",
        ACTION,
        lambda asked: [_action(one) for one in lists.claimed_without_evidence(asked.actions)],
    ),
    "promised": Trouble(
        "Promised for this meeting",
        "What was due after the meeting before, up to this one, and whether it was kept.",
        (*ACTION, "Promise", "Due", "Kept"),
        _promised,
    ),
    "counts": Trouble(
        "Counts that do not add up",
        "Counts as papers stated them that do not make the total they give.",
        ("As at", "Paper", "Why"),
        _counts,
    ),
}


@requires(Permission.UPDATE_ACTIONS)
@require_GET
def trouble(request: ViewerRequest, pk: int, name: str) -> HttpResponse:
    """Show one list of a plan, of all its actions or those of the viewer's own body."""
    wanted = LISTS.get(name)
    if wanted is None:
        raise Http404
    plan = plan_or_404(request, pk)
    on, since = day_asked(request, "on") or localdate(), day_asked(request, "since")
    seen = Action.objects.visible_to(request.viewer).of(plan)
    asked = Asked(actions_of(seen), on, since, _stated(request, plan))
    context = {
        "plan": plan,
        "trail": way_to(plan),
        "list": wanted,
        "rows": _linked(wanted, wanted.rows(asked), seen),
        "has_measures": name == "no-measure",
        "on": on,
        "since": since,
        "asks_for_days": name == "promised",
        "numbers": [at for at, head in enumerate(wanted.columns) if head in FIGURES],
        "others": [Link(one.title, other, other == name) for other, one in LISTS.items()],
    }
    return TemplateResponse(request, "plans/trouble.html", context)


def _linked(wanted: Trouble, rows: Rows, seen: QuerySet[Action]) -> Rows:
    """Make each reference of an action a link to its page, where it is mended."""
    if wanted.columns[0] != ACTION[0]:
        return rows
    pages = dict(seen.values_list("ref", "pk"))
    way = '<a href="{}">{}</a>'
    return [
        (marks.fill(way, reverse("plans:action", args=[pages[ref]]), ref), *others)
        for ref, *others in rows
    ]


def _stated(request: ViewerRequest, plan: Plan) -> list[CountSnapshot]:
    rows = StatedCount.objects.visible_to(request.viewer).filter(plan=plan)
    return [
        CountSnapshot(
            one.as_at.isoformat(),
            tuple((word, number) for word, number in one.counts),
            one.total,
            one.source,
        )
        for one in rows
    ]


def _action(action: ActionSnapshot) -> tuple[str, str, str]:
    lead = ", ".join(filter(None, (action.lead, action.lead_body)))
    return action.ref, action.title, lead or "Nobody"


def _day(iso: str) -> str:
    return f"{date.fromisoformat(iso):%-d %B %Y}" if iso else "no date"
