"""The current view: one row for each ref, ready to be shown. It follows from the log alone."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from django.db import transaction

from cleardays.record.excerpts import excerpts_of
from cleardays.record.models import Content, Current, Entry, Excerpt
from cleardays.record.schemas.loading import load

BATCH = 500
TOMBSTONE_TITLE = "Recalled"


@dataclass(frozen=True)
class First:
    """What stays of the first version of a ref."""

    recorded_at: datetime
    stated_on: date | None
    stated_source: str

    @classmethod
    def of(cls, entry: Entry) -> "First":
        """Take it from the entry of that version."""
        return cls(entry.recorded_at, entry.stated_published_on, entry.stated_source)

    @classmethod
    def kept_in(cls, row: Current) -> "First":
        """Take it from the row that a newer version replaces."""
        return cls(row.first_recorded_at, row.first_stated_on, row.first_stated_source)


def row_of(entry: Entry, body: str, first: First) -> Current:
    """Return the row, unsaved, of a ref whose current entry is this one."""
    is_recalled = entry.kind == Entry.Kind.RECALLED
    return Current(
        ref=entry.ref,
        doc_type=entry.doc_type,
        seq=entry.seq,
        version=entry.version,
        recorded_at=entry.recorded_at,
        first_recorded_at=first.recorded_at,
        first_stated_on=first.stated_on,
        first_stated_source=first.stated_source,
        is_recalled=is_recalled,
        body=body,
        **(_tombstone(body) if is_recalled else _listed(entry.doc_type, body)),
    )


def _listed(doc_type: str, body: str) -> dict[str, Any]:
    document = load(doc_type, body)
    return {
        "committee": document.committee,
        "day": date.fromisoformat(document.day) if document.day else None,
        "title": document.title[:500],
        "summary": json.dumps(document.summary),
    }


def _tombstone(body: str) -> dict[str, Any]:
    """Keep where and when it was, and nothing that it said."""
    said = json.loads(body)
    return {
        "committee": said["committee"],
        "day": date.fromisoformat(said["day"]) if said["day"] else None,
        "title": TOMBSTONE_TITLE,
    }


@transaction.atomic(using="record")
def rebuild() -> int:
    """Make the current view anew from the log; returns how many refs it has."""
    Current.objects.all().delete()
    Excerpt.objects.all().delete()
    made = 0
    for rows in expected():
        made += len(Current.objects.bulk_create(rows))
        Excerpt.objects.bulk_create(excerpts_of(rows))
    return made


def difference() -> tuple[int | None, str] | None:
    """Say where pages do not show what the log says: (seq or None, sentence); None if nowhere.

    So it is after somebody changed the view, and after an upgrade that shows more of a document.
    """
    counted = excerpted = 0
    for rows in expected():
        stored = Current.objects.in_bulk([row.ref for row in rows])
        excerpts = _by_ref(Excerpt.objects.filter(ref__in=list(stored)))
        wanted = _by_ref(excerpts_of(rows))
        for row in rows:
            is_shown = _facts(stored.get(row.ref)) == _facts(row)
            if not is_shown or excerpts.get(row.ref) != wanted.get(row.ref):
                return row.seq, f"the page of {row.ref} does not show what was published"
        counted += len(rows)
        excerpted += sum(map(len, wanted.values()))
    if (Current.objects.count(), Excerpt.objects.count()) != (counted, excerpted):
        return None, "the current view has a page that was never published"
    return None


def _by_ref(excerpts: Iterable[Excerpt]) -> dict[str, dict[str, str]]:
    """Return excerpts by ref, and by what they are about."""
    found: dict[str, dict[str, str]] = {}
    for one in excerpts:
        found.setdefault(one.ref, {})[one.about] = one.body
    return found


def _facts(row: Current | None) -> dict[str, object]:
    fields = Current._meta.fields if row else ()
    return {field.attname: getattr(row, field.attname) for field in fields}


def expected() -> Iterator[list[Current]]:
    """Yield, a batch of refs at a time, the rows that the log says there should be."""
    after = ""
    while refs := _refs(after):
        yield _rows(refs)
        after = refs[-1]


def _refs(after: str) -> list[str]:
    firsts = Entry.objects.filter(version=1, ref__gt=after).order_by("ref")
    return list(firsts.values_list("ref", flat=True)[:BATCH])


def _rows(refs: list[str]) -> list[Current]:
    entries = list(Entry.objects.filter(ref__in=refs).order_by("ref", "version"))
    recalls = [entry.seq for entry in entries if entry.kind == Entry.Kind.RECALLED]
    recalled = {seq: set(json.loads(body)["recalled"]) for seq, body in _bodies(recalls).items()}
    pairs = []
    for _, group in groupby(entries, key=lambda entry: entry.ref):
        versions = list(group)
        pairs.append((_standing(versions, recalled), versions[0]))
    bodies = _bodies([entry.seq for entry, _ in pairs])
    return [
        row_of(entry, bodies[entry.seq], First.of(first))
        for entry, first in pairs
        if entry.seq in bodies
    ]


def _standing(versions: list[Entry], recalled: dict[int, set[int]]) -> Entry:
    """Return the entry that stands: the last, save a recall that left the newest one alone."""
    standing = versions[0]
    for entry in versions[1:]:
        if entry.kind != Entry.Kind.RECALLED or standing.seq in recalled.get(entry.seq, ()):
            standing = entry
    return standing


def _bodies(seqs: list[int]) -> dict[int, str]:
    return dict(Content.objects.filter(seq__in=seqs).values_list("seq", "body"))
