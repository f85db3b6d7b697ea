"""Formatted words as somebody types them who knows no HTML, and back again.

An empty line ends a paragraph; lines that begin with "- " are a list, with "1. ", "2. " and so on
a numbered one; "## " begins a heading and "### " a smaller one. What cannot be typed so, such as a
table, is shown as the HTML that it is. Where scripts run the editor takes the place of all this.
"""

import re
from collections.abc import Callable
from html import escape, unescape

from cleardays.workroom.documents.rendering import TAG, clean_html, with_breaks

HEADINGS = {"## ": "h3", "### ": "h4"}
BULLET = re.compile(r"[-*•]\s+(?=\S)")
NUMBER = re.compile(r"(\d{1,4})[.)]\s+(?=\S)")
PIECES = re.compile(
    r"<(?P<tag>p|h3|h4|ul|ol)(?P<start> start=\"\d+\")?>(?P<words>.*?)</(?P=tag)>\s*", re.DOTALL
)
ITEM = re.compile(r"<li>(.*?)</li>\s*", re.DOTALL)


def from_typed(words: str) -> str:
    """Return what somebody typed as clean HTML: as given where it has tags."""
    if TAG.search(words):
        return clean_html(words)
    blocks = re.split(r"\n\s*\n", words.replace("\r\n", "\n").strip())
    return clean_html("".join(_block(block.strip()) for block in blocks if block.strip()))


def inline_from_typed(words: str) -> str:
    """Return what somebody typed in one line as clean HTML without a paragraph around it."""
    if TAG.search(words):
        return clean_html(words)
    return clean_html(with_breaks(words.replace("\r\n", "\n").strip()))


def to_typed(html: str) -> str:
    """Return clean HTML as somebody would type it; HTML where that cannot say the same.

    ``from_typed`` and ``inline_from_typed`` make the same HTML of it again.
    """
    if html and PIECES.sub("", html) == "":
        words = "\n\n".join(_typed(piece) for piece in PIECES.finditer(html))
    else:
        words = _words(html)
    return words if html in (from_typed(words), inline_from_typed(words)) else html


def _block(block: str) -> str:
    lines = block.split("\n")
    for mark, tag in HEADINGS.items():
        if block.startswith(mark) and len(lines) == 1:
            return f"<{tag}>{escape(block.removeprefix(mark).strip())}</{tag}>"
    if all(BULLET.match(line) for line in lines):
        return f"<ul>{_items(BULLET, lines)}</ul>"
    numbers = [int(found[1]) for line in lines if (found := NUMBER.match(line))]
    first = numbers[0] if numbers else 0
    # One numbered line is a paragraph that bears its number.
    if len(lines) > 1 and numbers == [*range(first, first + len(lines))]:
        start = f' start="{first}"' if first != 1 else ""
        return f"<ol{start}>{_items(NUMBER, lines)}</ol>"
    return f"<p>{with_breaks(block)}</p>"


def _items(mark: re.Pattern[str], lines: list[str]) -> str:
    return "".join(f"<li>{escape(mark.sub('', line, count=1).strip())}</li>" for line in lines)


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
    return unescape(TAG.sub("", re.sub(r"<br\s*/?>", "\n", html)))
