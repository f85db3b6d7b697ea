"""The areas for priority action and for improvement, from the rows of their tables."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from cleardays.readers.inspections.bodies import is_body, names_in_cell, split_bodies
from cleardays.readers.inspections.cuts import Row, join_cut_rows
from cleardays.readers.inspections.document import Report
from cleardays.readers.inspections.draft import Finding, Paragraph, Unsure
from cleardays.readers.inspections.grid import Cell, Table
from cleardays.readers.inspections.page import Line
from cleardays.readers.inspections.prose import (
    blocks_of,
    is_bullet,
    paragraphs_of,
)
from cleardays.readers.inspections.wording import wording

FINDINGS = ("priority_actions", "improvements")
UNRULED = "No ruled table was found; the rows were told apart by their spacing."

UNHEADED = "No known heading leads to this table; it was read for its column of bodies."
PASSED = "A table stands here that no known heading leads to; it was not read as findings."


@dataclass
class _Reader:
    """Walks a report from heading to heading and gathers the rows of its tables of findings."""

    report: Report
    section: str = ""
    responsible_column: int | None = None
    rows: list[Row] = field(default_factory=list)
    loose: list[tuple[str, Line]] = field(default_factory=list)
    unruled: dict[str, tuple[int, str]] = field(default_factory=dict)
    headed: set[str] = field(default_factory=set)
    passed: list[Table] = field(default_factory=list)
    unheaded: list[Sequence[Cell]] = field(default_factory=list)
    is_before_details: bool = False

    def enter(self, section: str | None) -> None:
        self.is_before_details = section == "narrative" or section in FINDINGS
        self.section = section if section in FINDINGS else ""
        self.responsible_column = None
        if self.section:
            self.headed.add(self.section)

    def take_line(self, line: Line) -> None:
        section = wording().section_of(line.text)
        if section is not None:
            self.enter(section)
        elif self.section and not (len(line.words) == 1 and is_bullet(line.text)):
            if line.is_bold and self._has_rows():
                self.section = ""  # a heading that the framework does not know ends the section
            else:
                self.loose.append((self.section, line))

    def _has_rows(self) -> bool:
        loose = any(section == self.section for section, _ in self.loose)
        return loose or any(row.section == self.section for row in self.rows)

    def said_none(self, rows: Sequence[Row]) -> set[str]:
        """Return the kinds of findings of which the report says that there are none."""
        found = set()
        for name in self.headed:
            lines = [line for section, line in self.loose if section == name]
            lines += [line for row in rows if row.section == name for line in row.text]
            if lines and wording().is_none(self.report.text(lines)):
                found.add(name)
        return found

    def take_table(self, table: Table) -> None:
        for cells in table.rows:
            filled = [cell for cell in cells if cell.lines]
            if not filled or self._is_header(cells):
                continue
            if not self.section and self.is_before_details and table not in self.passed:
                self.passed.append(table)
            if self.section:
                self.rows.append(self._row(cells))
                if not table.is_ruled:
                    self.unruled.setdefault(self.section, (table.page, filled[0].text))

    def _is_header(self, cells: Sequence[Cell]) -> bool:
        """Take note of a header row: which findings, and which column names the bodies."""
        sections = [wording().section_of(cell.text) for cell in cells]
        columns = [wording().is_column("responsible", cell.text) for cell in cells]
        named = next((s for s in sections if s), None)
        if named:
            self.enter(named)
        if True in columns and self.is_before_details and not self.section:
            self.enter("priority_actions")  # only these name who is responsible
            self.unheaded.append(cells)
        if True in columns and self.section:
            self.responsible_column = columns.index(True)
        details = any(wording().is_column("authority", cell.text) for cell in cells)
        if details:
            self.enter(None)
        return bool(named) or True in columns or details

    def _row(self, cells: Sequence[Cell]) -> Row:
        column = self.responsible_column
        if column is None or column >= len(cells) or len(cells) == 1:
            cells = [cell for cell in _without_numbers(cells) if cell.lines]
            column = _likely_column(cells) if len(cells) > 1 else None
        texts = _without_numbers([cell for i, cell in enumerate(cells) if i != column])
        text = max(texts, key=lambda cell: cell.x1 - cell.x0)
        return Row(
            section=self.section,
            page=cells[0].page,
            text=text.lines,
            right=text.right,
            responsible=cells[column].lines if column is not None else (),
            responsible_right=cells[column].right if column is not None else 0.0,
            has_column=column is not None,
        )


def _likely_column(cells: Sequence[Cell]) -> int:
    """Return the column that holds nothing but names of bodies, the first where none does."""
    for number, cell in enumerate(cells):
        if cell.lines and all(is_body(name) for name in split_bodies(cell.text)):
            return number
    return 0


def _unruled(loose: Sequence[tuple[str, Line]], section: str) -> list[Row]:
    """Return rows for findings set without a ruled table: a paragraph each, lists with their lead.

    Where there are only bullets, each is a row.
    """
    lines = [line for name, line in loose if name == section]
    right = max((line.x1 for line in lines), default=0.0)
    blocks = blocks_of(lines, right)
    bullets_only = all(block.is_bullet for block in blocks)
    groups: list[list[Line]] = []
    for block in blocks:
        if block.is_bullet and not bullets_only and groups:
            groups[-1] += block.lines
        else:
            groups.append(list(block.lines))
    return [Row(section, group[0].page, tuple(group), right) for group in groups]


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
            if not any(t.holds(line) for t in tables):
                yield line
        yield from pending


def _responsible_label(paragraph: Paragraph) -> str | None:
    """Return the bodies named in a text cell as "Responsible body: A Council and B ICB"."""
    label = wording().columns["responsible_label"]
    match = re.fullmatch(
        rf"\(?(?:{label})\s*[:–-]\s*(?P<who>.+?)\)?", paragraph.text, re.IGNORECASE
    )
    return match["who"] if match else None


def _finding(row: Row, report: Report, known: Sequence[str]) -> Finding:
    paragraphs = paragraphs_of(row.text, row.right, report.vocabulary)
    words = names_in_cell(row.responsible, row.responsible_right, report.vocabulary)
    if not row.has_column:
        labelled = [who for p in paragraphs if (who := _responsible_label(p))]
        paragraphs = tuple(p for p in paragraphs if not _responsible_label(p))
        words = "; ".join(labelled)
    return Finding(split_bodies(words, known), paragraphs, row.pages, words)


def _doubts(row: Row, finding: Finding, name: str, known: Sequence[str]) -> Iterator[Unsure]:
    page, text = finding.pages[0], finding.text
    if row.cut:
        yield Unsure(name, row.pages[0], text[:80], row.cut)
    if not finding.responsible and (row.has_column or row.section == "priority_actions"):
        yield Unsure(f"{name}.responsible", page, text[:80], "No responsible body is named.")
    for body in finding.responsible:
        if not is_body(body) and not any(f"({body})" in one for one in known):
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
    rows = join_cut_rows(reader.rows)
    without = reader.said_none(rows)
    rows = [row for row in rows if row.section not in without]
    bare = [name for name in FINDINGS if name not in {row.section for row in rows}]
    for name in bare:
        found_rows = _unruled(reader.loose, name) if name not in without else []
        rows += found_rows
        if found_rows:
            first = found_rows[0].text[0]
            reader.unruled[name] = (first.page, first.text)
    found: dict[str, list[Finding]] = {name: [] for name in FINDINGS}
    unsure: list[Unsure] = []
    for row in rows:
        finding = _finding(row, report, known)
        unsure += _doubts(row, finding, f"{row.section}[{len(found[row.section])}]", known)
        found[row.section].append(finding)
    unsure += [Unsure(name, *place, UNRULED) for name, place in reader.unruled.items()]
    unsure += [
        Unsure(section, line.page, line.text, "These words stand outside the table.")
        for section, line in reader.loose
        if section not in bare
    ]
    unsure += [
        Unsure("priority_actions", cells[0].page, " | ".join(c.text for c in cells), UNHEADED)
        for cells in reader.unheaded
    ]
    unsure += [
        Unsure("improvements", table.page, table.rows[0][0].text[:80], PASSED)
        for table in reader.passed
    ]
    return Findings(
        tuple(found["priority_actions"]),
        tuple(found["improvements"]),
        frozenset(reader.headed - without),
        tuple(unsure),
    )
