"""What stands in a PDF beside its text: scripts, files, annotations, forms, metadata."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pikepdf import Dictionary, Name, Pdf, PdfError

from cleardays.readers.blocks import Notice
from cleardays.readers.files.notices import notice

# Links and form fields are looked at apart; a pop-up belongs to the note that it shows.
_NO_COMMENT = ("/Link", "/Widget", "/Popup", "/FileAttachment", "/PrinterMark", "/TrapNet")
_REACHING_OUT = ("/Launch", "/GoToR", "/SubmitForm", "/ImportData", "/GoToE")
_PERSONAL = ("/Author", "/Manager", "/Company", "/LastModifiedBy", "/SourceModified")


def findings(path: Path) -> Iterator[Notice]:
    """Everything in the file that is not its text; the notice "damaged" if it cannot be told."""
    try:
        with Pdf.open(path) as pdf:
            yield from _findings(pdf)
    except (PdfError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        # pdfium mends more than qpdf does: its text is read, but not what stands beside it.
        yield from notice("damaged", 1)
    yield from notice("earlier-version", earlier_versions(path.read_bytes()))


def _findings(pdf: Pdf) -> Iterator[Notice]:
    root = pdf.Root
    annotations = [each for page in pdf.pages for each in _annotations(page)]
    kinds = [str(each.get("/Subtype", "")) for each in annotations]
    actions = [action for each in (root, *annotations) for action in _actions(each)]
    names = root.get("/Names", Dictionary())
    scripts = sum(_kind(action) == "/JavaScript" for action in actions)
    yield from notice("script", scripts + _entries(names.get("/JavaScript")))
    embedded = _entries(names.get("/EmbeddedFiles")) + kinds.count("/FileAttachment")
    yield from notice("embedded-file", embedded)
    yield from notice("annotation", sum(kind not in _NO_COMMENT for kind in kinds))
    yield from notice("form-answer", sum(_is_answered(each) for each in annotations))
    yield from notice("external-link", sum(_kind(action) in _REACHING_OUT for action in actions))
    yield from notice("metadata", _personal(pdf))


def _annotations(page: Any) -> Iterator[Any]:
    found = page.get("/Annots")
    for each in found if found is not None else ():
        if isinstance(each, Dictionary):
            yield each


def _actions(holder: Any) -> Iterator[Any]:
    """The actions that a page, the document or an annotation carries."""
    for key in ("/A", "/OpenAction"):
        if isinstance(holder.get(key), Dictionary):
            yield holder[key]
    more = holder.get("/AA")
    if isinstance(more, Dictionary):
        yield from (each for each in more.values() if isinstance(each, Dictionary))


def _kind(action: Any) -> str:
    return str(action.get("/S", ""))


def _entries(tree: Any, depth: int = 0) -> int:
    """How many names a name tree holds (ISO 32000-1, 7.9.6)."""
    if not isinstance(tree, Dictionary) or depth > 20:
        return 0
    here = len(tree["/Names"]) // 2 if "/Names" in tree else 0
    return here + sum(_entries(each, depth + 1) for each in tree.get("/Kids", ()))


def _is_answered(annotation: Any) -> bool:
    """Whether a form field has an answer in it, which no text extraction gives."""
    if annotation.get("/Subtype") != Name.Widget or annotation.get("/FT") not in ("/Tx", "/Ch"):
        return False
    return bool(str(annotation.get("/V", "")).strip())


def _personal(pdf: Pdf) -> int:
    """How many entries name a person or a company."""
    information = pdf.docinfo
    count = sum(bool(str(information.get(key, "")).strip()) for key in _PERSONAL)
    described = pdf.Root.get("/Metadata")
    if described is not None and not count:
        raw = bytes(described.read_bytes())
        count += len(re.findall(rb"<dc:creator>.*?<rdf:li[^>]*>\s*[^<\s]", raw, re.DOTALL))
    return count


def earlier_versions(raw: bytes) -> int:
    """How often the file was changed by adding to its end, which leaves what it was before."""
    ends = len(re.findall(rb"startxref\s+\d+\s+%%EOF", raw))
    # A linearised file has two ends from the start (ISO 32000-1, annex F).
    return max(0, ends - (2 if b"/Linearized" in raw[:2048] else 1))
