"""A stranger's PDF to what inspectors found, within the sandbox. Needs no Django.

What opens PDFs is loaded in the sandbox, when a file comes: this process never holds it.
"""

from itertools import groupby
from pathlib import Path

from cleardays.readers.blocks import Unreadable
from cleardays.readers.inspections import InspectionDraft, read_inspection
from cleardays.readers.sandbox import run_safely

MEGABYTE = 1024 * 1024


def read_inspection_file(path: Path, *, limit_bytes: int) -> InspectionDraft:
    """``read_inspection`` in a process of its own; Unreadable where the file is refused.

    It has 30 seconds and 512 MB; a file of more than ``limit_bytes``, or of none, is not opened.
    """
    _refuse_size(path, limit_bytes)
    return run_safely(read_inspection, path)


def read_with_pages(path: Path, *, limit_bytes: int) -> tuple[InspectionDraft, tuple[str, ...]]:
    """``read_inspection_file`` with the text of each page, to be shown beside the fields."""
    _refuse_size(path, limit_bytes)
    return run_safely(read_both, path)


def read_both(path: Path) -> tuple[InspectionDraft, tuple[str, ...]]:
    """Read a report, and the words of each page without headers and footers, line by line."""
    from cleardays.readers.inspections.document import open_report

    draft = read_inspection(path)
    lines = groupby(open_report(path).lines, key=lambda line: line.page)
    texts = {page: "\n".join(line.text for line in found) for page, found in lines}
    return draft, tuple(texts.get(number, "") for number in range(1, draft.pages + 1))


def page_image(path: Path, number: int) -> bytes:
    """Return a page (from 1) as a PNG; Unreadable where there is none, or it cannot be drawn."""
    return run_safely(drawn, path, number=number)


def drawn(path: Path, *, number: int) -> bytes:
    """Draw a page, within the sandbox."""
    from cleardays.readers.files.pdf.pictures import draw

    return draw(path, number=number)


def _refuse_size(path: Path, limit_bytes: int) -> None:
    size = path.stat().st_size
    if size == 0:
        raise Unreadable("empty", "This file is empty: choose another file.")
    if size > limit_bytes:
        raise Unreadable(
            "oversized",
            f"This file is {size / MEGABYTE:.0f} MB, more than the {limit_bytes / MEGABYTE:.0f} MB"
            " allowed: ask for the report as the inspectors published it.",
        )
