"""What changed between two versions of a document: part by part, word by word, readable."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal

from cleardays.record.schemas.loading import Document
from cleardays.record.schemas.parts import Part, parts_of

# A word takes the space after it along: spaces by themselves match everywhere and mean nothing.
# The end of a line stays by itself: the last word of a text is the same with more lines after it.
TOKEN = re.compile(r"\w+[^\S\n]*|[^\w\s][^\S\n]*|\s+")
# Beyond this many words against words, a passage is shown as taken out and put in whole.
MOST_COMPARED = 4_000_000
KEPT_WORDS = 24
Kind = Literal["same", "added", "removed", "skipped"]
Change = Literal["changed", "added", "removed"]


@dataclass(frozen=True)
class Piece:
    """Some text that stayed, came, went, or is left out because nothing happened in it."""

    kind: Kind
    text: str


@dataclass(frozen=True)
class PartChange:
    """A part that is not the same in both."""

    heading: str
    change: Change
    pieces: tuple[Piece, ...]


def compare(before: Document, after: Document) -> list[PartChange]:
    """Return the parts that differ: in the order of the later version, then those it has not."""
    old = {part.key: part for part in parts_of(before)}
    new = {part.key: part for part in parts_of(after)}
    changed = [_part_change(old.get(key), part) for key, part in new.items()]
    gone = [_part_change(part, None) for key, part in old.items() if key not in new]
    return [change for change in (*changed, *gone) if change]


def _part_change(old: Part | None, new: Part | None) -> PartChange | None:
    if old and new:
        if (old.text, old.heading) == (new.text, new.heading):
            return None
        heading = new.heading if old.heading == new.heading else f"{new.heading} ({old.heading})"
        return PartChange(heading, "changed", tuple(word_changes(old.text, new.text)))
    if new:
        return PartChange(new.heading, "added", (Piece("added", new.text),))
    part = old or Part("", "", "", "")
    return PartChange(part.heading, "removed", (Piece("removed", part.text),))


def word_changes(old: str, new: str) -> list[Piece]:
    """Return how one text becomes the other; long stretches that stayed are left out."""
    return [short for piece in _joined(_by_line(old, new)) for short in _shortened(piece)]


def _by_line(old: str, new: str) -> Iterator[Piece]:
    """Compare lines first, so that only what changed is compared word by word."""
    a, b = old.splitlines(keepends=True), new.splitlines(keepends=True)
    for tag, a1, a2, b1, b2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        left, right = "".join(a[a1:a2]), "".join(b[b1:b2])
        if tag == "equal":
            yield Piece("same", left)
        else:
            yield from _by_word(left, right)


def _by_word(old: str, new: str) -> Iterator[Piece]:
    a, b = TOKEN.findall(old), TOKEN.findall(new)
    if len(a) * len(b) > MOST_COMPARED:
        yield Piece("removed", old)
        yield Piece("added", new)
        return
    for tag, a1, a2, b1, b2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        left, right = "".join(a[a1:a2]), "".join(b[b1:b2])
        if tag == "equal":
            yield Piece("same", left)
            continue
        if left:
            yield Piece("removed", left)
        if right:
            yield Piece("added", right)


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Join neighbours of a kind."""
    for kind, group in groupby(pieces, key=lambda piece: piece.kind):
        yield Piece(kind, "".join(piece.text for piece in group))


def _shortened(piece: Piece) -> Iterator[Piece]:
    """Leave out the middle of a long stretch that stayed, and say how much."""
    words = piece.text.split(" ")
    if piece.kind != "same" or len(words) <= 3 * KEPT_WORDS:
        yield piece
        return
    yield Piece("same", " ".join(words[:KEPT_WORDS]) + " ")
    yield Piece("skipped", f"{len(words) - 2 * KEPT_WORDS} words that did not change")
    yield Piece("same", " " + " ".join(words[-KEPT_WORDS:]))
