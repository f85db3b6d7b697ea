"""Blocks inside a table cell, flattened to the text and inner HTML that a cell can hold."""

from collections.abc import Iterable
from html import escape

from cleardays.readers.blocks import Block, Cell, Kind


def cell_of(
    blocks: Iterable[Block], *, colspan: int = 1, rowspan: int = 1, is_header: bool = False
) -> Cell:
    """One cell: paragraphs on lines of their own, items with the marker the reader sees."""
    lines = [line for block in blocks for line in _lines(block)]
    return Cell(
        text="\n".join(text for text, _ in lines),
        html="<br>".join(html for _, html in lines),
        colspan=colspan,
        rowspan=rowspan,
        is_header=is_header,
    )


def _lines(block: Block) -> Iterable[tuple[str, str]]:
    if block.kind is Kind.TABLE:
        for row in block.rows:
            for cell in row:
                if cell.text:
                    yield cell.text, cell.html
    elif block.marker:
        yield f"{block.marker} {block.text}", f"{escape(block.marker)} {block.html}"
    else:
        yield block.text, block.html
