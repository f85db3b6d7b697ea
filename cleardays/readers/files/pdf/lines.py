"""Characters to lines, the smallest thing that a PDF has of a text's shape."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from cleardays.readers.files.markers import split_marker
from cleardays.readers.files.pdf.characters import Character
from cleardays.readers.files.spans import Span, plain

_WIDE = 2.0  # times the size of the text: no justified line has gaps so wide
_LONGEST_MARKER = 6


@dataclass(frozen=True)
class Line:
    """A line of a page.

    ``size`` is the height of most of its characters in points; ``room`` is from where to where
    the page or cell goes that it stands in; ``is_row`` is true where wide gaps part the words, as
    in a table without rules.
    """

    spans: tuple[Span, ...]
    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    is_bold: bool
    page: int
    room: tuple[float, float]
    is_row: bool = False

    @property
    def is_marker(self) -> bool:
        """Whether it is nothing but the number or bullet of an item."""
        return " " not in self.text and split_marker(f"{self.text} x") is not None

    def is_right_of(self, other: "Line") -> bool:
        """Whether it stands at the same height further to the right."""
        is_level = abs(self.bottom - other.bottom) < other.size / 2
        return is_level and self.left >= other.right and not self.is_marker

    @property
    def first_word_width(self) -> float:
        """About how wide the first word is, with a space before it."""
        share = (len(self.text.split()[0]) + 1) / max(len(self.text), 1)
        return (self.right - self.left) * share


def lines(found: Iterable[Character], page: int, room: tuple[float, float]) -> list[Line]:
    """The lines of a page or cell in reading order, those without words left out."""
    waiting = list(_as_drawn(found, page, room))
    # Some programs draw all markers of lists after all their words.
    for marker in [line for line in waiting if line.is_marker]:
        beside = [line for line in waiting if line.is_right_of(marker)]
        if beside:
            nearest = min(beside, key=lambda line: line.left)
            waiting.remove(marker)
            waiting.insert(waiting.index(nearest), marker)
    return waiting


def _as_drawn(found: Iterable[Character], page: int, room: tuple[float, float]) -> Iterator[Line]:
    run: list[Character] = []
    for character in found:
        run.append(character)
        if character.text.endswith("\n"):
            yield from _line(run, page, room)
            run = []
    yield from _line(run, page, room)


def spans_of(found: Iterable[Character]) -> Iterator[Span]:
    """The characters as spans, alike ones together."""
    text, dress = "", None
    for character in found:
        if dress is not None and character.dress != dress and character.is_drawn:
            yield Span(text, bold=dress.bold, italic=dress.italic)
            text = ""
        if character.is_drawn or dress is None:
            dress = character.dress
        text += character.text
    if dress is not None:
        yield Span(text, bold=dress.bold, italic=dress.italic)


def _has_gap(drawn: list[Character], wide: float) -> bool:
    """Whether the words are set apart somewhere; the gap after a marker does not count."""
    gaps = [index for index, (a, b) in enumerate(pairwise(drawn)) if b.left - a.right > wide]
    return any(index > _LONGEST_MARKER for index in gaps)


def _line(run: list[Character], page: int, room: tuple[float, float]) -> Iterator[Line]:
    drawn = [character for character in run if character.is_drawn]
    spans = tuple(spans_of(run))
    text = plain(spans)
    if not drawn or not text:
        return
    sizes = Counter(round(character.top - character.bottom, 1) for character in drawn)
    yield Line(
        spans=spans,
        text=text,
        left=min(character.left for character in drawn),
        right=max(character.right for character in drawn),
        bottom=min(character.bottom for character in drawn),
        top=max(character.top for character in drawn),
        size=sizes.most_common(1)[0][0],
        is_bold=all(character.dress.bold for character in drawn),
        page=page,
        room=room,
        is_row=_has_gap(drawn, sizes.most_common(1)[0][0] * _WIDE),
    )
