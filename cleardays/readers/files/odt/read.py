"""An .odt file into blocks."""

from pathlib import Path

from cleardays.readers.blocks import Reading
from cleardays.readers.files.notices import notice
from cleardays.readers.files.odt.findings import findings
from cleardays.readers.files.odt.package import DRAW, OdtPackage
from cleardays.readers.files.odt.story import Story
from cleardays.readers.files.refusals import without_words

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"


def read_odt(path: Path) -> Reading:
    """Read an OpenDocument text; refuses one without words ("empty", or "no-text" for a scan)."""
    package = OdtPackage(path)
    story = Story(package)
    blocks = tuple(story.blocks(package.body))
    if not blocks:
        raise without_words(has_pictures=next(package.body.iter(f"{DRAW}image"), None) is not None)
    notices = (
        *findings(package),
        *notice("hidden-text", story.hidden),
        *notice("text-box", story.boxes),
        *notice("footnote", story.notes),
    )
    return Reading(MEDIA_TYPE, blocks, notices)
