"""Every text that can be read out of some bytes: as they are, and as programs would show them."""

import re
import zipfile
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2

TAG = re.compile(rb"<[^>]*>")
FOLD = re.compile(rb"\r?\n[ \t]")
DEEPEST = 20


def texts_of(body: bytes) -> Iterator[bytes]:
    """Yield the bytes as they are, without what programs put between letters, and unpacked."""
    yield body
    if body.startswith(b"%PDF-"):
        yield from _of_pdf(body)
    elif body.startswith(b"PK"):
        yield from _of_zip(body)
    else:
        yield body.replace(b"\0", b"")  # two bytes a letter
        yield FOLD.sub(b"", body)  # long lines of calendars and headers
        yield unescape(TAG.sub(b"", body).decode("utf-8", "replace")).encode()


def _of_zip(body: bytes) -> Iterator[bytes]:
    with zipfile.ZipFile(BytesIO(body)) as package:
        yield package.comment
        for member in package.infolist():
            yield member.filename.encode()
            yield from texts_of(package.read(member))


def _of_pdf(body: bytes) -> Iterator[bytes]:
    """Yield the text of the pages, then every string, name and stream of the file."""
    shown = pypdfium2.PdfDocument(body)
    try:
        for page in shown:
            yield page.get_textpage().get_text_bounded().encode()
    finally:
        shown.close()
    with pikepdf.open(BytesIO(body)) as pdf:
        for each in (*pdf.objects, pdf.trailer):
            yield from _of_object(each)


def _of_object(found: Any, depth: int = 0) -> Iterator[bytes]:
    if isinstance(found, pikepdf.String):
        yield str(found).encode()
    elif isinstance(found, pikepdf.Stream):
        yield from _of_stream(found)
    if depth > DEEPEST:
        return
    if isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
        for key, value in found.items():
            yield key.encode()
            yield from _of_object(value, depth + 1) if not _has_its_turn(value) else ()
    elif isinstance(found, pikepdf.Array):
        for value in found:
            yield from _of_object(value, depth + 1) if not _has_its_turn(value) else ()


def _of_stream(stream: pikepdf.Stream) -> Iterator[bytes]:
    try:
        yield stream.read_bytes()
    except pikepdf.PdfError:  # a picture in a code that is no text
        yield stream.read_raw_bytes()


def _has_its_turn(value: Any) -> bool:
    return bool(getattr(value, "is_indirect", False))


def of_index(raw: bytes) -> Iterator[bytes]:
    """Yield a file of the search index: as it is, and with its packed blocks unpacked.

    A store of documents is one block after another: its length when unpacked, then an LZ4 block.
    """
    yield raw
    at = 0
    while at + 4 <= len(raw):
        size = int.from_bytes(raw[at : at + 4], "little")
        try:
            block, at = _unpacked(raw, at + 4, size)
        except IndexError:  # no block begins here: the rest is the store's own table
            return
        yield block


def _unpacked(raw: bytes, at: int, size: int) -> tuple[bytes, int]:
    """Return an LZ4 block of this size when unpacked, and where it ends."""
    made = bytearray()
    while True:
        token, at = raw[at], at + 1
        length, at = _length(raw, at, token >> 4)
        made += raw[at : at + length]
        at += length
        if len(made) >= size:
            break
        back, at = raw[at] | raw[at + 1] << 8, at + 2
        length, at = _length(raw, at, token & 15)
        if not 0 < back <= len(made):
            raise IndexError(back)
        for _ in range(length + 4):
            made.append(made[-back])
    if len(made) != size or at > len(raw):
        raise IndexError(size)
    return bytes(made), at


def _length(raw: bytes, at: int, short: int) -> tuple[int, int]:
    if short < 15:
        return short, at
    while raw[at] == 255:
        short, at = short + 255, at + 1
    return short + raw[at], at + 1
