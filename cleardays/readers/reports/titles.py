"""Which of the lines at the front of a report is its title."""

import re
from collections.abc import Sequence

from cleardays.readers.blocks import Block, Kind
from cleardays.readers.reports.headings import is_in_capitals
from cleardays.readers.reports.margin import Margin
from cleardays.readers.reports.pieces import piece
from cleardays.readers.reports.vocabulary import vocabulary

_ITEM_NUMBER = re.compile(
    r"(?:(?:agenda\s+)?item(?:\s+no\.?)?\s*\d+\w?\s*[:.–—-]|(?:decision|scrutiny|cabinet|committee|executive)\s+report\s*[:–—-])\s*",
    re.IGNORECASE,
)
_MARK = re.compile(
    r"""\W*(?:(?:agenda\s+)?item(?:\s+n(?:o|umber))?\W*\d+\w?|agenda\s+n(?:o|umber)\W*\d+|part\s+[12ABI]+
    |(?:open|public|private|covering|committee|exempt|confidential|decision)\s+report|open|public|restricted
    |not\s+for\s+publication|confidential|official|exempt|private|report|for\s+(?:decision|information))\W*""",
    re.IGNORECASE | re.VERBOSE,
)
_MARK_BESIDE = re.compile(
    r"\s+(?:agenda\s+item(?:\s+n(?:o|umber)\.?)?\s*\d+\w?|(?:public|open|exempt|private)\s+report)\W*\Z",
    re.IGNORECASE,
)
_LONGEST = 30  # words in a title of two lines


def is_mark(text: str) -> bool:
    """Whether a line is nothing but a mark such as "Agenda item 7" or "Public report"."""
    return bool(_MARK.fullmatch(text))


def without_item_number(block: Block | None, margin: Margin) -> Block | None:
    """Take "Item 7:" or "Decision Report:" off the front of a title."""
    found = _ITEM_NUMBER.match(block.text) if block else None
    if block is None or found is None or found.end() >= len(block.text):
        return block
    margin.label(block.marker if block.is_marker_printed else "", block.text[: found.end()])
    return piece(block, found.end())


def without_mark_beside(block: Block, margin: Margin) -> Block:
    """Take "Agenda item no. 6" or "Public report" off the end of a line of the front."""
    found = _MARK_BESIDE.search(block.text)
    if found is None:
        return block
    margin.label(found.group())
    return piece(block, 0, found.start())


def choose(
    candidates: Sequence[tuple[int, Block]], margin: Margin, *, may_be_plain: bool = False
) -> str:
    """Choose the title, the best dressed line before the first; the others found no place.

    ``candidates`` are lines with their places, by which two lines of one title are known;
    ``may_be_plain`` says that lines without any dress may be one too.
    """
    if not candidates:
        return ""
    best = max(_dress(block) for _, block in candidates)
    first = next(i for i, (_, block) in enumerate(candidates) if _dress(block) == best)
    last = first
    while last + 1 < len(candidates) and _is_one_title(
        candidates[first : last + 2], may_be_plain=may_be_plain
    ):
        last += 1
    chosen = [block for _, block in candidates[first : last + 1]]
    margin.label(*(block.marker for block in chosen if block.is_marker_printed))
    margin.leave(*(block for _, block in (*candidates[:first], *candidates[last + 1 :])))
    return " ".join(block.text for block in chosen)


def _dress(block: Block) -> tuple[int, int]:
    if block.kind is Kind.HEADING:
        return 2, -block.level
    return (1 if block.is_bold or is_in_capitals(block.text) else 0), 0


def _is_one_title(candidates: Sequence[tuple[int, Block]], *, may_be_plain: bool) -> bool:
    """Whether lines that follow each other in the same dress are one title."""
    (place, before), (next_place, block) = candidates[-2:]
    is_dressed = may_be_plain or _dress(block)[0] > 0
    is_next = next_place == place + 1 and _dress(before) == _dress(block) and is_dressed
    count = sum(len(block.text.split()) for _, block in candidates)
    return (
        is_next
        and not _is_labelled(block.text)
        and count <= _LONGEST
        and len(candidates) <= 3
        and not before.text.endswith(".")
    )


def _is_labelled(text: str) -> bool:
    """Whether a line is a label that is known with its value: "Background papers: None"."""
    label, colon, value = text.partition(":")
    return bool(colon and value.strip() and vocabulary().parts_of(label))
