"""Where a part of a report begins: a heading, a label, or a label with its value in one line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from cleardays.readers.blocks import Block, Kind
from cleardays.readers.reports.dates import find_date
from cleardays.readers.reports.headings import (
    ends_sentence,
    is_deeper,
    is_in_capitals,
    looks_like_heading,
    number_of,
)
from cleardays.readers.reports.pieces import is_all_bold, piece
from cleardays.readers.reports.section import Section
from cleardays.readers.reports.vocabulary import (
    FIELDS,
    IMPLICATIONS,
    NARRATIVES,
    SUMMARIES,
    Part,
    key,
    vocabulary,
)

_INLINE = re.compile(r"([^:\n]{2,90}?)\s*(?:([:?])|\s([–—-])\s)\s*(?=\S)")
_ABSENT = re.compile(r"(\S.*?\S)\s+(?:N/?A|None|NONE|Nil)\.?")
_ASKS = re.compile(
    r"(?:[\w’']+\s){1,9}(?:is|are)\s(?:therefore\s)?(?:asked|recommended|invited|requested)\s"
)
_BARE_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,2}\.?\s+(?=[^\W\d])")
# These begin nothing before the first section of a report: there they are words of a title.
_NEVER_IN_FRONT = frozenset(
    {Part.NARRATIVE, Part.IMPLICATION, Part.IMPLICATIONS, Part.BACKGROUND_PAPERS}
)
_SIDE_BY_SIDE = frozenset(
    {Part.MEETING_DATE, Part.DIVISIONS, Part.COMMITTEE, Part.MARK, Part.ELSEWHERE}
)
_CLOSING = frozenset({Part.BACKGROUND_PAPERS, Part.PART_II_REASON, Part.APPENDICES, Part.CONTACT})


@dataclass(frozen=True)
class Opening:
    """The beginning of a part: its heading or label as printed, and the value beside it."""

    part: Part
    heading: Block | None
    rest: Block | None
    whole: Block


@dataclass(frozen=True)
class Manner:
    """How a report is written, as far as that says what a line may be.

    ``is_plain``: no line is dressed as a heading; ``has_recommendations``: some line is the
    heading of recommendations; ``is_in_capitals``: every heading that is known is in capitals.
    """

    is_plain: bool = False
    has_recommendations: bool = True
    is_in_capitals: bool = False

    @classmethod
    def of(cls, blocks: Sequence[Block]) -> "Manner":
        """The manner of a report, from all of its blocks."""
        words = vocabulary()
        lines = [line for block in blocks for line in block.text.split("\n")]
        cells = (cell.text for block in blocks for row in block.rows for cell in row)
        lines += [line for cell in cells for line in cell.split("\n")]
        firsts = [words.parts_of(line.split(":")[0])[:1] for line in lines]
        known = [
            line
            for line, first in zip(lines, firsts, strict=True)
            if first and first[0] not in FIELDS and not line.rstrip(":").count(":")
        ]
        return cls(
            is_plain=not any(b.kind is Kind.HEADING or b.is_bold for b in blocks),
            has_recommendations=[Part.RECOMMENDATIONS] in firsts,
            is_in_capitals=all(is_in_capitals(line) for line in known),
        )


class Openings:
    """Finds openings, knowing what of the report has been seen so far."""

    def __init__(self, manner: Manner) -> None:
        self.is_front = True
        self.seen: set[Part] = set()
        self._is_plain = manner.is_plain
        self._has_recommendations = manner.has_recommendations
        self._by_capitals = manner.is_in_capitals
        self._words = vocabulary()

    def saw(self, part: Part, *, in_table: bool = False) -> None:
        """Note that a part has begun."""
        self.seen.add(part)
        is_field = part in FIELDS or part in {Part.APPENDICES, Part.PART_II_REASON}
        if not is_field and not in_table:
            self.is_front = False

    def find(self, block: Block, current: Section, last_number: int = 0) -> Opening | None:
        """The opening that this line is, if it is one where it stands."""
        if current.part is Part.APPENDIX_BODY or block.kind is Kind.TABLE or names_appendix(block):
            return None
        if block.kind is Kind.ITEM and not self._is_numbered_heading(block, current, last_number):
            return None
        return (
            self._whole(block, current)
            or self._inline(block, current)
            or self._absent(block, current)
            or self._prefixed(block, current)
            or self._lead_in(block, current)
        )

    def is_deeper(self, line: Block, current: Section) -> bool:
        """Whether a line is dressed as a sub-heading of the section it stands in."""
        return is_deeper(line, current.heading, by_capitals=self._by_capitals)

    def begins_recommendation(self, block: Block) -> bool:
        """Whether a line reads as a recommendation or the words before a list of them."""
        first = re.match(r"\W*(\w+)", block.text)
        return bool(first and first.group(1).casefold() in self._words.begins) or any(
            phrase in block.text.casefold() for phrase in self._words.lead_ins
        )

    def _is_numbered_heading(self, block: Block, current: Section, last_number: int) -> bool:
        if not block.is_ordered:
            return False
        if current.part is not Part.RECOMMENDATIONS:
            return not re.fullmatch(r"\W*[a-z]{1,4}\W*", block.marker)
        return looks_like_heading(block) or number_of(block) == last_number + 1 > 1

    def _whole(self, block: Block, current: Section) -> Opening | None:
        for line in (block, _with_number_apart(block)):
            if line is None:
                continue
            for part in self._whole_parts(line.text):
                part_here = self._accept_whole(part, line, current)
                if part_here:
                    return Opening(part_here, line, None, line)
        return None

    def _whole_parts(self, text: str) -> list[Part]:
        """What a whole line may name; "Background papers: the plan" names only with its label."""
        label, colon, value = text.partition(":")
        if not (colon and value.strip()):
            return self._words.parts_of(text)
        inner = self._words.parts_of(value)
        return [part for part in self._words.parts_of(label) if part in inner]

    def _accept_whole(self, part: Part, line: Block, current: Section) -> Part | None:
        is_called = line.text.rstrip().endswith(":")
        is_dressed = is_called or looks_like_heading(line) or bool(line.marker)
        is_word = len(key(line.text).split()) == 1
        if part in FIELDS:
            return self._accept_field(part, current, is_safe=is_called or not is_word)
        if self.is_front and part in _NEVER_IN_FRONT:
            return None
        if ends_sentence(line.text) and not is_dressed:
            return None
        if part is Part.PART_II_REASON:
            return self._part_ii(line, is_safe=is_dressed or not is_word)
        if part is Part.RECOMMENDATIONS and current.part is part and not looks_like_heading(line):
            return None
        if part in NARRATIVES | IMPLICATIONS:
            return self._narrative_or_implication(
                part, line, current, is_dressed=is_dressed or (self._is_plain and not is_word)
            )
        if part in SUMMARIES and current.part in NARRATIVES:
            is_new = part not in self.seen and not self.is_deeper(line, current)
            return part if is_new else None
        return part

    def _accept_field(self, part: Part, current: Section, *, is_safe: bool) -> Part | None:
        if part is Part.COMMITTEE:
            is_safe = is_safe and self.is_front
        if self.is_front:
            return part if is_safe or part is Part.MARK else None
        if part is Part.CONTACT:
            return part if is_safe or current.part in _CLOSING else None
        if part is Part.DETAIL:
            return part if current.part is Part.CONTACT else None
        is_first = part is Part.DIVISIONS and part not in self.seen
        return part if is_first and is_safe else None

    def _part_ii(self, line: Block, *, is_safe: bool) -> Part | None:
        """In the front "CONFIDENTIAL" alone is a mark; a reason follows its own heading."""
        words = set(key(line.text).split())
        if not self.is_front:
            return Part.PART_II_REASON if is_safe else None
        is_reason = words & {"reason", "information", "exemption", "ground", "paragraph"}
        return Part.PART_II_REASON if is_reason else Part.MARK

    def _narrative_or_implication(
        self, part: Part, line: Block, current: Section, *, is_dressed: bool
    ) -> Part | None:
        names_itself = "implication" in key(line.text).split()
        is_inside = current.part in IMPLICATIONS and part in IMPLICATIONS
        if current.part in NARRATIVES and self.is_deeper(line, current) and not names_itself:
            return None
        if current.part is Part.IMPLICATION and part is Part.IMPLICATION:
            return None if self.is_deeper(line, current) else part
        if part in NARRATIVES and self.is_deeper(line, current) and current.part not in FIELDS:
            return None
        if not (is_dressed or names_itself or is_inside):
            is_alone = self._is_plain and part is Part.BACKGROUND
            return part if is_alone and current.part not in NARRATIVES else None
        if part is Part.BACKGROUND and current.part in NARRATIVES:
            return Part.NARRATIVE
        return part

    def _inline(self, block: Block, current: Section) -> Opening | None:
        found = _INLINE.match(block.text)
        if found is None:
            return None
        label, rest = piece(block, 0, found.end()), piece(block, found.end())
        for part in self._words.parts_of(found.group(1)):
            if self._accept_inline(part, label, rest, current, is_dash=bool(found.group(3))):
                return Opening(part, label, _without_marker(rest), block)
        return None

    def _accept_inline(
        self, part: Part, label: Block, rest: Block, current: Section, *, is_dash: bool
    ) -> bool:
        is_word = len(key(label.text).split()) == 1
        if is_dash and (part not in FIELDS or not self.is_front or part is Part.COMMITTEE):
            return False
        if is_dash and is_word and part is not Part.MEETING_DATE:
            return False
        if part is Part.COMMITTEE and find_date(rest.text):
            return key(label.text) not in {"cabinet", "board", "panel", "committee", "forum"}
        if part in FIELDS:
            is_safe = self.is_front or not is_word
            return self._accept_field(part, current, is_safe=is_safe) is not None
        if self.is_front and part in _NEVER_IN_FRONT:
            return False
        is_strong = is_all_bold(label.html) or not is_word or current.part not in NARRATIVES
        if part is Part.IMPLICATION:
            return current.part in IMPLICATIONS or "implication" in key(label.text).split()
        if part is Part.NARRATIVE or (
            part in {Part.BACKGROUND, *SUMMARIES} and self._is_past(part)
        ):
            return False
        return is_strong and not (part is Part.RECOMMENDATIONS and current.part is part)

    def _is_past(self, part: Part) -> bool:
        return bool(self.seen & NARRATIVES) or part in self.seen

    def _absent(self, block: Block, current: Section) -> Opening | None:
        """A heading and the word that there is nothing under it, run into one line."""
        found = _ABSENT.fullmatch(block.text)
        if found is None:
            return None
        heading = piece(block, 0, found.end(1))
        opening = self._whole(heading, current)
        if opening is None or opening.part in NARRATIVES:
            return None
        return replace(opening, rest=_without_marker(piece(block, found.end(1))), whole=block)

    def _prefixed(self, block: Block, current: Section) -> Opening | None:
        if not self.is_front:
            return None
        found = self._words.prefix_of(block.text)
        if found is None:
            return None
        part, end = found
        if part is Part.PART_II_REASON:
            return Opening(part, None, block, block)
        label, rest = piece(block, 0, end), piece(block, end)
        if part is Part.MARK and len(rest.text.split()) > 2:
            return None
        if part in {Part.DIVISIONS, Part.CONTACT} and not rest.text[:1].isupper():
            return None
        return Opening(part, label, _without_marker(rest) if rest.text else None, block)

    def _lead_in(self, block: Block, current: Section) -> Opening | None:
        """ "The Committee is asked to:" where no heading says that recommendations begin."""
        if self._has_recommendations or Part.RECOMMENDATIONS in self.seen or self.is_front:
            return None
        text = block.text.casefold()
        if not any(phrase in text for phrase in self._words.lead_ins):
            return None
        if current.part in NARRATIVES | set(SUMMARIES) and text.endswith(":"):
            return Opening(Part.RECOMMENDATIONS, block, None, block)
        if current.part in SUMMARIES and _ASKS.match(text):
            return Opening(Part.RECOMMENDATIONS, None, block, block)
        return None


def labels_within(text: str) -> list[int]:
    """Where labels of fields begin inside a line that begins with one itself."""
    first = text.partition(":")
    if not first[1] or not set(vocabulary().parts_of(first[0])) & _SIDE_BY_SIDE:
        return []
    places: list[int] = []
    for colon in list(re.finditer(":", text))[1:]:
        before = text[len(first[0]) + 1 : colon.start()]
        words = list(re.finditer(r"\S+", before))[-4:]
        for word in words:
            label = before[word.start() :]
            is_label = set(vocabulary().parts_of(label)[:1]) & _SIDE_BY_SIDE
            place = len(first[0]) + 1 + word.start()
            if is_label and label[:1].isupper() and not _is_first(before[: word.start()]):
                places.append(place)
                break
    return places


def _is_first(before: str) -> bool:
    """Whether no value stands before a label, so that both are one label."""
    return not re.search(r"\w", before)


def names_appendix(block: Block) -> bool:
    """Whether a line begins with the name of an appendix: "Appendix 2 - Map"."""
    return bool(re.match(r"(appendix|annexe?)\s+\W?\w{1,3}\b", block.text, re.IGNORECASE))


def _with_number_apart(block: Block) -> Block | None:
    """ "5 Financial implications" as the number and the heading."""
    found = _BARE_NUMBER.match(block.text)
    if found is None or block.marker:
        return None
    rest = piece(block, found.end())
    return replace(rest, marker=found.group().strip(), is_marker_printed=True, is_ordered=True)


def _without_marker(block: Block) -> Block:
    kind = Kind.PARAGRAPH if block.kind in {Kind.ITEM, Kind.HEADING} else block.kind
    return replace(block, kind=kind, marker="", level=0, is_bold=is_all_bold(block.html))
