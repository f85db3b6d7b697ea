"""How far the demonstration in a data directory has come. Needs no Django: it asks before it."""

import shutil
from enum import Enum, auto
from pathlib import Path

MARKER = "demonstration"
LOADING, LOADED = "loading\n", "loaded\n"
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
    marker = data / MARKER
    if marker.exists():
        return State.WHOLE if marker.read_text() == LOADED else State.HALF
    holds = any((data / name).exists() for name in (*STORES, *FOLDERS))
    return State.SOMETHING_ELSE if holds else State.NOTHING


def begin(data: Path) -> None:
    """Say that loading has begun, so that a load that stops half-way is known for one."""
    data.mkdir(parents=True, exist_ok=True)
    _write(data, LOADING)


def finish(data: Path) -> None:
    """Say that everything is there."""
    _write(data, LOADED)


def clear(data: Path) -> None:
    """Take away what a load made, and nothing else that may be in the folder."""
    _write(data, LOADING)
    for name in (store + end for store in STORES for end in BESIDE):
        (data / name).unlink(missing_ok=True)
    for name in FOLDERS:
        shutil.rmtree(data / name, ignore_errors=True)


def _write(data: Path, words: str) -> None:
    """Write the marker in one step: a machine that stops leaves the old one or the new one."""
    unfinished = data / f".{MARKER}.part"
    unfinished.write_text(words)
    unfinished.replace(data / MARKER)
