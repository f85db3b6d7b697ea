"""Documents straight into the record, many at a time: the same rows as appending one by one."""

import uuid
from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import islice

from django.db import transaction

from cleardays.record import chain
from cleardays.record.current import rebuild
from cleardays.record.linking import lock_head
from cleardays.record.log import Document, body_of
from cleardays.record.models import Content, Entry, Head

BATCH = 2000


@transaction.atomic(using="record")
def fill(documents: Iterable[Document], at: datetime) -> int:
    """Append documents in batches, a second apart from ``at`` on, with a chain that verifies.

    Returns the number of entries there are. Every ref once; a ref of an earlier call gets its
    next version.
    """
    head, versions = lock_head(), _versions()
    began, documents = head.seq, iter(documents)
    while batch := list(islice(documents, BATCH)):
        entries, contents = [], []
        for document in batch:
            versions[document.ref] += 1
            moment = at + timedelta(seconds=head.seq - began)
            entry, content = _link(head, document, versions[document.ref], moment)
            entries.append(entry)
            contents.append(content)
            head.seq, head.hash = entry.seq, entry.hash
        Entry.objects.bulk_create(entries)
        Content.objects.bulk_create(contents)
    head.save()
    rebuild()
    return int(head.seq)


def _versions() -> Counter[str]:
    return Counter(Entry.objects.values_list("ref", flat=True))


def _link(head: Head, document: Document, version: int, at: datetime) -> tuple[Entry, Content]:
    body, salt = body_of(document), chain.new_salt()
    kind = Entry.Kind.PUBLISHED if version == 1 else Entry.Kind.REPLACED
    fields = {
        "seq": head.seq + 1,
        "recorded_at": at,
        "kind": kind,
        "doc_type": document.doc_type,
        "ref": document.ref,
        "version": version,
        "content_hash": chain.content_hash(salt, body),
        "stated_published_on": None,
        "stated_source": "",
        "origin": uuid.uuid5(uuid.NAMESPACE_URL, f"{document.ref} {version}"),
    }
    entry = Entry(**fields, prev=head.hash, hash=chain.entry_hash(fields, head.hash))
    return entry, Content(seq=entry.seq, salt=salt, body=body)
