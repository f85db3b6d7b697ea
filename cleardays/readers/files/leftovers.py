"""What a file holds that no page of it shows: properties, data of programs, parts left behind.

The reader has no use for any of it. A file that goes to the public takes it along, so here what is
not known to be harmless is found.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from lxml import etree
from pikepdf import Dictionary, Name, Pdf, Stream

from cleardays.readers.blocks import Notice
from cleardays.readers.files.archive import Archive, parse
from cleardays.readers.files.kinds import DOCX, ODT, PDF, PPTX, XLSX
from cleardays.readers.files.notices import notice
from cleardays.readers.files.pictures import is_described

IsShown = Callable[[str], bool]

# The parts that a page is made of. Others are somebody's: reviewers with their addresses, what a
# document store noted, building blocks, what a program forgot.
_PARTS = {
    DOCX.media_type: re.compile(
        r"\[Content_Types\]\.xml|(word/)?_rels/[\w.]*\.rels|docProps/\w+\.(xml|jpe?g|emf|wmf)"
        r"|word/(document|styles|stylesWithEffects|numbering|settings|webSettings|fontTable"
        r"|comments|(foot|end)notes|(header|footer)\d*)\.xml"
        r"|word/(theme|media|fonts|charts|diagrams|embeddings)/.+"
    ),
    ODT.media_type: re.compile(
        r"mimetype|(content|styles|meta|settings)\.xml|manifest\.rdf|layout-cache"
        r"|(META-INF|Configurations2|Thumbnails|Pictures|Fonts|Object|Versions)\b.*"
    ),
    # The look at sheets and slides tells of their comments, notes, links and files itself.
    XLSX.media_type: re.compile(
        r"\[Content_Types\]\.xml|([\w/]+/)?_rels/[\w.]*\.rels|docProps/\w+\.(xml|jpe?g|emf|wmf)"
        r"|xl/(workbook|styles|sharedStrings|calcChain|metadata|connections|comments\d*)\.xml"
        r"|xl/(worksheets|chartsheets|drawings|charts|media|theme|tables|printerSettings|comments"
        r"|threadedComments|persons|pivotTables|pivotCache|externalLinks|queryTables|embeddings"
        r"|activeX|ctrlProps)/.+"
    ),
    PPTX.media_type: re.compile(
        r"\[Content_Types\]\.xml|([\w/]+/)?_rels/[\w.]*\.rels|docProps/\w+\.(xml|jpe?g|emf|wmf)"
        r"|ppt/(presentation|presProps|viewProps|tableStyles|commentAuthors|authors|revisionInfo)"
        r"\.xml|ppt/(slides|slideLayouts|slideMasters|notesSlides|notesMasters|handoutMasters|theme"
        r"|media|charts|diagrams|drawings|fonts|comments|embeddings|activeX|printerSettings)/.+"
    ),
}
_PICTURES = ("word/media/", "Pictures/", "xl/media/", "ppt/media/")
# What the parts are called that are most often left behind; others have but their name.
_WORDS = {
    "word/people": "the names of those who commented or changed it",
    "word/glossary/": "building blocks of text",
    "customXml/": "data that a document store keeps",
}
_WRITTEN = (DOCX.media_type, ODT.media_type)
_PROPERTIES = ("docProps/core.xml", "docProps/app.xml", "meta.xml")
# Counts, dates and names of programs.
_HARMLESS = """
    created modified revision lastPrinted language version Application AppVersion DocSecurity
    ScaleCrop LinksUpToDate SharedDoc HyperlinksChanged TotalTime Pages Words Characters Lines
    CharactersWithSpaces Paragraphs HeadingPairs creation-date date editing-cycles print-date
    editing-duration generator document-statistic
    CreatorTool CreateDate ModifyDate MetadataDate Producer PDFVersion Trapped format
    DocumentID InstanceID OriginalDocumentID VersionID RenditionClass part conformance amd rev
"""
# Of workbooks and slides also the names of sheets, fonts and themes; hidden ones are told of.
_HARMLESS_THERE = "TitlesOfParts PresentationFormat Slides Notes HiddenSlides MMClips"
# Names of people and firms, which ``findings`` tells the officer of already.
_PERSONAL = "creator lastModifiedBy Company Manager initial-creator printed-by user-defined"
_INFORMATION = """
    /Creator /Producer /CreationDate /ModDate /Trapped
    /Author /Manager /Company /LastModifiedBy /SourceModified
"""
_COMMON = ("Normal", "Normal.dot", "Normal.dotm", "true", "false")
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_XML = "{http://www.w3.org/XML/1998/namespace}"


def leftovers(path: Path, media_type: str, is_shown: IsShown) -> Iterator[Notice]:
    """What the file has beside its pages. ``is_shown`` says whether words stand there openly.

    Raises ``Unreadable`` or ``PdfError`` for a file that will not open.
    """
    if media_type == PDF.media_type:
        try:
            with Pdf.open(path) as pdf:
                yield from list(_in_pdf(pdf, is_shown))
        except (ValueError, TypeError, KeyError, AttributeError):  # not as the standard has it
            yield from notice("damaged", 1)
    elif media_type in _PARTS:
        of_its_kind = "" if media_type in _WRITTEN else _HARMLESS_THERE
        yield from _in_package(Archive(path), _PARTS[media_type], is_shown, of_its_kind)


def _in_package(
    archive: Archive, known: re.Pattern[str], is_shown: IsShown, harmless: str
) -> Iterator[Notice]:
    strange = [
        name for name in archive.names if not name.endswith("/") and not known.fullmatch(name)
    ]
    yield from notice("leftover", len(strange), [_called(name) for name in sorted(strange)])
    roots = [root for name in _PROPERTIES if (root := archive.xml(name)) is not None]
    names = f"{_HARMLESS}{_PERSONAL} {harmless}"
    said = [text for root in roots for text in _said_in(root, names)]
    pictures = [name for name in archive.names if name.startswith(_PICTURES)]
    described = sum(is_described(archive.read(name)) for name in pictures)
    yield from notice("property", sum(not is_shown(text) for text in said) + described)


def _called(name: str) -> str:
    """A part of a package in words, as far as they are known."""
    return next((words for start, words in _WORDS.items() if name.startswith(start)), name)


def _said_in(root: Any, known: str = _HARMLESS) -> Iterator[str]:
    """The texts of properties, but for those with known names."""
    names = frozenset(known.split())
    for node in root.iter(etree.Element):
        texts = [(node.text or "").strip(), *_attributes(node, names)]
        lineage = (node, *node.iterancestors())
        if any(etree.QName(each).localname in names for each in lineage):
            continue
        yield from (text for text in texts if _says_something(text))


def _attributes(node: Any, names: frozenset[str]) -> Iterator[str]:
    """Properties that are written as attributes, as XMP does."""
    if node.tag == f"{_RDF}Description":
        for name, value in node.attrib.items():
            is_syntax = name.startswith((_RDF, _XML))
            if not is_syntax and etree.QName(name).localname not in names:
                yield str(value).strip()


def _says_something(text: str) -> bool:
    return bool(re.search(r"[^\W\d_]{2}", text)) and text not in _COMMON


def _in_pdf(pdf: Pdf, is_shown: IsShown) -> Iterator[Notice]:
    root = pdf.Root
    information = [
        str(value) for key, value in pdf.docinfo.items() if key not in _INFORMATION.split()
    ]
    described = root.get("/Metadata")
    said = [text for text in information if _says_something(text)]
    if isinstance(described, Stream):
        said += _said_in(parse(described.read_bytes()))
    yield from notice("property", sum(not is_shown(text) for text in said))
    mine = described.objgen if isinstance(described, Stream) else None
    carried = [what for each in pdf.objects if (what := _carried(each, mine))]
    yield from notice("leftover", len(carried), carried)
    yield from notice("hidden-text", _hidden_layers(root))


def _carried(found: Any, of_the_file: tuple[int, int] | None) -> str:
    """What an object carries beside what it shows, in words; "" for nothing."""
    if not isinstance(found, Dictionary | Stream):
        return ""
    if "/PieceInfo" in found:
        return "what the program that made a page kept for itself"
    described = found.get("/Metadata")
    is_own = described is not None and getattr(described, "objgen", None) != of_the_file
    return "a description inside a picture or page" if is_own else ""


def _hidden_layers(root: Any) -> int:
    """How many layers are switched off: what is on them is in the file and not on the page."""
    setting = root.get("/OCProperties", Dictionary()).get("/D", Dictionary())
    if setting.get("/BaseState") == Name.OFF:
        return 1
    return len(setting.get("/OFF", ()))
