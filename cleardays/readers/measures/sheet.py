"""A CSV file as rows with names for their columns, whoever's spreadsheet wrote it."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from string import ascii_uppercase

from cleardays.readers.blocks import Unreadable
from cleardays.readers.files.encoding import decode

MOST_BYTES = 20_000_000
MOST_COLUMNS = 500


class UnreadableSheet(ValueError):
    """A file that is no CSV file of the kind that is asked for; the message says what is."""


@dataclass(frozen=True)
class Sheet:
    """The names of the columns as printed, and the rows below them, each as long as the names."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def numbered(self) -> Iterator[tuple[int, dict[str, str]]]:
        """Give each row that is not empty, by its number in a spreadsheet (the first is 2)."""
        for number, row in enumerate(self.rows, start=2):
            if any(cell.strip() for cell in row):
                yield number, dict(zip(self.columns, row, strict=True))


def read_sheet(data: bytes) -> Sheet:
    """Read CSV in UTF-8 or Windows-1252, comma, semicolon or tab between cells."""
    lines = lines_of(data)
    columns = tuple(name.strip() for name in lines[0])
    if len(columns) > MOST_COLUMNS:
        raise UnreadableSheet("The first line has too many columns to be names.")
    rows = tuple(_as_long(row, len(columns)) for row in lines[1:])
    return Sheet(columns, rows)


def lines_of(data: bytes) -> list[list[str]]:
    """Read the lines of a CSV file as they stand; UnreadableSheet where it is none."""
    if len(data) > MOST_BYTES:
        raise UnreadableSheet("The file is larger than 20 MB: divide it by year or by measure.")
    if data[:4] in {b"PK\x03\x04", b"\xd0\xcf\x11\xe0"}:
        raise UnreadableSheet("This is a workbook: save the sheet as 'CSV UTF-8' and try again.")
    text = _decoded(data)
    if not text.strip():
        raise UnreadableSheet("The file is empty: fill in the template and try again.")
    try:
        return list(csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text)))
    except csv.Error as fault:
        raise UnreadableSheet(f"The file is no CSV ({fault}): save it as 'CSV UTF-8'.") from None


def _decoded(data: bytes) -> str:
    try:
        text = decode(data).removeprefix("\ufeff")
    except Unreadable as refusal:
        raise UnreadableSheet(str(refusal)) from refusal
    if "\0" in text:
        raise UnreadableSheet("The file is no text: save it as 'CSV UTF-8' and try again.")
    return text


def _delimiter(text: str) -> str:
    first = next(line for line in text.splitlines() if line.strip())
    found = max(",;\t", key=first.count)
    # A title has none: then what most lines are divided by.
    return found if found in first else max(",;\t", key=text.count)


def _as_long(row: list[str], length: int) -> tuple[str, ...]:
    return tuple((row + [""] * length)[:length])


def cell_name(row: int, column: int) -> str:
    """Name a cell as a spreadsheet does: row from 1, column from 0 (2, 27 is AB2)."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = ascii_uppercase[rest] + letters
    return f"{letters}{row}"
