"""One way in: a file of any kind to its blocks, or a refusal that says what to do next."""

from pathlib import Path

from cleardays.readers.blocks import Reading
from cleardays.readers.files.text import read_text

LIMIT_BYTES = 100 * 1024 * 1024


def read_file(path: Path, *, name: str | None = None, limit_bytes: int = LIMIT_BYTES) -> Reading:
    """Read a file into blocks."""
    return read_text(path)
