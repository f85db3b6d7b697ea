"""Sheets as grids of values: XLSX with merged cells filled and formulas' results, and CSV."""

import csv
import io
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from string import ascii_uppercase
from typing import Any

from cleardays.readers.blocks import Unreadable
from cleardays.readers.files.encoding import decode
from cleardays.readers.plans.table import UnreadablePlan

MOST_ROWS, MOST_COLUMNS = 5_000, 200
MOST_BYTES = 20 * 1024 * 1024
WORKBOOKS = "cleardays.readers.plans.workbooks"
SEPARATORS = (",", ";", "\t")
LINES_LOOKED_AT = 20
# What a spreadsheet would run as a formula; written with an apostrophe before it, read without.
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


Place = tuple[int, int]


@dataclass(frozen=True)
class Looks:
    """By places from 0: the ``colours`` of cells with no words, what numbers and days are
    ``shown`` as where that is another thing; the rows ``struck`` through; and the columns whose
    rules for colours are ``not_followed``."""

    colours: Mapping[Place, str] = field(default_factory=dict)
    shown: Mapping[Place, str] = field(default_factory=dict)
    struck: tuple[int, ...] = ()
    not_followed: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Grid:
    """A sheet's values by row and column, from 0. ``unknown`` are cells whose formula has no
    result kept; ``is_1904`` says which calendar its serials count from; ``hidden_rows`` counts
    those with values that are hidden or filtered out. ``looks`` are what colours and formats
    say: in many a plan a colour is all that the status says."""

    name: str
    rows: Sequence[Sequence[Any]]
    unknown: frozenset[str] = field(default_factory=frozenset)
    is_1904: bool = False
    is_hidden: bool = False
    hidden_rows: int = 0
    looks: Looks = Looks()


def address(row: int, column: int) -> str:
    """Return a cell's name, such as C7, of its places from 0."""
    letters, left = "", column + 1
    while left:
        left, letter = divmod(left - 1, len(ascii_uppercase))
        letters = ascii_uppercase[letter] + letters
    return f"{letters}{row + 1}"


def grids_of(path: Path) -> list[Grid]:
    """Read every sheet of a file; UnreadablePlan says why not and what to do."""
    if path.stat().st_size > MOST_BYTES:
        raise UnreadablePlan("This file is larger than any plan: send the plan's table alone.")
    with path.open("rb") as file:
        start = file.read(4)
    if start[:2] == b"PK":
        # Named, not imported: who only takes a table apart need not hold what opens workbooks.
        read: Callable[[Path], list[Grid]] = import_module(WORKBOOKS).read_workbook
        return read(path)
    if start == b"\xd0\xcf\x11\xe0":
        raise UnreadablePlan("This is an old or protected Excel file: save it as .xlsx without"
                             " a password and try that.")  # fmt: skip
    return [_csv(path.read_bytes())]


def _csv(raw: bytes) -> Grid:
    if not raw.strip():
        raise UnreadablePlan("This file is empty: choose another.")
    text = _decoded(raw)
    separator = _separator(text)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error as why:
        raise UnreadablePlan(
            f"The file breaks off or has a stray quotation mark ({why}): save it again as CSV."
        ) from why
    if len(rows) > MOST_ROWS:
        raise UnreadablePlan(f"The file has {len(rows)} rows; a plan has at most {MOST_ROWS}.")
    return Grid("", [[_unarmed(cell) for cell in row] for row in rows])


def _separator(text: str) -> str:
    """Return what parts the cells: title lines may come before the heads, or "sep=;" does."""
    first = text.lstrip("\ufeff").split("\n", 1)[0].strip().lower()
    if first.startswith("sep=") and first[4:5] in SEPARATORS:
        return first[4]
    start = text.splitlines(keepends=True)[:LINES_LOOKED_AT]
    return max(SEPARATORS, key=lambda mark: _regularity(start, mark))


def _regularity(lines: Sequence[str], separator: str) -> tuple[int, int]:
    """Return how many rows are equally long when parted by a mark, and how long they are."""
    lengths = Counter(len(row) for row in csv.reader(lines, delimiter=separator) if len(row) > 1)
    return max(((count, length) for length, count in lengths.items()), default=(0, 0))


def _decoded(raw: bytes) -> str:
    try:
        text = decode(raw).removeprefix("\ufeff")
    except Unreadable as refusal:
        raise UnreadablePlan(str(refusal)) from refusal
    if raw[:5] == b"%PDF-" or "\0" in text[:1000]:
        raise UnreadablePlan("This is no table: give an .xlsx or a .csv file.")
    return text


def armed(text: str) -> str:
    """Return a text that no spreadsheet runs as a formula."""
    return f"'{text}" if _would_run(text) else text


def _unarmed(text: str) -> str:
    return text[1:] if text[:1] == "'" and _would_run(text) else text


def _would_run(text: str) -> bool:
    """Say whether a text, apostrophes of its own apart, begins as a formula does."""
    return text.lstrip("'").startswith(DANGEROUS)
