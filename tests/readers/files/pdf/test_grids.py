"""Cells found from the lines on a page."""

from cleardays.readers.files.pdf.grids import grids, rules_of


def _lines(*, without_middle: bool = False) -> list[tuple[float, float, float, float, bool]]:
    """Two rows and two columns from (0, 0) to (200, 40)."""
    level = [(0.0, y, 200.0, y + 0.5, False) for y in (0.0, 20.0, 40.0)]
    upright = [(x, 0.0, x + 0.5, 40.0, False) for x in (0.0, 200.0)]
    foot = 20.0 if without_middle else 0.0
    middle = (100.0, foot, 100.5, 40.0, False)
    return [*level, *upright, middle]


def test_crossing_lines_make_cells() -> None:
    grid = next(grids(rules_of(_lines()), 1))

    cell = grid.cell_at(150, 10)

    assert cell is not None
    assert (cell.row, cell.column) == (1, 1)
    assert grid.cell_at(300, 10) is None


def test_a_cell_goes_on_where_no_line_stops_it() -> None:
    grid = next(grids(rules_of(_lines(without_middle=True)), 1))

    assert [[cell.colspan for cell in row] for row in grid.rows] == [[1, 1], [2]]


def test_a_frame_is_no_table() -> None:
    assert not list(grids(rules_of([(0, 0, 100, 50, True)]), 1))
