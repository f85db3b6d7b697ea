"""HTML that is safe to show, what a reader saw in a file as such HTML, and pages counted."""

import re
from collections.abc import Iterable
from html import escape, unescape
from itertools import groupby
from pathlib import Path

import nh3

from cleardays.readers.blocks import Block, Cell, Kind

# What a report may hold. The page has the first two levels of headings for itself. The editor's
# schema (design/scripts/editor/schema.js) holds the same; a test in a browser compares them.
TAGS = {
    *("h3", "h4", "h5", "h6", "p", "br", "hr", "blockquote", "pre"),
    *("strong", "em", "b", "i", "u", "s", "sub", "sup", "abbr", "q", "cite", "code"),
    *("ul", "ol", "li", "dl", "dt", "dd"),
    *("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"),
    "a",
}
ATTRIBUTES = {
    "a": {"href"},
    "abbr": {"title"},
    "ol": {"start", "type", "reversed"},
    "li": {"value"},
    "th": {"colspan", "rowspan", "scope"},
    "td": {"colspan", "rowspan"},
}
SCHEMES = {"http", "https", "mailto", "tel"}
PAGE_HEADINGS = re.compile(r"<(/?)h[12](?=[\s>])", re.IGNORECASE)
TAG = re.compile(r"<[a-z/!][^>]*>", re.IGNORECASE)
BLOCKS = "p|h[3-6]|ul|ol|li|dl|dt|dd|table|caption|thead|tbody|tfoot|tr|th|td|blockquote"
SPACE = r"[ \t\n\f\r]"
AROUND_BLOCKS = re.compile(rf"(<(?:{BLOCKS})(?: [^>]*)?>){SPACE}+|{SPACE}+(?=</(?:{BLOCKS})>)")
BETWEEN_BLOCKS = re.compile(rf"(</(?:{BLOCKS})>){SPACE}*(?=<)")
ENDS_A_LINE = re.compile(r"<br\s*/?>|</(?:p|h\d|li|tr|td|th|dt|dd|caption|blockquote)>", re.I)


def clean_html(html: str) -> str:
    """Return HTML with nothing left in it that could run, load, track or hide.

    Each block ends its line, so that it can be read where it is typed, and there is no other
    white space around blocks; doing it twice changes nothing.
    """
    lowered = PAGE_HEADINGS.sub(r"<\1h3", html)
    cleaned: str = nh3.clean(
        lowered,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel="noopener noreferrer",
        strip_comments=True,
    )
    return BETWEEN_BLOCKS.sub(r"\1\n", AROUND_BLOCKS.sub(r"\1", cleaned)).strip()


def with_breaks(words: str) -> str:
    """Return plain words as HTML in which their lines still end."""
    return "<br>".join(map(escape, words.split("\n")))


def without_paragraph(html: str) -> str:
    """Return what is within the only paragraph; anything else as it is."""
    found = re.fullmatch(r"<p>((?:(?!</?p>).)*)</p>", html.strip(), re.DOTALL)
    return found[1] if found else html


def plain_text(html: str) -> str:
    """Return the words of sanitised HTML, a line for each paragraph, cell or item."""
    text = unescape(TAG.sub("", ENDS_A_LINE.sub("\n", html)))
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def render(blocks: Iterable[Block]) -> str:
    """Return blocks as clean HTML in reading order, with the page named where a new one begins."""
    parts: list[str] = []
    blocks = tuple(blocks)
    several = len({block.page for block in blocks}) > 1
    for page, on_page in groupby(blocks, key=lambda block: block.page):
        if several:
            parts.append(f"<h3>Page {page}</h3>")
        for is_bulleted, run in groupby(on_page, key=_is_bulleted):
            rendered = [_block(block) for block in run]
            parts += ["<ul>", *rendered, "</ul>"] if is_bulleted else rendered
    return clean_html("\n".join(parts))


def _is_bulleted(block: Block) -> bool:
    return block.kind == Kind.ITEM and block.marker in ("", "•")


def _block(block: Block) -> str:
    if block.kind == Kind.TABLE:
        return _table(block)
    words = block.html or with_breaks(block.text)
    if _is_bulleted(block):
        return f"<li>{words}</li>"
    if block.kind == Kind.ITEM:
        return f"<p>{escape(block.marker)} {words}</p>"
    tag = f"h{min(max(block.level, 1) + 2, 6)}" if block.kind == Kind.HEADING else "p"
    return f"<{tag}>{words}</{tag}>"


def _table(block: Block) -> str:
    rows = ("".join(_cell(cell) for cell in row) for row in block.rows)
    return "<table>" + "".join(f"<tr>{cells}</tr>" for cells in rows) + "</table>"


def _cell(cell: Cell) -> str:
    tag = "th" if cell.is_header else "td"
    return f'<{tag} colspan="{cell.colspan}" rowspan="{cell.rowspan}">{cell.html}</{tag}>'


def page_count(path: Path) -> int | None:
    """Count the pages of a PDF; None for what is none, or will not open."""
    # Three megabytes that the workroom's other pages need not hold.
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        with PdfDocument(path) as document:  # type: ignore[no-untyped-call]
            return len(document)
    except PdfiumError:
        return None
