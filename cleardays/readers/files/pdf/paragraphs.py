"""Lines of a PDF to blocks: which run on, which are headings, items or tables."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from cleardays.readers.blocks import Block, Kind
from cleardays.readers.files.markers import Depths, as_item, breaks_reference, split_marker
from cleardays.readers.files.pdf.grids import Grid
from cleardays.readers.files.pdf.lines import Line
from cleardays.readers.files.spans import Span, block
from cleardays.readers.files.tablecells import TableCell, table_blocks

_COLUMN = 72  # points: lines that begin within an inch of each other are in one column
_MANY = 3
_FILLED = 0.7  # of the room between equal margins: no page is set narrower
_LOOSE = 0.6  # of the size of the text: more between two lines is seldom within a paragraph
_NEARLY_WHOLE = 0.75  # of the room: a line set double is fuller, unless it is a paragraph's last
_LONGEST_HEADING = 200
_LONGEST_BOLD_HEADING = 110


@dataclass(frozen=True)
class Measures:
    """What is usual in a document: the size of its text, the gap between lines, its headings."""

    size: float
    gap: float
    headings: tuple[float, ...]

    @classmethod
    def of(cls, items: Iterable[Line | Grid]) -> "Measures":
        """Measure the lines of a whole document, those in its tables too."""
        all_lines: list[Line] = []
        for item in items:
            all_lines += [item] if isinstance(item, Line) else _lines_in(item)
        sizes: Counter[float] = Counter()
        gaps: Counter[float] = Counter()
        for line in all_lines:
            sizes[line.size] += len(line.text)
        size = sizes.most_common(1)[0][0] if sizes else 12.0
        for before, line in pairwise(all_lines):
            gap = before.bottom - line.top
            # Beside a cell stands another: only lines below each other have a gap.
            if before.size == line.size == size and -size / 2 < gap < size:
                gaps[round(gap, 1)] += 1
        larger = {_rounded(each) for each in sizes if each >= size * 1.13}
        gap = gaps.most_common(1)[0][0] if gaps else 0.0
        return cls(size, gap, tuple(sorted(larger, reverse=True)))

    def heading_level(self, line: Line, words: str) -> int:
        """1 to 6 for a heading by its size or weight, 0 for anything else."""
        if line.size >= self.size * 1.13 and len(words) <= _LONGEST_HEADING:
            return min(sum(each > _rounded(line.size) for each in self.headings) + 1, 6)
        is_label = line.is_bold and len(words) <= _LONGEST_BOLD_HEADING
        if is_label and not words.endswith((".", ";", ",")):
            return min(len(self.headings) + 1, 6)
        return 0


def _lines_in(grid: Grid) -> Iterator[Line]:
    for cells in grid.rows:
        for cell in cells:
            yield from grid.lines_in(cell)


def _rounded(size: float) -> float:
    return round(size * 2) / 2


def blocks_of(items: list[Line | Grid], measures: Measures) -> Iterator[Block]:
    """The blocks of a document from the lines and tables of its pages."""
    depths = Depths()
    run: list[Line] = []
    margins = _margins(items)
    for item in items:
        if isinstance(item, Line) and run and _runs_on(run, item, margins, measures):
            run.append(item)
            continue
        yield from _shaped(run, measures, depths)
        run = [item] if isinstance(item, Line) else []
        if isinstance(item, Grid):
            depths.reset()
            yield from _table(item, measures)
    yield from _shaped(run, measures, depths)


def _margins(items: list[Line | Grid]) -> dict[Line, float]:
    """How far to the right each line could have gone, by its neighbours on the page."""
    by_page: dict[int, list[Line]] = {}
    for item in items:
        if isinstance(item, Line):
            by_page.setdefault(item.page, []).append(item)
    return {line: _margin(line, page) for page in by_page.values() for line in page}


def _margin(line: Line, page: list[Line]) -> float:
    """The end of the longest line near; more if all are short, as on a cover or in a list."""
    margin = max(other.right for other in page if abs(other.left - line.left) < _COLUMN)
    if sum(other.left > margin for other in page) >= _MANY:
        return margin  # there is another column beside this one
    start, end = line.room
    width = end - (line.left - start) - line.left
    return max(margin, line.left + _FILLED * width)


def _runs_on(run: list[Line], line: Line, margins: dict[Line, float], measures: Measures) -> bool:
    """Whether a line goes on with the paragraph before it."""
    before = run[-1]
    if len(run) == 1 and before.is_marker and line.page == before.page:
        return line.is_right_of(before)
    is_set_apart = before.is_row or line.is_row or line.is_marker
    if (
        is_set_apart
        or (split_marker(line.text) and not breaks_reference(before.text, line.text))
        or _is_new_dress(before, line)
        or abs(before.size - line.size) > 0.08 * measures.size
    ):
        return False
    return _is_near(before, line, measures) and _reads_on(before, line, margins[before])


def _is_new_dress(before: Line, line: Line) -> bool:
    """Whether a heading in bold ends, or begins after a sentence, at the break of the line."""
    if before.is_bold == line.is_bold or line.text[0].islower():
        return False
    return before.is_bold or before.text.endswith((".", ":", ";", "?", "!"))


def _is_near(before: Line, line: Line, measures: Measures) -> bool:
    """Whether no more than the usual gap is between two lines, or only the end of a page."""
    if before.page != line.page:
        return before.is_bold == line.is_bold
    return -line.size < before.bottom - line.top <= measures.gap + 0.3 * line.size


def _reads_on(before: Line, line: Line, margin: float) -> bool:
    """Whether a sentence goes on, or the next word would not have fitted on the line before."""
    is_ended = before.text.endswith((".", ":", ";", "?", "!"))
    is_full = before.right + line.first_word_width > margin
    if _is_set_off(before, line) and (is_ended or not line.text[0].islower()):
        return False
    if is_full:
        return before.page == line.page or not is_ended
    if line.text[0].islower():
        return not is_ended
    is_long = before.right - before.left > 0.75 * (margin - before.left)
    is_alike = before.page == line.page and before.is_bold == line.is_bold
    return is_long and is_alike and not is_ended


def _is_set_off(before: Line, line: Line) -> bool:
    """Whether a short line and a gap end a paragraph, though such gaps may be the usual ones.

    In a document of one-line paragraphs no gap within a paragraph is there to compare with.
    """
    start, end = before.room
    width = end - (before.left - start) - before.left
    is_short = before.right - before.left < _NEARLY_WHOLE * width
    return is_short and before.page == line.page and before.bottom - line.top > _LOOSE * line.size


def _shaped(run: list[Line], measures: Measures, depths: Depths) -> Iterator[Block]:
    """One block of lines that run on."""
    if not run:
        return
    plain = block(Kind.PARAGRAPH, _joined(run), page=run[0].page)
    marker = split_marker(plain.text)
    level = measures.heading_level(replace(run[0], is_bold=plain.is_bold), plain.text)
    is_bulleted = marker is not None and not marker.is_ordered
    if level and not is_bulleted:
        depths.reset()
        yield replace(plain, kind=Kind.HEADING, level=level)
    elif marker is not None:
        yield as_item(plain, marker, depths.of(marker))
    elif plain.text:
        depths.reset()
        yield plain


def _joined(run: list[Line]) -> Iterator[Span]:
    """The spans of lines. A hyphen at a line's end is kept: whose it is cannot be known."""
    end = ""
    for line in run:
        is_split = end.endswith(("-", "\u00ad")) and end[-2:-1].isalpha()
        yield Span("" if is_split or not end else " ")
        for span in line.spans:
            yield replace(span, text=span.text.replace("\n", ""))
        end = "".join(span.text for span in line.spans).rstrip()


def _table(grid: Grid, measures: Measures) -> Iterator[Block]:
    rows = []
    for cells in grid.rows:
        row = [
            TableCell(
                list(blocks_of(list(grid.lines_in(cell)), measures)),
                colspan=cell.colspan,
                rowspan=cell.rowspan,
            )
            for cell in cells
        ]
        if row:
            rows.append(row)
    yield from table_blocks(rows, page=grid.page)
