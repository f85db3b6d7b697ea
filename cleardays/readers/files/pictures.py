"""Whether a picture says more than it shows: who took it, where, with what, in words or codes."""

import re
from collections.abc import Iterator

_JPEG, _PNG, _GIF = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8"
# Of the segments that programs write into (Exif, XMP, Photoshop's notes, comments and others)
# only what a screen needs: the shape of a pixel, colours, and how they were turned.
_COMMENT, _OF_PROGRAMS = 0xFE, range(0xE0, 0xF0)
_NEEDED_IN_JPEG = ((0xE0, b""), (0xE2, b"ICC_PROFILE"), (0xEE, b"Adobe"))
# Whatever else stands in a PNG is text, Exif, or a program's own: some keep all layers there.
_NEEDED_IN_PNG = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT tIME "
    b"acTL fcTL fdAT".split()
)
_IN_GIF = (b"!\xfe", b"!\xff\x0bXMP")
_SCAN, _END = 0xDA, 0xD9
# Among pixels 0xFF stands before 0, or before a number that restarts them.
_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]", re.DOTALL)


def is_described(raw: bytes) -> bool:
    """Say whether a picture carries a description; one of a kind we cannot look into may."""
    if raw.startswith(_JPEG):
        return any(_describes(marker, raw[at : at + 12]) for marker, at in _segments(raw))
    if raw.startswith(_PNG):
        return any(kind not in _NEEDED_IN_PNG for kind, _ in _chunks(raw))
    if raw.startswith(_GIF):
        return any(mark in raw for mark in _IN_GIF)
    return True


def end_of_picture(raw: bytes) -> int:
    """Where a PNG or JPEG ends; 0 if it is cut off or none. Files may go on behind that."""
    if raw.startswith(_PNG):
        ends = (end for kind, end in _chunks(raw) if kind == b"IEND" and end <= len(raw))
        return next(ends, 0)
    return _end_of_jpeg(raw) if raw.startswith(_JPEG) else 0


def _describes(marker: int, content: bytes) -> bool:
    if marker == _COMMENT:
        return True
    needed = any(marker == m and content.startswith(name) for m, name in _NEEDED_IN_JPEG)
    return marker in _OF_PROGRAMS and not needed


def _segments(raw: bytes) -> Iterator[tuple[int, int]]:
    """The markers of a JPEG before its end, and where their contents are (ITU-T T.81, annex B)."""
    at = 2
    while at + 4 <= len(raw) and raw[at] == 0xFF and raw[at + 1] != _END:
        yield raw[at + 1], at + 4
        is_scan = raw[at + 1] == _SCAN
        at += 2 + int.from_bytes(raw[at + 2 : at + 4], "big")
        at = _after_pixels(raw, at) if is_scan else at


def _end_of_jpeg(raw: bytes) -> int:
    at = 2
    for _, content in _segments(raw):
        at = content - 2 + int.from_bytes(raw[content - 2 : content], "big")
        at = _after_pixels(raw, at) if raw[content - 3] == _SCAN else at
    return at + 2 if raw[at : at + 2] == bytes([0xFF, _END]) else 0


def _after_pixels(raw: bytes, at: int) -> int:
    """The place of the next marker that is no part of the pixels."""
    found = _MARKER.search(raw, at)
    return found.start() if found else len(raw)


def _chunks(raw: bytes) -> Iterator[tuple[bytes, int]]:
    """The kinds of the chunks of a PNG and where each ends (ISO/IEC 15948, 5.3)."""
    at = len(_PNG)
    while at + 8 <= len(raw):
        kind = raw[at + 4 : at + 8]
        at += 12 + int.from_bytes(raw[at : at + 4], "big")
        yield kind, at
        if kind == b"IEND":
            return
