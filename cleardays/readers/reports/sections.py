"""A report's blocks divided at every heading and label that is recognised."""

import re
from collections.abc import Iterable
from dataclasses import replace

from cleardays.readers.blocks import Block, Kind
from cleardays.readers.reports.headings import (
    is_deeper,
    looks_like_heading,
    looks_like_plain_heading,
    number_of,
)
from cleardays.readers.reports.margin import Margin
from cleardays.readers.reports.openings import Opening, Openings
from cleardays.readers.reports.pieces import cell_lines, followed, split_lines, with_marker_apart
from cleardays.readers.reports.section import Section
from cleardays.readers.reports.tables import Pair, is_box, pairs_of
from cleardays.readers.reports.vocabulary import FIELDS, NARRATIVES, Part, vocabulary

_LONGEST_HEADING = 8  # words of a numbered heading that has no other dress


def divide(blocks: Iterable[Block]) -> list[Section]:
    """Divide blocks into sections; every block is in exactly one, whole or cut."""
    ready = [with_marker_apart(block) for block in blocks]
    divider = _Divider(
        is_plain=not any(b.kind is Kind.HEADING or b.is_bold for b in ready),
        has_recommendations=any(map(_says_recommendations, _all_lines(ready))),
    )
    for block, after in followed(ready):
        divider.add(block, after)
    return [s for s in divider.sections if s.part or s.heading or s.blocks]


def _all_lines(blocks: Iterable[Block]) -> Iterable[str]:
    for block in blocks:
        yield from block.text.split("\n")
        yield from (line for row in block.rows for c in row for line in c.text.split("\n"))


def _says_recommendations(line: str) -> bool:
    parts = vocabulary().parts_of(line.split(":")[0])
    return parts[:1] == [Part.RECOMMENDATIONS]


class _Divider:
    def __init__(self, *, is_plain: bool, has_recommendations: bool) -> None:
        self.sections = [Section()]
        self._is_plain = is_plain
        self._last_number = 0
        self._openings = Openings(is_plain=is_plain, has_recommendations=has_recommendations)

    @property
    def _current(self) -> Section:
        return self.sections[-1]

    def add(self, block: Block, after: Block | None = None) -> None:
        """Put a block where it belongs; ``after`` is the one that follows it."""
        if block.kind is Kind.TABLE:
            self._table(block)
        elif "\n" in block.text and self._is_several_lines(block):
            for line in split_lines(block):
                self.add(line)
        else:
            self._line(block, after)

    def _is_several_lines(self, block: Block) -> bool:
        """In the front each line is for itself; later only where one is a heading or label."""
        if self._openings.is_front:
            return True
        lines = split_lines(block)
        return any(self._openings.find(line, self._current) for line in lines)

    def _line(self, block: Block, after: Block | None) -> None:
        opening = self._openings.find(block, self._current, self._last_number)
        if opening:
            self._open(opening)
        elif self._is_unknown_heading(block, after):
            self._unknown_heading(block)
        else:
            self._current.blocks.append(block)

    def _open(self, opening: Opening) -> None:
        if opening.heading:
            self._last_number = number_of(opening.heading) or self._last_number
        if opening.part is Part.DETAIL:
            if self._current.part is not Part.CONTACT:
                self._begin(Section(Part.CONTACT))
            self._current.blocks.append(opening.whole)
            return
        section = Section(opening.part, opening.heading)
        if opening.rest:
            section.blocks.append(opening.rest)
            section.is_inline = True
        self._begin(section)

    def _begin(self, section: Section, *, in_table: bool = False) -> None:
        self.sections.append(section)
        if section.part:
            self._openings.saw(section.part, in_table=in_table)

    def _is_unknown_heading(self, block: Block, after: Block | None) -> bool:
        if looks_like_heading(block):
            return True
        if not self._is_plain:
            return False
        if self._last_number and number_of(block) == self._last_number + 1:
            is_ended = block.text.endswith((".", ";", ","))
            return len(block.text.split()) <= _LONGEST_HEADING and not is_ended
        is_open = self._current.part in NARRATIVES or self._is_among_implications()
        return is_open and looks_like_plain_heading(block, after)

    def _is_among_implications(self) -> bool:
        """Whether what is read stands under a heading "Implications"."""
        return self._parent() is not None

    def _parent(self) -> Section | None:
        for section in reversed(self.sections):
            if section.part is not Part.IMPLICATION:
                return section if section.part is Part.IMPLICATIONS else None
        return None

    def _unknown_heading(self, block: Block) -> None:
        part = self._part_of_unknown(block)
        is_sub_heading = part is self._current.part and part is not Part.IMPLICATION
        if is_sub_heading or (part is Part.IMPLICATION and self._is_inside(block)):
            is_told = part in NARRATIVES or part is Part.IMPLICATION
            self._current.blocks.append(_as_heading(block) if is_told else block)
            return
        self._last_number = number_of(block) or self._last_number
        section = Section(part, block) if part else Section(None, None, [block])
        self._begin(section)

    def _is_inside(self, block: Block) -> bool:
        return self._current.part is Part.IMPLICATION and is_deeper(block, self._current.heading)

    def _part_of_unknown(self, block: Block) -> Part | None:
        """Which part a heading that nobody has heard of belongs to, from where it stands."""
        part = self._current.part
        if part is None or part in FIELDS or self._openings.is_front:
            return self._in_front(block)
        if _is_appendix(block):
            return part if part is Part.APPENDICES else Part.APPENDIX_BODY
        if part in NARRATIVES or part is Part.APPENDIX_BODY:
            return part
        if self._is_among_implications():
            return self._in_implications(block)
        if is_deeper(block, self._current.heading) or self._is_content(block):
            return part
        return Part.NARRATIVE

    def _in_front(self, block: Block) -> Part | None:
        part = self._current.part
        if part and not self._current.blocks and block.kind is not Kind.HEADING:
            return part
        if self._openings.is_front:
            return None
        return Part.APPENDIX_BODY if _is_appendix(block) else Part.NARRATIVE

    def _in_implications(self, block: Block) -> Part:
        """Under "Implications" a heading is one more, until one stands as high as that."""
        parent = self._parent()
        above = parent.heading if parent else None
        is_first = self._current.part is Part.IMPLICATIONS and not self._current.blocks
        if number_of(block) and above and number_of(above):
            return Part.NARRATIVE
        if block.kind is Kind.HEADING and above and above.kind is Kind.HEADING:
            is_beside = block.level <= above.level and not is_first
            is_flat = self._current.heading is not None and (
                self._current.heading.level == block.level and self._current is not parent
            )
            return Part.NARRATIVE if is_beside and not is_flat else Part.IMPLICATION
        return Part.IMPLICATION

    def _is_content(self, block: Block) -> bool:
        """Whether a line in bold or capitals is what the section says rather than a heading."""
        if block.kind is Kind.HEADING:
            return False
        if not self._current.blocks:
            return True
        is_asked = self._current.part is Part.RECOMMENDATIONS
        return is_asked and self._openings.begins_recommendation(block)

    def _table(self, block: Block) -> None:
        pairs = [] if is_box(block) else pairs_of(block, self._openings, self._current)
        for pair in pairs:
            self._pair(pair, block.page)
        if pairs and self._current.is_bounded:
            self._begin(Section())
        elif is_box(block) or (not pairs and self._is_laid_out()):
            for line in (c for row in block.rows for cell in row for c in cell_lines(cell)):
                self.add(replace(line, page=block.page))
        elif not pairs:
            self._current.blocks.append(block)

    def _is_laid_out(self) -> bool:
        """Whether a table can hold no data where it stands, only words set side by side."""
        part = self._current.part
        return self._openings.is_front or (part in FIELDS and part is not Part.CONTACT)

    def _pair(self, pair: Pair, page: int) -> None:
        if pair.part is Part.DETAIL:
            self._detail(pair, page)
        elif pair.part or pair.label:
            section = Section(pair.part, pair.label, list(pair.value), is_bounded=True)
            self._begin(section, in_table=True)
        else:
            if self._current.is_bounded:
                self._begin(Section())
            for line in pair.value:
                self.add(line)

    def _detail(self, pair: Pair, page: int) -> None:
        """A cell "Telephone" beside a number: a further line of the contact before it."""
        before = next((s for s in reversed(self.sections) if s.part is Part.CONTACT), None)
        if before is None:
            before = Section(Part.CONTACT, is_bounded=True)
            self._begin(before, in_table=True)
        margin = Margin()
        margin.label_blocks(pair.label)
        label = " ".join(margin.labels).rstrip(" :")
        margin.labels.clear()
        margin.label_blocks(*pair.value)
        text = f"{label}: {', '.join(margin.labels)}"
        before.blocks.append(Block(Kind.PARAGRAPH, text, page=page))


def _as_heading(block: Block) -> Block:
    """A line dressed as a heading without the style: a heading one below the section's own."""
    return block if block.kind is Kind.HEADING else replace(block, kind=Kind.HEADING, level=0)


def _is_appendix(block: Block) -> bool:
    return bool(re.match(r"(appendix|annexe?)\s+\W?\w{1,3}\b", block.text, re.IGNORECASE))
