"""Text files broken at a fixed width: which lines run on, and which end a paragraph."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from cleardays.readers.files.markers import breaks_reference, split_marker

_WIDEST = 132  # no editor or mail program wraps wider; longer lines are whole paragraphs


@dataclass(frozen=True)
class Wrapping:
    """The width at which a text was broken; 0 if each line is a paragraph."""

    width: int

    @classmethod
    def of(cls, text: str) -> "Wrapping":
        """Find the width. Broken text shows itself where full lines go on in lower case."""
        lines = [line.rstrip() for line in text.split("\n")]
        # A row of cells set apart with spaces may be wider than the text.
        told = [line for line in lines if " " in line.strip() and "   " not in line.strip()]
        width = max(map(len, told), default=0)
        if width > _WIDEST:
            return cls(0)
        full = [pair for pair in pairwise(lines) if _runs_on(*pair, width)]
        in_lower = sum(after.lstrip()[0].islower() for _, after in full)
        return cls(width if full and in_lower * 2 >= len(full) else 0)

    def join(self, lines: list[str]) -> Iterator[str]:
        """Yield whole paragraphs of these lines; an empty line always ends one."""
        paragraph = ""
        last = ""
        for line in lines:
            if paragraph and self.width and _runs_on(last, line, self.width):
                # A hyphen at the line's end is kept: whether it was the word's own is not known.
                is_split = paragraph.endswith("-") and paragraph[-2:-1].isalpha()
                paragraph += ("" if is_split else " ") + line.strip()
            else:
                yield paragraph
                paragraph = line.rstrip()
            last = line.rstrip()
        yield paragraph


def _runs_on(line: str, after: str, width: int) -> bool:
    """Whether the next line's first word would not have fitted on this line."""
    if not line.strip() or not after.strip() or after.startswith("\t"):
        return False
    if split_marker(after) and not breaks_reference(line, after):
        return False
    return len(line) + 1 + len(after.split()[0]) > width
