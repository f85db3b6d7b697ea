"""An inspectors' PDF opened: pages without their headers and footers, cut into sections."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain, takewhile
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
HEADING_LINES = 4  # over no more does a heading wrap

_NOT_PDF = (
    "This file cannot be opened as a PDF; ask for the report as the inspectors published it."
)
_LOCKED = "This PDF is locked with a password; ask for the report without one."
_SCAN = (
    "This PDF holds pictures of pages, not words;"
    " ask for the report as published, or enter it by form."
)
_OTHER = "This is the paper of {name}, not a report of a full area SEND inspection; {advice}."
_PACK = (
    "This file has {pages} pages, more than any report of an area SEND inspection: if one stands"
    " within it, save its pages as a file of their own."
)
_NO_REPORT = (
    "This is no report of an area SEND inspection under the 2023 framework;"
    " check the file, or enter it by form."
)


@dataclass(frozen=True)
class Report:
    """A report's pages: body lines with section marks, tables, and the footers left out.

    ``title_page`` are the lines before the first standing heading, headers left in: a title may
    stand on a cover and again at the same height of the next page.
    """

    pages: tuple[Page, ...]
    lines: tuple[Line, ...]
    tables: tuple[Table, ...]
    footers: tuple[Line, ...]
    title_page: tuple[Line, ...]
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


def _with_whole_headings(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Put the lines together over which a standing heading wraps."""
    found: list[Line] = []
    for line in lines:
        for count in range(1, HEADING_LINES):
            part = (*found[-count:], line)
            words = tuple(word for one in part for word in one.words)
            is_near = len(part) > count and all(one.page == line.page for one in part)
            if is_near and wording().section_of(Line(words, line.page).text):
                found[-count:] = [Line(words, line.page)]
                break
        else:
            found.append(line)
    return tuple(found)


def _lines(page: Page) -> tuple[Line, ...]:
    return _with_whole_headings(lines_of(page.words, page.number))


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


def _running(
    pages: Sequence[Page], lines: Sequence[Sequence[Line]]
) -> list[tuple[set[Line], set[Line]]]:
    """Return for each page the lines of its header, and those of its footer.

    They are those in the outer bands that stand on half the pages, or that begin as the
    framework's footers do; and whatever stands beyond them at the edge of the page.
    """
    seen = _repeated(lines)
    enough = max(2, (len(pages) - 1) // 2)  # the first may have none
    found = []
    for page, page_lines in zip(pages, lines, strict=True):
        low, high = page.height * BAND, page.height * (1 - BAND)
        running = [ln for ln in page_lines if seen[_digits_out(ln), _height(ln)] >= enough]
        feet = [ln.y for ln in page_lines if ln.y <= low and (ln in running or _is_footer(ln))]
        heads = [ln.y for ln in running if ln.y >= high]
        foot, head = max(feet, default=0.0), min(heads, default=page.height)
        headers = {ln for ln in page_lines if ln.y >= head}
        found.append((headers, {ln for ln in page_lines if ln.y <= foot}))
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
    lines = [line for page in first for line in _lines(page)]
    text = fold(" ".join(line.text for line in lines))
    if len(text) < FEWEST_LETTERS:
        raise Unreadable("scan", _SCAN)
    if _is_report(lines, text, words):
        return
    for other in words.others:
        if other.marks.search(text[: 2 * OPENING]):
            message = _OTHER.format(name=other.name, advice=other.advice)
            raise Unreadable("other-paper", message)
    raise Unreadable("no-report", _NO_REPORT)


def _is_report(lines: Sequence[Line], text: str, words: Wording) -> bool:
    """Say whether the title, the dates and the outcome of a full inspection stand in ``lines``."""
    head = takewhile(lambda ln: words.section_of(ln.text) != "outcome", lines)
    title = fold(" ".join(line.text for line in head))[: 2 * OPENING]
    title = re.split(rf"\b(?:{words.previous})", title)[0]
    if any(other.marks.search(title) for other in words.others):
        return False
    has_outcome = any(words.section_of(line.text) == "outcome" for line in lines)
    has_outcome |= any(outcome.marks.search(text) for outcome in words.outcomes)
    has_dates = re.search(rf"\b(?:{words.dates})\b", title)
    return has_outcome and has_dates is not None and words.area_in(text[:OPENING]) is not None


def _without(page: Page, running: set[Line]) -> Page:
    left_out = {word for line in running for word in line.words}
    return replace(page, words=tuple(word for word in page.words if word not in left_out))


def _all_tables(pages: Sequence[Page], lines: Sequence[Line]) -> tuple[Table, ...]:
    """Return ruled tables and those set in columns without rules, in reading order."""
    ruled = [table for page in pages for table in tables_of(page)]
    outside = [line for line in lines if not any(table.holds(line) for table in ruled)]
    tables = [*ruled, *unruled_tables(outside)]
    return tuple(sorted(tables, key=lambda table: (table.page, -table.top)))


def _pages(path: Path) -> list[Page]:
    with _open(path) as document:
        count = len(document)
        first = [_page(document, i) for i in range(min(count, 2))]
        if count > MOST_PAGES:
            raise Unreadable("too-long", _PACK.format(pages=count))
        _refuse_others(first, wording())
        return [*first, *(_page(document, i) for i in range(len(first), count))]


def open_report(path: Path) -> Report:
    """Open a report; raises ``Unreadable`` for anything else, saying what it is if known."""
    pages = _pages(path)
    lines = [_lines(page) for page in pages]
    running = _running(pages, lines)
    apart = [heads | feet for heads, feet in running]
    bodies = tuple(_without(page, left_out) for page, left_out in zip(pages, apart, strict=True))
    body_lines = tuple(line for page in bodies for line in _lines(page))
    feet = {line for _, page_feet in running for line in page_feet}
    above = takewhile(lambda ln: wording().section_of(ln.text) is None, chain.from_iterable(lines))
    return Report(
        pages=bodies,
        lines=body_lines,
        tables=_all_tables(bodies, body_lines),
        footers=tuple(
            line
            for page_lines, left_out in zip(lines, apart, strict=True)
            for line in page_lines
            if line in left_out
        ),
        title_page=tuple(line for line in above if line not in feet),
        vocabulary=vocabulary_of(bodies),
    )
