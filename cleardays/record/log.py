"""Appending to the record, once and in order."""

import dataclasses
import json
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from django.db import transaction

from cleardays.record import chain
from cleardays.record.models import Content, Current, Entry, Head

CHAINED = (
    "seq",
    "recorded_at",
    "kind",
    "doc_type",
    "ref",
    "version",
    "content_hash",
    "stated_published_on",
    "stated_source",
    "origin",
)


class Document(Protocol):
    """What every schema offers beside its fields."""

    doc_type: str

    @property
    def ref(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def committee(self) -> str: ...
    @property
    def day(self) -> str: ...


@dataclass(frozen=True)
class Stated:
    """What somebody says of a publication before it came here."""

    published_on: date
    source: str


def body_of(document: Document) -> str:
    """Return the canonical JSON of a document: its dataclass fields and no others."""
    return chain.canonical(dataclasses.asdict(document))  # type: ignore[call-overload]


@transaction.atomic(using="record")
def append(
    document: Document, *, origin: uuid.UUID, at: datetime, stated: Stated | None = None
) -> Entry:
    """Publish a document, or its next version. Returns the entry that has it.

    The same ``origin`` appends once; a body that is already current appends nothing.
    """
    head = Head.objects.select_for_update().get_or_create(pk=1)[0]
    if done := Entry.objects.filter(origin=origin).first():
        return done
    body = body_of(document)
    current = Current.objects.filter(ref=document.ref).first()
    if current and current.body == body and not current.is_recalled:
        return Entry.objects.get(seq=current.seq)
    entry = _link(
        head,
        body,
        stated,
        kind=Entry.Kind.REPLACED if current else Entry.Kind.PUBLISHED,
        doc_type=document.doc_type,
        ref=document.ref,
        version=current.version + 1 if current else 1,
        origin=origin,
        recorded_at=at,
    )
    _set_current(document, entry, body, current)
    return entry


@transaction.atomic(using="record")
def recall(
    ref: str, reason: str, *, origin: uuid.UUID, at: datetime, versions: Sequence[int] = ()
) -> Entry:
    """Delete what was published under a ref, leaving a tombstone with the public reason.

    All versions unless some are named; raises Entry.DoesNotExist for a ref never published.
    """
    head = Head.objects.select_for_update().get_or_create(pk=1)[0]
    if done := Entry.objects.filter(origin=origin).first():
        return done
    published = Entry.objects.filter(ref=ref).exclude(kind=Entry.Kind.RECALLED)
    gone = published.filter(version__in=versions) if versions else published
    last = Entry.objects.filter(ref=ref).latest("version")
    seqs = list(gone.values_list("seq", flat=True))
    body = chain.canonical({"reason": reason, "recalled": seqs})
    entry = _link(
        head,
        body,
        None,
        kind=Entry.Kind.RECALLED,
        doc_type=last.doc_type,
        ref=ref,
        version=last.version + 1,
        origin=origin,
        recorded_at=at,
    )
    Content.objects.filter(seq__in=seqs).delete()
    current = Current.objects.get(ref=ref)
    if current.seq in seqs:
        current.is_recalled, current.body = True, body
        current.title = "Recalled"
        current.seq, current.version, current.recorded_at = entry.seq, entry.version, at
        current.save()
    return entry


def _link(head: Head, body: str, stated: Stated | None, **named: Any) -> Entry:
    """Add an entry and its content after the head. ``named`` are the entry's other fields."""
    salt = chain.new_salt()
    fields = {
        "seq": head.seq + 1,
        "content_hash": chain.content_hash(salt, body),
        "stated_published_on": stated.published_on if stated else None,
        "stated_source": stated.source if stated else "",
        **named,
    }
    digest = chain.entry_hash(fields, head.hash)
    entry = Entry.objects.create(**fields, prev=head.hash, hash=digest)
    Content.objects.create(seq=entry.seq, salt=salt, body=body)
    head.seq, head.hash = entry.seq, digest
    head.save()
    return entry


def _set_current(document: Document, entry: Entry, body: str, current: Current | None) -> None:
    Current.objects.update_or_create(
        ref=document.ref,
        defaults={
            "doc_type": document.doc_type,
            "seq": entry.seq,
            "version": entry.version,
            "first_recorded_at": current.first_recorded_at if current else entry.recorded_at,
            "recorded_at": entry.recorded_at,
            "committee": document.committee,
            "day": date.fromisoformat(document.day) if document.day else None,
            "title": document.title[:500],
            "is_recalled": False,
            "body": body,
        },
    )


def content_of(entry: Entry) -> dict[str, Any] | None:
    """Return what an entry published, or None where it was recalled."""
    found = Content.objects.filter(seq=entry.seq).first()
    return json.loads(found.body) if found else None
