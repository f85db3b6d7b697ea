"""The meetings at which the case of an inspection was heard, and what came of it there."""

import re
from typing import NamedTuple

from django.db.models import Q
from django.utils.safestring import SafeString

from cleardays.design import marks
from cleardays.record.models import Current
from cleardays.record.schemas.inspection import InspectionDocument
from cleardays.site import reading
from cleardays.site.events import Event
from cleardays.site.wording import listed_day

# What an agenda calls the subject of these inspections, and the plans that only they lead to.
NAMED = (
    "special educational needs",
    "written statement of action",
    "accelerated progress plan",
    "priority action plan",
)
SUBJECT = re.compile(rf"\bSEND\b|(?i:{'|'.join(NAMED)})")


class Item(NamedTuple):
    """An item of an agenda: its title, and what came of it ("" where nothing is said)."""

    title: str
    outcome: str


def meetings_of(case: list[InspectionDocument]) -> list[Event]:
    """Return the meetings of the bodies concerned whose agenda or papers belong to the case."""
    refs = [one.ref for one in case]
    bodies = {one.council for one in case}
    bodies |= {body.name for one in case for body in one.responsible}
    wanted = Q(body__contains="SEND")
    for words in NAMED:
        wanted |= Q(body__icontains=words)
    for ref in refs:
        wanted |= Q(body__contains=ref)
    rows = Current.objects.filter(doc_type="meeting", is_recalled=False).filter(wanted)
    found = ((row, reading.plain(row.body)) for row in rows.order_by("day", "ref"))
    told = [
        (row, body, items)
        for row, body in found
        if body["council"] in bodies and (items := _items(body, refs))
    ]
    asked = _asked({row.committee for row, _, _ in told})
    return [_met(row, body, items, asked.get(row.ref, [])) for row, body, items in told]


def _asked(committees: set[str]) -> dict[str, list[SafeString]]:
    """Return what these committees asked, by the ref of the meeting, with how it stands."""
    rows = Current.objects.filter(doc_type="ask", is_recalled=False, committee__in=committees)
    found: dict[str, list[SafeString]] = {}
    for row in rows.order_by("ref"):
        body = reading.plain(row.body)
        words = marks.fill(
            'Asked: <a href="/{}/">{}</a> {}', row.ref, body["text"], body["state_name"]
        )
        found.setdefault(body["meeting"]["ref"], []).append(words)
    return found


def _items(meeting: reading.Plain, refs: list[str]) -> list[Item]:
    """Return the items of a meeting that belong to the case, with what came of them: their titles
    say so, what came of them, a link, or the name of a board that has no other subject."""
    is_all = bool(SUBJECT.search(meeting["name"]))
    said = [
        Item(one["title"], one["outcome"])
        for one in meeting["items"]
        if is_all or _is_of_case(one, refs)
    ]
    return said or ([Item(meeting["name"], "")] if is_all else [])


def _is_of_case(item: reading.Plain, refs: list[str]) -> bool:
    words = f"{item['title']} {item['outcome']}"
    return bool(SUBJECT.search(words)) or any(ref in item["outcome"] for ref in refs)


def _met(row: Current, body: reading.Plain, items: list[Item], asks: list[SafeString]) -> Event:
    listed_row = reading.as_listed(row)
    when = "" if listed_row.is_exact else listed_day(listed_row)
    titles = list(dict.fromkeys(item.title for item in items))
    return Event(
        body["date"],
        "Meeting",
        body["name"],
        listed_row.href,
        when,
        "; ".join(titles),
        link="Agenda and papers",
        precision=listed_row.shown_precision,
        came=tuple(
            f"{item.title}: {item.outcome}" if len(titles) > 1 else item.outcome
            for item in items
            if item.outcome
        ),
        asks=tuple(asks),
    )
