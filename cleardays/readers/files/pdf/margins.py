"""Headers, footers and page numbers: what stands again and again at the edges of pages."""

import re
from collections import defaultdict

from cleardays.readers.files.pdf.grids import Grid
from cleardays.readers.files.pdf.lines import Line

_EDGE = 0.11  # of the height of a page, at the top and at the bottom
_PAGE_NUMBER = re.compile(r"(page )?[-–—|\s]*#(\s*(of|/|\|)\s*#)?[-–—|\s]*(page)?", re.IGNORECASE)
Page = list[Line | Grid]


def take_off_margins(pages: list[Page], heights: list[float]) -> tuple[list[Page], list[Line]]:
    """Return the pages without headers and footers, and the lines that were taken off."""
    seen: dict[tuple[bool, str], set[int]] = defaultdict(set)
    for number, (page, height) in enumerate(zip(pages, heights, strict=True)):
        for line in page:
            if isinstance(line, Line) and _is_at_edge(line, height):
                seen[_key(line, height)].add(number)
    enough = max(2, len(pages) * 2 // 5)
    repeated = {
        key for key, on in seen.items() if len(on) >= enough or _PAGE_NUMBER.fullmatch(key[1])
    }
    kept: list[Page] = []
    taken: list[Line] = []
    for page, height in zip(pages, heights, strict=True):
        kept.append([])
        for line in page:
            is_margin = isinstance(line, Line) and _is_at_edge(line, height)
            if isinstance(line, Line) and is_margin and _key(line, height) in repeated:
                taken.append(line)
            else:
                kept[-1].append(line)
    return kept, taken


def _is_at_edge(line: Line, height: float) -> bool:
    return line.bottom > height * (1 - _EDGE) or line.top < height * _EDGE


def _key(line: Line, height: float) -> tuple[bool, str]:
    """What repeats: the words with any number for any other, at the top or at the bottom."""
    return line.bottom > height / 2, re.sub(r"\d+", "#", line.text)
