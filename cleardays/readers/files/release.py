"""Whether an original file may go to the public: nothing in it beside what it shows."""

import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pikepdf import Array, Dictionary, Pdf, PdfError, Stream, String

from cleardays.readers.blocks import Notice, Reading, Unreadable
from cleardays.readers.files.archive import Archive
from cleardays.readers.files.kinds import TEXT
from cleardays.readers.files.leftovers import leftovers
from cleardays.readers.files.notices import notice
from cleardays.readers.files.pdf.read import MEDIA_TYPE as PDF_TYPE
from cleardays.readers.files.shown.look import look_at

# What may stand in a public file. "rebuilt" is not among them: an older Word file may hold
# words that were deleted long ago, and no program shows them all.
_HARMLESS = frozenset(
    (
        "header-footer", "picture-left-out", "diagram", "text-box", "footnote",
        "page-without-text",
    )
)  # fmt: skip
# Read as plain text, which it is; only its name tells.
_AS_TEXT = {"text/csv": TEXT.media_type}
_RUN = 8  # so many words in a row are no chance
_DEEPEST = 20
_SHORT = 12  # letters: anything shorter must stand there as words, not inside others


def reasons_against_release(
    path: Path, media_type: str, exempt_words: Iterable[str] = (), public_words: Iterable[str] = ()
) -> list[Notice]:
    """Why this original must not cross to the public; empty if nothing speaks against it.

    ``media_type`` is what the file was taken for when it came in; ``exempt_words`` are passages
    that are exempt or confidential, looked for in every part of the file: of a passage, any
    eight words in a row are a sighting. ``public_words``, such as its title, may stand in its
    properties though not on its pages. What is not known to be harmless is a reason, and a file
    that cannot be read is one. Never raises ``Unreadable``.
    """
    try:
        reading = look_at(path)
        shown = _Searched([*_shown(reading), *public_words])
        beside = list(leftovers(path, reading.media_type, shown.has_whole))
        inside = _Searched([*_shown(reading), *_everything(path, reading.media_type)])
    except Unreadable as refusal:
        return [Notice(refusal.code, str(refusal))]
    except PdfError:
        return list(notice("damaged", 1))
    reasons = [each for each in (*reading.notices, *beside) if each.code not in _HARMLESS]
    reasons += notice(
        "mislabelled", int(reading.media_type != _AS_TEXT.get(media_type, media_type))
    )
    reasons += notice("exempt-words", sum(map(inside.has, exempt_words)))
    return reasons


def _shown(reading: Reading) -> Iterator[str]:
    """The words on the page, those that were left out of the text too."""
    cells = (cell.text for block in reading.blocks for row in block.rows for cell in row)
    lines = (f"{block.marker} {block.text}" for block in reading.blocks)
    yield "\n".join([*lines, *cells, *reading.dropped_words])


def _everything(path: Path, media_type: str) -> Iterator[str]:
    """Whatever text the file holds, shown or not: parts, properties, annotations."""
    if media_type == PDF_TYPE:
        yield from _in_pdf(path)
    elif zipfile.is_zipfile(path):
        archive = Archive(path)
        for name in archive.names:
            if name.endswith((".xml", ".rels")) and (root := archive.xml(name)) is not None:
                yield "".join(map(str, root.itertext()))
                yield "\n".join(str(each) for node in root.iter() for each in node.attrib.values())
    else:
        raw = path.read_bytes()
        yield raw.decode("utf-8", errors="replace")
        yield raw.decode("utf-16-le", errors="replace")


def _in_pdf(path: Path) -> Iterator[str]:
    """Every string in the file that is not drawn on a page, and the metadata."""
    with Pdf.open(path) as pdf:
        for each in pdf.objects:
            yield from _strings(each)


def _strings(found: Any, depth: int = 0) -> Iterator[str]:
    """The strings inside a PDF object, references not followed: each has its own turn."""
    if isinstance(found, String):
        yield str(found)
    elif isinstance(found, Stream) and found.get("/Type") == "/Metadata":
        yield found.read_bytes().decode("utf-8", errors="replace")
    elif isinstance(found, Array | Dictionary | Stream) and depth < _DEEPEST:
        inner = found if isinstance(found, Array) else [value for _, value in found.items()]
        for each in inner:
            if not getattr(each, "is_indirect", False):
                yield from _strings(each, depth + 1)


class _Searched:
    """The text of a file, made ready to look for passages in it."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = [text.lower() for text in texts]
        # Words may be cut into runs and cells anywhere: without what is between, they match.
        self._squeezed = [re.sub(r"[\W_]+", "", text) for text in self._texts]

    def has_whole(self, passage: str) -> bool:
        """Whether the passage stands in one of the texts from end to end."""
        squeezed = re.sub(r"[\W_]+", "", passage.lower())
        return any(squeezed in text for text in self._squeezed)

    def has(self, passage: str) -> bool:
        """Whether the passage, or eight words of it in a row, stands in the file."""
        words = re.findall(r"[^\W_]+", passage.lower())
        if not words:
            return False
        if len("".join(words)) < _SHORT:
            phrase = re.compile(r"\b" + r"[\W_]+".join(words) + r"\b")
            return any(phrase.search(text) for text in self._texts)
        runs = ["".join(words[i : i + _RUN]) for i in range(max(1, len(words) - _RUN + 1))]
        return any(run in text for run in runs for text in self._squeezed)
