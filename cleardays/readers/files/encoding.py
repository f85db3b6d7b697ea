"""Bytes to text: how a text file says, or does not say, how it is coded."""

from cleardays.readers.blocks import Unreadable

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_MOSTLY = 0.8


def decode(raw: bytes) -> str:
    """Bytes to text: byte-order mark, UTF-8, UTF-16 without mark, then what Windows writes.

    Raises Unreadable ("damaged") where nobody can tell.
    """
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return raw.decode(encoding, errors="replace")
    if unmarked := _utf16_of(raw):
        return raw.decode(unmarked, errors="replace")
    for encoding in ("utf-8", "cp1252"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    # Hardly a file comes so far, and it takes megabytes to load.
    from charset_normalizer import from_bytes

    best = from_bytes(raw[:200_000]).best()
    if best is None:
        message = "The encoding of this text file is not known: save it again as UTF-8 text."
        raise Unreadable("damaged", message)
    return raw.decode(best.encoding, errors="replace")


def _utf16_of(raw: bytes) -> str | None:
    """Return which UTF-16 without a mark this is: of Latin text every other byte is 0."""
    start = raw[:200]
    for encoding, zeros, letters in (("utf-16-le", 1, 0), ("utf-16-be", 0, 1)):
        if start[zeros::2].count(0) > len(start) * _MOSTLY / 2 and 0 not in start[letters::2]:
            return encoding
    return None
