"""Blocks as a passage: plain text, and the same as HTML that assistive technology can follow."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import escape
from itertools import groupby

from cleardays.readers.blocks import Block, Cell, Kind
from cleardays.readers.reports.draft import Passage
from cleardays.readers.reports.margin import Margin, words_of
from cleardays.readers.reports.pieces import followed
from cleardays.readers.reports.vocabulary import vocabulary

_POINTED = re.compile(r"\W*\d+(?:\.\d+)+\W*")  # "3.1": the number of a paragraph, not of a list
_CAPTION = re.compile(r"table\s+\w+\W", re.IGNORECASE)
_TOP_HEADING, _LOWEST_HEADING = 2, 4


def passage(blocks: Sequence[Block]) -> Passage:
    """Render blocks, their headings from h2 to h4 without a step left out."""
    text = "\n".join(_text(block) for block in blocks)
    return Passage(text.strip(), _html(blocks))


def value_passage(blocks: Sequence[Block], margin: Margin, *, keeps_none: bool = False) -> Passage:
    """Render a short section: "N/A" is nothing, and the numbers of paragraphs are labels.

    "None" is nothing too, unless ``keeps_none``: of an implication it is an answer.
    """
    words = vocabulary()
    is_nothing = words.is_not_applicable if keeps_none else words.is_absent
    if all(block.kind is not Kind.TABLE and is_nothing(block.text) for block in blocks):
        margin.label_blocks(*blocks)
        return Passage()
    return passage(without_numbers(blocks, margin))


def without_numbers(blocks: Sequence[Block], margin: Margin) -> list[Block]:
    """Paragraphs whose numbers ("2.1", or "4." in front of the first) went to the labels."""
    is_numbered = bool(blocks) and bool(re.fullmatch(r"\d{1,3}\.?", blocks[0].marker))
    bare: list[Block] = []
    for block in blocks:
        is_plain_number = is_numbered and re.fullmatch(r"\d{1,3}\.?", block.marker)
        if block.kind is Kind.ITEM and (_POINTED.fullmatch(block.marker) or is_plain_number):
            margin.label(block.marker if block.is_marker_printed else "")
            bare.append(replace(block, kind=Kind.PARAGRAPH, marker="", level=0))
        else:
            bare.append(block)
    return bare


def _text(block: Block) -> str:
    if block.kind is not Kind.ITEM:
        return words_of(block)
    marker = block.marker if block.is_marker_printed and block.is_ordered else "•"
    if block.is_marker_printed and not block.is_ordered and re.search(r"\w", block.marker):
        marker = block.marker
    indent = "" if _POINTED.fullmatch(block.marker) else "  " * (max(block.level, 1) - 1)
    return f"{indent}{marker} {block.text}"


def _html(blocks: Sequence[Block]) -> str:
    out: list[str] = []
    levels = _Levels()
    for kind, run in groupby(_shown(blocks), key=lambda unit: unit[0].kind):
        group = list(run)
        if kind is Kind.ITEM:
            out.append(_lists([item for item, _ in group]))
        elif kind is Kind.TABLE:
            out += [_table(table, caption) for table, caption in group]
        elif kind is Kind.HEADING:
            out += [_heading(heading, levels) for heading, _ in group]
        else:
            out += [f"<p>{_numbered(block)}</p>" for block, _ in group]
    return "\n".join(out)


def _shown(blocks: Sequence[Block]) -> Iterator[tuple[Block, str]]:
    """Each block with its caption: the line "Table 1: ..." that stands before a table."""
    caption = ""
    for block, after in followed(blocks):
        if after is not None and after.kind is Kind.TABLE and _is_caption(block):
            caption = re.sub(r"</?strong>", "", _numbered(block))
        elif block.kind is Kind.ITEM and _POINTED.fullmatch(block.marker):
            yield replace(block, kind=Kind.PARAGRAPH), ""
        else:
            yield block, caption
            caption = ""


def _is_caption(block: Block) -> bool:
    is_line = block.kind in {Kind.PARAGRAPH, Kind.HEADING}
    return is_line and bool(_CAPTION.match(block.text)) and len(block.text.split()) <= 20


def _numbered(block: Block) -> str:
    return f"{escape(block.marker)} {block.html}".strip()


class _Levels:
    """Heading levels in order: a deeper heading is one step deeper, however deep it says."""

    def __init__(self) -> None:
        self._open: list[int] = []

    def of(self, heading: Block) -> int:
        raw = heading.level or (self._open[0] + 1 if self._open else 2)
        while self._open and self._open[-1] >= raw:
            self._open.pop()
        self._open.append(raw)
        return min(_TOP_HEADING + len(self._open) - 1, _LOWEST_HEADING)


def _heading(block: Block, levels: _Levels) -> str:
    level = levels.of(block)
    inner = re.sub(r"</?strong>", "", _numbered(block)).rstrip(": ")
    return f"<h{level}>{inner}</h{level}>"


def _lists(items: list[Block]) -> str:
    """Items in one or more lists, deeper items in a list inside the one they follow."""
    out: list[str] = []
    top = min(item.level for item in items)
    for _, run in groupby(items, key=_ListOf(top)):
        out.append(_one_list(list(run), top))
    return "\n".join(out)


class _ListOf:
    """Numbers the lists in a run of items: a new one where bullets turn to numbers."""

    def __init__(self, top: int) -> None:
        self._top = top
        self._count = 0
        self._style = ""

    def __call__(self, item: Block) -> int:
        if item.level <= self._top:
            style = list_type(item.marker) if item.is_ordered else "bullet"
            if self._style and style != self._style:
                self._count += 1
            self._style = style
        return self._count


def _one_list(items: list[Block], top: int) -> str:
    tag, attributes = _tag(items[0])
    out = [f"<{tag}{attributes}>"]
    deeper: list[Block] = []
    for item, after in followed(items):
        if item.level > top and len(out) > 1:
            deeper.append(item)
        else:
            out.append(f"<li>{item.html}")
        if after is None or after.level <= top:
            out[-1] += f"\n{_lists(deeper)}\n</li>" if deeper else "</li>"
            deeper = []
    return "\n".join([*out, f"</{tag}>"])


def _tag(first: Block) -> tuple[str, str]:
    if not first.is_ordered:
        return "ul", ""
    kind, start = list_type(first.marker), start_of(first.marker)
    return "ol", (f' type="{kind}"' if kind != "1" else "") + (
        f' start="{start}"' if start > 1 else ""
    )


def list_type(marker: str) -> str:
    """The ``type`` of an ordered list with this marker: 1, a, A, i or I."""
    word = re.sub(r"\W", "", marker)
    if not word or word.isdigit():
        return "1"
    is_roman = bool(re.fullmatch(r"[ivx]+", word, re.IGNORECASE))
    kind = "i" if is_roman else "a"
    return kind.upper() if word.isupper() else kind


def start_of(marker: str) -> int:
    """The number that a marker stands for: 2 for "2.", "(b)" and "ii."."""
    word = re.sub(r"\W", "", marker).casefold()
    if word.isdigit():
        return int(word)
    if re.fullmatch(r"[ivx]+", word):
        values = [{"i": 1, "v": 5, "x": 10}[letter] for letter in word]
        pairs = zip(values, [*values[1:], 0], strict=True)
        return sum(-value if value < after else value for value, after in pairs)
    return ord(word) - ord("a") + 1 if len(word) == 1 and word.isascii() else 1


def _table(block: Block, caption: str) -> str:
    out = ["<table>"]
    if caption:
        out.append(f"<caption>{caption}</caption>")
    for number, row in enumerate(block.rows):
        heads_columns = number == 0 or all(cell.is_header for cell in row)
        cells = "".join(_cell(cell, is_head=heads_columns) for cell in row)
        out.append(f"<tr>{cells}</tr>")
    return "\n".join([*out, "</table>"])


def _cell(cell: Cell, *, is_head: bool) -> str:
    spans = "".join(
        f' {name}="{count}"'
        for name, count in (("colspan", cell.colspan), ("rowspan", cell.rowspan))
        if count > 1
    )
    if not (is_head or cell.is_header):
        return f"<td{spans}>{cell.html}</td>"
    scope = "col" if is_head else "row"
    return f'<th scope="{scope}"{spans}>{cell.html}</th>'
