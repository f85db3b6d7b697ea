"""Tables of Word documents: rows and cells, spans, what is deleted or hidden in them."""

from collections.abc import Callable, Iterator

from cleardays.readers.blocks import Block
from cleardays.readers.files.tablecells import MOST_COLUMNS, TableCell, bounded, table_blocks
from cleardays.readers.files.word.members import members
from cleardays.readers.files.word.package import Element, W, is_on, value, whole_number

ReadCell = Callable[[Element], Iterator[Block]]


def read_table(table: Element, read_cell: ReadCell) -> Iterator[Block]:
    """The blocks of a table: one table, or what is in it if it is only a box."""
    rows: list[list[TableCell]] = []
    above: dict[int, TableCell] = {}
    for row in members(table):
        if row.tag != f"{W}tr" or _is_left_out(row):
            continue
        cells = _cells(row, above, read_cell)
        if cells:
            rows.append(cells)
    yield from table_blocks(rows)


def _is_left_out(row: Element) -> bool:
    """A deleted or hidden row."""
    properties = row.find(f"{W}trPr")
    if properties is None:
        return False
    hidden = properties.find(f"{W}hidden")
    return properties.find(f"{W}del") is not None or (hidden is not None and is_on(hidden))


def _cells(row: Element, above: dict[int, TableCell], read_cell: ReadCell) -> list[TableCell]:
    """The cells that begin in this row; those that continue one above make it longer."""
    header = row.find(f"{W}trPr/{W}tblHeader")
    is_header = header is not None and is_on(header)
    before = min(whole_number(value(row.find(f"{W}trPr/{W}gridBefore")), 0), MOST_COLUMNS)
    cells = [TableCell([], before)] if before > 0 else []
    column = max(before, 0)
    for element in members(row):
        properties = element.find(f"{W}tcPr")
        if element.tag != f"{W}tc" or _has(properties, "cellDel"):
            continue
        blocks = list(read_cell(element))
        span = None if properties is None else properties.find(f"{W}gridSpan")
        cell = TableCell(blocks, bounded(whole_number(value(span), 1)), is_header=is_header)
        upper = above.get(column)
        if _continues(properties) and upper is not None and upper.colspan == cell.colspan:
            upper.rowspan += 1
            upper.blocks += blocks
        else:
            cells.append(cell)
            above[column] = cell
        column += cell.colspan
    return cells


def _has(properties: Element | None, name: str) -> bool:
    return properties is not None and properties.find(W + name) is not None


def _continues(properties: Element | None) -> bool:
    """Whether a cell is the lower part of one above it: vMerge that does not restart."""
    merge = None if properties is None else properties.find(f"{W}vMerge")
    return merge is not None and value(merge) != "restart"
