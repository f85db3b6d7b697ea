"""Whether an open appendix may go to the public: asked when it is given and again at the door."""

from pathlib import Path
from tempfile import TemporaryDirectory

from cleardays.readers.blocks import Notice
from cleardays.readers.files.release import reasons_against_release
from cleardays.readers.files.stripping import stripped


def reasons_against_appendix(path: Path, media_type: str, title: str) -> list[Notice]:
    """Why the file could not be published under this title; empty if nothing speaks against it.

    It is looked at as it would go: as a copy without what its properties say. The door looks
    again, for the words too that are exempt at its meeting. Never raises ``Unreadable``.
    """
    with TemporaryDirectory() as folder:
        copy = stripped(path, Path(folder) / f"copy{path.suffix}", title)
        return reasons_against_release(copy, media_type, public_words=(title,))
