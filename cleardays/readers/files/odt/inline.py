"""The words of an OpenDocument paragraph as spans; nothing hidden, no comment."""

from collections.abc import Iterator
from dataclasses import replace

from cleardays.readers.files.odt.package import (
    DRAW,
    LOEXT,
    OFFICE,
    TEXT,
    XLINK,
    Element,
)
from cleardays.readers.files.odt.styles import Styles
from cleardays.readers.files.spans import Span

_PASSED_OVER = frozenset(
    (
        f"{OFFICE}annotation", f"{OFFICE}annotation-end", f"{TEXT}tracked-changes",
        f"{TEXT}script", f"{OFFICE}forms", f"{OFFICE}event-listeners",
    )
)  # fmt: skip
_HIDING_FIELDS = (f"{TEXT}hidden-text", f"{TEXT}hidden-paragraph")
_SPACING = {f"{TEXT}tab": " ", f"{TEXT}line-break": "\n", f"{TEXT}soft-page-break": ""}


class Inline:
    """Reads paragraphs; ``boxes`` and ``notes`` gain what hangs on them."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self.hidden = 0
        self.boxes: list[Element] = []
        self.notes: list[Element] = []

    def spans(self, paragraph: Element) -> list[Span]:
        """The visible words of a paragraph or heading; of a frame, only what hangs on it."""
        if not str(paragraph.tag).startswith(TEXT):
            return list(self._child(paragraph, Span("")))
        style = paragraph.get(f"{TEXT}style-name", "")
        if self._is_hidden_whole(paragraph, style):
            self.hidden += bool("".join(map(str, paragraph.itertext())).strip())
            return []
        dress = Span(
            "",
            bold=bool(self._styles.is_bold("paragraph", style)),
            italic=bool(self._styles.is_italic("paragraph", style)),
        )
        return list(self._walk(paragraph, dress))

    def _is_hidden_whole(self, paragraph: Element, style: str) -> bool:
        field = paragraph.find(f"{TEXT}hidden-paragraph")
        by_field = field is not None and field.get(f"{TEXT}is-hidden") == "true"
        return by_field or self._styles.is_hidden("paragraph", style)

    def _walk(self, node: Element, dress: Span) -> Iterator[Span]:
        if node.text:
            yield replace(dress, text=_folded(node.text))
        for child in node:
            yield from self._child(child, dress)
            if child.tail:
                yield replace(dress, text=_folded(child.tail))

    def _child(self, child: Element, dress: Span) -> Iterator[Span]:
        tag = str(child.tag)
        if tag in _PASSED_OVER:
            return
        if tag in _SPACING:
            yield replace(dress, text=_SPACING[tag])
        elif tag == f"{TEXT}s":
            yield replace(dress, text=" ")
        elif tag == f"{TEXT}note":
            yield replace(dress, text=note_label(child), raised="sup")
            self.notes.append(child)
        elif tag == f"{DRAW}text-box":
            self.boxes.append(child)
        elif tag == f"{LOEXT}content-control":
            yield from self._walk(child, dress)
        elif tag.startswith(DRAW) or not tag.startswith(TEXT):
            yield from self._drawn(child, dress)
        else:
            yield from self._text_element(child, dress)

    def _drawn(self, child: Element, dress: Span) -> Iterator[Span]:
        """Frames and shapes: only boxes and paragraphs in them have words of the text."""
        if child.find(f"{TEXT}p") is not None:
            self.boxes.append(child)
            return
        for inner in child:
            if str(inner.tag).startswith(DRAW):
                yield from self._child(inner, dress)

    def _text_element(self, child: Element, dress: Span) -> Iterator[Span]:
        style = child.get(f"{TEXT}style-name", "") if child.tag == f"{TEXT}span" else ""
        is_hidden = style and self._styles.is_hidden("text", style)
        if is_hidden or (child.tag in _HIDING_FIELDS and child.get(f"{TEXT}is-hidden") != "false"):
            words = "".join(map(str, child.itertext())) + child.get(f"{TEXT}string-value", "")
            self.hidden += bool(words.strip())
            return
        if child.tag == f"{TEXT}a":
            dress = replace(dress, href=child.get(f"{XLINK}href", ""))
        if style:
            bold = self._styles.is_bold("text", style)
            italic = self._styles.is_italic("text", style)
            dress = replace(
                dress,
                bold=dress.bold if bold is None else bold,
                italic=dress.italic if italic is None else italic,
                raised=self._styles.raised(style) or dress.raised,
            )
        yield from self._walk(child, dress)


def _folded(text: str) -> str:
    """White space in the XML is a space at most (ODF 1.2 part 1, 6.1.2)."""
    return " ".join(text.split("\n")).replace("\r", " ")


def note_label(note: Element) -> str:
    """The number of a note in brackets, as it is printed; endnotes with an e."""
    citation = note.find(f"{TEXT}note-citation")
    number = "" if citation is None else "".join(map(str, citation.itertext())).strip()
    return f"[{'e' if note.get(f'{TEXT}note-class') == 'endnote' else ''}{number}]"
