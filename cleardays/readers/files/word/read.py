"""A .docx file into blocks."""

from pathlib import Path

from cleardays.readers.blocks import Notice, Reading, Unreadable
from cleardays.readers.files.notices import notice
from cleardays.readers.files.refusals import without_words
from cleardays.readers.files.word.findings import findings, hidden_rows
from cleardays.readers.files.word.package import A, V, W, WordPackage
from cleardays.readers.files.word.story import Story

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def read_docx(path: Path) -> Reading:
    """Read a Word document; refuses one without words ("empty", or "no-text" for a scan)."""
    package = WordPackage(path)
    story = Story(package)
    blocks = tuple(story.blocks(package.document))
    if not blocks:
        raise _without_words(package)
    return Reading(MEDIA_TYPE, blocks, _notices(package, story))


def _notices(package: WordPackage, story: Story) -> tuple[Notice, ...]:
    return (
        *findings(package),
        *notice("hidden-text", story.hidden + hidden_rows(package)),
        *notice("text-box", story.boxes),
        *notice("footnote", story.notes),
    )


def _without_words(package: WordPackage) -> Unreadable:
    if next(package.body.iter(f"{W}altChunk", f"{W}subDoc"), None) is not None:
        return Unreadable(
            "empty",
            "This document only points at other files: open it in Word and save it whole.",
        )
    picture = next(package.body.iter(f"{A}blip", f"{V}imagedata"), None)
    return without_words(has_pictures=picture is not None)
