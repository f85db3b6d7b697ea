"""What every file format is turned into before anything is understood: blocks in reading order."""

from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What a block is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"


@dataclass(frozen=True)
class Cell:
    """A cell of a table: plain text, safe inner HTML, how far it spans, whether it heads."""

    text: str
    html: str
    colspan: int = 1
    rowspan: int = 1
    is_header: bool = False


@dataclass(frozen=True)
class Block:
    """One heading, paragraph, list item or table.

    ``text`` is plain: runs of white space folded to one space, a line break inside kept as
    ``\\n``. ``html`` is the same words as safe inner HTML (``strong em a br sup sub`` only).
    ``level`` is 1 to 6 for a heading and the depth from 1 for an item. ``marker`` is the number
    or bullet of an item as the reader of the page sees it ("i.", "3)", "a)"; "" or "•" for a
    bullet); ``is_marker_printed`` says whether it stands in the file as words or was computed
    from numbering. ``is_bold`` is true when every word is bold, which many councils use for a
    heading. ``page`` is 1 for formats without pages.
    """

    kind: Kind
    text: str = ""
    html: str = ""
    level: int = 0
    marker: str = ""
    is_marker_printed: bool = False
    is_ordered: bool = False
    is_bold: bool = False
    rows: tuple[tuple[Cell, ...], ...] = ()
    page: int = 1


@dataclass(frozen=True)
class Notice:
    """Something found in the file and left out of the text, or that a person should look at.

    ``code`` is stable ("tracked-deletion", "comment", "hidden-text", "header-footer",
    "field-code", "macro", "embedded-file", "metadata", "picture-left-out", ...); ``message``
    is a sentence for the officer; ``count`` how many were found.
    """

    code: str
    message: str
    count: int = 1


@dataclass(frozen=True)
class Reading:
    """A file as blocks, with what was found beside the text and left out."""

    media_type: str
    blocks: tuple[Block, ...]
    notices: tuple[Notice, ...] = ()
    dropped_words: tuple[str, ...] = field(default=(), repr=False)


class Unreadable(Exception):
    """A file that is refused. ``code`` is stable; ``str()`` is a line saying what to do next."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
