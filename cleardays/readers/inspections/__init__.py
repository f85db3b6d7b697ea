"""The inspectors' reports into findings, dates and who is responsible."""

from cleardays.readers.inspections.draft import (
    Finding,
    Found,
    InspectionDraft,
    Paragraph,
    Unsure,
    as_json,
)
from cleardays.readers.inspections.reading import read_inspection

__all__ = [
    "Finding",
    "Found",
    "InspectionDraft",
    "Paragraph",
    "Unsure",
    "as_json",
    "read_inspection",
]
