"""Recommendations, each with its sub-points, without numbers and the words that lead in."""

import re
from collections.abc import Sequence
from dataclasses import replace

from cleardays.readers.blocks import Block, Cell, Kind
from cleardays.readers.reports.draft import Passage
from cleardays.readers.reports.headings import ends_sentence
from cleardays.readers.reports.margin import Margin
from cleardays.readers.reports.passage import list_type, passage, start_of
from cleardays.readers.reports.pieces import cell_lines, piece, with_marker_apart
from cleardays.readers.reports.vocabulary import vocabulary

_OWN_LABEL = re.compile(
    r"(?:recommendation|rec)\.?\s+\(?(?:\d+|[A-Z]|[ivx]+)\)?\s*[:.)–—-]?\s*", re.I
)


def read_recommendations(blocks: Sequence[Block], margin: Margin) -> list[Passage]:
    """Read the recommendations of a section; headings, lead-ins and numbers go to the labels."""
    lines = [line for block in blocks for line in _lines(block, margin)]
    lines = [part for line in lines for part in _run_in(line)]
    lines = [line for line in (_without_own_label(line, margin) for line in lines) if line.text]
    if all(vocabulary().is_absent(line.text) for line in lines):
        margin.label_blocks(*lines)
        return []
    return [passage(group) for group in _groups(lines, margin)]


def _run_in(line: Block) -> list[Block]:
    """A line "... is asked to: 1. Note this. 2. Agree that." as a lead-in and its items."""
    if line.kind is Kind.TABLE:
        return [line]
    for marks in (r"{n}\.", r"\({n}\)", r"{n}\)"):
        for counted in ("123456789", "abcdefghi", ("i", "ii", "iii", "iv", "v", "vi", "vii")):
            places = _places(line.text, marks, counted)
            if len(places) > 1:
                return _cut_at(line, places)
    return [line]


def _places(text: str, marks: str, counted: Sequence[str]) -> list[int]:
    """Where the markers of a run-in list stand, one after the other from the first."""
    places: list[int] = []
    for number in counted:
        start = places[-1] + 1 if places else 0
        found = re.compile(
            r"(?:(?<=[:;.,]\s)|(?<=\band\s)|\A)" + marks.replace("{n}", number) + r"\s"
        ).search(text, start)
        if not found:
            break
        places.append(found.start())
    is_led = bool(places) and re.search(r"(?::\s*|\A)\Z", text[: places[0]])
    return places if is_led else []


def _cut_at(line: Block, places: Sequence[int]) -> list[Block]:
    ends = [*places[1:], len(line.text)]
    parts = [piece(line, 0, places[0])] if places[0] else []
    items = [piece(line, start, end) for start, end in zip(places, ends, strict=True)]
    return parts + [with_marker_apart(replace(item, kind=Kind.PARAGRAPH)) for item in items]


def _lines(block: Block, margin: Margin) -> list[Block]:
    return _rows(block, margin) if block.kind is Kind.TABLE else [block]


def _rows(table: Block, margin: Margin) -> list[Block]:
    """Each row of a table as one item, its number as the marker."""
    rows = list(table.rows)
    words = vocabulary()
    heads = [cell for cell in rows[0] if cell.text.strip()]
    if len(heads) > 1 and any(words.heads_column("recommendation", cell.text) for cell in heads):
        margin.label(*(cell.text for cell in heads))
        rows = rows[1:]
    return [line for row in rows for line in _row(row, table.page)]


def _row(row: Sequence[Cell], page: int) -> list[Block]:
    cells = [cell for cell in row if cell.text.strip()]
    if not cells:
        return []
    marker = ""
    if len(cells) > 1 and re.fullmatch(r"\W*(?:\d[\d.]*|[a-zA-Z]|[ivx]+|R\d+)\W*", cells[0].text):
        marker, cells = cells[0].text.strip(), cells[1:]
    lines = [line for cell in cells for line in cell_lines(cell, page)]
    first, *rest = lines
    if first.kind is Kind.ITEM and not marker:
        marker = first.marker
    elif first.kind is Kind.ITEM:
        marker = f"{marker} {first.marker}"
    top = replace(first, kind=Kind.ITEM, level=1, marker=marker or "•", is_marker_printed=True)
    top = replace(top, is_ordered=bool(marker))
    return [top, *(_below(line) for line in rest)]


def _below(line: Block) -> Block:
    return replace(line, level=max(line.level, 1) + 1) if line.kind is Kind.ITEM else line


def _without_own_label(line: Block, margin: Margin) -> Block:
    """Take "Recommendation 1:" off a line, or the whole line where it stands alone."""
    found = _OWN_LABEL.match(line.text)
    if found is None or line.text[found.end() - 1 : found.end() + 1].isalnum():
        return line
    margin.label(line.text[: found.end()])
    rest = piece(line, found.end())
    if not rest.text:
        margin.label(line.marker if line.is_marker_printed else "")
        return rest
    marker = " ".join(filter(None, (line.marker if line.is_marker_printed else "", "")))
    margin.label(marker)
    return replace(
        rest, kind=Kind.ITEM, level=1, marker="1.", is_ordered=True, is_marker_printed=False
    )


def _groups(lines: Sequence[Block], margin: Margin) -> list[list[Block]]:
    """Lines grouped by recommendation; the first line of a group has lost its number."""
    top = next((b for b in lines if b.kind is Kind.ITEM and not _leads_in(b, lines)), None)
    groups: list[list[Block]] = []
    numbers = _Numbers(top)
    for line in lines:
        is_heading = line.kind is Kind.HEADING and groups and not line.text.endswith(".")
        if is_heading or _leads_in(line, lines):
            margin.label_blocks(line)
            numbers.led_in()
        elif not groups or numbers.begins(line, after=groups[-1][-1]):
            margin.label(line.marker if line.is_marker_printed else "")
            groups.append([replace(line, kind=Kind.PARAGRAPH, marker="", level=0)])
        else:
            groups[-1].append(_raised(line, top))
    return groups


class _Numbers:
    """Follows the numbers of recommendations, to know which items are points below one."""

    def __init__(self, top: Block | None) -> None:
        self._top = top
        self._is_led_in = True
        self._last = start_of(top.marker) if top else 0
        self._is_below = False

    def led_in(self) -> None:
        """Note that words leading in were read: an unnumbered line may be one more."""
        self._is_led_in = True

    def begins(self, line: Block, after: Block) -> bool:
        """Whether a line begins a recommendation rather than going on with the one before."""
        if self._top is None:
            return True
        if line.kind is not Kind.ITEM:
            return self._is_led_in
        self._is_led_in = False
        if line.level > self._top.level or family(line.marker) != family(self._top.marker):
            return False
        number = start_of(line.marker)
        if after.text.rstrip().endswith(":") and number == 1 < self._last + 1:
            self._is_below = True
        elif self._is_below and number == self._last + 1 and not _goes_on(line, after):
            self._is_below = False
        if not self._is_below:
            self._last = number
        return not self._is_below


def _goes_on(line: Block, after: Block) -> bool:
    """Whether an item numbered on from the one before it belongs to the same list."""
    return after.kind is Kind.ITEM and start_of(after.marker) + 1 == start_of(line.marker)


def family(marker: str) -> str:
    """How a marker counts and is dressed: "1.", "(a)", "3.1"."""
    points = len(re.findall(r"\d+", marker))
    if points > 1:
        return f"points{points}"
    kind = list_type(marker)
    word = re.sub(r"\W", "", marker)
    if kind == "i" and len(word) == 1 and word not in "iI":
        kind = "i" if word in "vxVX" else "a"
    return re.sub(r"\w+", kind, marker)


def _leads_in(line: Block, lines: Sequence[Block]) -> bool:
    """Whether a line only says that recommendations follow."""
    text = line.text.rstrip()
    index = next(i for i, other in enumerate(lines) if other is line)
    if line.kind is Kind.TABLE or index + 1 == len(lines):
        return False
    is_open = bool(re.search(r"[:–—-]$|\bto$|\bthat$", text))
    if not is_open and not _goes_deeper(line, lines[index + 1]):
        return False
    is_said = any(phrase in text.casefold() for phrase in vocabulary().lead_ins)
    if line.kind is not Kind.ITEM:
        return is_said or index == 0
    siblings = [b for b in lines[index + 1 :] if b.kind is Kind.ITEM and _is_sibling(b, line)]
    return index == 0 and (is_said or text.endswith(":")) and not siblings


def _goes_deeper(line: Block, after: Block) -> bool:
    """Whether an unended item is cut short by points below it: "3. That Cabinet", "(a) ..."."""
    are_items = line.kind is Kind.ITEM and after.kind is Kind.ITEM
    return are_items and after.level > line.level and not ends_sentence(line.text)


def _is_sibling(block: Block, line: Block) -> bool:
    return family(block.marker) == family(line.marker) and block.level <= line.level


def _raised(line: Block, top: Block | None) -> Block:
    """A sub-point one level up, now that the recommendation above it is no list item."""
    if line.kind is not Kind.ITEM or top is None:
        return line
    return replace(line, level=max(line.level - top.level, 1))
