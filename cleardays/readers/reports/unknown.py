"""Headings that nobody has heard of: whether a line is one, and which part it stands in."""

from collections.abc import Sequence

from cleardays.readers.blocks import Block, Kind
from cleardays.readers.reports.acceptance import LISTS, Acceptance
from cleardays.readers.reports.headings import (
    ends_sentence,
    is_of_lower_level,
    is_short_and_numbered,
    looks_like_heading,
    looks_like_plain_heading,
    number_of,
)
from cleardays.readers.reports.openings import Openings, names_appendix
from cleardays.readers.reports.section import Section
from cleardays.readers.reports.tokens import is_contact_line
from cleardays.readers.reports.vocabulary import FIELDS, NARRATIVES, Part

_FEWEST_OF_PROSE = 8  # words


class UnknownHeadings:
    """Judges headings by their dress and by the sections before them."""

    def __init__(
        self,
        sections: Sequence[Section],
        accepts: Acceptance,
        openings: Openings,
        *,
        is_plain: bool,
    ) -> None:
        self._sections = sections
        self._accepts = accepts
        self._openings = openings
        self._is_plain = is_plain

    @property
    def _current(self) -> Section:
        return self._sections[-1]

    def is_one(self, block: Block, after: Block | None) -> bool:
        """Whether a line is a heading at all; ``after`` is the one that follows it."""
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
        for section in reversed(self._sections):
            if section.part is not Part.IMPLICATION:
                return section if section.part is Part.IMPLICATIONS else None
        return None

    def is_head_of(self, block: Block, after: Block | None) -> bool:
        """Whether "3. Implications for us" only stands above "3.1 Legal" and says nothing."""
        is_bare = self._current.part is Part.IMPLICATION and not self._current.blocks
        is_told = after is not None and after.kind is Kind.PARAGRAPH
        is_heading = looks_like_heading(block) or (is_told and is_short_and_numbered(block, after))
        return is_bare and is_heading and self._accepts.is_deeper(block, self._current)

    def is_inside(self, block: Block) -> bool:
        """Whether a heading is a sub-heading of the implication that it stands in."""
        return self._current.part is Part.IMPLICATION and self._accepts.is_deeper(
            block, self._current
        )

    def part_of(self, block: Block, after: Block | None = None) -> Part | None:
        """Which part a heading that nobody has heard of belongs to, from where it stands."""
        part = self._current.part
        if part is None or part in FIELDS or self._accepts.is_front:
            is_story = after is not None and self._begins_story(block, after)
            return Part.NARRATIVE if is_story else self._in_front(block)
        if names_appendix(block):
            return part if part is Part.APPENDICES else Part.APPENDIX_BODY
        if part in NARRATIVES or part is Part.APPENDIX_BODY:
            return part
        if self._is_among_implications():
            return self._in_implications(block)
        if part is Part.CONSULTATIONS and self._accepts.is_among_dressed_alike(block):
            return part
        return part if self._is_below(block) or self._is_content(block) else Part.NARRATIVE

    def _begins_story(self, block: Block, after: Block) -> bool:
        """Whether a heading in the front stands below another of a higher style, over prose."""
        is_prose = after.kind is Kind.PARAGRAPH and ends_sentence(after.text)
        if not is_prose or len(after.text.split()) < _FEWEST_OF_PROSE:
            return False
        above = (other for section in self._sections for other in section.blocks)
        return any(is_of_lower_level(block, other) for other in above)

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
