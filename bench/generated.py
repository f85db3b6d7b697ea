"""A fresh data directory, filled by one of the generators."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def generated(generator: str, size: int) -> Iterator[None]:
    """Let ``bench.<generator>`` fill a new directory, which the servers of the block then have."""
    with tempfile.TemporaryDirectory(prefix="cleardays-bench-") as data:
        os.environ["CLEARDAYS_DATA"] = data
        # In a process of its own: settings are read once for each.
        subprocess.run([sys.executable, "-m", f"bench.{generator}", str(size)], check=True)
        yield
