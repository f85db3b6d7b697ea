"""No word of any sample is lost and none is invented, by a second way of getting at the words."""

import re
import zipfile
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree

from cleardays.readers.blocks import Reading, Unreadable
from cleardays.readers.files.fieldcodes import take_out_field_codes
from cleardays.readers.files.libreoffice import as_docx, find_libreoffice
from cleardays.readers.files.read import read_file
from cleardays.readers.files.text import decode

pytestmark = pytest.mark.corpus

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_STORIES = re.compile(r"/?word/(document\d*|footnotes|endnotes)\.xml")
_ODF = "{urn:oasis:names:tc:opendocument:xmlns:"
# A passage that is hidden by its style is known as such to the reader only.
_HIDDEN = {"hidden-text"}


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", re.sub("[\xad\u200b\ufeff]", "", text))


def _read_words(reading: Reading) -> Counter[str]:
    """The words of blocks, printed markers, cells and what was dropped."""
    found = Counter(_words(" ".join(reading.dropped_words)))
    for block in reading.blocks:
        found.update(_words(block.text))
        found.update(_words(block.marker) if block.is_marker_printed else [])
        for row in block.rows:
            for cell in row:
                found.update(_words(cell.text))
    return found


def _samples(folder: Path, *endings: str) -> list[tuple[Path, Reading]]:
    read = []
    for path in sorted(folder.iterdir()):
        if path.suffix in endings:
            try:
                read.append((path, read_file(path)))
            except Unreadable:
                continue
    assert read
    return read


def _without(root: etree._Element, *tags: str) -> etree._Element:
    for gone in list(root.iter(*tags)):
        tail, parent = gone.tail or "", gone.getparent()
        before = gone.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + tail
        else:
            parent.text = (parent.text or "") + tail
        parent.remove(gone)
    return root


def _paragraph_text(paragraph: etree._Element) -> str:
    """The text of a Word paragraph, what hangs on it in other paragraphs left to those."""
    text = ""
    for each in paragraph.iter():
        if next(each.iterancestors(f"{_W}p"), None) is not paragraph:
            continue
        if each.tag in (f"{_W}t", _MATHS):
            text += each.text or ""
        elif each.tag == f"{_W}noBreakHyphen":
            text += "-"
        elif each.tag in {_W + tag for tag in ("tab", "br", "cr", "drawing", "sym", "object")}:
            text += " "
        elif str(each.tag).endswith("noteReference"):
            text += " \u2016 "
    return text


def _docx_words(path: Path) -> Counter[str]:
    found: Counter[str] = Counter()
    with zipfile.ZipFile(path) as package:
        for name in filter(_STORIES.fullmatch, package.namelist()):
            raw = package.read(name).replace(_STRICT, _W[1:-1].encode())
            root = _without(
                etree.fromstring(raw), _FALLBACK, f"{_W}del", f"{_W}moveFrom", f"{_W}instrText"
            )
            for paragraph in root.iter(f"{_W}p"):
                found.update(_words(_paragraph_text(paragraph)))
    return found


def _is_number(word: str) -> bool:
    """A number of a note or of an item in a cell: computed, so not among the file's words."""
    return bool(re.fullmatch(r"e?\d+|[a-z]|[ivxlcdm]+", word.lower()))


@pytest.mark.parametrize("ending", [".docx"])
def test_word_documents(corpus: Path, ending: str) -> None:
    for path, reading in _samples(corpus / "office", ending):
        source, read = _docx_words(path), _read_words(reading)

        lost, extra = source - read, read - source

        if not _HIDDEN & {notice.code for notice in reading.notices}:
            assert not lost, path.name
        assert all(_is_number(word) for word in extra), path.name


def test_older_word_documents_and_rich_text(corpus: Path) -> None:
    if find_libreoffice() is None:
        pytest.skip("LibreOffice is not installed")
    names = ("ob_is.doc", "53446.doc", "testRTFListMicrosoftWord.rtf")
    for name in names:
        path = next((corpus / "office").glob(f"*-{name}"))
        reading = read_file(path)
        with as_docx(path, path.suffix[1:]) as made:
            source = _docx_words(made)

        assert not source - _read_words(reading), name


def test_opendocument_texts(corpus: Path) -> None:
    for path, reading in _samples(corpus / "office", ".odt"):
        with zipfile.ZipFile(path) as package:
            content = etree.fromstring(package.read("content.xml"))
        text = content.find(f".//{_ODF}office:1.0}}text")
        gone = ("text:1.0}tracked-changes", "office:1.0}annotation", "office:1.0}forms")
        svg = ("svg-compatible:1.0}title", "svg-compatible:1.0}desc")
        _without(text, *(_ODF + name for name in (*gone, *svg)))
        for node in text.iter():
            is_block = str(node.tag).endswith(("}p", "}h", "}tab", "}s", "}line-break", "}note"))
            node.tail = (" " if is_block else "") + (node.tail or "")

        source = Counter(_words("".join(text.itertext())))

        assert source == _read_words(reading), path.name


def test_plain_text(corpus: Path) -> None:
    for path, reading in _samples(corpus / "seed", ".txt"):
        text, codes = take_out_field_codes(decode(path.read_bytes()))

        assert Counter(_words(" ".join([text, *codes]))) == _read_words(reading)


@pytest.mark.parametrize("folder", ["pdf", "inspection-reports"])
def test_pdfs(corpus: Path, folder: str) -> None:
    for path, reading in _samples(corpus / folder, ".pdf"):
        with pypdfium2.PdfDocument(path) as document:
            pages = [page.get_textpage().get_text_range() for page in document]
        text = re.sub("[\x02\ufffe]", "-", " ".join(pages))
        source, read = Counter(_words(text)), _read_words(reading)

        if source != read and "covered-text" not in {n.code for n in reading.notices}:
            # Where letters touch, what is one word is a matter of view; no letter goes.
            assert sum((source - read).values()) <= 2, path.name
            assert _letters(source) == _letters(read), path.name


def _letters(found: Counter[str]) -> Counter[str]:
    return Counter(letter for word in found.elements() for letter in word)
