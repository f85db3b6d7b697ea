"""Cells of any format to a table block: header rows, and boxes that are no tables at all."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from cleardays.readers.blocks import Block, Cell, Kind

MOST_COLUMNS = 63  # what Word allows; a number far above is an attack on memory


@dataclass
class TableCell:
    """A cell while the rows are read: it grows downwards as cells below continue it."""

    blocks: list[Block]
    colspan: int = 1
    rowspan: int = 1
    is_header: bool = False

    def as_cell(self) -> Cell:
        """Paragraphs on lines of their own, items with the marker that the reader sees."""
        lines = [line for block in self.blocks for line in _lines(block)]
        return Cell(
            text="\n".join(text for text, _ in lines),
            html="<br>".join(html for _, html in lines),
            colspan=self.colspan,
            rowspan=self.rowspan,
            is_header=self.is_header,
        )


def table_blocks(rows: list[list[TableCell]], *, page: int = 1) -> Iterator[Block]:
    """A table; the blocks themselves if it has one column, which is a box drawn round them.

    A first row in which every cell is bold heads the table if the file names no header.
    """
    if all(len(row) == 1 for row in rows):
        for row in rows:
            yield from row[0].blocks
        return
    cells = [cell for row in rows for cell in row]
    if len(rows) > 1 and not any(cell.is_header for cell in cells) and _is_bold(rows[0]):
        for cell in rows[0]:
            cell.is_header = True
    if any(cell.blocks for cell in cells):
        found = tuple(tuple(cell.as_cell() for cell in row) for row in rows)
        yield Block(Kind.TABLE, rows=found, page=page)


def bounded(span: int) -> int:
    """A span as a file gives it, kept to what can be."""
    return max(1, min(span, MOST_COLUMNS))


def _is_bold(row: list[TableCell]) -> bool:
    return all(cell.blocks and all(block.is_bold for block in cell.blocks) for cell in row)


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
