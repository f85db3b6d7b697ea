"""What families said, in a report: what was promised them, what was done, what changed."""

from collections.abc import Iterable, Mapping
from typing import Any

from cleardays.workroom.plans.reporting.wording import iso_words, table

HEADS = ("Who, and when", "They said", "Promised", "Done", "What changed")
NOTHING_YET = "nothing is reported yet"


def voices_in_words(voices: Iterable[Mapping[str, Any]]) -> str:
    """Return a table of what families said and what came of it."""
    rows = [
        (
            ", ".join(filter(None, (one["group"], _day(one["said_on"])))),
            one["said"],
            one["promised"],
            one["done"],
            one["changed"] or NOTHING_YET,
        )
        for one in voices
    ]
    return table("What families said, and what changed", HEADS, rows)


def _day(iso: str) -> str:
    return iso_words(iso) if iso else ""
