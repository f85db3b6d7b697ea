"""What stands beside the parts of a report, collected while they are read."""

import re
from dataclasses import dataclass, field

from cleardays.readers.blocks import Block, Kind, Notice


@dataclass
class Margin:
    """Headings and labels as printed, passages that found no place, and what to look at.

    ``supplied`` are words that a field has and the file has not, such as the second "Appendix"
    made of "Appendices 'A' and 'B'".
    """

    labels: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    supplied: list[str] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)

    def label(self, *texts: str) -> None:
        """Keep words as labels; a text without a word is nothing."""
        self.labels += [text.strip() for text in texts if re.search(r"\w", text)]

    def label_blocks(self, *blocks: Block | None) -> None:
        """Keep the words of whole blocks as labels."""
        self.label(*(words_of(block) for block in blocks if block))

    def leave(self, *blocks: Block | None) -> None:
        """Keep whole blocks as passages that found no place."""
        texts = [words_of(block) for block in blocks if block]
        self.unread += [text for text in texts if re.search(r"\w", text)]


def words_of(block: Block) -> str:
    """A block as plain text with its printed marker; a table as lines of cells."""
    if block.kind is Kind.TABLE:
        rows = [[cell.text.replace("\n", " ") for cell in row] for row in block.rows]
        return "\n".join(" | ".join(row) for row in rows)
    marker = block.marker if block.is_marker_printed else ""
    return f"{marker} {block.text}".strip()
