"""A report's blocks divided at every heading and label that is recognised."""

from collections.abc import Iterable, Iterator

from cleardays.readers.blocks import Block, Kind
from cleardays.readers.reports.acceptance import LISTS, Acceptance
from cleardays.readers.reports.chapters import with_chapters
from cleardays.readers.reports.headings import (
    as_heading,
    is_of_lower_level,
    is_short_and_numbered,
    looks_like_heading,
    looks_like_plain_heading,
    number_of,
)
from cleardays.readers.reports.manner import Manner
from cleardays.readers.reports.margin import Margin
from cleardays.readers.reports.openings import (
    Opening,
    Openings,
    labels_within,
    names_appendix,
)
from cleardays.readers.reports.pieces import (
    bold_edges,
    followed,
    piece,
    split_lines,
    with_marker_apart,
)
from cleardays.readers.reports.section import Section
from cleardays.readers.reports.tables import Pair, is_box, lines_of, pairs_of
from cleardays.readers.reports.tokens import is_contact_line
from cleardays.readers.reports.vocabulary import FIELDS, NARRATIVES, Part, vocabulary


def divide(blocks: Iterable[Block]) -> list[Section]:
    """Divide blocks into sections; every block is in exactly one, whole or cut."""
    ready = [with_marker_apart(block) for block in blocks]
    divider = _Divider(Manner.of(ready))
    for block, after in followed(with_chapters(ready)):
        divider.add(block, after)
    return [s for s in divider.sections if s.part or s.heading or s.blocks]


class _Divider:
    def __init__(self, manner: Manner) -> None:
        self.sections = [Section()]
        self._is_plain = manner.is_plain
        self._last_number = 0
        self._accepts = Acceptance(manner)
        self._openings = Openings(manner, self._accepts)

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
            runs = [run for field in self._side_by_side(block) for run in self._runs(field)]
            for run, next_run in followed(runs):
                self._line(run, next_run or after)

    def _side_by_side(self, block: Block) -> Iterator[Block]:
        """A line of the front cut before each label: "Date: 3 May 2024  Wards: All"."""
        start = 0
        if self._accepts.is_front and block.kind is Kind.PARAGRAPH:
            for place in labels_within(block.text):
                yield piece(block, start, place)
                start = place
        yield piece(block, start) if start else block

    def _runs(self, block: Block) -> Iterator[Block]:
        """A paragraph cut where a heading in bold runs into the words beside it."""
        start, end = bold_edges(block)
        if start and self._openings.find(piece(block, 0, start), self._current):
            yield piece(block, 0, start)
            block = piece(block, start)
        elif end and self._ends_in_heading(block, end):
            yield piece(block, 0, end)
            block = piece(block, end)
        yield block

    def _ends_in_heading(self, block: Block, end: int) -> bool:
        if self._accepts.is_front:
            return True
        is_ended = block.text[:end].rstrip().endswith((".", ":", ";", "?", "!"))
        return is_ended and self._openings.find(piece(block, end), self._current) is not None

    def _is_several_lines(self, block: Block) -> bool:
        """In the front each line is for itself; later only where one is a heading or label."""
        if self._accepts.is_front:
            return True
        lines = split_lines(block)
        return any(self._openings.find(line, self._current) for line in lines)

    def _line(self, block: Block, after: Block | None) -> None:
        if self._is_head_of(block, after):
            self._current.part = Part.IMPLICATIONS
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
        if section.is_inline and section.part is Part.DIVISIONS and not self._accepts.is_front:
            self.sections.insert(-1, section)  # a field in the midst of a part, which goes on
            self._accepts.saw(section.part)
        else:
            self._begin(section)

    def _begin(self, section: Section, *, in_table: bool = False) -> None:
        if section.part is Part.PURPOSE and [b for b in section.blocks if _is_mark(b)]:
            section.part = Part.MARK  # "Purpose: For decision"
        self.sections.append(section)
        if section.part:
            self._accepts.saw(section.part, in_table=in_table)

    def _is_unknown_heading(self, block: Block, after: Block | None) -> bool:
        if looks_like_heading(block) or not self._is_plain:
            return looks_like_heading(block)
        is_among = self._is_among_implications()
        if block.kind is Kind.ITEM:
            return is_among and is_short_and_numbered(block, after)
        is_open = self._current.part in NARRATIVES or is_among
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
            self._current.blocks.append(as_heading(block) if is_told else block)
            return
        self._last_number = number_of(block) or self._last_number
        section = Section(part, block) if part else Section(None, None, [block])
        self._begin(section)

    def _is_head_of(self, block: Block, after: Block | None) -> bool:
        """Whether "3. Implications for us" only stands above "3.1 Legal" and says nothing."""
        is_bare = self._current.part is Part.IMPLICATION and not self._current.blocks
        is_told = after is not None and after.kind is Kind.PARAGRAPH
        is_heading = looks_like_heading(block) or (is_told and is_short_and_numbered(block, after))
        return is_bare and is_heading and self._accepts.is_deeper(block, self._current)

    def _is_inside(self, block: Block) -> bool:
        return self._current.part is Part.IMPLICATION and self._accepts.is_deeper(
            block, self._current
        )

    def _part_of_unknown(self, block: Block) -> Part | None:
        """Which part a heading that nobody has heard of belongs to, from where it stands."""
        part = self._current.part
        if part is None or part in FIELDS or self._accepts.is_front:
            return self._in_front(block)
        if names_appendix(block):
            return part if part is Part.APPENDICES else Part.APPENDIX_BODY
        if part in NARRATIVES or part is Part.APPENDIX_BODY:
            return part
        if self._is_among_implications():
            return self._in_implications(block)
        if part is Part.CONSULTATIONS and self._accepts.is_among_dressed_alike(block):
            return part
        return part if self._is_below(block) or self._is_content(block) else Part.NARRATIVE

    def _is_below(self, block: Block) -> bool:
        """Whether a heading is a sub-heading, which lists have only by a deeper style."""
        if self._current.part in LISTS:
            return is_of_lower_level(block, self._current.heading)
        return self._accepts.is_deeper(block, self._current)

    def _in_front(self, block: Block) -> Part | None:
        part = self._current.part
        if self._accepts.is_past_title(block):
            return Part.NARRATIVE
        if part is Part.CONTACT and self._is_more_of_contact(block):
            return part
        if part and block.kind is not Kind.HEADING and not self._current.blocks:
            return part
        if self._accepts.is_front:
            return None
        return Part.APPENDIX_BODY if names_appendix(block) else Part.NARRATIVE

    def _is_more_of_contact(self, block: Block) -> bool:
        """Whether a line in bold goes on with a contact, whose number is perhaps yet to come."""
        if is_contact_line(block.text):
            return True
        is_reached = any(is_contact_line(line.text) for line in self._current.blocks)
        label = self._current.heading
        is_alike = label is not None and (label.kind, label.level) == (block.kind, block.level)
        return not is_reached and (is_alike or block.kind is not Kind.HEADING)

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
        pairs = (
            []
            if is_box(block)
            else pairs_of(block, self._openings, self._current, is_front=self._accepts.is_front)
        )
        for pair in pairs:
            self._pair(pair, block.page)
        if pairs and self._current.is_bounded:
            self._begin(Section())
        elif is_box(block) or (not pairs and self._is_laid_out()):
            for line in lines_of(block):
                self.add(line)
        elif not pairs:
            self._current.blocks.append(block)

    def _is_laid_out(self) -> bool:
        """Whether a table can hold no data where it stands, only words set side by side."""
        part = self._current.part
        return self._accepts.is_front or (part in FIELDS and part is not Part.CONTACT)

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


def _is_mark(block: Block) -> bool:
    return Part.MARK in vocabulary().parts_of(block.text)
