"""Formatted words as somebody types them who knows no HTML, and back again.

An empty line ends a paragraph; lines that begin with "- " are a list, with "1. ", "2. " and so on
a numbered one; "## " begins a heading and "### " a smaller one; ``**strong**`` and ``_stressed_``
are what they look like; lines of cells between "|" are a table (``typed_tables``). What cannot be
typed so is shown as the HTML that it is, a block by itself among the others. Where scripts run the
editor takes the place of all this.
"""

import re
from collections.abc import Callable, Iterator
from html import escape, unescape

from cleardays.workroom.documents.rendering import TAG, clean_html, with_breaks
from cleardays.workroom.documents.typed_tables import is_table, table_of, typed_table

HEADINGS = {"## ": "h3", "### ": "h4"}
BULLET = re.compile(r"[-*•]\s+(?=\S)")
NUMBER = re.compile(r"(\d{1,4})[.)]\s+(?=\S)")
PIECE = re.compile(
    r"<(?P<tag>p|h3|h4|ul|ol)(?P<start> start=\"\d+\")?>(?P<words>.*?)</(?P=tag)>", re.DOTALL
)
ITEM = re.compile(r"<li>(.*?)</li>\s*", re.DOTALL)
ELEMENT = re.compile(r"<(/?)([a-z][a-z0-9]*)[^>]*>", re.IGNORECASE)
EMPTY = ("br", "hr")
BLOCK = re.compile(r"<(p|h\d|ul|ol|dl|table|blockquote|pre|hr)\b", re.IGNORECASE)
STRESS = (
    (re.compile(r"\*\*(?=\S)([^*\n]+?)(?<=\S)\*\*"), "strong", "**"),
    (re.compile(r"(?<!\w)_(?=\S)([^_\n]+?)(?<=\S)_(?!\w)"), "em", "_"),
)


def from_typed(words: str) -> str:
    """Return what somebody typed as clean HTML; a block that has tags is HTML already."""
    blocks = list(_blocks_of(words.replace("\r\n", "\n").strip()))
    if all(TAG.search(block) for block in blocks):
        return clean_html(words)
    return clean_html("".join(map(_block, blocks)))


def inline_from_typed(words: str) -> str:
    """Return what somebody typed in one line as clean HTML without a paragraph around it."""
    if TAG.search(words):
        return clean_html(words)
    return clean_html(_stressed(with_breaks(words.replace("\r\n", "\n").strip())))


def to_typed(html: str) -> str:
    """Return clean HTML as somebody would type it, each block as HTML that cannot be typed.

    ``from_typed`` and ``inline_from_typed`` make the same HTML of it again.
    """
    elements = list(_elements(html))
    if html and all(BLOCK.match(element) for element in elements):
        words = "\n\n".join(map(_typed_or_html, elements))
    else:
        words = _words(html)
    return words if html in (from_typed(words), inline_from_typed(words)) else html


def _blocks_of(words: str) -> Iterator[str]:
    """Yield what empty lines part; an element goes on until it is closed."""
    held = ""
    for block in re.split(r"\n\s*\n", words):
        held = f"{held}\n\n{block}" if held else block.strip()
        if _depth(held) <= 0:
            if held:
                yield held
            held = ""
    if held:
        yield held


def _depth(html: str) -> int:
    tags = [found for found in ELEMENT.finditer(html) if found[2].lower() not in EMPTY]
    return sum(-1 if found[1] else 1 for found in tags)


def _elements(html: str) -> Iterator[str]:
    """Yield what stands at the top of clean HTML, one element after the other."""
    start = depth = 0
    for found in ELEMENT.finditer(html):
        if found[2] not in EMPTY:
            depth += -1 if found[1] else 1
        if not depth:
            yield html[start : found.end()].strip()
            start = found.end()
    if html[start:].strip():
        yield html[start:].strip()


def _typed_or_html(element: str) -> str:
    """Return an element as typed, if that makes the same element again."""
    found = PIECE.fullmatch(element)
    words = _typed(found) if found else typed_table(element, _words)
    return words if words and from_typed(words) == element else element


def _block(block: str) -> str:
    if TAG.search(block):
        return block if BLOCK.match(block) else f"<p>{block}</p>"
    lines = block.split("\n")
    for mark, tag in HEADINGS.items():
        if block.startswith(mark) and len(lines) == 1:
            return f"<{tag}>{_inline(block.removeprefix(mark))}</{tag}>"
    if is_table(lines):
        return table_of(lines, _inline)
    if all(BULLET.match(line) for line in lines):
        return f"<ul>{_items(BULLET, lines)}</ul>"
    numbers = [int(found[1]) for line in lines if (found := NUMBER.match(line))]
    first = numbers[0] if numbers else 0
    # One numbered line is a paragraph that bears its number.
    if len(lines) > 1 and numbers == [*range(first, first + len(lines))]:
        start = f' start="{first}"' if first != 1 else ""
        return f"<ol{start}>{_items(NUMBER, lines)}</ol>"
    return f"<p>{_stressed(with_breaks(block))}</p>"


def _items(mark: re.Pattern[str], lines: list[str]) -> str:
    return "".join(f"<li>{_inline(mark.sub('', line, count=1))}</li>" for line in lines)


def _inline(words: str) -> str:
    return _stressed(escape(words.strip()))


def _stressed(html: str) -> str:
    for pattern, tag, _ in STRESS:
        html = pattern.sub(rf"<{tag}>\1</{tag}>", html)
    return html


def _typed(piece: re.Match[str]) -> str:
    tag, words = piece["tag"], piece["words"]
    if tag == "p":
        return _words(words)
    if tag in HEADINGS.values():
        mark = next(mark for mark, heading in HEADINGS.items() if heading == tag)
        return mark + _words(words)
    first = int(re.sub(r"\D", "", piece["start"] or "1"))
    marked: Callable[[int], str] = (
        (lambda at: "- ") if tag == "ul" else (lambda at: f"{first + at}. ")
    )
    return "\n".join(marked(at) + _words(item) for at, item in enumerate(ITEM.findall(words)))


def _words(html: str) -> str:
    for _, tag, mark in STRESS:
        html = re.sub(rf"</?{tag}>", mark, html)
    return unescape(TAG.sub("", re.sub(r"<br\s*/?>", "\n", html)))
