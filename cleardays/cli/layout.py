"""Text laid out for a terminal: facts in rows, passages indented, as wide as there is room."""

import shutil
import textwrap
from collections.abc import Iterable

LEFT, WIDEST = 30, 100


def width() -> int:
    """Return how many columns to use."""
    return min(shutil.get_terminal_size().columns, WIDEST)


def row(head: str, value: str, columns: int) -> str:
    """Return a heading with its value beside it."""
    return textwrap.fill(f"{head:<{LEFT}}{value}", columns, subsequent_indent=" " * LEFT)


def indented(text: str, columns: int) -> str:
    """Return a passage, each of its lines wrapped, a little to the right."""
    return "\n".join(
        textwrap.fill(line, columns, initial_indent="  ", subsequent_indent="  ")
        for line in text.split("\n")
    )


def joined(values: Iterable[str]) -> str:
    """Return what there is of the values, between commas."""
    return ", ".join(filter(None, values))
