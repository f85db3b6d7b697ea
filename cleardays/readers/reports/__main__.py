"""``python -m cleardays.readers.reports FILE``: print what is read from a report as JSON."""

import json
import sys
from pathlib import Path

from cleardays.readers.blocks import Unreadable
from cleardays.readers.files import read_file
from cleardays.readers.reports.as_json import as_json
from cleardays.readers.reports.read import read_report


def main(arguments: list[str]) -> int:
    """Print the JSON and return 0; for a refusal its line on standard error and 2."""
    if len(arguments) != 1:
        sys.stderr.write("usage: python -m cleardays.readers.reports FILE\n")
        return 2
    try:
        draft = read_report(read_file(Path(arguments[0])))
    except Unreadable as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 2
    except OSError as error:
        sys.stderr.write(f"{arguments[0]} cannot be opened: {error.strerror}.\n")
        return 2
    sys.stdout.write(json.dumps(as_json(draft), ensure_ascii=False, indent=2) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
