"""A stranger's spreadsheet to a plan's table, within the sandbox. Needs no Django."""

from collections.abc import Mapping
from pathlib import Path

from cleardays.readers.plans import PlanTable, read_plan
from cleardays.readers.sandbox import run_safely


def read_plan_file(path: Path, answers: Mapping[str, str] | None = None) -> PlanTable:
    """``read_plan`` in a process of its own, with 30 seconds and 512 MB.

    Raises Unreadable for what is no plan's table, or is more than that.
    """
    return run_safely(read_plan, path, answers=answers)
