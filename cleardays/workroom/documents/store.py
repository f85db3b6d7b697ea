"""The private store: files under their SHA-256, written whole or not at all, never overwritten."""

import hashlib
import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path

from django.conf import settings

PIECE = 1024 * 1024


@dataclass(frozen=True)
class Kept:
    """A file in the store: its SHA-256 in hexadecimal, and its size in bytes."""

    sha256: str
    size: int


def path_of(sha256: str) -> Path:
    """Return where the file with this hash is, or would be: ``<root>/<aa>/<sha256>``."""
    return Path(settings.PRIVATE_FILES, sha256[:2], sha256)


def put(pieces: Iterable[bytes]) -> Kept:
    """Store a file piece by piece and return its hash; a file that is there already stays.

    The bytes go to a temporary file beside the store, reach the disk, and get their name in one
    step: a machine that stops in between leaves no half file under a hash.
    """
    root = Path(settings.PRIVATE_FILES)
    root.mkdir(parents=True, exist_ok=True, mode=0o700)
    digest, size = hashlib.sha256(), 0
    with tempfile.NamedTemporaryFile(dir=root, prefix=".incoming-", delete=False) as incoming:
        try:
            for piece in pieces:
                digest.update(piece)
                size += incoming.write(piece)
            incoming.flush()
            os.fsync(incoming.fileno())
            _name(Path(incoming.name), path_of(digest.hexdigest()))
        finally:
            Path(incoming.name).unlink(missing_ok=True)
    return Kept(digest.hexdigest(), size)


def _name(incoming: Path, final: Path) -> None:
    """Give a finished file its name; a link, unlike a rename, never replaces what is there."""
    final.parent.mkdir(exist_ok=True, mode=0o700)
    try:
        os.link(incoming, final)
    except FileExistsError:
        return
    folder = os.open(final.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def open_file(sha256: str) -> BufferedReader:
    """Open a stored file for reading; FileNotFoundError where the store has none."""
    return path_of(sha256).open("rb")


def verify(sha256: str) -> bool:
    """Say whether the store has the file and its bytes still are those of its hash."""
    try:
        with open_file(sha256) as stored:
            return hashlib.file_digest(stored, "sha256").hexdigest() == sha256
    except FileNotFoundError:
        return False


def pieces_of(path: Path) -> Iterable[bytes]:
    """Yield a file on disk in pieces that memory can hold."""
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            yield piece
