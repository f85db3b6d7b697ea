"""Whether an open appendix may go to the public: asked when it is given and again at the door."""

from pathlib import Path
from tempfile import TemporaryDirectory

from cleardays.readers.blocks import Notice
from cleardays.readers.files.pdf.metadata import without_metadata
from cleardays.readers.files.pdf.read import MEDIA_TYPE as PDF
from cleardays.readers.files.release import reasons_against_release


def reasons_against_appendix(path: Path, media_type: str, title: str) -> list[Notice]:
    """Why the file could not be published under this title; empty if nothing speaks against it.

    A PDF is looked at as it would go: as a copy without what its metadata says. The door looks
    again, for the words too that are exempt at its meeting. Never raises ``Unreadable``.
    """
    if media_type != PDF:
        return reasons_against_release(path, media_type, public_words=(title,))
    with TemporaryDirectory() as folder:
        copy = without_metadata(path, Path(folder) / "copy.pdf", title)
        return reasons_against_release(copy, media_type, public_words=(title,))
