"""Spreadsheets, slides and pictures that carry a word where nobody who opens them sees it."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.leaks.papers import BESIDE_STORY
from tests.readers.files.office import (
    cell,
    jpeg,
    make_pptx,
    make_xlsx,
    png,
    shape,
    sheet,
    slide,
)

_PROPERTIES = (
    "author", "last editor", "title property", "subject", "comments property", "keywords",
    "category", "company", "manager", "custom property",
)  # fmt: skip
_WHITE = (
    '<fonts><font/><font><color rgb="FFFFFFFF"/></font></fonts>'
    '<fills><fill><patternFill patternType="none"/></fill></fills>'
    '<cellXfs><xf fontId="0"/><xf fontId="1" fillId="0"/></cellXfs>'
)
ROW = f"<row>{cell('A1', 'Lamps')}</row>"


def _row(word: str, attributes: str = "", style: int = 0) -> str:
    return f"<row {attributes}>{cell('B2', word, style)}</row>"


def _bytes(make: Callable[[Path], Path]) -> bytes:
    with TemporaryDirectory() as folder:
        return make(Path(folder) / "made").read_bytes()


def _beside(part: str, content: str) -> Callable[[Path, str], Path]:
    return lambda path, word: make_xlsx(path, sheet(ROW), **{part: content.format(word)})


_SHEETS: dict[str, Callable[[Path, str], Path]] = {
    "hidden sheet": lambda path, word: make_xlsx(
        path, sheet(ROW), sheet(_row(word)), states=("visible", "hidden")
    ),
    "hidden row": lambda path, word: make_xlsx(path, sheet(ROW + _row(word, 'hidden="1"'))),
    "hidden column": lambda path, word: make_xlsx(
        path, sheet(_row(word), '<cols><col min="2" max="2" hidden="1"/></cols>')
    ),
    "white words": lambda path, word: make_xlsx(path, sheet(_row(word, style=1)), styles=_WHITE),
    "words of no cell": lambda path, word: make_xlsx(
        path, sheet(ROW), strings=f"<si><t>{word}</t></si>"
    ),
    "hidden name": lambda path, word: make_xlsx(
        path, sheet(ROW), names=f'<definedName name="x" hidden="1">"{word}"</definedName>'
    ),
    "comment": _beside("xl/comments1.xml", "<x><comment><t>{0}</t></comment></x>"),
    "threaded comment": _beside(
        "xl/threadedComments/threadedComment1.xml",
        "<x><threadedComment><text>{0}</text></threadedComment></x>",
    ),
    "data of a pivot table": _beside(
        "xl/pivotCache/pivotCacheDefinition1.xml", '<x><s v="{0}"/></x>'
    ),
    "values of another workbook": _beside("xl/externalLinks/externalLink1.xml", "<v>{0}</v>"),
    "embedded file": _beside("xl/embeddings/oleObject1.bin", "{0}"),
    "custom XML": _beside("customXml/item1.xml", "<x>{0}</x>"),
    "change of a shared workbook": _beside("xl/revisions/revisionLog1.xml", "<x>{0}</x>"),
}


def _slides(part: str, content: str) -> Callable[[Path, str], Path]:
    return lambda path, word: make_pptx(path, **{part: content.format(word)})


_SLIDES: dict[str, Callable[[Path, str], Path]] = {
    "hidden slide": lambda path, word: make_pptx(
        path, slide(shape("Lamps")), slide(shape(word), attributes='show="0"')
    ),
    "hidden shape": lambda path, word: make_pptx(
        path, slide(shape("Lamps"), shape(word, attributes='hidden="1"'))
    ),
    "shape beside the slide": lambda path, word: make_pptx(
        path, slide(shape("Lamps"), shape(word, x=20000))
    ),
    "notes": lambda path, word: make_pptx(
        path,
        **{"ppt/notesSlides/notesSlide1.xml": slide(shape(word, kind="body"), tag="notes")},
    ),
    "comment": _slides("ppt/comments/comment1.xml", "<x><cm><text>{0}</text></cm></x>"),
    "spreadsheet of a chart": _slides("ppt/embeddings/Book1.xlsx", "{0}"),
    "embedded file": _slides("ppt/embeddings/oleObject1.bin", "{0}"),
    "tag": _slides("ppt/tags/tag1.xml", '<x val="{0}"/>'),
}
SHEETS = {
    **{way: lambda word, m=make: _bytes(lambda p: m(p, word)) for way, make in _SHEETS.items()},
    **{
        way: lambda word, w=way: _bytes(lambda p: make_xlsx(p, **BESIDE_STORY[w](word)))
        for way in _PROPERTIES
    },
}
SLIDES = {
    **{way: lambda word, m=make: _bytes(lambda p: m(p, word)) for way, make in _SLIDES.items()},
    **{
        way: lambda word, w=way: _bytes(lambda p: make_pptx(p, **BESIDE_STORY[w](word)))
        for way in _PROPERTIES
    },
}
PNGS: dict[str, Callable[[str], bytes]] = {
    "text": lambda word: png((b"tEXt", b"Author\0" + word.encode())),
    "chunk of a program": lambda word: png((b"mkBT", word.encode())),
    "bytes behind the end": lambda word: png(tail=word.encode()),
}
JPEGS: dict[str, Callable[[str], bytes]] = {
    "Exif": lambda word: jpeg((0xE1, b"Exif\0\0" + word.encode())),
    "comment": lambda word: jpeg((0xFE, word.encode())),
    "bytes behind the end": lambda word: jpeg(tail=word.encode()),
}
PLAIN = {
    "xlsx": lambda: _bytes(lambda path: make_xlsx(path, sheet(ROW))),
    "pptx": lambda: _bytes(make_pptx),
    "png": png,
    "jpg": jpeg,
}
