"""What a file really is, from its first bytes and its table of contents, never from its name."""

import re
from dataclasses import dataclass
from pathlib import Path

from olefile import OleFileIO

from cleardays.readers.files.archive import Archive
from cleardays.readers.files.refusals import damaged

_HEAD = 65536
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_ODF = "application/vnd.oasis.opendocument"


@dataclass(frozen=True)
class FileKind:
    """A kind of file: its media type, how an officer calls it, its usual extensions."""

    media_type: str
    label: str
    extensions: tuple[str, ...]
    refusal: str = ""  # code of the refusal if it is never read


DOCX = FileKind(f"{_OFFICE}.wordprocessingml.document", "a Word document (.docx)", ("docx",))
ODT = FileKind(f"{_ODF}.text", "an OpenDocument text (.odt)", ("odt",))
RTF = FileKind("application/rtf", "a Rich Text document (.rtf)", ("rtf",))
DOC = FileKind("application/msword", "an older Word document (.doc)", ("doc",))
PDF = FileKind("application/pdf", "a PDF", ("pdf",))
TEXT = FileKind("text/plain", "plain text (.txt)", ("txt", "text"))
# No report is written in these, but an appendix may be (``files.appendix``).
_NO_REPORT = "not-a-document"
XLSX = FileKind(f"{_OFFICE}.spreadsheetml.sheet", "a spreadsheet", ("xlsx",), _NO_REPORT)
PPTX = FileKind(f"{_OFFICE}.presentationml.presentation", "a presentation", ("pptx",), _NO_REPORT)
PNG = FileKind("image/png", "a picture (PNG)", ("png",), _NO_REPORT)
JPEG = FileKind("image/jpeg", "a picture (JPEG)", ("jpg", "jpeg"), _NO_REPORT)

_DOCM = FileKind("application/vnd.ms-word.document.macroEnabled.12", "a Word document with macros",
                 ("docm", "dotm"), "macro")  # fmt: skip
_DOTX = FileKind(f"{_OFFICE}.wordprocessingml.template", "a Word template (.dotx)", ("dotx",),
                 "not-a-document")  # fmt: skip
_LOCKED = FileKind("application/x-ole-encrypted", "an Office file with a password",
                   ("docx", "docm", "xlsx", "pptx"), "password-protected")  # fmt: skip
_EMPTY = FileKind("application/x-empty", "an empty file", (), "empty")


def _other(label: str, *extensions: str, media_type: str = "application/octet-stream") -> FileKind:
    return FileKind(media_type, label, extensions, _NO_REPORT)


_MAGIC = (
    (b"\x89PNG\r\n", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"GIF8", _other("a picture (GIF)", "gif", media_type="image/gif")),
    (b"II*\x00", _other("a picture (TIFF)", "tif", "tiff", media_type="image/tiff")),
    (b"MM\x00*", _other("a picture (TIFF)", "tif", "tiff", media_type="image/tiff")),
    (b"MZ", _other("a program", "exe", "dll")),
    (b"\x7fELF", _other("a program")),
    (b"7z\xbc\xaf", _other("a compressed archive (7z)", "7z")),
    (b"Rar!", _other("a compressed archive (RAR)", "rar")),
    (b"\x1f\x8b", _other("a compressed file (gzip)", "gz", "tgz")),
    (b"%!PS", _other("a PostScript file", "ps", "eps")),
    (b"\xdb\xa5", _other("a Word 2 document from before 1993", "doc")),
    (b"\x31\xbe\x00\x00", _other("a Windows Write document", "wri", "doc")),
    (b"MIME-Version:", _other("a web archive or e-mail", "mht", "mhtml", "eml", "doc")),
)
_MAIN_TYPES = (
    (f"{_OFFICE}.wordprocessingml.document.main+xml", DOCX),
    (f"{_OFFICE}.wordprocessingml.template.main+xml", _DOTX),
    ("application/vnd.ms-word.document.macroEnabled.main+xml", _DOCM),
    ("application/vnd.ms-word.template.macroEnabledTemplate.main+xml", _DOCM),
    (f"{_OFFICE}.spreadsheetml.sheet.main+xml", XLSX),
    (f"{_OFFICE}.presentationml.presentation.main+xml", PPTX),
    ("spreadsheetml", _other("a spreadsheet", "xltx", "xlsm")),
    ("presentationml", _other("a presentation", "potx", "ppsx", "pptm")),
    ("visio", _other("a drawing (Visio)", "vsdx")),
)
_ODF_KINDS = (
    (f"{_ODF}.text-template", _other("an OpenDocument template", "ott")),
    (f"{_ODF}.text-master", _other("an OpenDocument master document", "odm")),
    (f"{_ODF}.text", ODT),
    (f"{_ODF}.spreadsheet", _other("a spreadsheet (OpenDocument)", "ods")),
    (f"{_ODF}.presentation", _other("a presentation (OpenDocument)", "odp")),
    ("application/epub", _other("an e-book (EPUB)", "epub")),
    ("application/vnd.sun.xml.writer", _other("an OpenOffice 1 document", "sxw")),
)
_OLE_KINDS = (
    ("workbook", _other("a spreadsheet (Excel)", "xls")),
    ("book", _other("a spreadsheet (Excel)", "xls")),
    ("powerpoint document", _other("a presentation (PowerPoint)", "ppt")),
    ("visiodocument", _other("a drawing (Visio)", "vsd")),
    ("quill", _other("a Publisher file", "pub")),
    ("__properties_version1.0", _other("an e-mail (Outlook)", "msg")),
)


def kind_of(path: Path) -> FileKind:
    """The kind of a file by its contents. Raises ``Unreadable`` for a broken container."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if head.startswith(b"PK"):
        return _zip_kind(path)
    if head.startswith(_OLE):
        return _ole_kind(path)
    return _flat_kind(head)


def _flat_kind(head: bytes) -> FileKind:
    """The kind of a file that is no container."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start:
        return _EMPTY
    if b"%PDF-" in head[:1024]:
        return PDF
    if start.startswith(b"{\\rt"):
        return RTF
    known = (kind for magic, kind in _MAGIC if head.startswith(magic))
    return next(known, None) or _markup_kind(start) or _text_kind(head)


def _zip_kind(path: Path) -> FileKind:
    archive = Archive(path)
    types = archive.read("[Content_Types].xml")
    # Content types come in any of the encodings of XML.
    text = types.replace(b"\x00", b"").decode("latin-1")
    if any(name.lower().endswith("vbaproject.bin") for name in archive.names):
        return _DOCM
    for main, kind in _MAIN_TYPES:
        if main in text:
            return kind
    mimetype = archive.read("mimetype").decode("latin-1").strip()
    for media_type, kind in _ODF_KINDS:
        if mimetype.startswith(media_type):
            return kind
    if "word/document.xml" in archive.names:
        return DOCX
    return _other("a zip archive", "zip", media_type="application/zip")


def _ole_kind(path: Path) -> FileKind:
    try:
        with OleFileIO(str(path)) as ole:  # type: ignore[no-untyped-call]
            streams = {entry[0].lower() for entry in ole.listdir()}
    except Exception as error:  # olefile raises whatever a broken table makes it stumble over
        raise damaged() from error
    if "encryptedpackage" in streams:
        return _LOCKED
    if "worddocument" in streams:
        return DOC
    known = (kind for stream, kind in _OLE_KINDS if stream in streams)
    return next(known, _other("an Office file of an unknown kind", "doc"))


def _markup_kind(head: bytes) -> FileKind | None:
    start = head[:2000].lower()
    if re.match(rb"(<!--.*?-->\s*)?(<!doctype html|<html|<head|<body)", start, re.DOTALL):
        return _other("a web page (HTML)", "html", "htm", media_type="text/html")
    if start.startswith(b"<?xml"):
        if b"word.document" in start or b"wordml" in start:
            return _other("a Word 2003 XML document", "xml", media_type="application/xml")
        return _other("an XML file", "xml", "fodt", media_type="application/xml")
    return None


def _text_kind(head: bytes) -> FileKind:
    """Text has hardly any control characters; UTF-16 and UTF-32 say so or have every other 0."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")):
        return TEXT
    zeros = (head[::2].count(0), head[1::2].count(0))
    if max(zeros) > len(head) // 4 and min(zeros) <= len(head) // 50:
        return TEXT
    # \x07 and \x13 to \x15 are what Word leaves in text: cell marks and field marks.
    controls = len(re.findall(rb"[\x00-\x06\x08\x0e-\x12\x16-\x1a\x1c\x1d\x7f]", head))
    return TEXT if controls <= len(head) // 200 else _other("a file of no kind that is known")
