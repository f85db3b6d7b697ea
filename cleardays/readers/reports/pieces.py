"""Cutting a block in two without losing a word: its text and its HTML at the same place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import escape, unescape
from itertools import chain

from cleardays.readers.blocks import Block, Cell, Kind
from cleardays.readers.files.markers import Depths, as_item, split_marker

_TOKEN = re.compile(r"<[^>]*>|&[#\w]+;|.", re.DOTALL)
_WORD = re.compile(r"\w")
_BARE_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,2}\.?\s+(?=[^\W\d])")


def piece(block: Block, start: int, end: int | None = None) -> Block:
    """The part of a block between two places in its text, never ending inside a word.

    The marker of an item stays with the piece at its beginning.
    """
    text = block.text
    if start > 0:
        block = replace(block, marker="", is_marker_printed=False)
    start, end = word_edge(text, start), word_edge(text, len(text) if end is None else end)
    start += len(text[start:end]) - len(text[start:end].lstrip())
    end = start + len(text[start:end].rstrip())
    words = text[start:end]
    html = escape(words).replace("\n", "<br>")
    is_dressed = "<" in block.html.replace("<br>", "")
    if is_dressed and plain(block.html) == text:
        html = slice_html(block.html, start, end)
    return replace(block, text=words, html=html, is_bold=block.is_bold or is_all_bold(html))


def word_edge(text: str, place: int) -> int:
    """The place itself, or the end of the word that it would cut in two."""
    while 0 < place < len(text) and _WORD.match(text[place - 1]) and _WORD.match(text[place]):
        place += 1
    return place


def plain(html: str) -> str:
    """The text of inner HTML, ``\\n`` for a line break."""
    return unescape(re.sub(r"<[^>]*>", "", re.sub(r"<br\s*/?>", "\n", html)))


def is_all_bold(html: str) -> bool:
    """Whether every word of inner HTML stands in ``strong``."""
    rest = re.sub(r"<strong>.*?</strong>", "", html, flags=re.DOTALL)
    return "<strong>" in html and not _WORD.search(plain(rest))


def bold_edges(block: Block) -> tuple[int, int]:
    """How far a paragraph begins in bold, and where its end in bold begins; 0 for neither."""
    if block.kind is not Kind.PARAGRAPH or block.is_bold or plain(block.html) != block.text:
        return 0, 0
    first = re.match(r"<strong>(.*?)</strong>\s*(?=[^\W\d_])", block.html)
    last = re.search(r"(?<=\s)<strong>((?:(?!<strong>).)*)</strong>\Z", block.html)
    start = len(plain(first.group(1))) if first else 0
    end = len(block.text) - len(plain(last.group(1))) if last else 0
    return start, end


def slice_html(html: str, start: int, end: int) -> str:
    """The HTML of the visible characters from start to end, its tags balanced."""
    out: list[str] = []
    opened: list[str] = []
    place = 0
    for token in _TOKEN.findall(html):
        is_inside = start <= place < end
        if token.startswith("</"):
            if opened:
                opened.pop()
            out.append(token)
        elif token.startswith("<") and not token.startswith("<br"):
            opened.append(token)
            out.append(token)
        else:
            out.append(token if is_inside else "")
            place += 1
    return _without_empty("".join(out))


def _without_empty(html: str) -> str:
    empty = re.compile(r"<(\w+)[^>]*></\1>")
    while empty.search(html):
        html = empty.sub("", html)
    return html


def followed(blocks: Sequence[Block]) -> Iterator[tuple[Block, Block | None]]:
    """Each block with the one after it; the last with None."""
    return zip(blocks, chain(blocks[1:], [None]), strict=False)


def split_lines(block: Block) -> list[Block]:
    """One block for each line of a block."""
    lines: list[Block] = []
    start = 0
    for line in block.text.split("\n"):
        if line.strip():
            lines.append(piece(block, start, start + len(line)))
        start += len(line) + 1
    if len(lines) < 2:
        return [block]
    first, *rest = lines
    marked = replace(first, marker=block.marker, is_marker_printed=block.is_marker_printed)
    return [marked, *(replace(line, kind=_after(block)) for line in rest)]


def _after(block: Block) -> Kind:
    """What the second line of a block is: an item has but one beginning."""
    return Kind.PARAGRAPH if block.kind is Kind.ITEM else block.kind


def cell_lines(cell: Cell, page: int = 1) -> Iterator[Block]:
    """A cell as the paragraphs and items that stand in it."""
    whole = Block(Kind.PARAGRAPH, cell.text, cell.html, page=page)
    whole = replace(whole, is_bold=is_all_bold(cell.html))
    depths = Depths()
    for line in split_lines(whole):
        marker = split_marker(line.text)
        if marker is None:
            depths.reset()
        if line.text.strip():
            yield as_item(line, marker, depths.of(marker)) if marker else line


def with_marker_apart(block: Block) -> Block:
    """Take a number printed in front of a heading's or paragraph's words as its marker."""
    if block.kind not in {Kind.HEADING, Kind.PARAGRAPH} or block.marker or not block.text:
        return block
    marker = split_marker(block.text.split("\n")[0])
    if marker is None or not marker.rest:
        return block
    item = as_item(block, marker, 1)
    rest = block.text[len(block.text) - len(block.text.lstrip()) :]
    kept = piece(block, rest.index(marker.text) + len(marker.text))
    if block.kind is Kind.HEADING:
        return replace(kept, marker=marker.text, is_marker_printed=True, is_ordered=True)
    return replace(item, text=kept.text, html=kept.html)


def with_number_apart(block: Block) -> Block | None:
    """ "5 Financial implications" as the number and the heading."""
    found = _BARE_NUMBER.match(block.text)
    if found is None or block.marker:
        return None
    rest = piece(block, found.end())
    return replace(rest, marker=found.group().strip(), is_marker_printed=True, is_ordered=True)
