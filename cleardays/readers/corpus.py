"""Read every file of a folder in the sandbox and print what came of each.

``python -m cleardays.readers.corpus FOLDER...`` ends with 1 if a file crashed its reader or
went over 30 seconds or 512 MB.
"""

import sys
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from cleardays.readers.blocks import Reading
from cleardays.readers.files.read import read_file
from cleardays.readers.sandbox import Measured, measure

_SECONDS = 30
_MEGABYTES = 512
_WORKERS = 2
_BROKEN = ("crashed", "too-slow", "too-large-in-memory")


def main(folders: list[str]) -> int:
    """Print the table for these folders; 0 if every file was read or refused within limits."""
    files = sorted(
        file for folder in folders for file in Path(folder).rglob("*") if file.is_file()
    )
    if not files:
        print("No files there: name folders with files to read.", file=sys.stderr)  # noqa: T201
        return 2
    with ThreadPoolExecutor(_WORKERS) as pool:
        done = list(_shown(files, pool.map(_read, files)))
    outcomes = Counter(outcome(each) for each in done)
    slowest = max(each.seconds for each in done)
    heaviest = max(each.peak_bytes for each in done) / 1024 / 1024
    print()  # noqa: T201
    for name, count in outcomes.most_common():
        print(f"{count:6}  {name}")  # noqa: T201
    print(f"{len(done):6}  files; slowest {slowest:.1f} s, heaviest {heaviest:.0f} MB")  # noqa: T201
    return int(any(is_over(each) for each in done))


def _read(file: Path) -> Measured[Reading]:
    return measure(read_file, file, seconds=_SECONDS, megabytes=_MEGABYTES)


def _shown(
    files: list[Path], readings: Iterable[Measured[Reading]]
) -> Iterable[Measured[Reading]]:
    """Print each line as soon as its file is done."""
    width = max(len(file.name) for file in files)
    for number, (file, done) in enumerate(zip(files, readings, strict=True), 1):
        count = f"[{number}/{len(files)}]"
        peak = done.peak_bytes / 1024 / 1024
        blocks = len(done.result.blocks) if done.result else 0
        print(  # noqa: T201
            f"{count:>11} {file.name:{width}} {outcome(done):60} {blocks:5} blocks"
            f" {done.seconds:5.1f} s {peak:4.0f} MB",
            flush=True,
        )
        yield done


def outcome(done: Measured[Reading]) -> str:
    """The media type of what was read, or the code of the refusal."""
    if done.refusal is not None:
        return f"refused: {done.refusal.code}"
    return done.result.media_type if done.result else "nothing"


def is_over(done: Measured[Reading]) -> bool:
    """Whether a file crashed its reader or went over the limits."""
    is_broken = done.refusal is not None and done.refusal.code in _BROKEN
    return is_broken or done.seconds > _SECONDS + 1 or done.peak_bytes > _MEGABYTES * 1024 * 1024


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
