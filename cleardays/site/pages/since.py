"""For use in the room: what happened since a committee last met, and what is due next."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.utils.timezone import localdate

from cleardays.design import marks
from cleardays.design.values import Link
from cleardays.progress.summary import number_of
from cleardays.record.changes import PlanChanges
from cleardays.record.excerpts import of_council
from cleardays.record.schemas.committee import CommitteeDocument
from cleardays.record.schemas.loading import build
from cleardays.record.schemas.plan import ActionDocument
from cleardays.site import reading
from cleardays.site.following import ENDED, action_link, lead_words, short_day
from cleardays.site.pages.asks import COLUMNS, days_late, rows_of
from cleardays.site.plan_changes import of_entries
from cleardays.site.reading import Listed, find
from cleardays.site.tables import table_answer
from cleardays.site.versions import Version, versions_of
from cleardays.site.ways import COMMITTEES
from cleardays.site.wording import in_sentence, listed_day

HELD = "committee = %s AND doc_type = 'meeting' AND day < %s"
COMING = "committee = %s AND doc_type = 'meeting' AND day >= %s"
ASKED = "committee = %s AND doc_type = 'ask'"
TABLE_COLUMNS = ("kind", "plan", "how", "what", "due", "who")
A_QUARTER = timedelta(days=91)  # how far to look ahead where no meeting to come is announced
DUE_COLUMNS = ("Action", "What is promised", "For", "Who leads")


@dataclass(frozen=True)
class PlanSince:
    """A plan that the committee follows: what changed, and the promises for its next meeting.

    ``overdue`` counts those of them whose day is over; ``older`` the promises from before the
    committee last met that are still not kept.
    """

    ref: str
    title: str
    version: int
    before: int
    changes: PlanChanges | None
    is_new: bool
    due: list[tuple[object, ...]]
    overdue: int
    older: int


def show(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what happened since the committee met last, and what is due until it meets again."""
    return render(request, "site/since.html", _context(slug))


def table(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    """Give the same as CSV or JSON: what changed, what came back, what waits, what is due."""
    found = _context(slug)
    rows = [
        *(row for plan in found["plans"] for row in _plan_cells(plan)),
        *_ask_cells("Answered", found["answers"]),
        *_ask_cells("Still open", found["asks"]),
    ]
    return table_answer(f"{slug}-since", form, TABLE_COLUMNS, rows)


def _plan_cells(plan: PlanSince) -> Iterator[tuple[object, ...]]:
    if plan.is_new:
        yield ("New plan", plan.title, "", "", "", "")
    for group in plan.changes.groups if plan.changes else ():
        yield from (("Changed", plan.title, group.heading, line, "", "") for line in group.lines)
    for action, what, day, who in plan.due:
        yield ("Due", plan.title, what, action, day, who)


def _ask_cells(kind: str, asks: list[tuple[object, ...]]) -> Iterator[tuple[object, ...]]:
    for what, of, _, due, state in asks:
        yield (kind, "", state, what, due, of)


def _context(slug: str) -> dict[str, Any]:
    shown = reading.standing_or_404(f"committees/{slug}")
    committee = cast(CommitteeDocument, shown.document)
    today = localdate()
    last, coming = _meetings(committee.ref, today)
    asks = find(ASKED, committee.ref, order="day DESC, ref")
    until = coming.day if coming and coming.day else today + A_QUARTER
    plans = _plans(committee, last.day if last else None, until, today)
    waiting, back = _waiting(asks), _came_back(asks, last)
    return {
        "committee": committee,
        "last": last,
        "today": today,
        "last_day": in_sentence(listed_day(last)) if last else "",
        "coming": coming,
        "plans": plans,
        "in_short": _in_short(plans, waiting, len(back), today) if last else [],
        "until": until,
        "has_due": any(plan.due for plan in plans),
        "due_columns": DUE_COLUMNS,
        "ask_columns": COLUMNS,
        "asks": rows_of(waiting, today),
        "answers": rows_of(back, today),
        "trail": [*COMMITTEES, Link(committee.name, f"/{committee.ref}/")],
        "section": "committees",
    }


def _in_short(
    plans: Sequence[PlanSince], waiting: Sequence[Listed], back: int, today: date
) -> list[str]:
    """Sum the page up in three lines: the plans, what was asked, what is due."""
    changed = sum(bool(plan.changes and not plan.changes.is_empty) for plan in plans)
    new = sum(plan.is_new for plan in plans)
    late = sum(bool(days_late(one, today)) for one in waiting)
    due, overdue = sum(len(plan.due) for plan in plans), sum(plan.overdue for plan in plans)
    older = sum(plan.older for plan in plans)
    return [
        f"{changed} of {number_of(len(plans), 'plan')} changed{f'; {new} new' * bool(new)}.",
        f"{number_of(len(waiting), 'thing')} that you asked for not answered{_of_them(late)}; "
        f"{number_of(back, 'answer')} to look at.",
        f"{number_of(due, 'promise')} due and not yet kept{_of_them(overdue)}"
        + (f"; {older} more from before you last met." if older else "."),
    ]


def _of_them(late: int) -> str:
    return f", {late} of them overdue" if late else ""


def _meetings(committee: str, today: date) -> tuple[Listed | None, Listed | None]:
    """Return the meeting held last, and the one to come (today's is to come)."""
    held = find(HELD, committee, today.isoformat(), order="day DESC, ref", most=3)
    coming = find(COMING, committee, today.isoformat(), order="day, ref", most=3)
    return _first_held(held), _first_held(coming)


def _first_held(rows: Sequence[Listed]) -> Listed | None:
    return next((row for row in rows if not row.is_cancelled), None)


def _waiting(asks: Sequence[Listed]) -> list[Listed]:
    return [one for one in asks if one.facts.get("state") == "open"]


def _came_back(asks: Sequence[Listed], last: Listed | None) -> list[Listed]:
    """Return what waits for the committee's word, and what was answered since it met."""
    since = last.day.isoformat() if last and last.day else ""
    return [
        one
        for one in asks
        if one.facts.get("state") == "answered"
        or str(one.facts.get("answered_on") or "") > (since or "9999")
    ]


def _plans(
    committee: CommitteeDocument, after: date | None, until: date, today: date
) -> list[PlanSince]:
    """Return the plans that the committee follows which are in force, or changed since."""
    plans = _followed(committee)
    versions = versions_of(plans) if after else {}
    found = []
    for ref, plan in plans.items():
        stood, newest = _stood(versions.get(ref, []), after)
        if plan.get("state", "").lower() in ENDED and not stood:
            continue
        changes = _changes(plan, stood, newest) if stood and newest else None
        before = stood.number if stood else 0
        is_new = _is_new(versions.get(ref, []), after)
        due = _due(ref, plan, (after or today, until), today)
        name = (ref, plan["title"], plan["version"])
        found.append(PlanSince(*name, before, changes, is_new, *due))
    return found


def _followed(committee: CommitteeDocument) -> dict[str, reading.Plain]:
    """Return what is said to committees of the plans of their council, of those it follows.

    A plan that names no committee is followed by all of them.
    """
    plans = reading.excerpts(of_council(committee.council))
    return {
        ref: plan
        for ref, plan in plans.items()
        if not plan["followed_by"] or committee.ref in plan["followed_by"]
    }


def _stood(
    versions: Sequence[Version], after: date | None
) -> tuple[Version, Version] | tuple[None, None]:
    """Return the version that stood when the committee met and the newest, if they differ."""
    stood = [one for one in versions if after and one.public_on <= after]
    return (stood[-1], versions[-1]) if stood and stood[-1] is not versions[-1] else (None, None)


def _is_new(versions: Sequence[Version], after: date | None) -> bool:
    """Say whether a plan was not yet public at all when the committee met."""
    return bool(after and versions and versions[0].public_on > after)


def _changes(plan: reading.Plain, stood: Version, newest: Version) -> PlanChanges | None:
    """Return what changed: as it was said when the newest was published, if that was since the
    version that stood; else worked out, unless that version has been recalled."""
    said = plan["changes"]
    if said and said["since"] == stood.number:
        return build(PlanChanges, said)
    return of_entries(stood.key, newest.key) if stood.is_there else None


def _due(
    ref: str, plan: reading.Plain, between: tuple[date, date], today: date
) -> tuple[list[tuple[object, ...]], int, int]:
    """Return what the plan promises for the days up to the next meeting and has not kept, how
    much of it is overdue, and how many promises of before are not kept either."""
    if plan.get("state", "").lower() in ENDED:
        return [], 0, 0
    first, last = (day.isoformat() for day in between)
    actions = {one["ref"]: one for one in plan["actions"]}
    promised = [
        (day, what, build(ActionDocument, actions[action]))
        for day, what, action in plan["promises"]
        if first < day <= last
    ]
    rows: list[tuple[object, ...]] = [
        (action_link(ref, action), what, _due_day(day, today), lead_words(action))
        for day, what, action in promised
    ]
    overdue = sum(day < today.isoformat() for day, _, _ in promised)
    return rows, overdue, sum(day <= first for day, _, _ in plan["promises"])


def _due_day(day: str, today: date) -> str | SafeString:
    """Say the day of a promise, and mark it where it is over."""
    said = short_day(day)
    if day >= today.isoformat():
        return said
    return marks.fill("{} {}", said, marks.tag("Overdue", "bad"))
