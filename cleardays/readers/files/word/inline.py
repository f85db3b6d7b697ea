"""The words of a Word paragraph as spans: runs, links, fields; nothing hidden or deleted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from cleardays.readers.files.relationships import Relationship
from cleardays.readers.files.spans import Span
from cleardays.readers.files.word.package import (
    MC,
    Element,
    M,
    R,
    W,
    is_on,
    value,
    whole_number,
)
from cleardays.readers.files.word.styles import Styles, paragraph_style

# Properties say how, deletions and moves-from are gone, and codes are no words.
_PASSED_OVER = frozenset(
    W + name
    for name in (
        "pPr", "rPr", "tblPr", "sdtPr", "sdtEndPr", "del", "moveFrom", "delText", "delInstrText",
        "fldData",
    )
)  # fmt: skip
_SPACING = {W + "tab": " ", W + "ptab": " ", W + "cr": "\n", W + "noBreakHyphen": "-"}
_SHOWN = frozenset([*_SPACING, W + "br", W + "sym", W + "t", M + "t"])
# Tick boxes, arrows and ticks of the Wingdings fonts; any other symbol is shown as a bullet.
_SYMBOLS = {0xA8: "☐", 0x6F: "☐", 0xFE: "☒", 0xFD: "☒", 0xFC: "✓", 0x52: "☑", 0xE0: "→", 0xE8: "→"}


@dataclass
class _Field:
    """A field that is open: its code as far as read, and what it has shown."""

    start: Element
    code: str = ""
    in_code: bool = True
    has_shown: bool = False


@dataclass(frozen=True)
class _Look:
    """What the surroundings give to the words inside: the paragraph's style, dress and link."""

    style: str
    span: Span


class Inline:
    """Reads paragraphs of one part, in order: fields may run from one into the next."""

    def __init__(self, styles: Styles, relationships: dict[str, Relationship]) -> None:
        self._styles = styles
        self._relationships = relationships
        self._fields: list[_Field] = []
        self.hidden = 0
        self.boxes: list[Element] = []
        self.notes: list[tuple[str, str]] = []
        self._numbers = {"footnoteReference": 0, "endnoteReference": 0}

    def spans(self, paragraph: Element) -> list[Span]:
        """The visible words of a paragraph. ``boxes`` and ``notes`` gain what hangs on it."""
        return list(self._walk(paragraph, _Look(paragraph_style(paragraph), Span(""))))

    def _walk(self, node: Element, look: _Look) -> Iterator[Span]:
        for child in node:
            tag = child.tag
            if tag in _PASSED_OVER:
                continue
            if tag == f"{W}r":
                yield from self._run(child, look)
            elif tag == f"{W}hyperlink":
                yield from self._walk(child, self._linked(child, look))
            elif tag == f"{MC}AlternateContent":
                if len(child):  # the first choice; the rest say the same for older programs
                    yield from self._walk(child[0], look)
            elif tag == f"{W}txbxContent" or str(tag).endswith("}txBody"):
                self.boxes.append(child)
            else:
                yield from self._leaf(child, look)

    def _leaf(self, child: Element, look: _Look) -> Iterator[Span]:
        """Text, breaks, symbols, marks of fields and notes; whatever else is looked into."""
        tag = child.tag
        if tag in _SHOWN:
            yield from self._show(_shown(child), look)
        elif tag == f"{W}fldChar":
            yield from self._field_mark(child, look)
        elif tag == f"{W}instrText":
            if self._fields:
                self._fields[-1].code += child.text or ""
        elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            yield from self._note(child, look)
        else:
            yield from self._walk(child, look)

    def _run(self, run: Element, look: _Look) -> Iterator[Span]:
        if self._styles.has("vanish", run, look.style):
            self.hidden += bool("".join(_text(each) for each in run.iter(f"{W}t")).strip())
            for mark in run.iter(f"{W}fldChar", f"{W}instrText"):
                # The marks still count: what follows them may be in sight.
                list(self._leaf(mark, look))
            return
        raised = value(run.find(f"{W}rPr/{W}vertAlign"))
        dress = replace(
            look.span,
            bold=self._styles.has("b", run, look.style),
            italic=self._styles.has("i", run, look.style),
            raised={"superscript": "sup", "subscript": "sub"}.get(raised, ""),
        )
        yield from self._walk(run, replace(look, span=dress))

    def _linked(self, hyperlink: Element, look: _Look) -> _Look:
        to = self._relationships.get(hyperlink.get(f"{R}id", ""))
        href = to.target if to is not None and to.is_external else ""
        return replace(look, span=replace(look.span, href=href))

    def _show(self, text: str, look: _Look) -> Iterator[Span]:
        """Words go on the page unless they are inside the code of a field."""
        if any(field.in_code for field in self._fields):
            return
        href = look.span.href
        for field in self._fields:
            field.has_shown = True
            link = re.search(r'HYPERLINK\s+"([^"]+)"', field.code)
            href = link.group(1) if link else href
        yield replace(look.span, text=text, href=href)

    def _field_mark(self, mark: Element, look: _Look) -> Iterator[Span]:
        kind = value(mark, "fldCharType")
        if kind == "begin":
            self._fields.append(_Field(mark))
        elif kind == "separate" and self._fields:
            self._fields[-1].in_code = False
        elif kind == "end" and self._fields:
            field = self._fields.pop()
            if not field.has_shown:
                yield from self._show(_form_answer(field.start), look)

    def _note(self, reference: Element, look: _Look) -> Iterator[Span]:
        kind = str(reference.tag).removeprefix(W)
        self._numbers[kind] += 1
        label = f"[{'e' if kind == 'endnoteReference' else ''}{self._numbers[kind]}]"
        self.notes.append((label, value(reference, "id")))
        is_marked = value(reference, "customMarkFollows") in ("1", "true", "on")
        yield from self._show(
            "" if is_marked else label, replace(look, span=Span("", raised="sup"))
        )


def _shown(element: Element) -> str:
    """What a leaf of a run puts on the page."""
    if element.tag == f"{W}br":
        return "\n" if value(element, "type") in ("", "textWrapping") else " "
    if element.tag == f"{W}sym":
        return _symbol(element)
    return _SPACING.get(str(element.tag)) or _text(element)


def _text(element: Element) -> str:
    # Spaces at the ends are kept though xml:space may not ask for it: words stay apart.
    return (element.text or "").replace("\n", " ").replace("\r", " ")


def _symbol(element: Element) -> str:
    code = value(element, "char")
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if 0xF000 <= number <= 0xF0FF:
        return _SYMBOLS.get(number - 0xF000, "•")
    return chr(number) if 31 < number < 0xD800 else ""


def _form_answer(start: Element) -> str:
    """What an old form field shows without saying it in words: a tick, or the choice made."""
    box = start.find(f"{W}ffData/{W}checkBox")
    if box is not None:
        state = box.find(f"{W}checked")
        state = box.find(f"{W}default") if state is None else state
        return "☒" if state is not None and is_on(state) else "☐"
    choices = start.find(f"{W}ffData/{W}ddList")
    if choices is None:
        return ""
    entries = [value(each) for each in choices.findall(f"{W}listEntry")]
    chosen = choices.find(f"{W}result")
    chosen = choices.find(f"{W}default") if chosen is None else chosen
    index = whole_number(value(chosen), 0)
    return entries[index] if 0 <= index < len(entries) else ""
