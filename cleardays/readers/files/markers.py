"""Numbers and bullets that stand in the text as words: "i.", "3)", "(a)", "1.2", "•"."""

import re
from dataclasses import dataclass, replace

from cleardays.readers.blocks import Block, Kind

# U+F0B7 and its neighbours are the Symbol and Wingdings bullets that Word leaves in plain text.
BULLETS = "•·▪▫◦●○■□◼◾►▶‣⁃❖❑➔➢✓*\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d\uf06f"
_MARKER = re.compile(
    rf"""(?:
        (?P<bullet>[{re.escape(BULLETS)}]|[-–—](?=\s)|o(?=\t))
      | (?P<decimal>\d{{1,2}}(?:\.\d{{1,3}}){{1,4}}[.)]?  # "3.5 million" is not a marker
          (?=\s+[A-Z"'“‘(\[]))
      | (?P<number>\(?\d{{1,3}}[.)])
      | (?P<roman>\(?(?:(?=[ivx])x{{0,3}}(?:ix|iv|v?i{{0,3}})
                      |(?=[IVX]{{2}})X{{0,3}}(?:IX|IV|V?I{{0,3}}))[.)])
      | (?P<letter>\(?[a-z][.)]|\(?[A-Z]\))
    )(?:\s+|(?<=[{re.escape(BULLETS)}]))(?=\S)""",
    re.VERBOSE,
)


# Words after which a number belongs to them, however the line was broken.
_REFERS = re.compile(
    r"\b(?:appendi(?:x|ces)|annexe?s?|paragraphs?|sections?|schedules?|tables?|figures?|pages?"
    r"|part|regulations?|rule|article|chapter|item|phase|tier|stage|of|at|from|than|about|under)"
    r"\s*\Z",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\(?\d{1,3}(?:\.\d+)*[.)]")


@dataclass(frozen=True)
class Marker:
    """A printed marker, its family ("bullet", "roman.", "(letter)" ...) and the words after."""

    text: str
    family: str
    rest: str

    @property
    def is_ordered(self) -> bool:
        """Whether the marker counts."""
        return not self.family.startswith("bullet")


def split_marker(line: str) -> Marker | None:
    """Take the printed marker off the front of a line; None if there is none."""
    line = line.strip()
    found = _MARKER.match(line)
    if not found or not found.lastgroup:
        return None
    text = found.group(found.lastgroup)
    shape = re.sub(r"\w+(?:\.\w+)*", found.lastgroup, text)
    family = f"bullet {text}" if found.lastgroup == "bullet" else shape
    return Marker(text, family, line[found.end() :])


def breaks_reference(line: str, after: str) -> bool:
    """Whether "2." begins a line only because "as at Appendix 2." was broken before it."""
    return bool(_REFERS.search(line) and _NUMBER.match(after.strip()))


class Depths:
    """How deep each item stands, from how its marker looks beside those before it."""

    def __init__(self) -> None:
        self._last: dict[str, str] = {}  # the last marker of each family that is open

    def reset(self) -> None:
        """Begin afresh: something that is no item came between."""
        self._last = {}

    def of(self, marker: Marker) -> int:
        """The depth from 1 of the next item. "1.2" is deeper than "1." by its points."""
        if marker.family.startswith("decimal"):
            return marker.text.rstrip(".)").count(".") + 1
        family = self._settle(marker)
        open_families = list(self._last)
        if family in self._last:
            for deeper in open_families[open_families.index(family) + 1 :]:
                del self._last[deeper]
        self._last[family] = marker.text
        return len(self._last)

    def _settle(self, marker: Marker) -> str:
        """Take "i." after "h." for a letter: only what stands before can tell."""
        as_letter = marker.family.replace("roman", "letter")
        before, now = (text.strip("().") for text in (self._last.get(as_letter, ""), marker.text))
        if len(before) == len(now) == 1 and ord(now) == ord(before) + 1:
            return as_letter
        return marker.family


def as_item(block: Block, marker: Marker, depth: int) -> Block:
    """Turn a paragraph that begins with this marker into an item with the words after it."""
    return replace(
        block,
        kind=Kind.ITEM,
        text=marker.rest,
        html=_without_prefix(block.html, marker.text),
        level=depth,
        marker=marker.text,
        is_marker_printed=True,
        is_ordered=marker.is_ordered,
    )


def _without_prefix(html: str, prefix: str) -> str:
    """Take the marker off inner HTML, inside whatever tags it is dressed in."""
    for character in prefix:
        html = re.sub(rf"\A((?:<[^>]*>|\s)*){re.escape(character)}", r"\1", html, count=1)
    html = re.sub(r"\A((?:<[^>]*>)*)\s+", r"\1", html)
    emptied = re.compile(r"<(strong|em|sup|sub)></\1>\s*")
    while emptied.match(html):
        html = emptied.sub("", html, count=1)
    return html
