"""Writing a plan's table: a spreadsheet with its legend, a CSV file, and the template."""

import csv
import io
from collections.abc import Iterable, Mapping
from importlib import import_module

from cleardays.readers.plans.columns import COLUMNS
from cleardays.readers.plans.sheets import armed
from cleardays.readers.plans.table import Value

Row = Mapping[str, Value]
HOW_SHEET = "How to fill it in"
# Named, not imported: who only writes CSV, or nothing, need not hold what makes workbooks.
MAKING = "cleardays.readers.plans.making"
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
    made: bytes = import_module(MAKING).workbook(rows, title, legend or {}, export)
    return made


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
        writer.writerow(armed(flat(values.get(column.name, ""))) for column in COLUMNS)
    return out.getvalue()


def flat(value: Value) -> str:
    """Return a value as one text, the entries of a list each on a line."""
    return "\n".join(value) if isinstance(value, list) else value
