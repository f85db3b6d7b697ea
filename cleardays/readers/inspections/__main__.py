"""``python -m cleardays.readers.inspections FILE``: one report as one JSON object."""

import json
import sys
from collections.abc import Sequence

from cleardays.readers.blocks import Unreadable
from cleardays.readers.inspections import as_json, read_inspection

READ, NO_SUCH_REPORT = 0, 2


def main(arguments: Sequence[str]) -> int:
    """Print the report and return 0, or say in one line on standard error why not: 2."""
    if len(arguments) != 1:
        sys.stderr.write("Give one PDF: python -m cleardays.readers.inspections FILE\n")
        return NO_SUCH_REPORT
    try:
        draft = read_inspection(arguments[0])
    except Unreadable as refusal:
        sys.stderr.write(f"{refusal}\n")
        return NO_SUCH_REPORT
    sys.stdout.write(json.dumps(as_json(draft), ensure_ascii=False, indent=1) + "\n")
    return READ


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
