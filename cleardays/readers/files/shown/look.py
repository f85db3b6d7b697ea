"""One way to see what a file shows, whatever it is: as a report is read, or looked at only."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from cleardays.readers.blocks import Reading
from cleardays.readers.files.kinds import JPEG, PNG, PPTX, XLSX
from cleardays.readers.files.read import checked_kind, read_file
from cleardays.readers.files.refusals import damaged

_HERE = "cleardays.readers.files.shown"
_LOOKS = {
    XLSX: (f"{_HERE}.sheets", "look_at_sheets"),
    PPTX: (f"{_HERE}.slides", "look_at_slides"),
    PNG: (f"{_HERE}.picture", "look_at_picture"),
    JPEG: (f"{_HERE}.picture", "look_at_picture"),
}


def look_at(path: Path) -> Reading:
    """What the file shows and what it holds beside; raises ``Unreadable`` as ``read_file`` does.

    Spreadsheets, slides and pictures too, in which no report is written but many an appendix.
    """
    kind = checked_kind(path, name="original", also=_LOOKS)
    if kind not in _LOOKS:
        return read_file(path, name="original")
    module, function = _LOOKS[kind]
    look: Callable[[Path], Reading] = getattr(import_module(module), function)
    try:
        return look(path)
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError) as error:
        raise damaged() from error  # not as the standard has it
