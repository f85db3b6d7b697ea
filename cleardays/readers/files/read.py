"""One way in: a file of any kind to its blocks, or a refusal that says what to do next."""

from collections.abc import Callable, Collection
from functools import partial
from importlib import import_module
from pathlib import Path

from cleardays.readers.blocks import Reading, Unreadable
from cleardays.readers.files.kinds import DOC, DOCX, ODT, PDF, RTF, TEXT, FileKind, kind_of
from cleardays.readers.files.refusals import (
    carries_macros,
    damaged,
    password_protected,
    too_large,
    without_words,
)

LIMIT_BYTES = 100 * 1024 * 1024
READABLE = "a .docx, .odt, .rtf, .doc, .pdf or .txt file"
# Named, not imported: a text file is read without waiting for the PDF library.
_READERS = {
    DOCX: ("cleardays.readers.files.word.read", "read_docx"),
    DOC: ("cleardays.readers.files.oldword", "read_doc"),
    ODT: ("cleardays.readers.files.odt.read", "read_odt"),
    PDF: ("cleardays.readers.files.pdf.read", "read_pdf"),
    RTF: ("cleardays.readers.files.oldword", "read_rtf"),
    TEXT: ("cleardays.readers.files.text", "read_text"),
}
# What a kind of file is refused for whatever it is called.
_REFUSALS: dict[str, Callable[[], Unreadable]] = {
    "empty": partial(without_words, has_pictures=False),
    "macro": carries_macros,
    "password-protected": password_protected,
}


def read_file(path: Path, *, name: str | None = None, limit_bytes: int = LIMIT_BYTES) -> Reading:
    """Read a file into blocks.

    ``name`` is what the file was called when it was handed in, if it is kept under another name.
    Raises ``Unreadable`` with one of the codes "empty", "oversized", "mislabelled",
    "not-a-document", "macro", "password-protected", "damaged", "too-large-in-memory", "no-text"
    and "needs-libreoffice"; its message is one line that says what to do next.
    """
    kind = checked_kind(path, name=name, limit_bytes=limit_bytes)
    module, function = _READERS[kind]
    reader: Callable[[Path], Reading] = getattr(import_module(module), function)
    try:
        return reader(path)
    except RecursionError as error:
        raise damaged() from error
    except MemoryError as error:
        raise too_large() from error


def checked_kind(
    path: Path,
    *,
    name: str | None,
    limit_bytes: int = LIMIT_BYTES,
    also: Collection[FileKind] = (),
) -> FileKind:
    """The kind of a file that may be read, or is one of ``also``; ``Unreadable`` for others."""
    size = path.stat().st_size
    if size > limit_bytes:
        raise Unreadable(
            "oversized",
            f"This file is {_megabytes(size)}, more than the {_megabytes(limit_bytes)} allowed: "
            "make its pictures smaller or split it.",
        )
    if size == 0:
        raise Unreadable("empty", "This file is empty: choose another file.")
    kind = kind_of(path)
    extension = Path(name or path.name).suffix.lower().lstrip(".")
    if kind.refusal in _REFUSALS:
        raise _REFUSALS[kind.refusal]()
    if extension and extension not in kind.extensions and kind.extensions:
        raise Unreadable(
            "mislabelled",
            f"This file is called .{extension} but is {kind.label}: "
            "save it again from the program that made it, and try that.",
        )
    if kind.refusal and kind not in also:
        raise Unreadable(kind.refusal, f"This is {kind.label}: save it as {READABLE}.")
    return kind


def _megabytes(size: int) -> str:
    return f"{size / 1024 / 1024:.0f} MB" if size >= 1024 * 1024 else f"{size} bytes"
