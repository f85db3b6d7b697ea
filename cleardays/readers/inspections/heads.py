"""The headings of columns, which tell where the second column begins where no line does."""

from cleardays.readers.inspections.page import Line
from cleardays.readers.inspections.wording import wording

APART = 8.0  # points: a gap that no space of body text is as wide as
ROLES = ("responsible", "authority", "board")


def _is_heading(text: str) -> bool:
    words = wording()
    is_column = any(words.is_column(role, text) for role in ROLES)
    return is_column or words.section_of(text) is not None


def column_boundary(line: Line) -> float | None:
    """Return where the second column begins, when ``line`` holds the headings of two columns."""
    for i in range(1, len(line.words)):
        left, right = line.words[:i], line.words[i:]
        if right[0].x0 - left[-1].x1 < APART:
            continue
        texts = [" ".join(word.text for word in part) for part in (left, right)]
        if all(_is_heading(text) for text in texts):
            return right[0].x0 - 1.0
    return None
