"""A PDF page as lines and ruled tables, in the order in which they are read."""

from collections.abc import Iterator
from contextlib import suppress
from ctypes import c_int
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from pypdfium2 import PdfiumError

from cleardays.readers.files.pdf.bands import banded_rules
from cleardays.readers.files.pdf.characters import Character, Dress, characters
from cleardays.readers.files.pdf.columns import column_rules
from cleardays.readers.files.pdf.covered import covered_text
from cleardays.readers.files.pdf.grids import Box, Grid, GridCell, grids, rules_of
from cleardays.readers.files.pdf.lines import Line, lines
from cleardays.readers.files.pdf.pdfium import pdfium_c

_DEEPEST = 3  # forms inside forms in which lines are looked for
_NOTHING = Character("", 0, 0, 0, 0, Dress(), is_drawn=False, is_covered=False)


@dataclass(frozen=True)
class PageRead:
    """A page: its lines and tables, its height in points, and what could not be shown of it.

    ``is_silent`` is true for pictures without text; ``covered`` counts the passages under boxes.
    """

    items: tuple[Line | Grid, ...]
    height: float
    is_silent: bool
    covered: int


def read_page(page: Any, number: int) -> PageRead:
    """The lines of a page, and each ruled table where its first word stands."""
    text_page = page.get_textpage()
    try:
        found = list(characters(text_page, covered_text(page)))
    finally:
        text_page.close()
    shown = [character for character in found if not character.is_covered]
    tables = _tables(list(_drawn_boxes(page)), shown, number)
    room = (0.0, page.get_width())
    items: list[Line | Grid] = []
    for stretch in _stretches(shown, tables):
        items += [stretch] if isinstance(stretch, Grid) else lines(stretch, number, room)
    return PageRead(
        items=tuple(items),
        height=page.get_height(),
        is_silent=not items and pdfium_c.FPDFPage_CountObjects(page) > 0,
        covered=sum(
            after.is_covered and after.is_drawn and not before.is_covered
            for before, after in pairwise([_NOTHING, *found])
        ),
    )


def _tables(boxes: list[Box], shown: list[Character], number: int) -> list[Grid]:
    """The tables that are ruled, those only shaded or underlined, and labels beside values."""
    found = list(grids(rules_of(boxes), number))
    for rules in (lambda loose: banded_rules(boxes, loose), column_rules):
        loose = [c for c in shown if _whereabouts(c, found)[0] is None]
        found += grids(rules(loose), number)
    return found


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


def _drawn_boxes(page: Any) -> Iterator[Box]:
    """Where each path of the page is, and whether its outline is drawn."""
    fill, stroke = c_int(), c_int()
    with suppress(PdfiumError):
        for drawn in page.get_objects([pdfium_c.FPDF_PAGEOBJ_PATH], max_depth=_DEEPEST):
            pdfium_c.FPDFPath_GetDrawMode(drawn.raw, fill, stroke)
            yield (*drawn.get_bounds(), bool(stroke.value))
