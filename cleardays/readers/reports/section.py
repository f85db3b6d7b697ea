"""A stretch of a report under one heading or label."""

from dataclasses import dataclass, field

from cleardays.readers.blocks import Block
from cleardays.readers.reports.vocabulary import Part


@dataclass
class Section:
    """Blocks under a heading or label; ``part`` is None where nothing says what they are.

    ``is_bounded`` is true where a table cell says exactly which words the label has; ``is_inline``
    where the first block stands in the label's own line.
    """

    part: Part | None = None
    heading: Block | None = None
    blocks: list[Block] = field(default_factory=list)
    is_bounded: bool = False
    is_inline: bool = False

    @property
    def own(self) -> int:
        """How many blocks surely belong to the label: all in a cell, else the first."""
        return len(self.blocks) if self.is_bounded else min(1, len(self.blocks))
