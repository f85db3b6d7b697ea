"""Whole plans from and to spreadsheets: one row an action, every fault by its cell."""

from cleardays.readers.plans.compare import CellChange, Comparison, RowChange, three_way
from cleardays.readers.plans.read import read_plan
from cleardays.readers.plans.table import Fault, PlanRow, PlanTable, UnreadablePlan
from cleardays.readers.plans.write import template, to_csv, to_xlsx

__all__ = [
    "CellChange",
    "Comparison",
    "Fault",
    "PlanRow",
    "PlanTable",
    "RowChange",
    "UnreadablePlan",
    "read_plan",
    "template",
    "three_way",
    "to_csv",
    "to_xlsx",
]
