"""A plan's table as a workbook: the plan, its legend, how to fill it in."""

import io
from collections.abc import Iterable, Mapping
from datetime import date

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from cleardays.readers.plans.columns import COLUMNS, Column
from cleardays.readers.plans.write import HELP, HOW_SHEET, Row, flat

DAY = "dd/mm/yyyy"
WRAPPED = Alignment(wrap_text=True, vertical="top")


def workbook(rows: Iterable[Row], title: str, legend: Mapping[str, str], export: str) -> bytes:
    """Return the bytes of the workbook."""
    book = Workbook(write_only=True)
    plan = book.create_sheet("Plan")
    _set_up(plan)
    plan.append([_head(plan, column.head) for column in COLUMNS])
    for row in rows:
        plan.append([_cell(plan, column, {**row, "export": export}) for column in COLUMNS])
    _add_pairs(book.create_sheet("Legend"), ("Word or colour", "What it means"), legend)
    how = book.create_sheet(HOW_SHEET)
    _add_pairs(how, (title, ""), dict.fromkeys(HELP, ""))
    for column in COLUMNS:
        how.append([_text(how, column.head), _text(how, column.hint)])
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def _set_up(sheet: WriteOnlyWorksheet) -> None:
    sheet.freeze_panes = "C2"
    for place, column in enumerate(COLUMNS, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = column.width


def _head(sheet: WriteOnlyWorksheet, text: str) -> Cell:
    cell = _text(sheet, text)
    cell.font = Font(bold=True)
    return cell


def _cell(sheet: WriteOnlyWorksheet, column: Column, row: Row) -> Cell | None:
    value = row.get(column.name, "")
    if not value:
        return None
    if column.kind == "day":
        day = WriteOnlyCell(sheet, date.fromisoformat(str(value)))
        day.number_format = DAY
        return day
    return _text(sheet, flat(value))


def _text(sheet: WriteOnlyWorksheet, text: str) -> Cell:
    """Return a cell that is text whatever it begins with: nothing of ours runs as a formula."""
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", text))
    cell.data_type = "s"
    if "\n" in text or len(text) > 40:
        cell.alignment = WRAPPED
    return cell


def _add_pairs(
    sheet: WriteOnlyWorksheet, heads: tuple[str, str], pairs: Mapping[str, str]
) -> None:
    sheet.column_dimensions["A"].width = 40
    sheet.column_dimensions["B"].width = 70
    sheet.append([_head(sheet, head) for head in heads])
    for word, meaning in pairs.items():
        sheet.append([_text(sheet, word), _text(sheet, meaning)])
