"""What changed between two versions of a report, word by word, part by part."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from cleardays.workroom.reports.parts import Parts, in_words

Kind = Literal["same", "added", "removed"]


@dataclass(frozen=True)
class Piece:
    """A run of words that stayed, came or went."""

    kind: Kind
    text: str


@dataclass(frozen=True)
class PartChange:
    """One part that differs; each line is a run of pieces, and unchanged lines are left out."""

    name: str
    lines: tuple[tuple[Piece, ...], ...]


def changes_between(before: Parts, after: Parts) -> list[PartChange]:
    """Return the parts that differ, in the order of the page."""
    old, new = in_words(before), in_words(after)
    return [
        PartChange(name, tuple(_lines(old[name].split("\n"), new[name].split("\n"))))
        for name in new
        if old[name] != new[name]
    ]


def _lines(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[Piece, ...]]:
    """Compare line by line first: words are only compared within lines that changed."""
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield from _words("\n".join(old[a:b]), "\n".join(new[c:d]))


def _words(old: str, new: str) -> Iterator[tuple[Piece, ...]]:
    pieces = tuple(_pieces(_split(old), _split(new)))
    if pieces:
        yield pieces


def _split(text: str) -> list[str]:
    return re.findall(r"\w+|[^\w\s]|\s+", text)


def _pieces(old: list[str], new: list[str]) -> Iterator[Piece]:
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Piece("same", "".join(old[a:b]))
            continue
        yield from _piece("removed", old[a:b])
        yield from _piece("added", new[c:d])


def _piece(kind: Kind, words: Iterable[str]) -> Iterator[Piece]:
    if text := "".join(words):
        yield Piece(kind, text)
