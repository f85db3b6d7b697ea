"""Runs of words with their dress, folded into the plain text and the safe HTML of a block."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from html import escape

from cleardays.readers.blocks import Block, Kind

# What may stand in a link: anything else (javascript:, file:, data:) keeps its words only.
_SAFE_ADDRESS = re.compile(r"(https?://|mailto:|tel:)[^\s<>\"]+\Z", re.IGNORECASE)
# XML and HTML refuse these; Word leaves some of them in text as marks of its own.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\ufffe\uffff\ud800-\udfff\u00ad\u200b\ufeff]")


@dataclass(frozen=True)
class Span:
    """Words that look the same. A line break inside is ``\\n``; other white space is free."""

    text: str
    bold: bool = False
    italic: bool = False
    raised: str = ""  # "sup", "sub" or ""
    href: str = ""


def fold(spans: Iterable[Span]) -> list[Span]:
    """Join like spans and fold white space across their borders, as a page shows them."""
    folded: list[Span] = []
    for span in spans:
        text = re.sub(r"[^\S\n]+", " ", _CONTROL.sub("", span.text))
        before = folded[-1].text[-1:] if folded else "\n"
        if before in " \n":
            text = text.lstrip(" ")
        text = re.sub(r" ?\n ?", "\n", text)
        if text.startswith("\n") and before == " ":
            folded[-1] = replace(folded[-1], text=folded[-1].text.rstrip(" "))
        if text and folded and replace(folded[-1], text="") == replace(span, text=""):
            folded[-1] = replace(folded[-1], text=folded[-1].text + text)
        elif text:
            folded.append(replace(span, text=text))
        while folded and not folded[-1].text:
            folded.pop()
    return _trim(folded)


def _trim(spans: list[Span]) -> list[Span]:
    while spans and not spans[0].text.lstrip():
        spans = spans[1:]
    while spans and not spans[-1].text.rstrip():
        spans = spans[:-1]
    if spans:
        spans[0] = replace(spans[0], text=spans[0].text.lstrip())
        spans[-1] = replace(spans[-1], text=spans[-1].text.rstrip())
    return spans


def plain(spans: Iterable[Span]) -> str:
    """The words alone, white space folded, ``\\n`` for a line break."""
    return "".join(span.text for span in fold(spans))


def markup(spans: Iterable[Span]) -> str:
    """The same words as inner HTML made of ``strong em a br sup sub`` only."""
    return "".join(_dress(span) for span in fold(spans))


def _dress(span: Span) -> str:
    # White space at the ends stays outside: nobody means it to be bold or part of a link.
    inner = span.text.strip()
    before, _, after = span.text.partition(inner) if inner else (span.text, "", "")
    if not inner:
        return before.replace("\n", "<br>")
    html = escape(inner).replace("\n", "<br>")
    for tag in filter(None, (span.raised, span.italic and "em", span.bold and "strong")):
        html = f"<{tag}>{html}</{tag}>"
    if span.href and _SAFE_ADDRESS.match(span.href):
        html = f'<a href="{escape(span.href)}">{html}</a>'
    return f"{before}{html}{after}".replace("\n", "<br>")


def block(kind: Kind, spans: Iterable[Span], *, level: int = 0, page: int = 1) -> Block:
    """A block of these spans; it is bold when each span that has words is."""
    spans = fold(spans)
    worded = [span for span in spans if span.text.strip()]
    return Block(
        kind=kind,
        text="".join(span.text for span in spans),
        html="".join(_dress(span) for span in spans),
        level=level,
        page=page,
        is_bold=bool(worded) and all(span.bold for span in worded),
    )
