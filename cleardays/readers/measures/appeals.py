"""The Ministry of Justice's table of appeals to the SEND Tribunal, as a file of the DfE's shape.

A line is an authority, and three columns a year; regions stand over their authorities in capitals,
and names end in the numbers of footnotes.
"""

import re
from collections.abc import Iterator, Sequence

from cleardays.readers.measures.sheet import Sheet

COLUMNS = (
    "time_period", "time_identifier", "geographic_level", "country_name", "region_code",
    "region_name", "new_la_code", "old_la_code", "la_name", "breakdown_topic", "breakdown",
    "appeals_registered", "appealable_decisions", "appeal_rate",
)  # fmt: skip
SOURCE = "Ministry of Justice, SEND Tribunal appeal rates"
EVERYTHING = "All appeals"
NONE = frozenset({"", ".."})


def is_appeals(lines: Sequence[Sequence[str]]) -> bool:
    """Say whether a file is this table, by its title."""
    return "send appeal rate" in " ".join(lines[0]).casefold()


def appeals_sheet(lines: Sequence[Sequence[str]]) -> Sheet:
    """Give a row to each authority and year; a dash of the table stands for nobody."""
    return Sheet(COLUMNS, tuple(_rows(lines)))


def _rows(lines: Sequence[Sequence[str]]) -> Iterator[tuple[str, ...]]:
    top = next((at for at, line in enumerate(lines) if line[:1] == ["Local Authority"]), 0)
    years = {
        at: cell for at, cell in enumerate(lines[top]) if re.fullmatch(r"\d{4}", cell.strip())
    }
    region = ""
    for line in lines[top + 2 :]:
        name = re.sub(r"[\d,]+$", "", line[0].strip()) if line else ""
        if name.isupper():
            region = region if name.endswith(" LONDON") else name.title().replace(" And ", " and ")
        if not name or name.isupper() or name.startswith("England total excluding"):
            continue
        if name == "Sources:":
            return
        is_nation = name == "England Total"
        code = "" if is_nation else line[1].strip() or name
        where = (
            "National" if is_nation else "Local authority", "England", "",
            "" if is_nation else region.replace(" Of ", " of "), code, code,
            "" if is_nation else name, EVERYTHING, EVERYTHING,
        )  # fmt: skip
        for at, year in years.items():
            cells = [cell.strip() for cell in line[at : at + 3]]
            if not set(cells) <= NONE:
                counted = ["0" if cell == "-" else cell for cell in cells]
                yield (year, "Calendar year", *where, *counted)
