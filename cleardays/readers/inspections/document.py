"""An inspectors' PDF opened: pages without their headers and footers, cut into sections."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pypdfium2 import PdfDocument, PdfiumError

from cleardays.readers.blocks import Unreadable
from cleardays.readers.inspections.columns import unruled_tables
from cleardays.readers.inspections.grid import Table, tables_of
from cleardays.readers.inspections.page import Line, Page, lines_of, read_page
from cleardays.readers.inspections.prose import Vocabulary, join_lines, vocabulary_of
from cleardays.readers.inspections.wording import Wording, fold, wording

MOST_PAGES = 60  # the longest report known has 12
FEWEST_LETTERS = 40  # on the first two pages: fewer, and it is a scan
OPENING = 700  # letters in which a report says what it is
BAND = 0.16  # of the page's height, at top and bottom, where running lines stand
SAME_HEIGHT = 4.0  # points

_NOT_PDF = (
    "This file cannot be opened as a PDF; ask for the report as the inspectors published it."
)
_LOCKED = "This PDF is locked with a password; ask for the report without one."
_SCAN = (
    "This PDF holds pictures of pages, not words;"
    " ask for the report as published, or enter it by form."
)
_OTHER = (
    "This is the paper of {name}, not a report of a full area SEND inspection; enter it by form."
)
_NO_REPORT = (
    "This is no report of an area SEND inspection under the 2023 framework;"
    " check the file, or enter it by form."
)


@dataclass(frozen=True)
class Report:
    """A report's pages: body lines with section marks, tables, and the footers left out."""

    pages: tuple[Page, ...]
    lines: tuple[Line, ...]
    tables: tuple[Table, ...]
    footers: tuple[Line, ...]
    vocabulary: Vocabulary

    def section(self, *names: str) -> tuple[Line, ...]:
        """Return the lines under a heading of one of ``names``, up to the next heading."""
        inside = False
        found: list[Line] = []
        for line in self.lines:
            heading = wording().section_of(line.text)
            if heading is not None:
                inside = heading in names
            elif inside:
                found.append(line)
        return tuple(found)

    def text(self, lines: Iterable[Line]) -> str:
        """Return lines as running text."""
        return join_lines([line.text for line in lines], self.vocabulary)


def _digits_out(line: Line) -> str:
    return re.sub(r"\d+", "#", fold(line.text))


def _height(line: Line) -> int:
    return round(line.y / SAME_HEIGHT)


def _is_footer(line: Line) -> bool:
    return line.text.isdigit() or re.match(wording().footer, fold(line.text)) is not None


def _repeated(lines: Sequence[Sequence[Line]]) -> Counter[tuple[str, int]]:
    """Count on how many pages a line says the same, numbers apart, at the same height."""
    seen: Counter[tuple[str, int]] = Counter()
    for page_lines in lines:
        for text, height in {(_digits_out(ln), _height(ln)) for ln in page_lines}:
            for near in (-1, 0, 1):
                seen[text, height + near] += 1
    return seen


def _running(pages: Sequence[Page], lines: Sequence[Sequence[Line]]) -> list[set[Line]]:
    """Return for each page the lines of its header and footer.

    They are those in the outer bands that stand on another page too, or that begin as the
    framework's footers do; and whatever stands beyond them at the edge of the page.
    """
    seen = _repeated(lines)
    found = []
    for page, page_lines in zip(pages, lines, strict=True):
        low, high = page.height * BAND, page.height * (1 - BAND)
        running = [ln for ln in page_lines if seen[_digits_out(ln), _height(ln)] > 1]
        feet = [ln.y for ln in page_lines if ln.y <= low and (ln in running or _is_footer(ln))]
        heads = [ln.y for ln in running if ln.y >= high]
        foot, head = max(feet, default=0.0), min(heads, default=page.height)
        found.append({ln for ln in page_lines if ln.y <= foot or ln.y >= head})
    return found


def _open(path: Path) -> PdfDocument:
    if not path.is_file():
        raise Unreadable("no-file", f"There is no file at {path}.")
    try:
        return PdfDocument(path)  # type: ignore[no-untyped-call]
    except PdfiumError as problem:
        if "password" in str(problem).casefold():
            raise Unreadable("encrypted", _LOCKED) from problem
        raise Unreadable("not-a-pdf", _NOT_PDF) from problem
    except OSError as problem:
        message = f"The file at {path} may not be read; check who may."
        raise Unreadable("no-file", message) from problem


def _page(document: PdfDocument, index: int) -> Page:
    try:
        return read_page(document, index)
    except PdfiumError as problem:
        message = f"Page {index + 1} of this PDF is damaged; ask for the report as published."
        raise Unreadable("damaged", message) from problem


def _refuse_others(first: Sequence[Page], words: Wording) -> None:
    """Raise ``Unreadable`` unless the first pages are those of a full inspection's report."""
    lines = [line for page in first for line in lines_of(page.words, page.number)]
    text = fold(" ".join(line.text for line in lines))
    if len(text) < FEWEST_LETTERS:
        raise Unreadable("scan", _SCAN)
    has_outcome = any(words.section_of(line.text) == "outcome" for line in lines)
    has_outcome |= any(outcome.marks.search(text) for outcome in words.outcomes)
    if has_outcome and any(title in text[:OPENING] for title in words.titles):
        return
    for marks, name in words.others:
        if marks.search(text[: 2 * OPENING]):
            raise Unreadable("other-paper", _OTHER.format(name=name))
    raise Unreadable("no-report", _NO_REPORT)


def _without(page: Page, running: set[Line]) -> Page:
    left_out = {word for line in running for word in line.words}
    return replace(page, words=tuple(word for word in page.words if word not in left_out))


def _all_tables(pages: Sequence[Page], lines: Sequence[Line]) -> tuple[Table, ...]:
    """Return ruled tables and those set in columns without rules, in reading order."""
    ruled = [table for page in pages for table in tables_of(page)]
    outside = [line for line in lines if not any(table.holds(line) for table in ruled)]
    tables = [*ruled, *unruled_tables(pages, outside)]
    return tuple(sorted(tables, key=lambda table: (table.page, -table.top)))


def open_report(path: Path) -> Report:
    """Open a report; raises ``Unreadable`` for anything else, saying what it is if known."""
    with _open(path) as document:
        count = len(document)
        first = [_page(document, i) for i in range(min(count, 2))]
        _refuse_others(first, wording())
        if count > MOST_PAGES:
            raise Unreadable("no-report", _NO_REPORT)
        pages = [*first, *(_page(document, i) for i in range(len(first), count))]
    all_lines = [lines_of(page.words, page.number) for page in pages]
    running = _running(pages, all_lines)
    bodies = tuple(_without(page, lines) for page, lines in zip(pages, running, strict=True))
    body_lines = tuple(ln for page in bodies for ln in lines_of(page.words, page.number))
    return Report(
        pages=bodies,
        lines=body_lines,
        tables=_all_tables(bodies, body_lines),
        footers=tuple(
            ln
            for page_lines, lines in zip(all_lines, running, strict=True)
            for ln in page_lines
            if ln in lines
        ),
        vocabulary=vocabulary_of(bodies),
    )
