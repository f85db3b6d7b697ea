"""The areas for priority action and for improvement: tables, their rows joined over page breaks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from cleardays.readers.inspections.bodies import is_body, split_bodies
from cleardays.readers.inspections.document import Report
from cleardays.readers.inspections.draft import Finding, Paragraph, Unsure
from cleardays.readers.inspections.grid import Cell, Table
from cleardays.readers.inspections.page import Line
from cleardays.readers.inspections.prose import (
    ENDS_SENTENCE,
    INDENT,
    blocks_of,
    has_room,
    is_bullet,
    join_lines,
    opens_with_marker,
    paragraphs_of,
)
from cleardays.readers.inspections.wording import wording

FINDINGS = ("priority_actions", "improvements")
# A row names who should act; a sentence that points back belongs to the words before it.
POINTS_BACK = re.compile(
    r"^(?:this|these|those|they|it|in particular|in addition|specifically|also|including|such)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Row:
    """A row of a table of findings: the words of its text and of its responsible bodies."""

    section: str
    text: tuple[Line, ...]
    right: float
    responsible: tuple[Line, ...] = ()
    has_column: bool = False
    is_first_on_page: bool = False
    cut: str = ""  # why it is doubtful that the row is one with, or apart from, the one before

    @property
    def pages(self) -> tuple[int, ...]:
        """The pages that the row stands on."""
        return tuple(sorted({line.page for line in (*self.text, *self.responsible)}))


@dataclass
class _Reader:
    """Walks a report from heading to heading and gathers the rows of its tables of findings."""

    report: Report
    section: str = ""
    responsible_column: int | None = None
    rows: list[Row] = field(default_factory=list)
    loose: list[tuple[str, Line]] = field(default_factory=list)
    headed: set[str] = field(default_factory=set)

    def enter(self, section: str | None) -> None:
        self.section = section if section in FINDINGS else ""
        self.responsible_column = None
        if self.section:
            self.headed.add(self.section)

    def take_line(self, line: Line) -> None:
        section = wording().section_of(line.text)
        if section is not None:
            self.enter(section)
        elif self.section and not (len(line.words) == 1 and is_bullet(line.text)):
            if line.is_bold and self.rows:
                self.section = ""  # a heading that the framework does not know ends the section
            else:
                self.loose.append((self.section, line))

    def take_table(self, table: Table) -> None:
        is_first = True
        for cells in table.rows:
            filled = [cell for cell in cells if cell.lines]
            if filled and not self._is_header(cells) and self.section:
                self.rows.append(self._row(cells, is_first))
            if filled:
                is_first = False

    def _is_header(self, cells: Sequence[Cell]) -> bool:
        """Take note of a header row: which findings, and which column names the bodies."""
        sections = [wording().section_of(cell.text) for cell in cells]
        columns = [wording().is_column("responsible", cell.text) for cell in cells]
        named = next((s for s in sections if s), None)
        if named:
            self.enter(named)
        if True in columns and self.section:
            self.responsible_column = columns.index(True)
        details = any(wording().is_column("authority", cell.text) for cell in cells)
        if details:
            self.section = ""
        return bool(named) or True in columns or details

    def _row(self, cells: Sequence[Cell], is_first: bool) -> Row:
        cells = _without_numbers(cells)
        column = self.responsible_column
        if column is None or column >= len(cells) or len(cells) == 1:
            column = 0 if len(cells) > 1 else None
        texts = [cell for i, cell in enumerate(cells) if i != column]
        text = max(texts, key=lambda cell: cell.x1 - cell.x0)
        return Row(
            section=self.section,
            text=text.lines,
            right=text.x1,
            responsible=cells[column].lines if column is not None else (),
            has_column=column is not None,
            is_first_on_page=is_first,
        )


def _without_numbers(cells: Sequence[Cell]) -> Sequence[Cell]:
    """Leave out a column that only numbers the rows."""
    kept = [cell for cell in cells if not re.fullmatch(r"\(?\d{1,2}[.)]?", cell.text)]
    return kept or cells


def _flow(report: Report) -> Iterator[Line | Table]:
    """Yield lines outside tables, and tables, from the first page's top to the last's bottom."""
    for page in report.pages:
        tables = [t for t in report.tables if t.page == page.number]
        pending = list(tables)
        for line in (ln for ln in report.lines if ln.page == page.number):
            while pending and pending[0].top >= line.y:
                yield pending.pop(0)
            if not any(t.bottom <= line.y + 2 <= t.top for t in tables):
                yield line
        yield from pending


def _joined(rows: Sequence[Row]) -> list[Row]:
    """Join each row that a page break cuts."""
    whole: list[Row] = []
    for row in rows:
        last = whole[-1] if whole else None
        if last is None or not _may_continue(last, row):
            whole.append(row)
            continue
        is_one, why = _is_continued(last, row)
        if is_one:
            merged = replace(
                last,
                text=(*last.text, *row.text),
                responsible=(*last.responsible, *row.responsible),
                cut=why or last.cut,
            )
            whole[-1] = merged
        else:
            whole.append(replace(row, cut=why))
    return whole


def _may_continue(last: Row, row: Row) -> bool:
    same = last.section == row.section and last.has_column == row.has_column
    return same and row.is_first_on_page and row.pages[0] == last.pages[-1] + 1


def _is_continued(last: Row, row: Row) -> tuple[bool, str]:
    """Say whether ``row``, at the top of a page, goes on from ``last``; and why that is doubtful."""
    if not row.text or not last.text:
        return not (row.text and row.responsible), ""
    if row.has_column:
        if not row.responsible:
            return True, ""
        if not _breaks_off(last, row):
            return False, ""
    if opens_with_marker(row.text) or _breaks_off(last, row):
        return True, ""
    if POINTS_BACK.match(row.text[0].text):
        return True, ""
    if last.text[-1].page != row.text[0].page and not has_room(
        last.text[-1], row.text[0], last.right
    ):
        why = "A page break comes after a full line: this may go on from the row before."
        return False, why
    return False, ""


def _breaks_off(last: Row, row: Row) -> bool:
    """Say whether ``last`` ends inside a sentence that ``row`` goes on with."""
    begins, ends = row.text[0], last.text[-1]
    if begins.text[:1].islower():
        return True
    if ENDS_SENTENCE.search(ends.text):
        return False
    block = blocks_of(last.text, last.right)[-1]
    if block.is_bullet:
        # A list may end without a full stop; its next line would stand as far in as the item.
        return begins.x0 > block.x0 - INDENT
    return True


def _responsible_label(paragraph: Paragraph) -> str | None:
    """Return the bodies named in a text cell as "Responsible body: A Council and B ICB"."""
    label = wording().columns["responsible_label"]
    match = re.fullmatch(
        rf"\(?(?:{label})\s*[:–-]\s*(?P<who>.+?)\)?", paragraph.text, re.IGNORECASE
    )
    return match["who"] if match else None


def _finding(row: Row, report: Report, known: Sequence[str]) -> Finding:
    paragraphs = paragraphs_of(row.text, row.right, report.vocabulary)
    words = join_lines([line.text for line in row.responsible], report.vocabulary)
    if not row.has_column:
        labelled = [who for p in paragraphs if (who := _responsible_label(p))]
        paragraphs = tuple(p for p in paragraphs if not _responsible_label(p))
        words = "; ".join(labelled)
    return Finding(split_bodies(words, known), paragraphs, row.pages, words)


def _doubts(row: Row, finding: Finding, name: str) -> Iterator[Unsure]:
    page, text = finding.pages[0], finding.text
    if row.cut:
        yield Unsure(name, row.pages[0], text[:80], row.cut)
    if not finding.responsible and (row.has_column or row.section == "priority_actions"):
        yield Unsure(f"{name}.responsible", page, text[:80], "No responsible body is named.")
    for body in finding.responsible:
        if not is_body(body):
            why = "This is not plainly the name of a body."
            yield Unsure(f"{name}.responsible", page, body, why)
    if not text:
        yield Unsure(name, page, finding.responsible_words, "The row has no words.")
    elif text[0].islower():
        yield Unsure(name, page, text[:80], "The row begins inside a sentence.")
    elif text[-1] in ",:" or text.split()[-1].casefold() in ("and", "or", "the", "of", "to"):
        yield Unsure(name, finding.pages[-1], text[-80:], "The row ends inside a sentence.")


@dataclass(frozen=True)
class Findings:
    """Both kinds of findings, and what is doubtful about them."""

    priority_actions: tuple[Finding, ...]
    improvements: tuple[Finding, ...]
    headed: frozenset[str]
    unsure: tuple[Unsure, ...]


def read_findings(report: Report, known: Sequence[str]) -> Findings:
    """Read both kinds of findings; ``known`` are bodies and places whose names are one name."""
    reader = _Reader(report)
    for part in _flow(report):
        if isinstance(part, Table):
            reader.take_table(part)
        else:
            reader.take_line(part)
    found: dict[str, list[Finding]] = {name: [] for name in FINDINGS}
    unsure: list[Unsure] = []
    for row in _joined(reader.rows):
        finding = _finding(row, report, known)
        unsure += _doubts(row, finding, f"{row.section}[{len(found[row.section])}]")
        found[row.section].append(finding)
    unsure += [
        Unsure(section, line.page, line.text, "These words stand outside the table.")
        for section, line in reader.loose
    ]
    return Findings(
        tuple(found["priority_actions"]),
        tuple(found["improvements"]),
        frozenset(reader.headed),
        tuple(unsure),
    )
