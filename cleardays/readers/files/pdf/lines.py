"""Characters to lines, the smallest thing that a PDF has of a text's shape."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cleardays.readers.files.pdf.characters import Character
from cleardays.readers.files.spans import Span, plain


@dataclass(frozen=True)
class Line:
    """A line of a page; ``size`` is the height of most of its characters in points."""

    spans: tuple[Span, ...]
    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    is_bold: bool
    page: int

    @property
    def first_word_width(self) -> float:
        """About how wide the first word is, with a space before it."""
        share = (len(self.text.split()[0]) + 1) / max(len(self.text), 1)
        return (self.right - self.left) * share


def lines(found: Iterable[Character], page: int) -> Iterator[Line]:
    """The lines of a page, those without words left out."""
    run: list[Character] = []
    for character in found:
        run.append(character)
        if character.text.endswith("\n"):
            yield from _line(run, page)
            run = []
    yield from _line(run, page)


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


def _line(run: list[Character], page: int) -> Iterator[Line]:
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
    )
