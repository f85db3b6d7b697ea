"""The demonstration, loaded once for every process that tests; its stores are SQLite always."""

import fcntl
import os
import subprocess
import sys
from pathlib import Path

LOAD = [sys.executable, "-m", "cleardays", "demo", "--load-only"]
HALF_WAY = "Writing reports"
SAID = "said-when-loaded"


def environment(folder: Path) -> dict[str, str]:
    """What a process needs to find the demonstration in a folder, whatever the suite runs on."""
    plain = {key: value for key, value in os.environ.items() if "CLEARDAYS" not in key}
    return {**plain, "CLEARDAYS_DATA": str(folder)}


def loaded(shared: Path) -> Path:
    """Return the loaded folder in one that all processes share; the first to come loads it.

    What loading said stands in it. The load is stopped half-way once and begun again, so that
    whatever is tried on it is tried on what a stop leaves.
    """
    folder = shared / "demonstration"
    with (shared / "demonstration.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / SAID).exists():
            _stop_half_way(folder)
            again = subprocess.run(
                LOAD, env=environment(folder), capture_output=True, text=True, check=False
            )
            assert (again.returncode, again.stderr) == (0, "")
            (folder / SAID).write_text(again.stdout)
    return folder


def _stop_half_way(folder: Path) -> None:
    with subprocess.Popen(
        LOAD, env=environment(folder), stdout=subprocess.PIPE, text=True
    ) as begun:
        while HALF_WAY not in begun.stdout.readline():
            assert begun.poll() is None, "the demonstration was not begun"
        begun.kill()
