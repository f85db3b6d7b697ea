"""What stands in a Word document beside its text: changes, comments, links out, metadata."""

from collections.abc import Iterator

from cleardays.readers.blocks import Notice
from cleardays.readers.files.notices import notice
from cleardays.readers.files.properties import naming_properties
from cleardays.readers.files.word.package import A, Element, R, V, W, WordPackage, is_on, value

_FORMATTING = ("rPrChange", "pPrChange", "tblPrChange", "sectPrChange", "numberingChange",
               "tcPrChange", "trPrChange", "tblGridChange", "tblPrExChange")  # fmt: skip
# Codes whose result is what the page says, and stays so, are no news.
_QUIET_CODES = """
    HYPERLINK PAGE PAGEREF NUMPAGES TOC REF NOTEREF SEQ STYLEREF FORMTEXT FORMCHECKBOX
    FORMDROPDOWN XE TC INDEX SYMBOL EQ TA BIBLIOGRAPHY CITATION
"""
_EMBEDDED = ("oleObject", "package", "control", "aFChunk", "subDocument")


def findings(package: WordPackage) -> Iterator[Notice]:
    """Everything in the package that is not its text, but for what is hidden (see ``Story``)."""
    root = package.document
    kinds = ("footnotes", "endnotes", "header", "footer")
    stories = [root, *(part for kind in kinds for part in package.related(kind))]
    yield from notice("tracked-insertion", _count(stories, "ins"))
    yield from notice("tracked-deletion", _count(stories, "del", "cellDel"))
    yield from notice("tracked-move", _count(stories, "moveFrom"))
    yield from notice("tracked-formatting", _count(stories, *_FORMATTING))
    comments = [each for part in package.related("comments") for each in part.iter(f"{W}comment")]
    yield from notice("comment", len(comments))
    yield from notice("header-footer", _worded_edges(package))
    yield from notice("field-code", sum(_is_loud(code) for code in _codes(root)))
    yield from _attached(package)
    yield from notice("metadata", _personal(package))
    yield from notice("picture-left-out", _pictures(root))


def _count(stories: list[Element], *names: str) -> int:
    return sum(1 for root in stories for _ in root.iter(*(W + name for name in names)))


def hidden_rows(package: WordPackage) -> int:
    """How many rows of tables are hidden."""
    rows = package.body.iterfind(f".//{W}trPr/{W}hidden")
    return sum(is_on(each) for each in rows)


def _worded_edges(package: WordPackage) -> int:
    """Headers and footers that have words in them."""
    edges = package.related("header") + package.related("footer")
    return sum(any((t.text or "").strip() for t in edge.iter(f"{W}t")) for edge in edges)


def _codes(root: Element) -> Iterator[str]:
    """The first word of each field code."""
    for simple in root.iter(f"{W}fldSimple"):
        yield (value(simple, "instr").split() or [""])[0].upper()
    code: list[str] = []
    for each in root.iter(f"{W}instrText", f"{W}fldChar"):
        if each.tag == f"{W}instrText":
            code.append(each.text or "")
        elif code:
            yield ("".join(code).split() or [""])[0].upper()
            code = []


def _is_loud(code: str) -> bool:
    return bool(code) and code.isalpha() and code not in _QUIET_CODES.split()


def _attached(package: WordPackage) -> Iterator[Notice]:
    """Files inside the file, and what it would fetch from outside."""
    relationships = list(package.relationships.values())
    settings = [r.target for r in relationships if r.kind == "settings" and not r.is_external]
    for part in settings:
        relationships += package.relationships_of(part).values()
    embedded = {r.target for r in relationships if r.kind in _EMBEDDED and not r.is_external}
    embedded |= {name for name in package.archive.names if "/embeddings/" in name}
    yield from notice("embedded-file", len(embedded))
    yield from notice("imported-part", _count([package.document], "altChunk", "subDoc"))
    outside = [r for r in relationships if r.is_external]
    templates = [r for r in outside if r.kind == "attachedTemplate"]
    links = [r for r in outside if r.kind not in ("attachedTemplate", "hyperlink")]
    fetching = [
        c for c in _codes(package.document) if c in ("INCLUDETEXT", "LINK", "DDE", "DDEAUTO")
    ]
    yield from notice("external-template", len(templates))
    yield from notice("external-link", len(links) + len(fetching))
    custom = [r for r in relationships if r.kind in ("diagramData", "chart")]
    yield from notice("diagram", len(custom) + sum(1 for _ in package.body.iter(f"{V}textpath")))


def _personal(package: WordPackage) -> int:
    """How many properties and document variables name somebody or something."""
    variables = [each for root in package.related("settings") for each in root.iter(f"{W}docVar")]
    return naming_properties(package.archive) + len(variables)


def _pictures(root: Element) -> int:
    """Pictures on the pages; what they show is in no part of a report."""
    drawings = (next(each.iter(f"{A}blip"), None) for each in root.iter(f"{W}drawing"))
    older = (shape.find(f"{V}imagedata") for shape in root.iter(f"{V}shape"))
    of_shapes = (picture is not None and bool(picture.get(f"{R}id")) for picture in older)
    return sum(picture is not None for picture in drawings) + sum(of_shapes)
