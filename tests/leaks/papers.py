"""Files that carry a word where no page shows it: changes, comments, properties, leftovers."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
from pikepdf import Dictionary, Name, String

from tests.readers.files.makers import make_docx, paragraph, word_part, words

CORE = (
    '<cp:coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:cp='
    '"http://schemas.openxmlformats.org/package/2006/metadata/core-properties">'
    "{0}</cp:coreProperties>"
)
APP = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    'extended-properties">{0}</Properties>'
)
CUSTOM = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    'custom-properties"><property name="Case"><lpwstr>{0}</lpwstr></property></Properties>'
)
AUTHORED = 'w:id="1" w:author="{0}" w:date="2026-01-05T09:00:00Z"'
Parts = dict[str, str | bytes]


def _core(tag: str) -> Callable[[str], Parts]:
    return lambda word: {"docProps/core.xml": CORE.format(f"<{tag}>{word}</{tag}>")}


def _app(tag: str) -> Callable[[str], Parts]:
    return lambda word: {"docProps/app.xml": APP.format(f"<{tag}>{word}</{tag}>")}


def _deletion(word: str) -> str:
    return f"<w:del {AUTHORED}><w:r><w:delText>{word}</w:delText></w:r></w:del>"


# How a word hides in the story of a Word file: markup that goes into a paragraph. Names that only
# programs use, of bookmarks and controls, are none: nobody writes there what they want to hide.
IN_STORY: dict[str, Callable[[str], str]] = {
    "tracked deletion": lambda word: _deletion(word).format("x"),
    "author of a tracked deletion": lambda word: _deletion("x").format(word),
    "author of a tracked insertion": lambda word: f"<w:ins {AUTHORED}>{words('x')}</w:ins>".format(
        word
    ),
    "tracked move": lambda word: f"<w:moveFrom {AUTHORED}>{words(word)}</w:moveFrom>".format("x"),
    "hidden text": lambda word: words(word, "<w:vanish/>"),
    "code of a field": lambda word: (
        f'<w:fldSimple w:instr=" MERGEFIELD {word} ">{words("x")}</w:fldSimple>'
    ),
}
# How a word hides beside the story: further parts of the package.
BESIDE_STORY: dict[str, Callable[[str], Parts]] = {
    "comment": lambda word: {
        "comments": word_part(
            "comments", f"<w:comment {AUTHORED}>{paragraph(word)}</w:comment>".format("x")
        )
    },
    "author": _core("dc:creator"),
    "last editor": _core("cp:lastModifiedBy"),
    "title property": _core("dc:title"),
    "subject": _core("dc:subject"),
    "comments property": _core("dc:description"),
    "keywords": _core("cp:keywords"),
    "category": _core("cp:category"),
    "company": _app("Company"),
    "manager": _app("Manager"),
    "template": _app("Template"),
    "custom property": lambda word: {"docProps/custom.xml": CUSTOM.format(word)},
    "document variable": lambda word: {
        "settings": word_part(
            "settings", f'<w:docVars><w:docVar w:name="x" w:val="{word}"/></w:docVars>'
        )
    },
    "embedded file": lambda word: {"word/embeddings/oleObject1.bin": word.encode()},
    "custom XML": lambda word: {"customXml/item1.xml": f"<properties><p>{word}</p></properties>"},
    "part that nothing refers to": lambda word: {"word/leftover.xml": f"<left>{word}</left>"},
    "building block": lambda word: {
        "word/glossary/document.xml": word_part("glossaryDocument", paragraph(word))
    },
    "reviewer": lambda word: {"word/people.xml": word_part("people", f'<w:p w:author="{word}"/>')},
    "picture": lambda word: {"word/media/image1.jpeg": b"\xff\xd8\xff\xe1" + word.encode()},
}
HIDING = (*IN_STORY, *BESIDE_STORY)


def docx(shown: str, **hidden: str) -> bytes:
    """Make a Word file that shows some words; ``hidden`` are others, each by a way to hide."""
    beside: Parts = {}
    for way, word in hidden.items():
        if way in BESIDE_STORY:
            beside |= BESIDE_STORY[way](word)
    runs = [IN_STORY[way](word) for way, word in hidden.items() if way in IN_STORY]
    with TemporaryDirectory() as folder:
        body = paragraph(shown) + paragraph("The end.", *runs)
        return make_docx(Path(folder) / "paper.docx", body, **beside).read_bytes()


INFORMATION = ("Author", "Creator", "Producer", "Subject", "Keywords", "Title", "Company")
DESCRIBED = ("dc:creator", "dc:description", "pdf:Keywords", "xmp:CreatorTool", "photoshop:City")


def _information(key: str) -> Callable[[pikepdf.Pdf, str], None]:
    return lambda pdf, word: pdf.docinfo.__setitem__(f"/{key}", String(word))


def _description(key: str) -> Callable[[pikepdf.Pdf, str], None]:
    def write(pdf: pikepdf.Pdf, word: str) -> None:
        with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
            metadata[key] = [word] if key == "dc:creator" else word

    return write


def _beside_page(pdf: pikepdf.Pdf, word: str) -> None:
    pdf.pages[0].PieceInfo = Dictionary(Draw=Dictionary(Private=String(word)))


def _described_page(pdf: pikepdf.Pdf, word: str) -> None:
    described = pikepdf.Stream(pdf, f"<x>{word}</x>".encode())
    described.Type, described.Subtype = Name.Metadata, Name.XML
    pdf.pages[0].Metadata = described


def _private_data(pdf: pikepdf.Pdf, word: str) -> None:
    pdf.Root.PieceInfo = Dictionary(Word=Dictionary(Private=pdf.make_stream(word.encode())))


def _layer(pdf: pikepdf.Pdf, word: str) -> None:
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(word)))
    off = Dictionary(OFF=[group], Order=[group])
    pdf.Root.OCProperties = Dictionary(OCGs=[group], D=off)


def _note(pdf: pikepdf.Pdf, word: str) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[0, 0, 9, 9], Contents=String(word))
    pdf.pages[0].Annots = [pdf.make_indirect(note)]


def _attached(pdf: pikepdf.Pdf, word: str) -> None:
    pdf.attachments["x.txt"] = pikepdf.AttachedFileSpec(pdf, word.encode())


# How a word hides in a PDF: said of the file, left behind by a program, or put in by somebody.
SAID = {f"information {key}": _information(key) for key in INFORMATION}
SAID |= {f"description {key}": _description(key) for key in DESCRIBED}
LEFT_BEHIND = {
    "data of a program": _private_data,
    "data of a program beside a page": _beside_page,
    "description of a page": _described_page,
}
PUT_IN = {"hidden layer": _layer, "note": _note, "attached file": _attached}
IN_PDF: dict[str, Callable[[pikepdf.Pdf, str], None]] = {**SAID, **LEFT_BEHIND, **PUT_IN}


def pdf(shown: str, **hidden: str) -> bytes:
    """Make a PDF of one page that shows a line; ``hidden`` are words, each by a way to hide."""
    made = pikepdf.new()
    made.add_blank_page(page_size=(595, 842))
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    made.pages[0].Resources = Dictionary(Font=Dictionary(F1=made.make_indirect(font)))
    text = f"BT /F1 12 Tf 72 720 Td ({shown}) Tj ET"
    made.pages[0].Contents = made.make_stream(text.encode())
    for way, word in hidden.items():
        IN_PDF[way](made, word)
    written = BytesIO()
    made.save(written)
    return written.getvalue()
