"""Invented reports, read once for all tests that look at them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cleardays.readers.inspections import InspectionDraft, read_inspection
from tests.readers.inspections.paper import Look, Paper, set_pdf

Read = Callable[..., InspectionDraft]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Set a paper as a PDF and read it."""

    def set_and_read(paper: Paper, look: Look | None = None) -> InspectionDraft:
        return read_inspection(set_pdf(tmp_path, paper, look))

    return set_and_read
