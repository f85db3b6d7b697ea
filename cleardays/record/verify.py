"""Does the record still say what it said? Walks the chain and names the first thing that is wrong.

What it cannot see by itself is an end cut off the chain with the head put back to match: for that
``kept`` takes a head that somebody wrote down before.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cleardays.record import chain
from cleardays.record.current import difference
from cleardays.record.files import files_in, hash_of, path_of
from cleardays.record.linking import CHAINED
from cleardays.record.models import Content, Entry, Head, PublicFile

BATCH = 500
Row = dict[str, object]


@dataclass(frozen=True)
class Verdict:
    """``entries`` counts those that hold; ``problem`` says in a sentence what does not, or "".

    ``seq`` is the entry at fault, or None where it is none in particular. ``head`` is the hash of
    the last entry: write it down, and nobody can take away an entry before it unseen.
    """

    entries: int
    head: str
    problem: str = ""
    seq: int | None = None

    @property
    def is_sound(self) -> bool:
        return not self.problem


@dataclass(frozen=True)
class _Recalls:
    """What recalls say is gone: contents by seq, files by SHA-256 with the recall's own seq."""

    contents: frozenset[int]
    files: dict[str, int]


class _Broken(Exception):
    def __init__(self, seq: int | None, why: str) -> None:
        super().__init__(f"entry {seq}: {why}" if seq is not None else why)
        self.seq = seq


def verify(kept: Mapping[int, str] | None = None) -> Verdict:
    """Check entries, contents, files and the current view, in this order.

    ``kept`` are hashes of entries by seq as somebody noted them earlier.
    """
    count, head = 0, chain.GENESIS
    try:
        recalls = _recalls()
        published: dict[str, int] = {}
        for row, salted in _rows():
            _check_entry(row, count + 1, head)
            _check_content(row, salted, recalls, published)
            count, head = count + 1, str(row["hash"])
            _check_kept(count, head, kept or {})
        _check_end(count, head, kept or {})
        _check_files(published, recalls)
        if found := difference():
            raise _Broken(*found)
    except _Broken as broken:
        return Verdict(count, head, str(broken), broken.seq)
    return Verdict(count, head)


def _rows() -> Iterator[tuple[Row, tuple[str, str] | None]]:
    """Yield every entry in order with its salt and content; a batch at a time."""
    after = -1
    fields = (*CHAINED, "prev", "hash")
    while batch := list(
        Entry.objects.filter(seq__gt=after).order_by("seq").values(*fields)[:BATCH]
    ):
        seqs = [row["seq"] for row in batch]
        contents = Content.objects.filter(seq__in=seqs).values_list("seq", "salt", "body")
        salted = {seq: (salt, body) for seq, salt, body in contents}
        for row in batch:
            yield row, salted.get(row["seq"])
        after = seqs[-1]


def _recalls() -> _Recalls:
    """Read what recalls say. Each of them is checked like any other entry when its turn comes."""
    seqs = Entry.objects.filter(kind=Entry.Kind.RECALLED).values_list("seq", flat=True)
    contents: set[int] = set()
    files: dict[str, int] = {}
    for seq, body in Content.objects.filter(seq__in=list(seqs)).values_list("seq", "body"):
        try:
            said = json.loads(body)
            contents.update(said["recalled"])
            files.update(dict.fromkeys(said["files"], seq))
        except (ValueError, KeyError, TypeError) as problem:
            raise _Broken(seq, "what this recall says has been altered") from problem
    return _Recalls(frozenset(contents), files)


def _check_entry(row: Row, seq: int, prev: str) -> None:
    if row["seq"] != seq:
        raise _Broken(seq, "this entry is missing")
    if row["prev"] != prev:
        raise _Broken(seq, "this entry does not follow the one before it")
    if chain.entry_hash({name: row[name] for name in CHAINED}, prev) != row["hash"]:
        raise _Broken(seq, "this entry has been altered")


def _check_content(
    row: Row, salted: tuple[str, str] | None, recalls: _Recalls, published: dict[str, int]
) -> None:
    """Check a content against its entry, and note which files it names."""
    seq = int(str(row["seq"]))
    if salted is None:
        if seq not in recalls.contents:
            raise _Broken(seq, "what it published is missing, and no recall says so")
        return
    if chain.content_hash(*salted) != row["content_hash"]:
        raise _Broken(seq, "what it published has been altered")
    if seq in recalls.contents:
        raise _Broken(seq, "what it published was recalled, and is still there")
    if row["kind"] != Entry.Kind.RECALLED:
        published.update(dict.fromkeys(files_in(salted[1]), seq))


def _check_kept(seq: int, digest: str, kept: Mapping[int, str]) -> None:
    if kept.get(seq, digest) != digest:
        raise _Broken(seq, "this is not the entry whose hash was written down")


def _check_end(count: int, digest: str, kept: Mapping[int, str]) -> None:
    head = Head.objects.filter(pk=1).first() or Head()
    if (head.seq, head.hash) != (count, digest):
        raise _Broken(count + 1, f"the head says that the last entry is {head.seq}, it is {count}")
    if kept and max(kept) > count:
        raise _Broken(count + 1, f"this entry is missing: {max(kept)} were there before")
    if stray := Content.objects.filter(seq__gt=count).values_list("seq", flat=True).first():
        raise _Broken(stray, "there is content for an entry that does not exist")


def _check_files(published: dict[str, int], recalls: _Recalls) -> None:
    """Check the bytes of each file against its name, and that recalled ones are gone."""
    known = {file.sha256: file for file in PublicFile.objects.all()}
    for sha256, seq in sorted(published.items(), key=lambda pair: pair[1]):
        row, path = known.get(sha256), path_of(sha256)
        if recalls.files.get(sha256, 0) and (row is None or row.recalled_at):
            continue  # an agenda may still list what went with its report
        if row is None or row.recalled_at or not path.exists():
            raise _Broken(seq, f"its file {sha256[:16]} is missing, and no recall says so")
        if hash_of(path) != sha256:
            raise _Broken(seq, f"its file {sha256[:16]} has been altered")
    for sha256, seq in recalls.files.items():
        row = known.get(sha256)
        if (row is None or row.recalled_at) and path_of(sha256).exists():
            raise _Broken(seq, f"the file {sha256[:16]} was recalled, and is still there")
