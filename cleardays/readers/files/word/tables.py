"""Tables of Word documents: spans, header rows, and boxes that are no tables at all."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from cleardays.readers.blocks import Block, Kind
from cleardays.readers.files.celltext import cell_of
from cleardays.readers.files.word.members import members
from cleardays.readers.files.word.package import Element, W, is_on, value, whole_number

_MOST_COLUMNS = 63  # what Word allows
ReadCell = Callable[[Element], Iterator[Block]]


@dataclass
class _Cell:
    """A cell while the rows are read: it grows downwards as cells below continue it."""

    blocks: list[Block]
    column: int
    colspan: int
    is_header: bool
    rowspan: int = 1


def read_table(table: Element, read_cell: ReadCell) -> Iterator[Block]:
    """A table; the blocks themselves if it has one column, which is a box drawn round them."""
    rows = _rows(table, read_cell)
    if all(len(row) == 1 for row in rows):
        for row in rows:
            yield from row[0].blocks
    elif any(cell.blocks for row in rows for cell in row):
        yield Block(
            Kind.TABLE,
            rows=tuple(
                tuple(
                    cell_of(
                        cell.blocks,
                        colspan=cell.colspan,
                        rowspan=cell.rowspan,
                        is_header=cell.is_header,
                    )
                    for cell in row
                )
                for row in rows
            ),
        )


def _rows(table: Element, read_cell: ReadCell) -> list[list[_Cell]]:
    rows: list[list[_Cell]] = []
    above: dict[int, _Cell] = {}
    for row in members(table):
        if row.tag != f"{W}tr" or _is_left_out(row):
            continue
        cells = _cells(row, above, read_cell)
        if cells:
            rows.append(cells)
    if len(rows) > 1 and not any(cell.is_header for row in rows for cell in row):
        _head_by_bold(rows[0])
    return rows


def _is_left_out(row: Element) -> bool:
    """A deleted or hidden row."""
    properties = row.find(f"{W}trPr")
    if properties is None:
        return False
    hidden = properties.find(f"{W}hidden")
    return properties.find(f"{W}del") is not None or (hidden is not None and is_on(hidden))


def _cells(row: Element, above: dict[int, _Cell], read_cell: ReadCell) -> list[_Cell]:
    """The cells that begin in this row; those that continue one above make it longer."""
    header = row.find(f"{W}trPr/{W}tblHeader")
    is_header = header is not None and is_on(header)
    before = min(whole_number(value(row.find(f"{W}trPr/{W}gridBefore")), 0), _MOST_COLUMNS)
    cells = [_Cell([], 0, before, is_header=False)] if before > 0 else []
    column = max(before, 0)
    for element in members(row):
        properties = element.find(f"{W}tcPr")
        if element.tag != f"{W}tc" or _has(properties, "cellDel"):
            continue
        blocks = list(read_cell(element))
        span = None if properties is None else properties.find(f"{W}gridSpan")
        cell = _Cell(blocks, column, _bounded(whole_number(value(span), 1)), is_header)
        upper = above.get(column)
        if _continues(properties) and upper is not None and upper.colspan == cell.colspan:
            upper.rowspan += 1
            upper.blocks += blocks
        else:
            cells.append(cell)
            above[column] = cell
        column += cell.colspan
    return cells


def _bounded(span: int) -> int:
    return max(1, min(span, _MOST_COLUMNS))


def _has(properties: Element | None, name: str) -> bool:
    return properties is not None and properties.find(W + name) is not None


def _continues(properties: Element | None) -> bool:
    """Whether a cell is the lower part of one above it: vMerge that does not restart."""
    merge = None if properties is None else properties.find(f"{W}vMerge")
    return merge is not None and value(merge) != "restart"


def _head_by_bold(row: list[_Cell]) -> None:
    """Take a first row in which every cell is bold for the header it looks like."""
    if all(cell.blocks and all(block.is_bold for block in cell.blocks) for cell in row):
        for cell in row:
            cell.is_header = True
