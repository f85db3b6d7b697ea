"""Headers, footers and page numbers: what stands again and again at the edges of pages."""

import re
from collections import defaultdict

from cleardays.readers.files.pdf.grids import Grid
from cleardays.readers.files.pdf.lines import Line
from cleardays.readers.files.pdf.pages import PageRead

_EDGE = 0.11  # of the height of a page, at the top and at the bottom
_PAGE_NUMBER = re.compile(r"(page )?[-–—|\s]*#(\s*(of|/|\|)\s*#)?[-–—|\s]*(page)?", re.IGNORECASE)


def take_off_margins(pages: list[PageRead]) -> tuple[list[Line | Grid], list[Line]]:
    """Return what is on the pages, and the headers, footers and page numbers taken off them."""
    seen: dict[tuple[bool, str], set[int]] = defaultdict(set)
    for number, page in enumerate(pages):
        for line in page.items:
            if isinstance(line, Line) and _is_at_edge(line, page.height):
                seen[_key(line, page.height)].add(number)
    enough = max(2, len(pages) * 2 // 5)
    repeated = {
        key for key, on in seen.items() if len(on) >= enough or _PAGE_NUMBER.fullmatch(key[1])
    }
    kept: list[Line | Grid] = []
    taken: list[Line] = []
    for page in pages:
        for item in page.items:
            is_edge = isinstance(item, Line) and _is_at_edge(item, page.height)
            if isinstance(item, Line) and is_edge and _key(item, page.height) in repeated:
                taken.append(item)
            else:
                kept.append(item)
    return kept, taken


def _is_at_edge(line: Line, height: float) -> bool:
    return line.bottom > height * (1 - _EDGE) or line.top < height * _EDGE


def _key(line: Line, height: float) -> tuple[bool, str]:
    """What repeats: the words with any number for any other, at the top or at the bottom."""
    return line.bottom > height / 2, re.sub(r"\d+", "#", line.text)
