"""The search index on this machine: its fields, opening it to write, opening it to read."""

import shutil
from pathlib import Path
from threading import Lock

import tantivy
from django.conf import settings

WRITER_BYTES = 50_000_000
RAW, ENGLISH = "raw", "en_stem"


class IndexBusy(RuntimeError):
    """Another process is writing to this index."""


class NotBuilt(RuntimeError):
    """There is no index here yet."""


def schema() -> tantivy.Schema:
    """Return the fields. A document of the index is a ref; one more keeps how far we have read."""
    fields = tantivy.SchemaBuilder()
    for name in ("ref", "committee", "doc_type"):
        fields.add_text_field(name, stored=True, tokenizer_name=RAW, index_option="basic")
    for name in ("title", "about", "body"):
        fields.add_text_field(name, stored=name == "title", tokenizer_name=ENGLISH)
    fields.add_text_field("shown", stored=True, tokenizer_name=RAW, index_option="basic")
    fields.add_text_field("day", stored=True, tokenizer_name=RAW, index_option="basic", fast=True)
    fields.add_integer_field("seq", stored=True, indexed=True, fast=True)
    return fields.build()


def folder() -> Path:
    """Return where the index of this node is."""
    return Path(settings.SEARCH_INDEX)


def open_to_write() -> tantivy.Index:
    """Open the index, made anew when there is none or its fields are those of another version."""
    where = folder()
    where.mkdir(parents=True, exist_ok=True)
    try:
        return tantivy.Index(schema(), path=str(where))
    except ValueError:
        shutil.rmtree(where)
        where.mkdir(parents=True)
        return tantivy.Index(schema(), path=str(where))


def writer_of(index: tantivy.Index) -> tantivy.IndexWriter:
    """Return the one writer that an index can have; IndexBusy when there is one already."""
    try:
        return index.writer(WRITER_BYTES, 1)
    except ValueError as problem:
        raise IndexBusy(
            f"{folder()} is being written to by another process: wait for it, or stop it"
        ) from problem


class Reader:
    """Keeps the index open between requests, and sees what the worker has committed since.

    A commit replaces meta.json in one step, so its stamp says whether there is anything new.
    Each searcher stays whole while the worker writes: what it reads is never changed, only
    replaced.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._index: tantivy.Index | None = None
        self._stamp: tuple[str, int, int] = ("", 0, 0)

    def searcher(self) -> tuple[tantivy.Index, tantivy.Searcher]:
        """Return the index with a searcher of its last commit; NotBuilt when there is none."""
        with self._lock:
            stamp = self._stamp_now()
            if self._index is None or stamp[:2] != self._stamp[:2]:
                self._index = self._open()
            elif stamp != self._stamp:
                self._index.reload()
            self._stamp = stamp
            return self._index, self._index.searcher()

    def _stamp_now(self) -> tuple[str, int, int]:
        try:
            there, meta = folder().stat(), (folder() / "meta.json").stat()
        except OSError as problem:
            raise NotBuilt(f"{folder()} has no index yet") from problem
        return str(folder()), there.st_ino, meta.st_mtime_ns

    def _open(self) -> tantivy.Index:
        try:
            index = tantivy.Index.open(str(folder()))
            index.config_reader("Manual")
        except ValueError as problem:
            raise NotBuilt(f"{folder()} has no whole index yet") from problem
        return index


reader = Reader()
