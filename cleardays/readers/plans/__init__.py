"""Whole plans from and to spreadsheets: one row an action, every fault by its cell."""

from cleardays.readers.plans.compare import CellChange, Comparison, RowChange, three_way
from cleardays.readers.plans.read import read_plan
from cleardays.readers.plans.table import (
    Answers,
    Fault,
    PlanRow,
    PlanTable,
    Question,
    UnreadablePlan,
    merged,
)
from cleardays.readers.plans.write import template, to_csv, to_xlsx

__all__ = [
    "Answers",
    "CellChange",
    "Comparison",
    "Fault",
    "PlanRow",
    "PlanTable",
    "Question",
    "RowChange",
    "UnreadablePlan",
    "merged",
    "read_plan",
    "template",
    "three_way",
    "to_csv",
    "to_xlsx",
]
