"""Where a table of figures begins: the lines above it, the names of its columns, its rows."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from cleardays.readers.measures.cells import NoNumber, figure
from cleardays.readers.measures.headings import column_of, heading_of, is_no_figure, part_of_label
from cleardays.readers.measures.sheet import UnreadableSheet
from cleardays.readers.measures.writing import day_of_serial, looks_like_period, year_in

MOST_ABOVE = 15  # lines of title over the names of the columns
UNKNOWN = (
    "No line of this file names its columns: put Period, Measure and Value over them, or start"
    " from the template."
)
Lines = Sequence[Sequence[str]]


@dataclass(frozen=True)
class Layout:
    """A table: the names of its columns, those in two lines joined, and the rows below them.

    ``top`` is the number of the last line of names, ``title`` is the line above
    that has the year ``year``, ``measure`` the one that such a line names.
    """

    names: list[str]
    rows: list[tuple[int, list[str]]]
    top: int
    title: str
    year: str
    measure: str


def laid_out(lines: Lines, known: Collection[str], own: Collection[str]) -> Layout:
    """Find the table in the lines of a file; UnreadableSheet where no line names its columns."""
    place = _find_top(lines, known)
    names = _dated([cell.strip() for cell in lines[place]])
    above = [cell.strip() for line in lines[:place] for cell in line if cell.strip()]
    if place + 1 < len(lines) and _goes_on(names, lines[place + 1], known, own):
        place += 1
        names = _joined(names, [cell.strip() for cell in lines[place]])
    width = len(names)
    rows = [
        (number, ([cell.strip() for cell in line] + [""] * width)[:width])
        for number, line in enumerate(lines[place + 1 :], start=place + 2)
        if any(cell.strip() for cell in line)
    ]
    title = next((cell for cell in above if year_in(cell)), "")
    named = [said for cell in above for name in known if (said := _named_in(cell, name))]
    measure = max(named, key=len, default="")
    return Layout(names, rows, place + 1, title, year_in(title), measure)


def _find_top(lines: Lines, known: Collection[str]) -> int:
    for place, line in enumerate(lines[:MOST_ABOVE]):
        cells = [cell for cell in _dated([cell.strip() for cell in line]) if cell]
        names = [cell for cell in cells if _is_name(cell, known)]
        if (len(cells) > 1 and names and not is_number(cells[-1])) or len(names) > 2:
            return place
    raise UnreadableSheet(UNKNOWN)


def _is_name(cell: str, known: Collection[str]) -> bool:
    return bool(heading_of(cell) or column_of(cell, known))


def _goes_on(
    names: Sequence[str], line: Sequence[str], known: Collection[str], own: Collection[str]
) -> bool:
    """Say whether a line goes on naming the columns: quarters under years, counts under measures.

    Nothing in it is a figure, and each name of it makes one with what stands over it.
    """
    below = _dated([cell.strip() for cell in line])
    if sum(map(bool, below)) < 2 or any(is_number(cell) for cell in below if cell):
        return False
    uppers = [*names, *[""] * (len(below) - len(names))]
    made = _joined(names, below)
    return all(
        heading_of(cell) if heading_of(upper) else _is_named(name, cell, known, own)
        for upper, cell, name in zip(uppers, below, made, strict=False)
        if cell
    )


def _is_named(name: str, cell: str, known: Collection[str], own: Collection[str]) -> bool:
    return bool(heading_of(name) or is_no_figure(cell) or column_of(name, known, own))


def _joined(names: Sequence[str], below: Sequence[str]) -> list[str]:
    """Join two lines of names; what stands over several columns stands in the first of them."""
    width, upper = max(len(names), len(below)), ""
    found = []
    for at in range(width):
        own = names[at] if at < len(names) else ""
        lower = below[at] if at < len(below) else ""
        upper = own or upper
        is_one = bool(lower) and not heading_of(upper)
        one = lower if heading_of(lower) and heading_of(own) else own or lower
        found.append(f"{upper} {lower}".strip() if is_one else one)
    return found


def _dated(cells: list[str]) -> list[str]:
    """Put days in the place of a spreadsheet's numbers of days, where no other figure stands."""
    days = [day_of_serial(cell) for cell in cells]
    is_all = all(day or not is_number(cell) for day, cell in zip(days, cells, strict=True))
    if sum(map(bool, days)) < 2 or not is_all or (cells[0] and days[0]):
        return cells
    return [day or cell for day, cell in zip(days, cells, strict=True)]


def _named_in(cell: str, name: str) -> str:
    found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", cell, re.IGNORECASE)
    return found[0] if found else ""


def is_number(words: str) -> bool:
    """Say whether words are a figure, and no period."""
    try:
        return figure(words).value is not None and not looks_like_period(words)
    except NoNumber:
        return False


def parts_in(cells: Sequence[str]) -> bool:
    """Say whether cells name parts of figures (Actual, Target, Numerator), and nothing else."""
    said = {cell.casefold() for cell in cells if cell}
    return bool(said) and all(
        is_no_figure(one) or part_of_label(one) == ("", _part(one)) for one in said
    )


def _part(words: str) -> str:
    return part_of_label(words)[1] or "no part"


def days_in(cells: Sequence[str]) -> Iterator[str]:
    """Yield the cells of a column of periods, a spreadsheet's numbers of days as days."""
    kept = [cell for cell in cells if cell]
    are_days = bool(kept) and all(day_of_serial(cell) for cell in kept)
    for cell in cells:
        yield day_of_serial(cell) or cell if are_days else cell
