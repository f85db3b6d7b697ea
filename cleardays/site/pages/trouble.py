"""The lists that keep trouble from hiding: each a page of a plan, named by what is wrong."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from cleardays.design.values import Link
from cleardays.progress import lists
from cleardays.progress.ledger import BrokenLedger
from cleardays.record.schemas.plan import ActionDocument, PlanDocument, StatedCount
from cleardays.site.following import action_link, lead_words, on_day, short_day, today_words
from cleardays.site.reading import plan_or_404
from cleardays.site.tables import table_answer
from cleardays.site.ways import PLANS

LATE = (
    "Action",
    "Who leads",
    "Days late by the date agreed first",
    "Days late by the current date",
)


@dataclass(frozen=True)
class TroubleList:
    """A list: its title, what it means, the columns, which are figures, what is on it, a row."""

    title: str
    says: str
    columns: tuple[str, ...]
    found: Callable[[PlanDocument, date], Sequence[Any]]
    row: Callable[[PlanDocument, Any], Sequence[object]]
    numbers: tuple[int, ...] = ()


def with_words(plan: PlanDocument) -> list[ActionDocument]:
    """Return the actions that are there in their own words: of a placeholder nothing is missed."""
    return [one for one in plan.actions if not one.is_placeholder]


def _late(plan: PlanDocument, one: lists.Late[ActionDocument]) -> Sequence[object]:
    days = one.lateness
    return (action_link(plan.ref, one.action), lead_words(one.action), days.first, days.current)


def _slipped(plan: PlanDocument, one: lists.Slipped[ActionDocument]) -> Sequence[object]:
    moved = one.slippage
    return (action_link(plan.ref, one.action), one.field, moved.times, moved.days)


def _no_owner(plan: PlanDocument, one: ActionDocument) -> Sequence[object]:
    return (action_link(plan.ref, one), one.lead or "Nobody", one.lead_body or "No body")


def _no_measure(plan: PlanDocument, one: ActionDocument) -> Sequence[object]:
    return (action_link(plan.ref, one), lead_words(one))


def _claimed(plan: PlanDocument, one: ActionDocument) -> Sequence[object]:
    finished = short_day(one.finished) or "Not finished"
    return (action_link(plan.ref, one), lead_words(one), finished)


def _promised(plan: PlanDocument, one: lists.Promise[ActionDocument]) -> Sequence[object]:
    return (action_link(plan.ref, one.action), one.what, short_day(one.due.isoformat()))


def _counts(plan: PlanDocument, one: tuple[StatedCount, str]) -> Sequence[object]:
    stated, words = one
    return (short_day(stated.as_at), words, stated.source)


LISTS = {
    "overdue-to-start": TroubleList(
        "Overdue to start",
        "Should have begun and has not.",
        LATE,
        lambda plan, on: lists.overdue_to_start(plan.actions, on),
        _late,
        (2, 3),
    ),
    "late-to-finish": TroubleList(
        "Late to finish",
        "Under way past the date for finishing.",
        LATE,
        lambda plan, on: lists.late_to_finish(plan.actions, on),
        _late,
        (2, 3),
    ),
    "slipped": TroubleList(
        "Dates that moved later",
        "How often, and how far from what was agreed first.",
        ("Action", "Which date", "Times", "Days"),
        lambda plan, on: lists.slipped(plan.actions),
        _slipped,
        (2, 3),
    ),
    "no-owner": TroubleList(
        "Nobody leads",
        "Open, without a lead post or a body.",
        ("Action", "Post", "Body"),
        lambda plan, on: lists.without_lead(with_words(plan), on),
        _no_owner,
    ),
    "no-measure": TroubleList(
        "Nothing is measured",
        "No measure would show whether it makes a difference.",
        ("Action", "Who leads"),
        lambda plan, on: lists.without_measure(with_words(plan), on),
        _no_measure,
    ),
    "no-evidence": TroubleList(
        "Claimed, but nothing to show",
        "Something is said to be done, with no evidence.",
        ("Action", "Who leads", "Said to be finished"),
        lambda plan, on: lists.claimed_without_evidence(plan.actions),
        _claimed,
    ),
    "promised": TroubleList(
        "Promised by now and not kept",
        "Starts, finishes and milestones whose day has come.",
        ("Action", "What", "Promised for"),
        lambda plan, on: lists.promised_between(plan.actions, None, on),
        _promised,
    ),
    "counts": TroubleList(
        "Counts that do not add up",
        "Counts that a paper stated, and how they fail to make their total.",
        ("As at", "What is wrong", "Source"),
        lambda plan, on: lists.counts_that_fail(plan.stated_counts),
        _counts,
    ),
}


@dataclass(frozen=True)
class Counted:
    """A list of a plan with how many are on it; None where its ledger cannot be believed."""

    title: str
    href: str
    number: int | None


def counted(
    plan: PlanDocument, on: date, known: Mapping[str, int] = MappingProxyType({})
) -> list[Counted]:
    """Return the lists of a plan, each with how many are on it, where that is not known yet."""
    return [
        Counted(
            one.title,
            f"/{plan.ref}/lists/{name}/",
            known[name] if name in known else _number(one, plan, on),
        )
        for name, one in LISTS.items()
    ]


def _number(one: TroubleList, plan: PlanDocument, on: date) -> int | None:
    try:
        return len(one.found(plan, on))
    except BrokenLedger:
        return None


def _list_or_404(name: str) -> TroubleList:
    if name not in LISTS:
        raise Http404(name)
    return LISTS[name]


def _rows(found: TroubleList, plan: PlanDocument, on: date) -> tuple[list[Sequence[object]], str]:
    """Return what is on a list, or why its ledger cannot be believed."""
    try:
        return [found.row(plan, one) for one in found.found(plan, on)], ""
    except BrokenLedger as problem:
        return [], str(problem)


def table(request: HttpRequest, slug: str, name: str, form: str) -> HttpResponse:
    """Give one of the lists of a plan as CSV or JSON; 409 where its ledger cannot be believed."""
    found = _list_or_404(name)
    _, plan = plan_or_404(slug)
    rows, broken = _rows(found, plan, on_day(plan, localdate(), is_current=True))
    if broken:
        return HttpResponse(broken, status=409, content_type="text/plain; charset=utf-8")
    return table_answer(f"{slug}-{name}", form, found.columns, rows)


def show(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """Show one of the lists of a plan."""
    found = _list_or_404(name)
    shown, plan = plan_or_404(slug)
    on = on_day(plan, localdate(), is_current=True)
    rows, broken = _rows(found, plan, on)
    context = {
        "name": name,
        "shown": shown,
        "plan": plan,
        "list": found,
        "rows": rows,
        "broken": broken,
        "on": today_words(on),
        "left_out": len(plan.actions) - len(with_words(plan)),
        "others": [one for one in counted(plan, on) if one.title != found.title],
        "trail": [*PLANS, Link(plan.title, f"/{plan.ref}/")],
        "section": "plans",
    }
    return render(request, "site/trouble.html", context)
