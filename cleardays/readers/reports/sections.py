"""A report's blocks divided at every heading and label that is recognised."""

import re
from collections.abc import Iterable, Iterator

from cleardays.readers.blocks import Block, Kind
from cleardays.readers.reports.acceptance import LISTS, Acceptance
from cleardays.readers.reports.chapters import with_chapters
from cleardays.readers.reports.headings import (
    as_heading,
    ends_sentence,
    looks_like_heading,
    number_of,
)
from cleardays.readers.reports.manner import Manner
from cleardays.readers.reports.margin import Margin
from cleardays.readers.reports.openings import (
    Opening,
    Openings,
    labels_within,
    titles_appendix,
)
from cleardays.readers.reports.pieces import (
    bold_edges,
    followed,
    piece,
    split_lines,
    with_marker_apart,
)
from cleardays.readers.reports.section import Section
from cleardays.readers.reports.tables import Pair, is_box, lines_of, pairs_of, titled
from cleardays.readers.reports.unknown import UnknownHeadings
from cleardays.readers.reports.vocabulary import (
    FIELDS,
    IMPLICATIONS,
    NARRATIVES,
    SUMMARIES,
    Part,
    vocabulary,
)

_TICKED = re.compile(r"(?:[☐☑☒✓✔✗✘□■]\s*[^\W\d]+[\s/,]*){2,}")
_MAY_BE_MARK = frozenset({Part.PURPOSE, Part.RECOMMENDATIONS})


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
        self._last_number = 0
        self._accepts = Acceptance(manner)
        self._openings = Openings(manner, self._accepts)
        self._unknown = UnknownHeadings(
            self.sections, self._accepts, self._openings, is_plain=manner.is_plain
        )

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
        if start and self._heads(piece(block, 0, start)):
            yield piece(block, 0, start)
            block = piece(block, start)
        elif end and self._ends_in_heading(block, end):
            yield piece(block, 0, end)
            block = piece(block, end)
        yield block

    def _heads(self, label: Block) -> bool:
        """Whether words in bold are a heading; "Subject of report:" is read with its value."""
        opening = self._openings.find(label, self._current)
        is_label = label.text.endswith(":") and self._accepts.is_front
        return opening is not None and not (is_label and opening.part is Part.PURPOSE)

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
        if self._unknown.is_head_of(block, after):
            self._current.part = Part.IMPLICATIONS
        opening = self._openings.find(block, self._current, self._last_number)
        if opening:
            self._open(opening)
        elif after is not None and self._stands_above(block, after):
            self._begin(Section(Part.MARK, block))
        elif self._begins_list_of_appendices(block, after):
            self._begin(Section(Part.APPENDICES, None, [block]))
        elif self._unknown.is_one(block, after):
            self._unknown_heading(block, after)
        else:
            self._current.blocks.append(block)

    def _stands_above(self, block: Block, after: Block) -> bool:
        """Whether "Supporting documentation" at the end of a list only heads what comes next."""
        is_closing = self._current.part in LISTS | IMPLICATIONS and bool(self._current.blocks)
        is_over = is_closing and looks_like_heading(block) and looks_like_heading(after)
        return is_over and self._closes(after)

    def _closes(self, after: Block) -> bool:
        opening = self._openings.find(after, self._current)
        return opening is not None and opening.part in {Part.APPENDICES, Part.BACKGROUND_PAPERS}

    def _begins_list_of_appendices(self, block: Block, after: Block | None) -> bool:
        """Whether "Annex 1: Map" stands after a part, with more of the kind or a new part next."""
        if self._accepts.is_front or not titles_appendix(block) or looks_like_heading(block):
            return False
        if self._current.part in {Part.APPENDICES, Part.APPENDIX_BODY, *LISTS}:
            return False
        return after is None or titles_appendix(after) or self._ends_part(after)

    def _ends_part(self, after: Block) -> bool:
        return self._openings.find(after, self._current) is not None

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
        if section.part in _MAY_BE_MARK and [b for b in section.blocks if _is_mark(b)]:
            section.part = Part.MARK  # "Purpose: For decision", "Action required: For approval"
        if section.part is Part.PURPOSE and _names_title(section):
            section.part = Part.TITLE
        if _is_one_issue(section) and not self._accepts.seen.intersection(SUMMARIES):
            section.part = Part.PURPOSE
        self.sections.append(section)
        if section.part:
            self._accepts.saw(section.part, in_table=in_table)

    def _unknown_heading(self, block: Block, after: Block | None) -> None:
        part = self._unknown.part_of(block, after)
        is_sub_heading = part is self._current.part and part is not Part.IMPLICATION
        if is_sub_heading or (part is Part.IMPLICATION and self._unknown.is_inside(block)):
            is_told = part in NARRATIVES or part is Part.IMPLICATION
            self._current.blocks.append(as_heading(block) if is_told else block)
            return
        self._last_number = number_of(block) or self._last_number
        section = Section(part, block) if part else Section(None, None, [block])
        self._begin(section)

    def _table(self, block: Block) -> None:
        title, rest = titled(block)
        opening = self._openings.find(title, self._current) if title else None
        if rest and opening and opening.part in {Part.BACKGROUND_PAPERS, Part.APPENDICES}:
            self._open(opening)
            self._table(rest)
            return
        pairs = (
            [] if is_box(block) else pairs_of(block, self._openings, self._current, self._accepts)
        )
        told = self._current
        for pair in pairs:
            if self._is_aside(pair, told):
                self._aside(pair, told)
            else:
                self._pair(pair, block.page)
        if pairs and self._current.is_bounded:
            self._begin(Section())
        elif is_box(block) or (not pairs and self._is_laid_out()):
            for line in lines_of(block):
                self.add(line)
        elif not pairs:
            self._current.blocks.append(block)

    def _is_aside(self, pair: Pair, told: Section) -> bool:
        """Whether a row of a table names a field in the midst of a part, which goes on."""
        is_inside = self._current is told and told.part is Part.CONSULTATIONS
        return is_inside and (pair.part in FIELDS or pair.part is None)

    def _aside(self, pair: Pair, told: Section) -> None:
        if pair.part and pair.part is not Part.DETAIL:
            aside = Section(pair.part, pair.label, list(pair.value), is_bounded=True)
            self.sections.insert(-1, aside)
        else:
            told.blocks += [*([pair.label] if pair.label else []), *pair.value]

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


def _is_one_issue(section: Section) -> bool:
    """Whether a heading is "Issue", which says what a report is about as "Issues" does not."""
    return section.heading is not None and section.heading.text.strip(" :").casefold() == "issue"


def _names_title(section: Section) -> bool:
    """Whether "Subject of report" has a title beside it and no sentence on what it is about."""
    if section.heading is None or not (section.is_bounded or section.is_inline):
        return False
    is_either = Part.TITLE in vocabulary().parts_of(section.heading.text)
    return is_either and not any(ends_sentence(block.text) for block in section.blocks)


def _is_mark(block: Block) -> bool:
    """Whether "Purpose" only says what a report is for: "For decision", "☒ Decision ☐ Noting"."""
    return Part.MARK in vocabulary().parts_of(block.text) or bool(_TICKED.fullmatch(block.text))
