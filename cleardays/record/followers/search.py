"""The search index follows the log: what is published comes in, what is recalled goes out.

How far it has read is kept in the index itself, in the same commit as what it read, with the hash
of that entry: an index that belongs to another log is noticed and made anew.
"""

import json
from datetime import date

import tantivy

from cleardays.record.followers.index import open_to_write, writer_of
from cleardays.record.models import Current, Entry
from cleardays.record.schemas.loading import Document, load
from cleardays.record.schemas.meeting import MeetingDocument
from cleardays.record.schemas.parts import parts_of
from cleardays.record.schemas.report import ReportDocument

BATCH = 500
# A ref never has a space, so this is none.
POSITION = "read up to"
# Parts whose words are the same on many pages and say nothing of what a page is about: who looks
# for "waiting" means families who wait, not all that waits for an answer.
LABELS = frozenset({"state"})


def follow() -> int:
    """Bring the index up to the end of the log; returns how many entries it read.

    Raises IndexBusy when another process is writing to it.
    """
    head = Entry.objects.order_by("-seq").values_list("seq", "hash").first()
    index = open_to_write()
    index.reload()
    seq, digest = position(index)
    if head is None or (seq, digest) == head:
        return 0
    if seq and _must_be_made_anew(seq, digest):
        return rebuild()
    return _read_on(writer_of(index), seq)


def rebuild() -> int:
    """Make the index anew from the log; readers have the old one until it is whole."""
    index = open_to_write()
    writer = writer_of(index)
    writer.delete_all_documents()
    return _read_on(writer, 0)


def _must_be_made_anew(seq: int, digest: str) -> bool:
    """Say whether this index is of another log, or has read what has been recalled since.

    Deleting in an index only hides: the words lie on the disk until segments happen to merge.
    What is recalled has to be gone, and recalls are rare, so they cost a new index.
    """
    is_ours = Entry.objects.filter(seq=seq, hash=digest).exists()
    return not is_ours or Entry.objects.filter(seq__gt=seq, kind=Entry.Kind.RECALLED).exists()


def position(index: tantivy.Index) -> tuple[int, str]:
    """Return the seq and the hash of the last entry that the index has read; (0, "") for none."""
    searcher = index.searcher()
    query = tantivy.Query.term_query(index.schema, "ref", POSITION)
    hits = searcher.search(query, 1).hits
    if not hits:
        return 0, ""
    kept = searcher.doc(hits[0][1])
    return int(str(kept.get_first("seq"))), str(kept.get_first("shown"))


def _read_on(writer: tantivy.IndexWriter, after: int) -> int:
    """Read from a seq to the end in one commit, so that nobody ever searches half of it."""
    read = 0
    while batch := list(Entry.objects.filter(seq__gt=after).order_by("seq")[:BATCH]):
        refs = {entry.ref for entry in batch}
        for ref in refs:
            writer.delete_documents_by_term("ref", ref)
        for row in Current.objects.filter(ref__in=refs, is_recalled=False):
            writer.add_document(_entry_for(row))
        after, read = batch[-1].seq, read + len(batch)
        digest = batch[-1].hash
    if read:
        writer.delete_documents_by_term("ref", POSITION)
        writer.add_document(tantivy.Document(ref=[POSITION], seq=[after], shown=[digest]))
    writer.commit()
    writer.garbage_collect_files()
    writer.wait_merging_threads()
    return read


def _entry_for(row: Current) -> tantivy.Document:
    document = load(row.doc_type, row.body)
    parts = [part for part in parts_of(document) if part.key not in LABELS]
    shown = {
        "summary": json.loads(row.summary),
        "parts": [(part.heading, part.anchor, part.text) for part in parts],
    }
    return tantivy.Document(
        ref=[row.ref],
        committee=[row.committee],
        doc_type=[row.doc_type],
        title=[row.title],
        about=[_about(document)],
        body=[part.text for part in parts],
        shown=[json.dumps(shown)],
        day=[row.day.isoformat() if row.day else ""],
        seq=[row.seq],
    )


def _about(document: Document) -> str:
    """Return words by which people look for a document though its text may not say them."""
    words = [document.council]
    if isinstance(document, MeetingDocument | ReportDocument):
        words.append(document.committee_link.title)
    if isinstance(document, MeetingDocument):
        words.append(document.date_words or _day_words(document.date))
    if isinstance(document, ReportDocument) and document.meeting_date:
        words.append(_day_words(document.meeting_date))
    return " ".join(words)


def _day_words(day: str) -> str:
    return f"{date.fromisoformat(day):%-d %B %Y}"
