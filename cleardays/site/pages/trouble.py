"""The lists that keep trouble from hiding: each a page of a plan, named by what is wrong."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from cleardays.design.values import Link
from cleardays.progress import lists
from cleardays.progress.ledger import BrokenLedger
from cleardays.record.schemas.plan import PlanDocument
from cleardays.site.following import action_link, lead_words, on_day, short_day, today_words
from cleardays.site.reading import plan_or_404
from cleardays.site.ways import PLANS

Rows = list[Sequence[object]]
LATE = (
    "Action",
    "Who leads",
    "Days late by the date agreed first",
    "Days late by the current date",
)


@dataclass(frozen=True)
class TroubleList:
    """A list: its title, what it means, the columns, which are figures, and what fills it."""

    title: str
    says: str
    columns: tuple[str, ...]
    rows: Callable[[PlanDocument, date], Rows]
    numbers: tuple[int, ...] = ()


def _late(plan: PlanDocument, found: list[lists.Late]) -> Rows:  # type: ignore[type-arg]
    return [
        (
            action_link(plan.ref, one.action),
            lead_words(one.action),
            one.lateness.first,
            one.lateness.current,
        )
        for one in found
    ]


def _overdue(plan: PlanDocument, on: date) -> Rows:
    return _late(plan, lists.overdue_to_start(plan.actions, on))


def _unfinished(plan: PlanDocument, on: date) -> Rows:
    return _late(plan, lists.late_to_finish(plan.actions, on))


def _slipped(plan: PlanDocument, on: date) -> Rows:
    return [
        (action_link(plan.ref, one.action), one.field, one.slippage.times, one.slippage.days)
        for one in lists.slipped(plan.actions)
    ]


def _no_owner(plan: PlanDocument, on: date) -> Rows:
    return [
        (action_link(plan.ref, one), one.lead or "Nobody", one.lead_body or "No body")
        for one in lists.without_lead(plan.actions, on)
    ]


def _no_measure(plan: PlanDocument, on: date) -> Rows:
    found = lists.without_measure(plan.actions, on)
    return [(action_link(plan.ref, one), lead_words(one)) for one in found]


def _claimed(plan: PlanDocument, on: date) -> Rows:
    return [
        (action_link(plan.ref, one), lead_words(one), short_day(one.finished) or "Not finished")
        for one in lists.claimed_without_evidence(plan.actions)
    ]


def _promised(plan: PlanDocument, on: date) -> Rows:
    return [
        (action_link(plan.ref, one.action), one.what, short_day(one.due.isoformat()))
        for one in lists.promised_between(plan.actions, None, on)
    ]


def _counts(plan: PlanDocument, on: date) -> Rows:
    return [
        (short_day(one.as_at), words, one.source)
        for one, words in lists.counts_that_fail(plan.stated_counts)
    ]


LISTS = {
    "overdue-to-start": TroubleList(
        "Overdue to start", "Should have begun and has not.", LATE, _overdue, (2, 3)
    ),
    "late-to-finish": TroubleList(
        "Late to finish", "Under way past the date for finishing.", LATE, _unfinished, (2, 3)
    ),
    "slipped": TroubleList(
        "Dates that moved later",
        "How often, and how far from what was agreed first.",
        ("Action", "Which date", "Times", "Days"),
        _slipped,
        (2, 3),
    ),
    "no-owner": TroubleList(
        "Nobody leads",
        "Open, without a lead post or a body.",
        ("Action", "Post", "Body"),
        _no_owner,
    ),
    "no-measure": TroubleList(
        "Nothing is measured",
        "No measure would show whether it makes a difference.",
        ("Action", "Who leads"),
        _no_measure,
    ),
    "no-evidence": TroubleList(
        "Claimed, but nothing to show",
        "Something is said to be done, with no evidence.",
        ("Action", "Who leads", "Said to be finished"),
        _claimed,
    ),
    "promised": TroubleList(
        "Promised by now and not kept",
        "Starts, finishes and milestones whose day has come.",
        ("Action", "What", "Promised for"),
        _promised,
    ),
    "counts": TroubleList(
        "Counts that do not add up",
        "Counts that a paper stated, and how they fail to make their total.",
        ("As at", "What is wrong", "Source"),
        _counts,
    ),
}


def show(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """Show one of the lists of a plan."""
    found = LISTS.get(name)
    if found is None:
        raise Http404(name)
    shown, plan = plan_or_404(slug)
    on = on_day(plan, localdate(), is_current=True)
    try:
        rows, broken = found.rows(plan, on), ""
    except BrokenLedger as problem:
        rows, broken = [], str(problem)
    context = {
        "shown": shown,
        "plan": plan,
        "list": found,
        "rows": rows,
        "broken": broken,
        "on": today_words(on),
        "others": [
            Link(one.title, f"/{plan.ref}/lists/{other}/", current=other == name)
            for other, one in LISTS.items()
        ],
        "trail": [*PLANS, Link(plan.title, f"/{plan.ref}/")],
        "section": "plans",
    }
    return render(request, "site/trouble.html", context)
