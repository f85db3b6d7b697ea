"""A picture (PNG, JPEG): whole, and whether it holds more than it shows."""

from pathlib import Path

from cleardays.readers.blocks import Reading
from cleardays.readers.files.kinds import JPEG, PNG
from cleardays.readers.files.notices import notice
from cleardays.readers.files.pictures import end_of_picture, is_described
from cleardays.readers.files.refusals import damaged


def look_at_picture(path: Path) -> Reading:
    """A picture has no words; a notice tells of what is written in it or behind its end."""
    raw = path.read_bytes()
    end = end_of_picture(raw)
    if not end:
        raise damaged()
    kind = PNG if raw.startswith(b"\x89PNG") else JPEG
    is_more = is_described(raw) or end < len(raw)
    return Reading(kind.media_type, (), tuple(notice("picture-data", int(is_more))))
