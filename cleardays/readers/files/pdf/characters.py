"""The characters of a PDF page in reading order, each with its place and dress."""

import ctypes
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from cleardays.readers.files.pdf.pdfium import pdfium_c

_BOLD_WEIGHT = 600
_TOUCHING = 1.0  # points between letters of a word
_LEVEL = 0.35  # of the size: bold and plain letters of a line differ by less
_LINE_HYPHEN = 2  # pdfium's sign for a hyphen at the end of a line


@dataclass(frozen=True, slots=True)
class Dress:
    """How a font looks."""

    bold: bool = False
    italic: bool = False


class Character(NamedTuple):
    """A character; its box in points from the bottom left.

    ``is_drawn`` says whether it stands on the page as a mark: spaces and line ends do not, and
    pdfium adds some. ``is_covered`` is true under a box that was drawn over it.
    """

    text: str
    left: float
    right: float
    bottom: float
    top: float
    dress: Dress
    is_drawn: bool
    is_covered: bool

    def continues(self, before: "Character") -> bool:
        """Whether this character goes on with the word that the one before it is in."""
        is_beside = abs(self.left - before.right) < _TOUCHING
        return before.is_drawn and (is_beside or self.climbs_from(before))

    def climbs_from(self, before: "Character") -> bool:
        """Whether both are of a word that runs up the page, as beside the axis of a chart."""
        is_higher = abs(self.bottom - before.bottom) > (before.top - before.bottom) / 2
        return before.is_drawn and self.is_drawn and is_higher


def characters(text_page: Any, covered: frozenset[int]) -> Iterator[Character]:
    """Read the characters of a page, ``\\n`` at line ends. Takes about 5 microseconds each.

    ``covered`` has the addresses of text objects that are out of sight.
    """
    box = pdfium_c.FS_RECTF()
    dresses: dict[int, Dress] = {}
    dress, address, half = Dress(), 0, 0
    for index in range(pdfium_c.FPDFText_CountChars(text_page)):
        code = pdfium_c.FPDFText_GetUnicode(text_page, index)
        if 0xD800 <= code < 0xDC00:  # the first half of a letter of mathematics and the like
            half = code
            continue
        owner = pdfium_c.FPDFText_GetTextObject(text_page, index)
        if owner:
            address = ctypes.addressof(owner.contents)
            if address not in dresses:
                dresses[address] = _dress(owner)
            dress = dresses[address]
        pdfium_c.FPDFText_GetLooseCharBox(text_page, index, box)
        left, right, text = box.left, box.right, _text(code, half)
        is_drawn = right > left and not text.isspace()
        is_covered = bool(owner) and address in covered
        yield Character(text, left, right, box.bottom, box.top, dress, is_drawn, is_covered)
        half = 0


def _text(code: int, half: int) -> str:
    if code == _LINE_HYPHEN:
        return "-\n"
    if 0xDC00 <= code < 0xE000 and half:
        return chr(0x10000 + ((half - 0xD800) << 10) + (code - 0xDC00))
    if code == ord("\r") or code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return ""
    return chr(code)


def _dress(text_object: Any) -> Dress:
    font = pdfium_c.FPDFTextObj_GetFont(text_object)
    buffer = ctypes.create_string_buffer(200)
    pdfium_c.FPDFFont_GetBaseFontName(font, buffer, len(buffer))
    name = buffer.value.lower()
    is_bold = b"bold" in name or b"black" in name or b"heavy" in name
    return Dress(
        bold=is_bold or pdfium_c.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT,
        italic=b"italic" in name or b"oblique" in name,
    )


def at_one_height(found: Iterable[Character]) -> list[list[Character]]:
    """Drawn characters by the line they stand on, each line from the left, from the top down."""
    rows: list[list[Character]] = []
    for character in sorted(found, key=lambda c: -c.bottom):
        size = character.top - character.bottom
        if not rows or rows[-1][0].bottom - character.bottom > _LEVEL * size:
            rows.append([])
        rows[-1].append(character)
    return [sorted(row, key=lambda c: c.left) for row in rows]
