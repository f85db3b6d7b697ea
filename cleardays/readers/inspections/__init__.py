"""The inspectors' reports into findings, dates and who is responsible."""

from pathlib import Path

from cleardays.readers.inspections.draft import (
    Finding,
    Found,
    InspectionDraft,
    Paragraph,
    Unsure,
    as_json,
)

__all__ = [
    "Finding",
    "Found",
    "InspectionDraft",
    "Paragraph",
    "Unsure",
    "as_json",
    "read_inspection",
]


def read_inspection(path: str | Path) -> InspectionDraft:
    """Read an inspectors' report; ``Unreadable`` says why a file is none.

    What opens PDFs is loaded when a file comes: the workroom need not hold it until then.
    """
    from cleardays.readers.inspections.reading import read_inspection as read

    return read(path)
