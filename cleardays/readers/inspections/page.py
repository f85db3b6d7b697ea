"""A PDF page as words in lines with their places, and its ruled lines."""

from collections.abc import Iterable, Iterator
from ctypes import byref, c_double, c_int, create_string_buffer
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from cleardays.readers.inspections.ruling import Ruling, ruling_of

pdfium: Any = import_module("pypdfium2.raw")  # its many names are made at run time

SAME_LINE = 3.0  # points between the baselines of one line
HYPHEN_AT_LINE_END = (0x02, 0xFFFE)  # how pdfium marks a hyphen that ends a line
SPACES = {0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x2002, 0x2003, 0x2007, 0x2009, 0x202F, 0x3000}
INVISIBLE = {0x00, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF}
SPELT = {0x2010: "-", 0x2011: "-"}  # hyphens by other names
SPELT |= {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st"}
BOLD = 600


@dataclass(frozen=True)
class Word:
    """A run of letters without a space: left and right edge, baseline, weight."""

    text: str
    x0: float
    x1: float
    y: float
    is_bold: bool = False

    @property
    def middle(self) -> float:
        """The middle of the word from left to right."""
        return (self.x0 + self.x1) / 2


@dataclass(frozen=True)
class Line:
    """Words on one baseline, from left to right."""

    words: tuple[Word, ...]
    page: int

    @property
    def text(self) -> str:
        """The words with one space between them."""
        return " ".join(word.text for word in self.words)

    @property
    def x0(self) -> float:
        """The left edge."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """The right edge."""
        return max(word.x1 for word in self.words)

    @property
    def y(self) -> float:
        """The baseline, from the bottom of the page."""
        return self.words[0].y

    @property
    def is_bold(self) -> bool:
        """Whether every word is bold."""
        return all(word.is_bold for word in self.words)


@dataclass(frozen=True)
class Page:
    """One page: its number from 1, size in points, words in reading order, ruled lines."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    ruling: Ruling


def lines_of(words: Iterable[Word], page: int) -> tuple[Line, ...]:
    """Gather ``words`` into lines, from the top of the page down."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda w: -w.y):
        if rows and rows[-1][0].y - word.y <= SAME_LINE:
            rows[-1].append(word)
        else:
            rows.append([word])
    return tuple(Line(tuple(sorted(row, key=lambda w: w.x0)), page) for row in rows)


class _Letters:
    """The letters of a page through pdfium's raw calls, which cost far less than its objects."""

    def __init__(self, text_page: Any) -> None:
        self.raw = text_page
        self.left, self.right, self.low, self.high = (c_double() for _ in range(4))
        self.name = create_string_buffer(128)
        self.flags = c_int()

    def spans(self) -> Iterator[tuple[int, int, str]]:
        """Yield each word as its first letter's place, its last letter's place, and its text."""
        letters: list[str] = []
        start = 0
        count = pdfium.FPDFText_CountChars(self.raw)
        for i in range(count):
            code = pdfium.FPDFText_GetUnicode(self.raw, i)
            if code in INVISIBLE:
                continue
            if not letters:
                start = i
            if code in SPACES:
                if letters:
                    yield start, i - 1, "".join(letters)
                letters = []
            elif code in HYPHEN_AT_LINE_END:
                letters.append("-")
                yield start, i, "".join(letters)
                letters = []
            else:
                letters.append(SPELT.get(code) or chr(code))
        if letters:
            yield start, count - 1, "".join(letters)

    def word(self, first: int, last: int, text: str) -> Word:
        pdfium.FPDFText_GetCharOrigin(self.raw, first, byref(self.left), byref(self.low))
        x0, y = self.left.value, self.low.value
        edges = byref(self.left), byref(self.right), byref(self.low), byref(self.high)
        pdfium.FPDFText_GetCharBox(self.raw, last, *edges)
        return Word(text, x0, max(self.right.value, x0), y, self._is_bold(first))

    def _is_bold(self, place: int) -> bool:
        size = pdfium.FPDFText_GetFontInfo(self.raw, place, self.name, 128, byref(self.flags))
        name = self.name.raw[: max(size - 1, 0)].lower()
        return b"bold" in name or pdfium.FPDFText_GetFontWeight(self.raw, place) >= BOLD


def read_page(document: Any, index: int) -> Page:
    """Read the page at ``index`` (from 0) of an open pypdfium2 document."""
    page = document[index]
    page.set_rotation(0)  # letters and lines have their places on the page before it is turned
    text_page = page.get_textpage()
    try:
        letters = _Letters(text_page.raw)
        words = tuple(letters.word(*span) for span in letters.spans())
        width, height = page.get_size()
        return Page(index + 1, width, height, words, ruling_of(page))
    finally:
        text_page.close()
        page.close()
