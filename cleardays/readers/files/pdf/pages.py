"""A PDF page as lines and ruled tables, in the order in which they are read."""

from collections.abc import Iterator
from contextlib import suppress
from ctypes import c_int
from typing import Any

from pypdfium2 import PdfiumError

from cleardays.readers.files.pdf.characters import Character, characters
from cleardays.readers.files.pdf.grids import Grid, GridCell, grids, rules_of
from cleardays.readers.files.pdf.lines import Line, lines
from cleardays.readers.files.pdf.pdfium import pdfium_c

_DEEPEST = 3  # forms inside forms in which lines are looked for


def read_page(page: Any, number: int) -> Iterator[Line | Grid]:
    """The lines of a page, and each ruled table where its first word stands."""
    text_page = page.get_textpage()
    try:
        found = list(characters(text_page))
    finally:
        text_page.close()
    tables = list(grids(rules_of(list(_drawn_boxes(page))), number))
    for stretch in _stretches(found, tables):
        if isinstance(stretch, Grid):
            yield stretch
        else:
            yield from lines(stretch, number, (0.0, page.get_width()))


def _stretches(found: list[Character], tables: list[Grid]) -> list[list[Character] | Grid]:
    """Part the characters into those on the page and, by cell, those in its tables."""
    loose: list[Character] = []
    stretches: list[list[Character] | Grid] = [loose]
    inside: GridCell | None = None
    before: Character | None = None
    for character in found:
        # A word that a line cuts through stays whole, in the cell where it begins.
        if character.is_drawn and not (before and character.continues(before)):
            grid, inside = _whereabouts(character, tables)
            if grid is not None and not any(grid is each for each in stretches):
                loose = []
                stretches += [grid, loose]
        before = character
        (loose if inside is None else inside.content).append(character)
    return stretches


def _whereabouts(character: Character, tables: list[Grid]) -> tuple[Grid | None, GridCell | None]:
    across = (character.left + character.right) / 2
    up = (character.bottom + character.top) / 2
    for grid in tables:
        cell = grid.cell_at(across, up)
        if cell is not None:
            return grid, cell
    return None, None


def _drawn_boxes(page: Any) -> Iterator[tuple[float, float, float, float, bool]]:
    """Where each path of the page is, and whether its outline is drawn."""
    fill, stroke = c_int(), c_int()
    with suppress(PdfiumError):
        for drawn in page.get_objects([pdfium_c.FPDF_PAGEOBJ_PATH], max_depth=_DEEPEST):
            pdfium_c.FPDFPath_GetDrawMode(drawn.raw, fill, stroke)
            yield (*drawn.get_bounds(), bool(stroke.value))
