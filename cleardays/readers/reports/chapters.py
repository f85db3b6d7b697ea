"""The headings that a report numbers from its first to its last: 1., 2., 3. and so on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cleardays.readers.blocks import Block, Kind
from cleardays.readers.reports.headings import ends_sentence, looks_like_heading, number_of
from cleardays.readers.reports.pieces import followed, with_number_apart
from cleardays.readers.reports.vocabulary import FIELDS, Part, vocabulary

_LONGEST = 14  # words; a longer numbered line is a paragraph
_FEWEST_KNOWN = 2  # of a chain's lines must name a part of a report
_LAST_BEGINNING = 2  # some reports number the first heading after their purpose


@dataclass(frozen=True)
class _Chain:
    """Lines numbered one after the other, by their places; how many are known, or dressed."""

    places: tuple[int, ...] = ()
    known: int = 0
    dressed: int = 0

    @property
    def worth(self) -> tuple[int, int]:
        return self.known + self.dressed, len(self.places)


def with_chapters(blocks: Sequence[Block]) -> list[Block]:
    """Make headings of the lines that are numbered on through the report, however they look.

    A list's items are numbered too; what tells the chapters is that several are known headings
    with something said under them. Nothing is changed where there is no such chain.
    """
    found = list(blocks)
    for place in _best_chain(blocks).places:
        line = with_number_apart(blocks[place]) or blocks[place]
        level = line.level if line.kind is Kind.HEADING else 1
        found[place] = replace(line, kind=Kind.HEADING, level=level)
    return found


def _best_chain(blocks: Sequence[Block]) -> _Chain:
    ends: dict[int, _Chain] = {}  # the best chain so far that ends in a number
    nothing = _Chain()
    for place, (block, after) in enumerate(followed(blocks)):
        line = with_number_apart(block) or block
        number = number_of(line)
        if not (number and line.marker[0].isdigit() and _may_be_heading(line)):
            continue
        before = ends.get(number - 1, nothing)
        if not before.places and number > _LAST_BEGINNING:
            continue
        chain = _Chain(
            (*before.places, place),
            before.known + _is_known(line, after),
            before.dressed + looks_like_heading(line),
        )
        if chain.worth > ends.get(number, nothing).worth:
            ends[number] = chain
    best = max(ends.values(), key=lambda chain: chain.worth, default=nothing)
    is_plain = best.known >= _FEWEST_KNOWN and best.known * 3 >= len(best.places)
    return best if is_plain else nothing


def _may_be_heading(line: Block) -> bool:
    is_line = line.kind is not Kind.TABLE and "\n" not in line.text
    is_short = 0 < len(line.text.split()) <= _LONGEST
    is_point = ends_sentence(line.text) or line.text.endswith((" and", " or"))
    return is_line and is_short and not is_point


def _is_known(line: Block, after: Block | None) -> bool:
    """Whether a line names a part of a report and something is said under it."""
    parts = set(vocabulary().parts_of(line.text)[:1]) - FIELDS - {Part.NARRATIVE}
    is_next = after is not None and number_of(after) == number_of(line) + 1
    return bool(parts) and after is not None and not is_next
