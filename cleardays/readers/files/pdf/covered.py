"""Text under a box that was drawn over it: out of sight, and there for anyone to copy."""

from ctypes import addressof, c_int, c_uint
from typing import Any

from pypdfium2 import PdfiumError

from cleardays.readers.files.pdf.pdfium import pdfium_c

_TOLERANCE = 1.0  # points by which a letter may look out from under a box
_CORNERS = 6  # segments: more is a drawing, whose outline is not its extent
_OPAQUE = 255
_MOST_BOXES = 2000
Box = tuple[float, float, float, float]


def covered_text(page: Any) -> frozenset[int]:
    """The addresses of the text objects of a page that lie under a filled, opaque box."""
    waiting: dict[int, Box] = {}
    covered: set[int] = set()
    boxes = 0
    kinds = [pdfium_c.FPDF_PAGEOBJ_TEXT, pdfium_c.FPDF_PAGEOBJ_PATH]
    for drawn in page.get_objects(kinds, max_depth=1):
        try:
            bounds: Box = drawn.get_bounds()
        except PdfiumError:
            continue
        if drawn.type == pdfium_c.FPDF_PAGEOBJ_TEXT:
            waiting[addressof(drawn.raw.contents)] = bounds
        elif boxes < _MOST_BOXES and _hides(drawn.raw):
            boxes += 1
            under = {address for address, text in waiting.items() if _is_within(text, bounds)}
            covered |= under
    return frozenset(covered)


def _hides(path: Any) -> bool:
    """Whether a path is a filled box through which nothing shows."""
    fill, stroke = c_int(), c_int()
    pdfium_c.FPDFPath_GetDrawMode(path, fill, stroke)
    red, green, blue, alpha = c_uint(), c_uint(), c_uint(), c_uint()
    pdfium_c.FPDFPageObj_GetFillColor(path, red, green, blue, alpha)
    is_box = pdfium_c.FPDFPath_CountSegments(path) <= _CORNERS
    is_clear = alpha.value < _OPAQUE or pdfium_c.FPDFPageObj_HasTransparency(path)
    return bool(fill.value) and is_box and not is_clear


def _is_within(inner: Box, outer: Box) -> bool:
    return (
        inner[0] >= outer[0] - _TOLERANCE
        and inner[1] >= outer[1] - _TOLERANCE
        and inner[2] <= outer[2] + _TOLERANCE
        and inner[3] <= outer[3] + _TOLERANCE
    )
