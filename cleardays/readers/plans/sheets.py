"""Sheets as grids of values: XLSX with merged cells filled and formulas' results, and CSV."""

import csv
import io
import zipfile
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
MOST_BYTES = 20 * 1024 * 1024
# What a spreadsheet would run as a formula; written with an apostrophe before it, read without.
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Grid:
    """A sheet's values by row and column, from 0. ``unknown`` are cells whose formula has no
    result kept; ``is_1904`` says which calendar its serials count from."""

    name: str
    rows: Sequence[Sequence[Any]]
    unknown: frozenset[str] = field(default_factory=frozenset)
    is_1904: bool = False


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
        _grid(sheet, formulas.get(sheet.title, frozenset()), is_1904)
        for sheet in book.worksheets
        if sheet.sheet_state == "visible"
    ]


def _grid(sheet: Any, formulas: frozenset[str], is_1904: bool) -> Grid:
    if sheet.max_row > MOST_ROWS or sheet.max_column > MOST_COLUMNS:
        raise UnreadablePlan(
            f"The sheet “{sheet.title}” has {sheet.max_row} rows and {sheet.max_column} columns;"
            f" a plan has at most {MOST_ROWS} and {MOST_COLUMNS}. Delete what is empty below and"
            " beside the table."
        )
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    unknown = {cell for cell in formulas if _at(rows, cell) is None}
    for merged in sheet.merged_cells.ranges:
        first = rows[merged.min_row - 1][merged.min_col - 1]
        for row in range(merged.min_row - 1, min(merged.max_row, len(rows))):
            for column in range(merged.min_col - 1, min(merged.max_col, len(rows[row]))):
                rows[row][column] = first
    return Grid(sheet.title, rows, frozenset(unknown), is_1904)


def _at(rows: Sequence[Sequence[Any]], cell: str) -> Any:
    row, column = coordinate_to_tuple(cell)
    return rows[row - 1][column - 1]


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
    text = _decoded(raw)
    try:
        first = text.split("\n", 1)[0]
        separator = max((",", ";", "\t"), key=first.count)
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error as why:
        raise UnreadablePlan(
            f"The file breaks off or has a stray quotation mark ({why}): save it again as CSV."
        ) from why
    if len(rows) > MOST_ROWS:
        raise UnreadablePlan(f"The file has {len(rows)} rows; a plan has at most {MOST_ROWS}.")
    return Grid("", [[_unarmed(cell) for cell in row] for row in rows])


def _decoded(raw: bytes) -> str:
    if b"\0" in raw[:1000] and raw[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        raise UnreadablePlan("This is no table: give an .xlsx or a .csv file.")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        best = from_bytes(raw).best()
        return str(best) if best else raw.decode("cp1252", "replace")


def armed(text: str) -> str:
    """Return a text that no spreadsheet runs as a formula."""
    return f"'{text}" if _would_run(text) else text


def _unarmed(text: str) -> str:
    return text[1:] if text[:1] == "'" and _would_run(text) else text


def _would_run(text: str) -> bool:
    """Say whether a text, apostrophes of its own apart, begins as a formula does."""
    return text.lstrip("'").startswith(DANGEROUS)
