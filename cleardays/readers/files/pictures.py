"""Whether a picture says more than it shows: who took it, where, with what, in words or codes."""

from collections.abc import Iterator

_JPEG, _PNG, _GIF = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8"
# Exif and XMP, Photoshop's notes, comments.
_IN_JPEG = (0xE1, 0xED, 0xFE)
_IN_PNG = (b"tEXt", b"zTXt", b"iTXt", b"eXIf")
_IN_GIF = (b"!\xfe", b"!\xff\x0bXMP")
_SCAN = 0xDA


def is_described(raw: bytes) -> bool:
    """Say whether a picture carries a description; one of a kind we cannot look into may."""
    if raw.startswith(_JPEG):
        return any(marker in _IN_JPEG for marker in _segments(raw))
    if raw.startswith(_PNG):
        return any(kind in _IN_PNG for kind in _chunks(raw))
    if raw.startswith(_GIF):
        return any(mark in raw for mark in _IN_GIF)
    return True


def _segments(raw: bytes) -> Iterator[int]:
    """The markers of a JPEG up to the picture itself (ITU-T T.81, annex B)."""
    at = 2
    while at + 4 <= len(raw) and raw[at] == 0xFF and raw[at + 1] != _SCAN:
        yield raw[at + 1]
        at += 2 + int.from_bytes(raw[at + 2 : at + 4], "big")


def _chunks(raw: bytes) -> Iterator[bytes]:
    """The kinds of the chunks of a PNG (ISO/IEC 15948, 5.3)."""
    at = len(_PNG)
    while at + 8 <= len(raw):
        yield raw[at + 4 : at + 8]
        at += 12 + int.from_bytes(raw[at : at + 4], "big")
