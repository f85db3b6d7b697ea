"""A PDF into blocks."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2

from cleardays.readers.blocks import Notice, Reading
from cleardays.readers.files.notices import notice
from cleardays.readers.files.pdf.findings import findings
from cleardays.readers.files.pdf.grids import Grid
from cleardays.readers.files.pdf.lines import Line
from cleardays.readers.files.pdf.margins import Page, take_off_margins
from cleardays.readers.files.pdf.pages import read_page
from cleardays.readers.files.pdf.paragraphs import Measures, blocks_of
from cleardays.readers.files.pdf.pdfium import pdfium_c
from cleardays.readers.files.refusals import damaged, password_protected, without_words

MEDIA_TYPE = "application/pdf"


def read_pdf(path: Path) -> Reading:
    """Read a PDF's text; refuses passwords, damage, and scans ("no-text")."""
    pages, heights, silent = _pages(path)
    if not any(pages):
        raise without_words(has_pictures=silent > 0)
    kept, taken = take_off_margins(pages, heights)
    items = [item for page in kept for item in page]
    measures = Measures.of(items)
    blocks = tuple(blocks_of(items, measures))
    dropped = tuple(word for line in taken for word in line.text.split())
    return Reading(MEDIA_TYPE, blocks, tuple(_notices(path, taken, silent)), dropped)


def _pages(path: Path) -> tuple[list[Page], list[float], int]:
    """Lines and tables by page, heights in points, and how many pages are pictures only."""
    try:
        document = pypdfium2.PdfDocument(path)  # type: ignore[no-untyped-call]
    except pypdfium2.PdfiumError as error:
        if pdfium_c.FPDF_GetLastError() == pdfium_c.FPDF_ERR_PASSWORD:
            raise password_protected() from error
        raise damaged() from error
    pages: list[Page] = []
    heights: list[float] = []
    silent = 0
    with document:
        for number in range(1, len(document) + 1):
            found, height, is_silent = _page(document, number)
            pages.append(found)
            heights.append(height)
            silent += is_silent
    return pages, heights, silent


def _page(document: pypdfium2.PdfDocument, number: int) -> tuple[Page, float, bool]:
    try:
        page = document[number - 1]
    except pypdfium2.PdfiumError as error:
        raise damaged() from error
    try:
        found: list[Line | Grid] = list(read_page(page, number))
        is_silent = not found and pdfium_c.FPDFPage_CountObjects(page) > 0
        return found, page.get_height(), is_silent
    finally:
        page.close()


def _notices(path: Path, taken: list[Line], silent: int) -> Iterator[Notice]:
    yield from findings(path)
    yield from notice("header-footer", len(taken))
    yield from notice("page-without-text", silent)
