"""A stranger's PDF to what inspectors found, within the sandbox. Needs no Django."""

from pathlib import Path

from cleardays.readers.blocks import Unreadable
from cleardays.readers.inspections import InspectionDraft, read_inspection
from cleardays.readers.sandbox import run_safely

MEGABYTE = 1024 * 1024


def read_inspection_file(path: Path, *, limit_bytes: int) -> InspectionDraft:
    """``read_inspection`` in a process of its own; Unreadable where the file is refused.

    It has 30 seconds and 512 MB; a file of more than ``limit_bytes``, or of none, is not opened.
    """
    size = path.stat().st_size
    if size == 0:
        raise Unreadable("empty", "This file is empty: choose another file.")
    if size > limit_bytes:
        raise Unreadable(
            "oversized",
            f"This file is {size / MEGABYTE:.0f} MB, more than the {limit_bytes / MEGABYTE:.0f} MB"
            " allowed: ask for the report as the inspectors published it.",
        )
    return run_safely(read_inspection, path)
