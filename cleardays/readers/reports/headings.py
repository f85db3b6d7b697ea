"""Which blocks look like headings, and which of two stands deeper."""

import re
from dataclasses import dataclass, replace

from cleardays.readers.blocks import Block, Kind

_LONGEST = 16  # words; a longer line in bold is a sentence somebody wanted noticed
_SHORT = 8
LONGEST_HEADING = 8  # words of a numbered heading that has no other dress


def looks_like_heading(block: Block) -> bool:
    """Whether a block is dressed as a heading: by style, in bold or in capitals."""
    if block.kind is Kind.HEADING:
        return True
    if block.kind is Kind.TABLE or "\n" in block.text or not _is_short(block.text, _LONGEST):
        return False
    if block.kind is Kind.ITEM and not block.is_ordered:
        return False
    if ends_sentence(block.text):
        return False
    return block.is_bold or is_in_capitals(block.text)


def looks_like_plain_heading(block: Block, after: Block | None) -> bool:
    """Whether a line of undressed text is a heading: short, unended, prose after it."""
    if block.kind is not Kind.PARAGRAPH or not _is_short(block.text, _SHORT) or after is None:
        return False
    if not block.text[:1].isupper() or re.search(r"[.,:;?!]$|@|\d{5}", block.text):
        return False
    if after.kind is not Kind.PARAGRAPH:
        return False
    return len(after.text.split()) > _SHORT or after.text.endswith(".") or _says_little(after.text)


def _says_little(text: str) -> bool:
    return bool(re.fullmatch(r"\W*(n\W?a|none|nil|not applicable|yes|no)\W*", text, re.IGNORECASE))


def _is_short(text: str, most: int) -> bool:
    return bool(re.search(r"[^\W\d_]", text)) and len(text.split()) <= most


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence or a clause does."""
    return bool(re.search(r"[.;,]\W?$", text.rstrip()))


def is_in_capitals(text: str) -> bool:
    """Whether a line is in capitals, its small words and plurals aside."""
    text = text.replace("(s)", "")
    letters = [character for character in text if character.isalpha()]
    return len(letters) > 3 and all(letter.isupper() for letter in letters)


def is_of_lower_level(block: Block, above: Block | None) -> bool:
    """Whether both have heading styles, and the first a deeper one."""
    if above is None or {block.kind, above.kind} != {Kind.HEADING}:
        return False
    return block.level > above.level


@dataclass(frozen=True)
class Rank:
    """What a heading's dress says about how deep it stands."""

    level: int  # of a heading style; 0 without one
    points: int  # how many numbers it carries: 2 for "3.1"; 0 for none and for letters
    is_capital: bool

    @classmethod
    def of(cls, block: Block) -> "Rank":
        """The rank of a block that is a heading."""
        numbers = [n for n in re.findall(r"\d+", block.marker) if n.strip("0")]
        level = block.level if block.kind is Kind.HEADING else 0
        return cls(level, len(numbers), is_in_capitals(block.text))


def is_deeper(block: Block, above: Block | None, *, by_capitals: bool = True) -> bool:
    """Whether a heading is dressed as a sub-heading of the other.

    ``by_capitals`` says whether capitals mean anything in this report.
    """
    if above is None:
        return False
    here, there = Rank.of(block), Rank.of(above)
    if here.level and there.level and here.level != there.level:
        return here.level > there.level
    if here.points and there.points:
        return here.points > there.points
    if bool(here.level) != bool(there.level):
        return bool(there.level)
    if there.points or here.points:
        return bool(there.points)
    return by_capitals and there.is_capital and not here.is_capital


def number_of(block: Block) -> int:
    """The number a heading carries at its own level 1 ("4." and "4.0" are 4); 0 for none."""
    found = re.fullmatch(r"\W*(\d{1,2})(?:\.0+)?\W*", block.marker)
    return int(found.group(1)) if found else 0


def is_short_and_numbered(block: Block, after: Block | None) -> bool:
    """Whether an undressed line is a heading by a number such as "6.1" and its few words."""
    is_numbered = bool(re.fullmatch(r"\d+(\.\d+)+\.?", block.marker))
    is_ended = block.text.rstrip().endswith((".", ";", ",", ":"))
    is_short = len(block.text.split()) <= LONGEST_HEADING
    return is_numbered and not is_ended and is_short and after is not None


def as_heading(block: Block) -> Block:
    """A line dressed as a heading without the style: a heading one below the section's own."""
    return block if block.kind is Kind.HEADING else replace(block, kind=Kind.HEADING, level=0)
