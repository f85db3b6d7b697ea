"""Sheets as grids of values: XLSX with merged cells filled and formulas' results, and CSV."""

import csv
import io
import zipfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from charset_normalizer import from_bytes
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.utils.datetime import MAC_EPOCH

from cleardays.readers.blocks import Unreadable
from cleardays.readers.files.archive import Archive
from cleardays.readers.plans.table import UnreadablePlan

MOST_ROWS, MOST_COLUMNS = 5_000, 200
MOST_CELLS = 2_000_000  # with the empty ones
MOST_BYTES = 20 * 1024 * 1024
SEPARATORS = (",", ";", "\t")
LINES_LOOKED_AT = 20
MOSTLY = 0.8
# What a spreadsheet would run as a formula; written with an apostrophe before it, read without.
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Grid:
    """A sheet's values by row and column, from 0. ``unknown`` are cells whose formula has no
    result kept; ``is_1904`` says which calendar its serials count from; ``hidden_rows`` counts
    those with values that are hidden or filtered out."""

    name: str
    rows: Sequence[Sequence[Any]]
    unknown: frozenset[str] = field(default_factory=frozenset)
    is_1904: bool = False
    is_hidden: bool = False
    hidden_rows: int = 0


def address(row: int, column: int) -> str:
    """Return a cell's name, such as C7, of its places from 0."""
    return f"{get_column_letter(column + 1)}{row + 1}"


def grids_of(path: Path) -> list[Grid]:
    """Read every sheet of a file; UnreadablePlan says why not and what to do."""
    if path.stat().st_size > MOST_BYTES:
        raise UnreadablePlan("This file is larger than any plan: send the plan's table alone.")
    with path.open("rb") as file:
        start = file.read(4)
    if start[:2] == b"PK":
        return _xlsx(path)
    if start == b"\xd0\xcf\x11\xe0":
        raise UnreadablePlan("This is an old or protected Excel file: save it as .xlsx without"
                             " a password and try that.")  # fmt: skip
    return [_csv(path.read_bytes())]


def _xlsx(path: Path) -> list[Grid]:
    try:
        archive = Archive(path)
        if not any(name.startswith("xl/") for name in archive.names):
            raise UnreadablePlan("This is no spreadsheet: give an .xlsx or a .csv file.")
        book = load_workbook(path, data_only=True)
    except UnreadablePlan:
        raise
    except Unreadable as why:
        raise UnreadablePlan(str(why)) from why
    except (zipfile.BadZipFile, OSError, ValueError, KeyError, TypeError, AttributeError) as why:
        raise UnreadablePlan(
            "This spreadsheet is damaged: open it, save it under a new name and try that."
        ) from why
    formulas = _formulas(path, archive)
    is_1904 = book.epoch == MAC_EPOCH
    return [
        _grid(sheet, formulas.get(sheet.title, frozenset()), is_1904) for sheet in book.worksheets
    ]


def _grid(sheet: Any, formulas: frozenset[str], is_1904: bool) -> Grid:
    if sheet.sheet_state != "visible":
        return Grid(sheet.title, [], is_hidden=True)
    height, width = _extent(sheet)
    if height > MOST_ROWS or width > MOST_COLUMNS:
        raise UnreadablePlan(
            f"The sheet “{sheet.title}” has {height} rows and {width} columns;"
            f" a plan has at most {MOST_ROWS} and {MOST_COLUMNS}. Send the plan's table alone."
        )
    cells = sheet.iter_rows(max_row=max(height, 1), max_col=max(width, 1), values_only=True)
    rows = [list(row) for row in cells]
    unknown = {cell for cell in formulas if _at(rows, cell) is None}
    for merged in sheet.merged_cells.ranges:
        if merged.min_row > len(rows) or merged.min_col > len(rows[0]):
            continue
        first = rows[merged.min_row - 1][merged.min_col - 1]
        for row in range(merged.min_row - 1, min(merged.max_row, len(rows))):
            for column in range(merged.min_col - 1, min(merged.max_col, len(rows[row]))):
                rows[row][column] = first
    hidden = sum(
        1
        for number, row in sheet.row_dimensions.items()
        if row.hidden
        and number <= len(rows)
        and any(cell is not None for cell in rows[number - 1])
    )
    return Grid(sheet.title, rows, frozenset(unknown), is_1904, hidden_rows=hidden)


def _extent(sheet: Any) -> tuple[int, int]:
    """Return the last row and column with a value: frames and colours may go on for ever."""
    height, width = sheet.max_row, sheet.max_column
    if height * width > MOST_CELLS:
        raise UnreadablePlan(
            f"The sheet “{sheet.title}” is {height} rows high and {width} columns wide: delete"
            " what is empty below and beside the table, and save it."
        )
    filled = [
        (row, column)
        for row, cells in enumerate(sheet.iter_rows(values_only=True), start=1)
        for column, value in enumerate(cells, start=1)
        if value is not None
    ]
    return max((r for r, _ in filled), default=0), max((c for _, c in filled), default=0)


def _at(rows: Sequence[Sequence[Any]], cell: str) -> Any:
    row, column = coordinate_to_tuple(cell)
    inside = row <= len(rows) and column <= len(rows[0])
    return rows[row - 1][column - 1] if inside else None


def _formulas(path: Path, archive: Archive) -> dict[str, frozenset[str]]:
    """Return by sheet the cells that hold formulas; the file is read again only if it has any."""
    sheets = [name for name in archive.names if name.startswith("xl/worksheets/")]
    if not any(b"<f>" in (raw := archive.read(name)) or b"<f " in raw for name in sheets):
        return {}
    book = load_workbook(path)
    return {
        sheet.title: frozenset(
            cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == "f"
        )
        for sheet in book.worksheets
    }


def _csv(raw: bytes) -> Grid:
    if not raw.strip():
        raise UnreadablePlan("This file is empty: choose another.")
    text = _decoded(raw)
    separator = _separator(text)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error as why:
        raise UnreadablePlan(
            f"The file breaks off or has a stray quotation mark ({why}): save it again as CSV."
        ) from why
    if len(rows) > MOST_ROWS:
        raise UnreadablePlan(f"The file has {len(rows)} rows; a plan has at most {MOST_ROWS}.")
    return Grid("", [[_unarmed(cell) for cell in row] for row in rows])


def _separator(text: str) -> str:
    """Return what parts the cells: title lines may come before the heads, or "sep=;" does."""
    first = text.lstrip("\ufeff").split("\n", 1)[0].strip().lower()
    if first.startswith("sep=") and first[4:5] in SEPARATORS:
        return first[4]
    start = text.splitlines(keepends=True)[:LINES_LOOKED_AT]
    return max(SEPARATORS, key=lambda mark: _regularity(start, mark))


def _regularity(lines: Sequence[str], separator: str) -> tuple[int, int]:
    """Return how many rows are equally long when parted by a mark, and how long they are."""
    lengths = Counter(len(row) for row in csv.reader(lines, delimiter=separator) if len(row) > 1)
    return max(((count, length) for length, count in lengths.items()), default=(0, 0))


def _decoded(raw: bytes) -> str:
    if raw[:5] == b"%PDF-" or (b"\0" in raw[:1000] and _utf16_of(raw) is None):
        raise UnreadablePlan("This is no table: give an .xlsx or a .csv file.")
    if encoding := _utf16_of(raw):
        return raw.decode(encoding, "replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        best = from_bytes(raw).best()
        return str(best) if best else raw.decode("cp1252", "replace")


def _utf16_of(raw: bytes) -> str | None:
    """Return which UTF-16 this is, with its mark or by every other byte of Latin text being 0."""
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    start = raw[:200]
    for encoding, zeros, letters in (("utf-16-le", 1, 0), ("utf-16-be", 0, 1)):
        if start[zeros::2].count(0) > len(start) * MOSTLY / 2 and 0 not in start[letters::2]:
            return encoding
    return None


def armed(text: str) -> str:
    """Return a text that no spreadsheet runs as a formula."""
    return f"'{text}" if _would_run(text) else text


def _unarmed(text: str) -> str:
    return text[1:] if text[:1] == "'" and _would_run(text) else text


def _would_run(text: str) -> bool:
    """Say whether a text, apostrophes of its own apart, begins as a formula does."""
    return text.lstrip("'").startswith(DANGEROUS)
