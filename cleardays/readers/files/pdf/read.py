"""A PDF into blocks."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2

from cleardays.readers.blocks import Notice, Reading
from cleardays.readers.files.notices import notice
from cleardays.readers.files.pdf.findings import findings
from cleardays.readers.files.pdf.lines import Line
from cleardays.readers.files.pdf.margins import take_off_margins
from cleardays.readers.files.pdf.pages import PageRead, read_page
from cleardays.readers.files.pdf.paragraphs import Measures, blocks_of
from cleardays.readers.files.pdf.pdfium import pdfium_c
from cleardays.readers.files.refusals import damaged, password_protected, without_words

MEDIA_TYPE = "application/pdf"


def read_pdf(path: Path) -> Reading:
    """Read a PDF's text; refuses passwords, damage, and scans ("no-text")."""
    pages = _pages(path)
    if not any(page.items for page in pages):
        raise without_words(has_pictures=any(page.is_silent for page in pages))
    kept, taken = take_off_margins(pages)
    measures = Measures.of(kept)
    blocks = tuple(blocks_of(kept, measures))
    dropped = tuple(word for line in taken for word in line.text.split())
    return Reading(MEDIA_TYPE, blocks, tuple(_notices(path, pages, taken)), dropped)


def _pages(path: Path) -> list[PageRead]:
    try:
        document = pypdfium2.PdfDocument(path)  # type: ignore[no-untyped-call]
    except pypdfium2.PdfiumError as error:
        if pdfium_c.FPDF_GetLastError() == pdfium_c.FPDF_ERR_PASSWORD:
            raise password_protected() from error
        raise damaged() from error
    with document:
        return [_page(document, number) for number in range(1, len(document) + 1)]


def _page(document: pypdfium2.PdfDocument, number: int) -> PageRead:
    try:
        page = document[number - 1]
    except pypdfium2.PdfiumError as error:
        raise damaged() from error
    try:
        return read_page(page, number)
    finally:
        page.close()


def _notices(path: Path, pages: list[PageRead], taken: list[Line]) -> Iterator[Notice]:
    yield from findings(path)
    yield from notice("covered-text", sum(page.covered for page in pages))
    yield from notice("header-footer", len(taken))
    yield from notice("page-without-text", sum(page.is_silent for page in pages))
