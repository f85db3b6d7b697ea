"""Processes that belong together, on Linux: who they are, what they weigh, and their end."""

import os
import signal
from pathlib import Path

_GROUP, _SESSION = 2, 3  # fields of /proc/PID/stat after the name (proc(5): pgrp, session)
_PROC = Path("/proc")


def group_of(leader: int) -> list[int]:
    """The processes in the process group of this leader."""
    return _having(_GROUP, leader)


def session_of(leader: int) -> list[int]:
    """The processes in the session of this leader, whatever group or parent they went to."""
    return _having(_SESSION, leader)


def _having(field: int, leader: int) -> list[int]:
    found = []
    for stat in _PROC.glob("[0-9]*/stat"):
        try:
            # The name is in brackets and may hold anything; the fields come after the last one.
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:  # it has ended since
            continue
        if int(fields[field]) == leader and fields[0] not in "ZX":
            found.append(int(stat.parent.name))
    return found


def resident_bytes(processes: list[int]) -> int:
    """Memory resident in all these together; pages they share are counted for each."""
    total = 0
    for process in processes:
        try:
            total += int((_PROC / str(process) / "statm").read_text().split()[1])
        except OSError:
            continue
    return total * os.sysconf("SC_PAGE_SIZE")


def end(processes: list[int]) -> None:
    """Kill these processes at once."""
    for process in processes:
        try:
            os.kill(process, signal.SIGKILL)
        except ProcessLookupError:
            continue
