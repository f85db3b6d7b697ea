"""Finding: words in, what is public and has them out, with the words shown in their place."""

import json
import re
from dataclasses import dataclass, replace
from functools import partial
from html import escape
from typing import Any

import tantivy

from cleardays.record.followers.alike import alternatives
from cleardays.record.followers.index import reader
from cleardays.record.models import Current

PAGE = 20
SNIPPET_CHARACTERS = 240
FIELDS = ["title", "about", "body"]
BOOSTS = {"title": 3.0, "about": 1.5, "body": 1.0}
LONGEST_QUERY = 200
# A phrase in quotation marks, or a word; nothing else of what people type has a meaning.
PIECE = re.compile(r'"([^"]+)"|(\w[\w’\'-]*)')


@dataclass(frozen=True)
class Hit:
    """One thing found. ``words`` is markup, escaped, with the words found in ``mark``.

    ``heading`` and ``anchor`` say in which part of its page these words are; ``day`` is ISO or "".
    """

    ref: str
    doc_type: str
    title: str
    day: str
    summary: dict[str, Any]
    heading: str
    anchor: str
    words: str


@dataclass(frozen=True)
class Found:
    """``total`` counts all; ``has_all_words`` is false when some had to do instead."""

    hits: tuple[Hit, ...]
    total: int
    has_all_words: bool = True


def find(typed: str, *, committee: str = "", page: int = 1) -> Found:
    """Return a page of what is found; NotBuilt while there is no index.

    Everything that has all the words; when nothing has, what has some. Words may end differently
    ("inspecting" finds "inspection"); a phrase in quotation marks is found as it stands; a short
    name finds what it stands for ("EHCP" finds "education, health and care plan").
    """
    index, searcher = reader.searcher()
    pieces = [a or b for a, b in PIECE.findall(typed[:LONGEST_QUERY])]
    if not pieces:
        return Found((), 0)
    search = partial(_search, index, searcher, pieces, committee, page)
    found = search(every=True)
    if not found.total and len(pieces) > 1:
        return replace(search(every=False), has_all_words=False)
    return found


def _search(
    index: tantivy.Index,
    searcher: tantivy.Searcher,
    pieces: list[str],
    committee: str,
    page: int,
    *,
    every: bool,
) -> Found:
    # In quotation marks each piece is words only, whatever the query language makes of it.
    quoted = " ".join(map(_any_of, pieces))
    words, _ = index.parse_query_lenient(
        quoted, FIELDS, field_boosts=BOOSTS, conjunction_by_default=every
    )
    query = words
    if committee:
        within = tantivy.Query.term_query(index.schema, "committee", committee)
        query = tantivy.Query.boolean_query(
            [(tantivy.Occur.Must, words), (tantivy.Occur.Must, within)]
        )
    result = searcher.search(query, PAGE, offset=(page - 1) * PAGE)
    snippets = tantivy.SnippetGenerator.create(searcher, words, index.schema, "body")
    snippets.set_max_num_chars(SNIPPET_CHARACTERS)
    documents = [searcher.doc(address) for _, address in result.hits]
    public = _still_public([_kept(document, "ref") for document in documents])
    hits = [_hit(one, snippets) for one in documents if _kept(one, "ref") in public]
    total: int = result.count  # type: ignore[attr-defined] # its stubs forget it
    return Found(tuple(hits), total)


def _any_of(piece: str) -> str:
    """Ask for a piece, or for another name of the same thing."""
    names = [f'"{name}"' for name in alternatives(piece)]
    return f"({' OR '.join(names)})" if len(names) > 1 else names[0]


def _still_public(refs: list[str]) -> set[str]:
    """Return those not recalled: the index may be a moment behind the record."""
    standing = Current.objects.filter(ref__in=refs, is_recalled=False)
    return set(standing.values_list("ref", flat=True))


def _hit(document: tantivy.Document, snippets: tantivy.SnippetGenerator) -> Hit:
    shown = json.loads(_kept(document, "shown"))
    heading, anchor, words = _words_in_place(shown["parts"], snippets)
    return Hit(
        ref=_kept(document, "ref"),
        doc_type=_kept(document, "doc_type"),
        title=_kept(document, "title"),
        day=_kept(document, "day"),
        summary=shown["summary"],
        heading=heading,
        anchor=anchor,
        words=words,
    )


def _kept(document: tantivy.Document, field: str) -> str:
    return str(document.get_first(field))


def _words_in_place(
    parts: list[tuple[str, str, str]], snippets: tantivy.SnippetGenerator
) -> tuple[str, str, str]:
    """Return the part that has most of the words, with a passage of it; the first part if none."""
    best, best_count = ("", "", ""), 0
    for heading, anchor, text in parts:
        snippet = snippets.snippet_from_doc(tantivy.Document(body=[text]))
        spans = [(span.start, span.end) for span in snippet.highlighted()]
        if len(spans) > best_count:
            best, best_count = (heading, anchor, marked(snippet.fragment(), spans)), len(spans)
    return best


def marked(fragment: str, spans: list[tuple[int, int]]) -> str:
    """Return escaped markup of a fragment; ``spans`` are byte offsets of what to mark."""
    raw, at, pieces = fragment.encode(), 0, []
    for start, end in sorted(spans):
        if start < at:
            continue
        pieces.append(escape(raw[at:start].decode()))
        pieces.append(f"<mark>{escape(raw[start:end].decode())}</mark>")
        at = end
    return "".join([*pieces, escape(raw[at:].decode())])
