"""Adding a link to the chain, after the one that is its end."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from cleardays.record import chain
from cleardays.record.models import Content, Entry, Head

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


@dataclass(frozen=True)
class Stated:
    """What somebody says of a publication before it came here; of its day perhaps nothing."""

    published_on: date | None
    source: str


def lock_head() -> Head:
    """Return the end of the chain, locked until the transaction ends."""
    return Head.objects.select_for_update().get_or_create(pk=1)[0]


def next_version(ref: str) -> int:
    """Return the number of the next entry under a ref; recalls take numbers too."""
    last = Entry.objects.filter(ref=ref).order_by("-version").values_list("version").first()
    return last[0] + 1 if last else 1


def link(head: Head, body: str, stated: Stated | None = None, **named: Any) -> Entry:
    """Add an entry and its content after the head. ``named`` are the entry's other fields."""
    salt = chain.new_salt()
    fields = {
        "seq": head.seq + 1,
        "version": next_version(named["ref"]),
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
