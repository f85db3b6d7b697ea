"""Writing a plan's table: a spreadsheet with its legend, a CSV file, and the template."""

import csv
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
from cleardays.readers.plans.sheets import armed
from cleardays.readers.plans.table import Value

Row = Mapping[str, Value]
HOW_SHEET = "How to fill it in"
DAY = "dd/mm/yyyy"
EXAMPLE: Row = {
    "ref": "1.1",
    "title": "Agree who decides on joint spending (an example: write over this row)",
    "areas": ["1"],
    "lead": "Director of Education",
    "lead_body": "The full name of the council",
    "supporting": ["The full name of the health body: agree its share"],
    "start": "2026-01-05",
    "finish": "2026-06-30",
    "milestones": ["2026-03-31 | First draft agreed | It is in the board's minutes"],
}
HELP = (
    "One row is one action. Fill the first sheet and send the file back.",
    "“Reference” and “Action” are needed; everything else can be left empty.",
    "The reference stays with an action for ever. Do not use one again for another action.",
    "Write days as 31/01/2026. Without an exact day leave the cell empty.",
    "Where a cell takes several entries, write each on a line of its own (Alt and Enter).",
    "Columns of your own may stay: they are kept as notes for officers and never published.",
    "A planned date that was agreed moves only with a reason, in “Why dates changed”.",
    "Taking a row out drops no action: actions are stopped, with a reason.",
)


def to_xlsx(
    rows: Iterable[Row], *, title: str, legend: Mapping[str, str] | None = None, export: str = ""
) -> bytes:
    """Return a workbook: the plan, its legend, and how to fill it in."""
    book = Workbook(write_only=True)
    plan = book.create_sheet("Plan")
    _set_up(plan)
    plan.append([_head(plan, column.head) for column in COLUMNS])
    for row in rows:
        plan.append([_cell(plan, column, {**row, "export": export}) for column in COLUMNS])
    _add_pairs(book.create_sheet("Legend"), ("Word or colour", "What it means"), legend or {})
    how = book.create_sheet(HOW_SHEET)
    _add_pairs(how, (title, ""), dict.fromkeys(HELP, ""))
    for column in COLUMNS:
        how.append([_text(how, column.head), _text(how, column.hint)])
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def template() -> bytes:
    """Return the workbook that is offered for download: heads, one example, instructions."""
    return to_xlsx([EXAMPLE], title="How to fill in a plan")


def to_csv(rows: Iterable[Row], *, export: str = "") -> str:
    """Return the same table as CSV; lists have one entry a line within their cell."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(column.head for column in COLUMNS)
    for row in rows:
        values = {**row, "export": export}
        writer.writerow(armed(_flat(values.get(column.name, ""))) for column in COLUMNS)
    return out.getvalue()


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
    return _text(sheet, _flat(value))


def _text(sheet: WriteOnlyWorksheet, text: str) -> Cell:
    """Return a cell that is text whatever it begins with: nothing of ours runs as a formula."""
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", text))
    cell.data_type = "s"
    if "\n" in text or len(text) > 40:
        cell.alignment = WRAPPED
    return cell


WRAPPED = Alignment(wrap_text=True, vertical="top")


def _flat(value: Value) -> str:
    return "\n".join(value) if isinstance(value, list) else value


def _add_pairs(
    sheet: WriteOnlyWorksheet, heads: tuple[str, str], pairs: Mapping[str, str]
) -> None:
    sheet.column_dimensions["A"].width = 40
    sheet.column_dimensions["B"].width = 70
    sheet.append([_head(sheet, head) for head in heads])
    for word, meaning in pairs.items():
        sheet.append([_text(sheet, word), _text(sheet, meaning)])
