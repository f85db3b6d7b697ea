"""Background papers out of a table or a list, or the word that there are none."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from cleardays.readers.blocks import Block, Cell, Kind
from cleardays.readers.reports.dates import find_date
from cleardays.readers.reports.draft import BackgroundPaper
from cleardays.readers.reports.headings import looks_like_heading
from cleardays.readers.reports.margin import Margin
from cleardays.readers.reports.pieces import piece
from cleardays.readers.reports.tokens import is_contact_line
from cleardays.readers.reports.vocabulary import vocabulary

_COLUMNS = ("paper", "date", "contact")
_LONGEST_HEADS = 12  # words of all heads of columns in one line
_LONGEST_PAPER = 40  # words; a longer paragraph explains rather than names
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_MONTH_AND_YEAR = re.compile(
    rf"(?:(?:{_MONTH}\s+(?:to|and|[-–])\s+)?{_MONTH}\s+)?"
    r"(?<!\d)(?:19|20)\d{2}(?:\s?[-/–]\s?\d{2,4})?(?!\d)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\b(?:to|at|of|on|by|until|ending|ended|from|for|since|in)\s+$", re.IGNORECASE
)
_NUMBER_ROW = re.compile(r"\W*\d{0,2}\W*")


def read_papers(blocks: Sequence[Block], margin: Margin) -> tuple[list[BackgroundPaper], bool]:
    """Read the papers of a section, and whether it lists any or says that there are none."""
    papers: list[BackgroundPaper] = []
    is_stated = False
    lines = [block for block in blocks if block.kind is not Kind.TABLE]
    has_list = any(b.kind is Kind.TABLE or b.kind is Kind.ITEM for b in blocks)
    heads = _heads_among(lines)
    rows = _rows_of_lines(lines[len(heads) :]) if len(heads) == len(_COLUMNS) else []
    is_row = len(heads) == 1
    heads += [line for line in lines if _is_sub_heading(line, lines) and line not in heads]
    margin.label_blocks(*heads)
    taken = set(map(id, heads))
    if rows:
        return rows, True
    for block in blocks:
        if id(block) in taken:
            continue
        if block.kind is Kind.TABLE:
            found, says = _table(block, margin)
            papers += found
            is_stated = is_stated or says
        elif vocabulary().says_none(block.text):
            margin.label_blocks(block)
            is_stated = True
        elif _explains(block, has_list=has_list):
            _aside(block, margin)
        else:
            papers += _from_lines(block, margin, is_row=is_row)
    return papers, is_stated or bool(papers)


def has_heads(lines: Sequence[Block]) -> bool:
    """Whether lines begin with the heads of a table's columns."""
    return bool(_heads_among([line for line in lines if line.kind is not Kind.TABLE]))


def _heads_among(lines: Sequence[Block]) -> list[Block]:
    """The heads of a table that became lines: "Paper", "Date", "Contact/Tel", or all in one."""
    first = lines[0].text.split() if lines else []
    if len(first) <= _LONGEST_HEADS and _names_columns(first):
        return [lines[0]]
    heads: dict[str, Block] = {}
    for line in lines:
        name = next((n for n in _COLUMNS if vocabulary().heads_column(n, line.text)), None)
        if name is None or name in heads:
            break
        heads[name] = line
    return list(heads.values()) if len(heads) > 1 else []


def _is_sub_heading(line: Block, lines: Sequence[Block]) -> bool:
    """Whether a line stands above others of the section rather than naming a paper."""
    is_all_bold = all(other.is_bold for other in lines)
    return line.kind is Kind.HEADING or (looks_like_heading(line) and not is_all_bold)


def _rows_of_lines(lines: Sequence[Block]) -> list[BackgroundPaper]:
    """The rows of a table that became lines, read along its rows or down its columns.

    Only where each line is a paper, a date or somebody to ask, and there are as many of each.
    """
    kinds: dict[str, list[str]] = {name: [] for name in _COLUMNS}
    for line in lines:
        kinds[_column_of(line.text)].append(line.text)
    counts = {len(texts) for texts in kinds.values()}
    if counts == {0} or len(counts) > 1:
        return []
    return [BackgroundPaper(*row) for row in zip(*kinds.values(), strict=True)]


def _column_of(text: str) -> str:
    found = find_date(text)
    is_date = found is not None and not re.search(r"\w", text[: found.start] + text[found.end :])
    if is_date or _MONTH_AND_YEAR.fullmatch(text.strip()):
        return "date"
    return "contact" if is_contact_line(text) else "paper"


def _names_columns(words: Sequence[str], wanted: Sequence[str] = _COLUMNS) -> bool:
    """Whether words are the heads of all wanted columns, one after the other."""
    if not wanted or not words:
        return not wanted and not words
    return any(
        vocabulary().heads_column(wanted[0], " ".join(words[:count]))
        and _names_columns(words[count:], wanted[1:])
        for count in range(1, len(words) + 1)
    )


def _explains(block: Block, *, has_list: bool) -> bool:
    """Whether a paragraph leads in or explains rather than naming a paper."""
    text = block.text.rstrip()
    if text.endswith(":") or len(text.split()) > _LONGEST_PAPER:
        return True
    return block.kind is not Kind.ITEM and has_list and text.endswith(".")


def _aside(block: Block, margin: Margin) -> None:
    if block.text.rstrip().endswith(":"):
        margin.label_blocks(block)
    else:
        margin.leave(block)


def _from_lines(block: Block, margin: Margin, *, is_row: bool) -> Iterator[BackgroundPaper]:
    """The papers of one line, which semicolons may part: "Plan, 2021; Strategy, 2022"."""
    places = [found.end() for found in re.finditer(r";\s+(?=[^\W\d_]*[A-Z])", block.text)]
    if is_row or not places:
        places = []
    for start, end in pairwise([0, *places, len(block.text)]):
        part = piece(block, start, end)
        yield _from_line(replace(part, text=part.text.rstrip("; ")), margin, is_row=is_row)


def _from_line(block: Block, margin: Margin, *, is_row: bool) -> BackgroundPaper:
    """A paper named in one line, its date at the end and its contact after a dash or comma.

    ``is_row`` says that the line was a row of a table: its contact follows the date.
    """
    margin.label(block.marker if block.is_marker_printed else "")
    text = " ".join(block.text.split("\n"))
    contact = ""
    if not is_row:
        text, contact = _contact_apart(text)
    found = find_date(text)
    spans = [(found.start, found.end)] if found else []
    spans += [m.span() for m in _MONTH_AND_YEAR.finditer(text)]
    for start, end in spans:
        before, after = text[:start], text[end:]
        if is_row and re.search(r"\w", before):
            return BackgroundPaper(before.strip(), text[start:end], after.strip())
        lead = re.search(r"(?:\s*[,(–—-]\s*|\s+)(dated\s+)?$", before)
        is_apart = bool(re.search(r"[,(–—-]\s*(?:dated\s+)?$|\bdated\s+$", before))
        is_day = found is not None and (start, end) == (found.start, found.end)
        is_apart = is_apart or (is_day and not _GOES_ON.search(before))
        if lead and is_apart and not re.search(r"\w", after):
            margin.label(lead.group(1) or "")
            return BackgroundPaper(before[: lead.start()].strip(" ,"), text[start:end], contact)
    return BackgroundPaper(text.strip(), "", contact)


def _contact_apart(text: str) -> tuple[str, str]:
    """The paper and its date, and from the first comma or dash before a number the contact."""
    if not is_contact_line(text):
        return text, ""
    for separator in re.finditer(r"\s*[,;|]\s+|\s+[–—-]\s+", text):
        rest = text[separator.end() :]
        if is_contact_line(rest) and not find_date(rest):
            return text[: separator.start()], rest
    return text, ""


@dataclass(frozen=True)
class _Layout:
    """Which column holds what; a column nobody has heard of belongs to the paper."""

    names: tuple[str, ...]

    def paper(self, row: Sequence[str]) -> BackgroundPaper:
        """A row as a paper."""
        values: dict[str, list[str]] = {name: [] for name in _COLUMNS}
        for index, cell in enumerate(row):
            name = self.names[index] if index < len(self.names) else "contact"
            if cell:
                values[name].append(cell)
        return BackgroundPaper(*(", ".join(values[name]) for name in _COLUMNS))


def _table(table: Block, margin: Margin) -> tuple[list[BackgroundPaper], bool]:
    rows = [row for row in table.rows if any(cell.text.strip() for cell in row)]
    layout = _layout(rows[0]) if rows else None
    if layout:
        margin.label(*(cell.text for cell in rows[0]))
        rows = rows[1:]
    layout = layout or _guess(rows)
    papers: list[BackgroundPaper] = []
    says_none = False
    for row in rows:
        cells = [_value(cell, margin) for cell in row]
        if any(cells):
            paper = _numbered_apart(layout, cells, margin)
            papers[-1:] = _continued(papers[-1], paper) if papers else [paper]
        else:
            says_none = True
    return papers, says_none


def _continued(before: BackgroundPaper, paper: BackgroundPaper) -> list[BackgroundPaper]:
    """A row that names no paper goes on with the row before it, as after the end of a page."""
    if paper.paper:
        return [before, paper]
    date = " ".join(filter(None, (before.date, paper.date)))
    contact = " ".join(filter(None, (before.contact, paper.contact)))
    return [BackgroundPaper(before.paper, date, contact)]


def _value(cell: Cell, margin: Margin) -> str:
    """What a cell says; "N/A" is nothing, and a label."""
    text = " ".join(cell.text.split())
    if vocabulary().says_none(text):
        margin.label(text)
        return ""
    return text


def _numbered_apart(layout: _Layout, cells: list[str], margin: Margin) -> BackgroundPaper:
    if "number" not in layout.names:
        return layout.paper(cells)
    place = layout.names.index("number")
    margin.label(cells[place])
    kept = [name for name in layout.names if name != "number"]
    return _Layout(tuple(kept)).paper([c for i, c in enumerate(cells) if i != place])


def _layout(row: Sequence[Cell]) -> _Layout | None:
    """The columns that a first row names, if it names them."""
    words = vocabulary()
    names: list[str] = []
    known = 0
    for index, cell in enumerate(row):
        order = ("date", "contact", "paper") if index else ("paper", "number", "date", "contact")
        name = next((n for n in order if words.heads_column(n, cell.text)), None)
        known += name is not None
        names.append(name or "paper")
    is_head = known * 2 > len(row) or all(cell.is_header for cell in row)
    return _Layout(tuple(names)) if is_head and known else None


def _guess(rows: Sequence[Sequence[Cell]]) -> _Layout:
    """Columns without heads: numbers, then the paper, its date and its contact."""
    width = max((len(row) for row in rows), default=0)
    first = [row[0].text for row in rows]
    is_numbered = width > 1 and all(_NUMBER_ROW.fullmatch(text) for text in first)
    names = [*(["number"] if is_numbered else []), *_COLUMNS]
    second = [row[1].text for row in rows if len(row) > 1]
    if width == 2 and not is_numbered and any(second) and not any(map(find_date, second)):
        names = ["paper", "contact"]
    return _Layout(tuple(names))
