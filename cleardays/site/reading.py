"""What the pages read from the record: rows for lists without their bodies, documents whole."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db.models import QuerySet
from django.http import Http404

from cleardays.record.models import Content, Current, Entry, Head
from cleardays.record.schemas.loading import Document, load


@dataclass(frozen=True)
class Listed:
    """A document as lists show it. ``day`` is exact only where ``precision`` is "day" or ""."""

    ref: str
    doc_type: str
    title: str
    day: date | None
    first_recorded_at: datetime
    first_stated_on: date | None
    first_stated_source: str
    recorded_at: datetime
    seq: int
    is_recalled: bool
    facts: dict[str, Any]

    @property
    def href(self) -> str:
        return f"/{self.ref}/"

    @property
    def is_exact(self) -> bool:
        return bool(self.facts.get("precision", "day") == "day")

    @property
    def is_cancelled(self) -> bool:
        return bool(self.facts.get("status") == "cancelled")

    @property
    def at(self) -> date | datetime | None:
        """The day, with the hour where it is known; local time without a zone."""
        clock = str(self.facts.get("time") or "")
        return (
            datetime.combine(self.day, time.fromisoformat(clock))
            if self.day and clock
            else self.day
        )


@dataclass(frozen=True)
class Shown:
    """A document of one version with what the record says of it."""

    row: Current
    document: Document
    version: int
    seq: int
    recorded_at: datetime
    stated_on: date | None
    stated_source: str

    @property
    def is_current(self) -> bool:
        return self.version == self.row.version

    @property
    def href(self) -> str:
        return f"/{self.row.ref}/"


def head_seq() -> int:
    """Return the seq of the last entry; every page follows from it and the day."""
    return Head.objects.filter(pk=1).values_list("seq", flat=True).first() or 0


def current_or_404(ref: str) -> Current:
    """Return the row of a ref, recalled or not."""
    row = Current.objects.filter(ref=ref).first()
    if row is None:
        raise Http404(ref)
    return row


def shown(row: Current) -> Shown:
    """Return the current version of a document."""
    document = load(row.doc_type, row.body)
    return Shown(
        row,
        document,
        row.version,
        row.seq,
        row.recorded_at,
        row.first_stated_on,
        row.first_stated_source,
    )


def as_published(row: Current, entry: Entry, body: str) -> Shown:
    """Return a document as an entry published it."""
    document = load(entry.doc_type, body)
    return Shown(
        row,
        document,
        entry.version,
        entry.seq,
        entry.recorded_at,
        entry.stated_published_on,
        entry.stated_source,
    )


def entries_of(ref: str) -> list[Entry]:
    """Return every entry under a ref, oldest first; 404 if there is none."""
    entries = list(Entry.objects.filter(ref=ref).order_by("version"))
    if not entries:
        raise Http404(ref)
    return entries


def bodies_of(entries: Iterable[Entry]) -> dict[int, str]:
    """Return, by seq, the contents that are still there."""
    seqs = [entry.seq for entry in entries]
    return dict(Content.objects.filter(seq__in=seqs).values_list("seq", "body"))


def listed(rows: QuerySet[Current]) -> list[Listed]:
    """Return rows for a list; their bodies are left in the database."""
    return [as_listed(row) for row in rows.defer("body")]


def as_listed(row: Current) -> Listed:
    """Return a row as lists show it."""
    return Listed(
        ref=row.ref,
        doc_type=row.doc_type,
        title=row.title,
        day=row.day,
        first_recorded_at=row.first_recorded_at,
        first_stated_on=row.first_stated_on,
        first_stated_source=row.first_stated_source,
        recorded_at=row.recorded_at,
        seq=row.seq,
        is_recalled=row.is_recalled,
        facts=json.loads(row.summary),
    )


def standing(doc_type: str, committee: str = "") -> QuerySet[Current]:
    """Return what is public and not recalled of a kind, of one committee or of all."""
    rows = Current.objects.filter(doc_type=doc_type, is_recalled=False)
    return rows.filter(committee=committee) if committee else rows
