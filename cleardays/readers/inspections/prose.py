"""Lines back into the sentences that were set in them: hyphens, bullets, paragraphs."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cleardays.readers.inspections.draft import Paragraph
from cleardays.readers.inspections.page import Line, Page, lines_of

SOFT_HYPHEN = "\u00ad"
# English prefixes that keep their hyphen wherever the line ends.
KEEP_HYPHEN = {
    *("anti", "co", "cross", "ex", "full", "half", "high", "inter", "long", "low", "mid", "multi"),
    *("neuro", "non", "out", "over", "part", "post", "pre", "re", "self", "semi", "short", "sub"),
    *("under", "up", "well"),
    *("and", "by", "face", "for", "in", "of", "on", "the", "to"),  # "up-to-date", "out-of-area"
}
NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]", re.IGNORECASE)
ENDS_SENTENCE = re.compile(r"[.!?][’”\"')]*$")
# "Responsible body: ..." is a paragraph of its own, though no full stop ends it.
LABEL = re.compile(r"\(?[A-Z][a-z]+(?: [a-z]+){0,3}:")
NARROW_GAP = 3.0  # points: less than a space at any size of body text, times one and a half
INDENT = 4.0
# A full stop ends no sentence after what is cut short: "NHS St. Orrin ICB", "Dr. A".
_BETWEEN_SENTENCES = re.compile(r"(?<=[.?!])(?<!\bSt\.)(?<!\b[DM]r\.)(?<!\bMrs\.)\s+(?=[A-Z‘“(])")
WIDE_LEADING = 1.35  # of the usual distance of lines: a new paragraph


def _letters(text: str) -> str:
    return "".join(ch for ch in text if ch.isalpha() or ch in "-'’").strip("-'’").casefold()


@dataclass(frozen=True)
class Vocabulary:
    """The words that a document uses away from line ends, to tell its hyphens apart.

    ``hyphenates`` says whether its producer broke words at line ends; one that never does so
    where it can be told is not thought to elsewhere.
    """

    words: Counter[str]
    hyphenates: bool = True

    def join(self, left: str, right: str) -> str:
        """Return two pieces of a word, ``left`` ending in a hyphen, as one word.

        A hyphen stays when the document writes the word so elsewhere, when both halves are
        words, or after a prefix that wants it; it goes when the document knows the whole.
        """
        stem = left[:-1]
        if left.endswith(SOFT_HYPHEN):
            return stem + right
        head, tail = _letters(stem.split("-")[-1]), _letters(right)
        has_hyphen = f"{head}-{tail}" in self.words or f"{_letters(stem)}-{tail}" in self.words
        if not right[:1].islower() or has_hyphen:
            return left + right
        if head + tail in self.words:
            return stem + right
        if not self.hyphenates or head in KEEP_HYPHEN:
            return left + right
        if head in self.words and tail in self.words:
            return left + right
        return stem + right


def vocabulary_of(pages: Iterable[Page]) -> Vocabulary:
    """Count the words of ``pages``, line ends with a hyphen and what follows them left out."""
    counts: Counter[str] = Counter()
    broken: list[tuple[str, str]] = []
    for page in pages:
        last = ""
        for line in lines_of(page.words, page.number):
            texts = [word.text for word in line.words]
            if last:
                broken.append((last, texts.pop(0)))
            is_cut = bool(texts) and texts[-1].endswith(("-", SOFT_HYPHEN))
            last = texts.pop() if is_cut else ""
            counts.update(map(_letters, texts))
    cut = [_letters(left[:-1].split("-")[-1]) + _letters(right) for left, right in broken]
    return Vocabulary(counts, any(word in counts for word in cut))


def join_lines(texts: Sequence[str], vocabulary: Vocabulary) -> str:
    """Return lines as running text with single spaces, words cut at a line end made whole."""
    joined = ""
    for text in texts:
        if not joined:
            joined = text
        elif re.search(rf"\w[-{SOFT_HYPHEN}]$", joined):
            before, _, left = joined.rpartition(" ")
            right, _, after = text.partition(" ")
            word = vocabulary.join(left, right)
            joined = " ".join(part for part in (before, word, after) if part)
        elif re.search(r"\w/$", joined):
            joined += text
        else:
            joined += f" {text}"
    return joined.replace(SOFT_HYPHEN, "")


def is_bullet(text: str) -> bool:
    """Say whether ``text`` is a lone mark that opens a list item."""
    return len(text) == 1 and not text.isalnum() and text not in "‘’“”'\"(&£"


def _marker(line: Line) -> bool:
    """Say whether a line opens with a bullet or a number that stands apart from its words."""
    first = line.words[0]
    if len(line.words) == 1:
        return is_bullet(first.text)
    gap = line.words[1].x0 - first.x1
    if is_bullet(first.text):
        return gap > 0.5 or first.text not in "-–—"
    return gap > NARROW_GAP * 1.8 and (
        NUMBER.fullmatch(first.text) is not None or first.text == "o"
    )


@dataclass(frozen=True)
class Block:
    """A paragraph as set: its lines, without a bullet or number, and where its words begin."""

    lines: tuple[Line, ...]
    is_bullet: bool
    x0: float


def _without_marker(line: Line) -> Line:
    return Line(line.words[1:], line.page)


def has_room(line: Line, following: Line, right: float) -> bool:
    """Say whether ``line`` is the last of its paragraph: the next word would have fitted on it."""
    word = following.words[0]
    return line.x1 + NARROW_GAP + (word.x1 - word.x0) < right


def _starts_paragraph(block: Block, line: Line, leading: float, right: float) -> bool:
    last = block.lines[-1]
    if last.page == line.page and last.y - line.y > leading * WIDE_LEADING:
        return True
    if block.is_bullet and line.x0 < block.x0 - INDENT:
        return True
    ended = ENDS_SENTENCE.search(last.text) or LABEL.match(block.lines[0].text)
    return ended is not None and has_room(last, line, right)


def _leading(lines: Sequence[Line]) -> float:
    gaps = [a.y - b.y for a, b in pairwise(lines) if a.page == b.page]
    return min((gap for gap in gaps if gap > 0), default=0.0)


def blocks_of(lines: Sequence[Line], right: float) -> list[Block]:
    """Group the lines of a cell or column, which ends at ``right``, into paragraphs."""
    leading = _leading(lines)
    blocks: list[Block] = []
    for line in lines:
        if _marker(line):
            rest = _without_marker(line)
            if rest.words:
                blocks.append(Block((rest,), True, rest.x0))
        elif blocks and not _starts_paragraph(blocks[-1], line, leading, right):
            last = blocks[-1]
            blocks[-1] = Block((*last.lines, line), last.is_bullet, last.x0)
        else:
            blocks.append(Block((line,), False, line.x0))
    return blocks


def opens_with_marker(lines: Sequence[Line]) -> bool:
    """Say whether the first line opens with a bullet or number."""
    return bool(lines) and _marker(lines[0])


def paragraphs_of(
    lines: Sequence[Line], right: float, vocabulary: Vocabulary
) -> tuple[Paragraph, ...]:
    """Return the words of a cell or column as paragraphs."""
    blocks = blocks_of(lines, right)
    return tuple(
        Paragraph(join_lines([line.text for line in b.lines], vocabulary), b.is_bullet)
        for b in blocks
    )


def sentences_of(text: str) -> list[str]:
    """Split running text into sentences."""
    return _BETWEEN_SENTENCES.split(text) if text else []
