"""`make bench`: measure everything, print the table, write docs/benchmarks.md."""

import json
import os
import platform
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from bench.table import Figure

PARTS = ("reading", "publishing", "pages", "plans", "national")
HEADER = "| what | asked | measured | | load |\n|---|---|---|---|---|"


def machine() -> str:
    """Say what this ran on."""
    model = next(
        (
            line.split(":")[1].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if line.startswith("model name")
        ),
        platform.machine(),
    )
    pages, size = os.sysconf("SC_PHYS_PAGES"), os.sysconf("SC_PAGE_SIZE")
    memory = pages * size // 2**30
    python = platform.python_version()
    return f"{os.cpu_count()} cores of {model}, {memory} GB, Python {python}, SQLite"


def measured(part: str) -> list[str]:
    """Run a part in a process of its own, which sets the stage for itself; return its rows.

    With each stands how busy the machine was before (processes that ran or waited, by minute).
    """
    load = os.getloadavg()[0]
    command = [sys.executable, "-m", f"bench.{part}"]
    output = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    figures = [Figure(**one) for one in json.loads(output.splitlines()[-1])]
    return [f"{figure.row()} {load:.1f} |" for figure in figures]


def main(parts: list[str]) -> None:
    """Measure the named parts, or all; only a run of all is written down."""
    rows = []
    for part in parts or PARTS:
        print(f"Measuring {part}", file=sys.stderr)
        rows += measured(part)
    table = "\n".join([HEADER, *rows])
    print(table)
    if not parts:
        today = datetime.now(UTC).strftime("%-d %B %Y")
        text = f"# Benchmarks\n\n{today}, `make bench`, on {machine()}.\n\n{table}\n"
        notes = Path("docs/benchmarks-notes.md")
        more = f"\n{notes.read_text()}" if notes.exists() else ""
        Path("docs/benchmarks.md").write_text(text + more)


if __name__ == "__main__":
    main(sys.argv[1:])
