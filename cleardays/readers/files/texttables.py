"""Tables that became lines: tab-led cells, tab-separated rows, and Word's cell marks."""

import re
from collections.abc import Iterator

from cleardays.readers.blocks import Block, Cell, Kind
from cleardays.readers.files.markers import split_marker
from cleardays.readers.files.spans import Span, markup, plain
from cleardays.readers.files.tablecells import MOST_COLUMNS

_CELL_MARK = "\x07"
_TAB_LED = re.compile(r"\t[^\t]*\Z")
_SPACED = re.compile(r"\S+(?: \S+)*")  # a cell: no two spaces inside
_WIDEST_ROW = 400  # characters; a longer line is text
_Rows = list[list[str]]


def find_tables(text: str) -> Iterator[Block | list[str]]:
    """Yield, in order, tables and the lists of lines between. Only what is sure is a table."""
    before, *cells = text.split(_CELL_MARK)
    lines = before.split("\n")
    while cells:
        yield from _tabbed_tables(lines[:-1])
        rows, cells = _marked_rows([lines[-1], *cells])
        if rows:
            yield table(rows)
        else:
            yield [line for cell in (lines[-1], *cells[:-1]) for line in cell.split("\n")]
            cells = cells[-1:]
        lines, cells = cells[0].split("\n"), cells[1:]
    yield from _tabbed_tables(lines)


def _marked_rows(cells: list[str]) -> tuple[_Rows, list[str]]:
    """Rows at the front of cells, and what is left. An empty cell more ends each row."""
    across = next((i for i, cell in enumerate(cells) if not cell), 0)
    rows: _Rows = []
    while across and len(cells) > across + 1 and not cells[across]:
        rows.append(cells[:across])
        cells = cells[across + 1 :]
        if "\n" in cells[0].strip("\n") or not _is_row(cells, across):
            break  # words after the table, not another row
        cells = [cells[0].strip("\n"), *cells[1:]]
    return rows, cells if rows else cells[1:]


def _is_row(cells: list[str], across: int) -> bool:
    return len(cells) > across + 1 and not cells[across] and "\n" not in "".join(cells[1:across])


def _tabbed_tables(lines: list[str]) -> Iterator[Block | list[str]]:
    """Lines that each are a tab-led cell (a gap between rows), or a row of tabbed cells."""
    loose: list[str] = []
    start = 0
    while start < len(lines):
        rows, end = _cells_by_line(lines, start)
        if len(rows) < 2:
            rows, end = _rows_by_line(lines, start)
        if len(rows) < 2:
            rows, end = _rows_by_column(lines, start)
        if len(rows) < 2:
            loose.append(lines[start])
            start += 1
            continue
        yield loose
        loose = []
        yield table(rows)
        start = end
    yield loose


def _cells_by_line(lines: list[str], start: int) -> tuple[_Rows, int]:
    """Rows of equally many tab-led lines, with empty lines between the rows."""
    rows: _Rows = []
    end = at = start
    while at < len(lines):
        row: list[str] = []
        while at < len(lines) and len(row) <= MOST_COLUMNS and _TAB_LED.match(lines[at]):
            row.append(lines[at].strip())
            at += 1
        if not 2 <= len(row) <= MOST_COLUMNS or (rows and len(row) != len(rows[0])):
            break
        rows.append(row)
        end = at
        while at < len(lines) and not lines[at].strip(" ") and len(rows[0]) > 1:
            at += 1
    return rows, end


def _rows_by_line(lines: list[str], start: int) -> tuple[_Rows, int]:
    """Rows of equally many cells with one tab between each two."""
    rows: _Rows = []
    at = start
    while at < len(lines):
        cells = [cell.strip() for cell in lines[at].strip(" ").split("\t")]
        is_row = len(cells) > 1 and any(cells[1:]) and cells[0] and not split_marker(lines[at])
        is_row = is_row and (len(cells) == len(rows[0]) if rows else not _is_numbered_prose(cells))
        if not is_row:
            break
        rows.append(cells)
        at += 1
    return rows, at


def _is_numbered_prose(cells: list[str]) -> bool:
    """Whether a line is a paragraph behind its number: "4", tab, "An online survey ran ..."."""
    is_numbered = len(cells) == 2 and re.fullmatch(r"\d{1,3}(?:\.\d{1,3})*\.?", cells[0])
    return bool(is_numbered) and (len(cells[1].split()) > 5 or cells[1].endswith("."))


def _rows_by_column(lines: list[str], start: int) -> tuple[_Rows, int]:
    """Rows of cells set under each other with spaces, as the first line sets them."""
    columns = [*_spaced(lines[start])]
    rows: _Rows = []
    at = start
    while len(columns) > 1 and at < len(lines):
        cells = _spaced(lines[at])
        if len(cells) < 2 or not cells.keys() <= set(columns):
            break
        rows.append([cells.get(column, "") for column in columns])
        at += 1
    return rows, at


def _spaced(line: str) -> dict[int, str]:
    """The cells of a line that spaces set apart, by where they begin; {} if it is text."""
    if len(line) > _WIDEST_ROW or "  " not in line or "\t" in line or split_marker(line):
        return {}
    return {cell.start(): cell.group() for cell in _SPACED.finditer(line)}


def table(rows: _Rows) -> Block:
    """A table of plain cells; the first row heads it when it holds short labels only."""
    heads = all(cell and len(cell) < 40 and not re.search(r"\d", cell) for cell in rows[0])
    return Block(
        Kind.TABLE,
        rows=tuple(
            tuple(_cell(text, is_header=heads and not index) for text in row)
            for index, row in enumerate(rows)
        ),
    )


def _cell(text: str, *, is_header: bool) -> Cell:
    spans = [Span(text.replace("\u2028", "\n"))]
    return Cell(plain(spans), markup(spans), is_header=is_header)
