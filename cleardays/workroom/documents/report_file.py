"""A stranger's file to a report's parts, within the sandbox. Needs no Django, so that any may."""

from pathlib import Path

from cleardays.readers.blocks import Reading
from cleardays.readers.files.read import LIMIT_BYTES, read_file
from cleardays.readers.reports.draft import ReportDraft
from cleardays.readers.reports.read import read_report
from cleardays.readers.sandbox import run_safely


def read_both(
    path: Path, *, name: str | None = None, limit_bytes: int = LIMIT_BYTES
) -> tuple[Reading, ReportDraft]:
    """Read a file into blocks and those into parts; Unreadable where it is refused."""
    reading = read_file(path, name=name, limit_bytes=limit_bytes)
    return reading, read_report(reading)


def read_report_file(
    path: Path, *, name: str | None = None, limit_bytes: int = LIMIT_BYTES
) -> tuple[Reading, ReportDraft]:
    """``read_both`` in a process of its own, with 30 seconds and 512 MB for the whole of it."""
    return run_safely(read_both, path, name=name, limit_bytes=limit_bytes)
