"""As at when a list is: it follows from the end of the record and the day."""

from typing import Any

from django.utils.timezone import localdate

from cleardays.site.reading import head_seq


def as_at() -> dict[str, Any]:
    """Return what a list says of itself: the day, and the last entry that it follows from."""
    return {"as_at": localdate(), "last_entry": head_seq()}
