"""How far the demonstration in a data directory has come. Needs no Django: it asks before it."""

import fcntl
import shutil
from datetime import date
from enum import Enum, auto
from pathlib import Path
from typing import TextIO

MARKER, LOCK = "demonstration", "demonstration.lock"
LOADING, LOADED = "loading", "loaded on "
# What a start afresh takes away: stores with what SQLite keeps beside them, files, the index.
# Renderings are named by what they render and stay: they save time.
STORES = ("workroom.sqlite3", "record.sqlite3", "letterbox.sqlite3")
BESIDE = ("", "-wal", "-shm", "-journal")
FOLDERS = ("private-files", "public-files", "search-index")


class State(Enum):
    """What is in a data directory."""

    NOTHING = auto()
    HALF = auto()
    WHOLE = auto()
    SOMETHING_ELSE = auto()


def state_of(data: Path) -> State:
    """Say what is in a data directory."""
    if (data / MARKER).exists():
        return State.WHOLE if loaded_on(data) else State.HALF
    holds = any((data / name).exists() for name in (*STORES, *FOLDERS))
    return State.SOMETHING_ELSE if holds else State.NOTHING


def loaded_on(data: Path) -> date | None:
    """Return the day on which the demonstration was loaded; None if it is not there whole."""
    words = (data / MARKER).read_text().strip()
    if not words.startswith(LOADED):
        return None
    return date.fromisoformat(words.removeprefix(LOADED))


def take(data: Path) -> TextIO:
    """Take a data directory for this process alone: until the lock that is returned is closed.

    Raises BlockingIOError where another process has it, OSError where it cannot be written to.
    """
    data.mkdir(parents=True, exist_ok=True)
    lock = (data / LOCK).open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        raise
    return lock


def begin(data: Path) -> None:
    """Say that loading has begun, and take away what an earlier load left; nothing else.

    A load that stops half-way is known for one by what is said here.
    """
    _write(data, LOADING)
    for name in (store + end for store in STORES for end in BESIDE):
        (data / name).unlink(missing_ok=True)
    for name in FOLDERS:
        shutil.rmtree(data / name, ignore_errors=True)


def finish(data: Path, on: date) -> None:
    """Say that everything is there, since that day."""
    _write(data, f"{LOADED}{on.isoformat()}")


def _write(data: Path, words: str) -> None:
    """Write the marker in one step: a machine that stops leaves the old one or the new one."""
    unfinished = data / f".{MARKER}.part"
    unfinished.write_text(f"{words}\n")
    unfinished.replace(data / MARKER)
