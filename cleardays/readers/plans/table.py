"""A plan's table as values: rows by reference, the cell that each value stood in, faults."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from cleardays.readers.blocks import Unreadable

Value = str | list[str]


class UnreadablePlan(Unreadable):
    """The file is no plan's table at all; the message says what to do."""

    def __init__(self, message: str) -> None:
        super().__init__("no-plan", message)


@dataclass(frozen=True)
class Fault:
    """What is wrong with one cell and what to write there; ``cell`` is "" for the whole sheet."""

    sheet: str
    cell: str
    wrong: str
    write: str

    @property
    def words(self) -> str:
        where = " ".join(filter(None, (self.sheet, self.cell)))
        return f"{where}: {self.wrong}. {self.write}."


@dataclass(frozen=True)
class PlanRow:
    """One action: its values by the names of ``columns``, days as ISO text, and ``cells`` that
    say where each stood. ``notes`` are cells of columns that are the file's own."""

    values: Mapping[str, Value]
    cells: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    sheet: str = ""

    @property
    def ref(self) -> str:
        return str(self.values["ref"])

    def fault(self, name: str, wrong: str, write: str) -> Fault:
        """Return a fault of this row's value."""
        return Fault(self.sheet, self.cells.get(name, ""), wrong, write)


@dataclass(frozen=True)
class PlanTable:
    """All rows, or all faults: there are no rows where there is a fault.

    ``columns`` are the names that the file has; ``legend`` is None where it has none; ``export``
    says from which export it began, or is "". ``notices`` say what was read otherwise than it
    looks, and what was not read.
    """

    rows: tuple[PlanRow, ...] = ()
    columns: tuple[str, ...] = ()
    legend: Mapping[str, str] | None = None
    export: str = ""
    faults: tuple[Fault, ...] = ()
    notices: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return what JSON keeps."""
        return {
            "columns": list(self.columns),
            "legend": dict(self.legend) if self.legend is not None else None,
            "notices": list(self.notices),
            "rows": [
                {
                    "values": dict(row.values),
                    "cells": dict(row.cells),
                    "notes": list(row.notes),
                    "sheet": row.sheet,
                }
                for row in self.rows
            ],
        }

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> "PlanTable":
        """Return the table that was kept."""
        rows = tuple(
            PlanRow(row["values"], row["cells"], tuple(row["notes"]), row["sheet"])
            for row in plain["rows"]
        )
        return cls(rows=rows, columns=tuple(plain["columns"]), legend=plain["legend"])
