"""Appending to the record, once and in order; recalling what should not be in it."""

import dataclasses
import json
import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Protocol

from django.db import transaction

from cleardays.record import chain
from cleardays.record.current import First, row_of
from cleardays.record.excerpts import renew
from cleardays.record.files import delete_recalled, files_only_in
from cleardays.record.linking import Stated, link, lock_head
from cleardays.record.models import Content, Current, Entry, PublicFile
from cleardays.record.schemas.common import Summary


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
    @property
    def summary(self) -> Summary: ...


class NothingToRecall(ValueError):
    """Everything that was published under a ref has been recalled already."""


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
    head = lock_head()
    if done := Entry.objects.filter(origin=origin).first():
        return done
    body = body_of(document)
    current = Current.objects.filter(ref=document.ref).first()
    is_standing = current is not None and not current.is_recalled
    if current and is_standing and current.body == body:
        return Entry.objects.get(seq=current.seq)
    entry = link(
        head,
        body,
        stated,
        kind=Entry.Kind.REPLACED if is_standing else Entry.Kind.PUBLISHED,
        doc_type=document.doc_type,
        ref=document.ref,
        origin=origin,
        recorded_at=at,
    )
    _show(entry, body, current)
    return entry


@transaction.atomic(using="record")
def recall(
    ref: str, reason: str, *, origin: uuid.UUID, at: datetime, versions: Sequence[int] = ()
) -> Entry:
    """Delete what was published under a ref, leaving a tombstone with the public reason.

    All versions unless some are named. The files that nothing else published has go too.
    Raises Entry.DoesNotExist for a ref never published, NothingToRecall when nothing is left.
    """
    head = lock_head()
    if done := Entry.objects.filter(origin=origin).first():
        return done
    doc_type = Entry.objects.filter(ref=ref).latest("version").doc_type
    current = Current.objects.get(ref=ref)
    gone = _to_go(ref, versions)
    files = files_only_in(gone, ref)
    body = _tombstone(current, reason, gone, files)
    entry = link(
        head,
        body,
        kind=Entry.Kind.RECALLED,
        doc_type=doc_type,
        ref=ref,
        origin=origin,
        recorded_at=at,
    )
    _delete(gone, files, at)
    if current.seq in gone:
        _show(entry, body, current)
    else:
        renew(current)  # what changed since a version that is gone is not to be told
    return entry


def content_of(entry: Entry) -> dict[str, Any] | None:
    """Return what an entry published, or None where it was recalled."""
    found = Content.objects.filter(seq=entry.seq).first()
    return json.loads(found.body) if found else None


def _show(entry: Entry, body: str, before: Current | None) -> None:
    """Make an entry the current one of its ref."""
    row = row_of(entry, body, First.kept_in(before) if before else First.of(entry))
    row.save(force_insert=before is None, force_update=before is not None)
    renew(row)


def _to_go(ref: str, versions: Sequence[int]) -> list[int]:
    """Return the seqs whose content is there to be deleted."""
    published = Entry.objects.filter(ref=ref).exclude(kind=Entry.Kind.RECALLED)
    wanted = published.filter(version__in=versions) if versions else published
    seqs = list(wanted.values_list("seq", flat=True))
    kept = set(Content.objects.filter(seq__in=seqs).values_list("seq", flat=True))
    if not kept:
        raise NothingToRecall(f"Nothing of {ref} is left to recall")
    return sorted(kept)


def _tombstone(current: Current, reason: str, gone: list[int], files: list[str]) -> str:
    """Say why, and which contents and files are gone, so that nothing else may be missing."""
    return chain.canonical(
        {
            "reason": reason,
            "recalled": gone,
            "files": files,
            "committee": current.committee,
            "day": current.day.isoformat() if current.day else "",
        }
    )


def _delete(seqs: list[int], files: list[str], at: datetime) -> None:
    """Delete contents now, bytes once that has committed; a stop in between is made good later."""
    Content.objects.filter(seq__in=seqs).delete()
    PublicFile.objects.filter(pk__in=files).update(recalled_at=at)
    transaction.on_commit(delete_recalled, using="record")
