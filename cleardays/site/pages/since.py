"""For use in the room: what happened since a committee last met, and what is due next."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from cleardays.design.values import Link
from cleardays.progress.lists import promised_between
from cleardays.record.models import Content, Current, Entry
from cleardays.record.schemas.committee import CommitteeDocument
from cleardays.record.schemas.loading import build
from cleardays.record.schemas.plan import ActionDocument
from cleardays.site import parsed, reading
from cleardays.site.following import ENDED, action_link, lead_words, short_day
from cleardays.site.pages.asks import COLUMNS, rows_of
from cleardays.site.plan_changes import PlanChanges, of_entries
from cleardays.site.reading import Listed, listed, standing
from cleardays.site.ways import COMMITTEES

DUE_COLUMNS = ("Action", "What is promised", "For", "Who leads")


@dataclass(frozen=True)
class PlanSince:
    """A plan that the committee follows: what changed, and the promises for its next meeting."""

    ref: str
    title: str
    version: int
    before: int
    changes: PlanChanges | None
    due: list[tuple[object, ...]]


def show(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what happened since the committee met last, and what is due until it meets again."""
    shown = reading.standing_or_404(f"committees/{slug}")
    committee = cast(CommitteeDocument, shown.document)
    today = localdate()
    last, coming = _meetings(committee.ref, today)
    asks = listed(standing("ask", committee.ref).order_by("-day", "ref"))
    plans = _plans(committee, last.day if last else None, coming.day if coming else None, today)
    context = {
        "committee": committee,
        "last": last,
        "coming": coming,
        "plans": plans,
        "due_columns": DUE_COLUMNS,
        "ask_columns": COLUMNS,
        "asks": rows_of(_waiting(asks), today),
        "answers": rows_of(_came_back(asks, last), today),
        "trail": [*COMMITTEES, Link(committee.name, f"/{committee.ref}/")],
        "section": "committees",
    }
    return render(request, "site/since.html", context)


def _meetings(committee: str, today: date) -> tuple[Listed | None, Listed | None]:
    """Return the meeting held last, and the one to come (today's is to come)."""
    rows = standing("meeting", committee)
    held = listed(rows.filter(day__lt=today).order_by("-day")[:3])
    coming = listed(rows.filter(day__gte=today).order_by("day")[:3])
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
    committee: CommitteeDocument, after: date | None, until: date | None, today: date
) -> list[PlanSince]:
    """Return the plans of the committee's council that are in force, or changed since."""
    known = {row.ref: row for row in _followed(committee)}
    entries = _entries(list(known), after)
    there = _still_there(pair[0] for pair in entries.values())
    current = parsed.bodies_by_ref(known)
    found = []
    for ref, body in current.items():
        pair = entries.get(ref)
        stood = pair[0] if pair and pair[0].seq in there else None
        if body["state"].lower() in ENDED and not pair:
            continue
        changes = of_entries(_key(stood), _key(pair[1])) if pair and stood else None
        due = _due(ref, body, after, until, today)
        version = known[ref].version
        before = stood.version if stood else 0
        found.append(PlanSince(ref, body["title"], version, before, changes, due))
    return found


def _still_there(entries: Iterable[Entry]) -> set[int]:
    """Return the entries, by seq, whose words have not been recalled; reads them all at once."""
    keys = [_key(entry) for entry in entries]
    seqs = Content.objects.filter(seq__in=[seq for seq, _ in keys]).values_list("seq", flat=True)
    there = set(seqs) if keys else set()
    parsed.bodies(key for key in keys if key[0] in there)
    return there


def _key(entry: Entry) -> tuple[int, str]:
    return entry.seq, entry.hash


def _followed(committee: CommitteeDocument) -> list[Current]:
    """Return the plans of its council that a committee follows, without their bodies.

    A plan that names no committee is followed by all of them.
    """
    said = reading.as_said("council", committee.council)
    rows = standing("plan").filter(summary__contains=said).order_by("-day").defer("body")
    return [row for row in rows if _is_followed(row, committee.ref)]


def _is_followed(row: Current, committee: str) -> bool:
    followers = str(json.loads(row.summary).get("followed_by") or "").split()
    return not followers or committee in followers


def _entries(refs: list[str], after: date | None) -> dict[str, tuple[Entry, Entry]]:
    """Return, by ref, the version that stood when the committee met and the newest, if they
    differ; recalled versions count for nothing."""
    if after is None or not refs:
        return {}
    rows = Entry.objects.filter(ref__in=refs).exclude(kind=Entry.Kind.RECALLED)
    by_ref: dict[str, list[Entry]] = {}
    for entry in rows.order_by("ref", "version"):
        by_ref.setdefault(entry.ref, []).append(entry)
    pairs = {}
    for ref, entries in by_ref.items():
        stood = [one for one in entries if _public_on(one) <= after]
        if stood and stood[-1] is not entries[-1]:
            pairs[ref] = (stood[-1], entries[-1])
    return pairs


def _public_on(entry: Entry) -> date:
    return entry.stated_published_on or localdate(entry.recorded_at)


def _due(
    ref: str, body: reading.Plain, after: date | None, until: date | None, today: date
) -> list[tuple[object, ...]]:
    """Return what the plan promises for the days up to the next meeting and has not kept."""
    if until is None or body["state"].lower() in ENDED:
        return []
    last_day, first_day = until.isoformat(), (after or today).isoformat()
    likely = [one for one in body["actions"] if _is_due(one, first_day, last_day)]
    actions = [build(ActionDocument, one) for one in likely]
    return [
        (
            action_link(ref, one.action),
            one.what,
            short_day(one.due.isoformat()),
            lead_words(one.action),
        )
        for one in promised_between(actions, after or today, until)
        if not one.is_kept
    ]


def _is_due(action: dict[str, Any], first: str, last: str) -> bool:
    """Say whether any day of an action falls between two: only those are made into values."""
    days = [action["start"], action["finish"], *(one["due"] for one in action["milestones"])]
    return any(first < day <= last for day in days)
