"""Workbooks: their sheets as grids, with merged cells filled and the results of formulas."""

import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.utils.datetime import MAC_EPOCH

from cleardays.readers.blocks import Unreadable
from cleardays.readers.files.archive import Archive
from cleardays.readers.plans.colours import Palette
from cleardays.readers.plans.looks import looks_of
from cleardays.readers.plans.sheets import MOST_COLUMNS, MOST_ROWS, Grid, Looks
from cleardays.readers.plans.table import UnreadablePlan

# What openpyxl lets out of a damaged file; lxml's own faults are SyntaxErrors.
BROKEN = (
    *(zipfile.BadZipFile, OSError, ValueError, KeyError, TypeError, AttributeError, SyntaxError),
    *(IndexError, ZeroDivisionError),
)
MOST_CELLS = 2_000_000  # with the empty ones


def read_workbook(path: Path) -> list[Grid]:
    """Read every sheet of an .xlsx file; UnreadablePlan says why not and what to do."""
    try:
        archive = Archive(path)
        if not any(name.startswith("xl/") for name in archive.names):
            raise UnreadablePlan(
                "This is no Excel spreadsheet: if it is one of another program (.ods, Numbers),"
                " save it as .xlsx or .csv and give that."
            )
        return _grids(path, archive)
    except UnreadablePlan:
        raise
    except Unreadable as why:
        raise UnreadablePlan(str(why)) from why
    except BROKEN as why:
        raise UnreadablePlan(
            "This spreadsheet is damaged: open it, save it under a new name and try that."
        ) from why


def _grids(path: Path, archive: Archive) -> list[Grid]:
    book, formulas = _book(path, data_only=True), _formulas(path, archive)
    is_1904 = book.epoch == MAC_EPOCH
    palette = Palette(book.loaded_theme)
    return [
        _grid(sheet, formulas.get(sheet.title, frozenset()), palette, is_1904=is_1904)
        for sheet in book.worksheets
    ]


def _book(path: Path, *, data_only: bool) -> Any:
    """Open a workbook whatever its name ends with: files are kept by their hashes."""
    with path.open("rb") as file:
        return load_workbook(file, data_only=data_only)


def _grid(sheet: Any, formulas: frozenset[str], palette: Palette, *, is_1904: bool) -> Grid:
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
    looks = looks_of(sheet, rows, palette)
    _write_months(rows, looks)
    unknown = {cell for cell in formulas if _at(rows, cell) is None}
    _fill_merged(sheet, rows)
    hidden = sum(
        1
        for number, row in sheet.row_dimensions.items()
        if row.hidden
        and number <= len(rows)
        and any(cell is not None for cell in rows[number - 1])
    )
    return Grid(
        sheet.title,
        rows,
        frozenset(unknown),
        is_1904,
        hidden_rows=hidden,
        looks=looks,
    )


def _write_months(rows: list[list[Any]], looks: Looks) -> None:
    """Put for a date that is shown as its month alone what a reader sees: nobody named a day."""
    for (row, column), words in looks.shown.items():
        if row < len(rows) and column < len(rows[row]) and isinstance(rows[row][column], date):
            rows[row][column] = words


def _fill_merged(sheet: Any, rows: list[list[Any]]) -> None:
    for merged in sheet.merged_cells.ranges:
        if merged.min_row > len(rows) or merged.min_col > len(rows[0]):
            continue
        first = rows[merged.min_row - 1][merged.min_col - 1]
        for row in range(merged.min_row - 1, min(merged.max_row, len(rows))):
            for column in range(merged.min_col - 1, min(merged.max_col, len(rows[row]))):
                rows[row][column] = first


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
    book = _book(path, data_only=False)
    return {
        sheet.title: frozenset(
            cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == "f"
        )
        for sheet in book.worksheets
    }
