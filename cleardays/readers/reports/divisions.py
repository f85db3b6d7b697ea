"""The electoral divisions or wards that a report affects."""

import re
from collections.abc import Sequence

from cleardays.readers.blocks import Block, Kind
from cleardays.readers.reports.margin import Margin
from cleardays.readers.reports.pieces import followed
from cleardays.readers.reports.vocabulary import vocabulary

_EVERYWHERE = re.compile(
    r"\W*\(?all(?:\s+(?:electoral\s+)?(?:divisions?|wards?|areas?|of them))?\)?\W*", re.IGNORECASE
)
_LONGEST_NAME = 8


def read_divisions(text: str, label: str, margin: Margin) -> list[str]:
    """Names out of a list that semicolons, lines, commas or "and" part, in that order."""
    if vocabulary().says_none(text):
        margin.label(text)
        return []
    return [name for part in _parts(text, label) for name in _name(part, margin)]


def _parts(text: str, label: str) -> list[str]:
    if ";" in text.strip().rstrip(";"):
        return re.split(r"[;\n]", text)
    if "," in text:
        *names, last = re.split("[,\n]", text)
        return [*names, *re.split(r"(?=\band\b|&)", last)]
    is_one = bool(re.search(r"(division|ward|area)\b(?!\(s\)|s)", label, re.IGNORECASE))
    lines = text.split("\n")
    if is_one or len(lines) > 1:
        return lines
    return re.split(r"(?=\band\b)", text)


def _name(part: str, margin: Margin) -> list[str]:
    joined = re.match(r"[\s,;]*(and|&)\s+", part)
    if joined:
        margin.label(joined.group(1))
        part = part[joined.end() :]
    name = part.strip(" \t\n;,.:•")
    if name.startswith("(") and name.endswith(")"):
        name = name[1:-1].strip(" ;,.")
    return [name] if re.search(r"\w", name) else []


def count_of_lines(blocks: Sequence[Block]) -> int:
    """How many of the lines after the label are its value; the title may come straight after."""
    is_whole = bool(blocks) and (
        _EVERYWHERE.fullmatch(blocks[0].text) or vocabulary().says_none(blocks[0].text)
    )
    if is_whole or not blocks:
        return min(1, len(blocks))
    for index, (block, after) in enumerate(followed(blocks)):
        if index and not _goes_on(blocks[index - 1], block, after):
            return index
    return len(blocks)


def _goes_on(before: Block, block: Block, after: Block | None) -> bool:
    """Whether a line is one name more: it ends as a list does, or another free line follows."""
    text = block.text.rstrip()
    is_dressed = (block.is_bold or block.kind is Kind.HEADING) and not before.is_bold
    if is_dressed or len(text.split()) > _LONGEST_NAME or block.kind is Kind.TABLE:
        return False
    if text.endswith((";", ",")) or block.kind is Kind.ITEM:
        return True
    is_last = before.text.rstrip().endswith((";", ",", "and"))
    is_name = is_last or len(text.split()) <= 3
    return is_name and after is not None and not after.text.lstrip().startswith("(")
