"""Plain text into blocks: encoding, paragraphs, printed lists and the remains of tables."""

import re
from collections.abc import Iterator
from pathlib import Path

from charset_normalizer import from_bytes

from cleardays.readers.blocks import Block, Kind, Notice, Reading, Unreadable
from cleardays.readers.files.fieldcodes import take_out_field_codes
from cleardays.readers.files.markers import Depths, as_item, split_marker
from cleardays.readers.files.spans import Span, block
from cleardays.readers.files.texttables import find_tables
from cleardays.readers.files.wrapping import Wrapping

MEDIA_TYPE = "text/plain"
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


def read_text(path: Path) -> Reading:
    """Read a plain text file; refuses one without words ("empty") or in no known encoding."""
    text, codes = take_out_field_codes(decode(path.read_bytes()))
    blocks = tuple(text_blocks(text))
    if not blocks:
        raise Unreadable("empty", "This file has no words in it: choose another file.")
    dropped = tuple(word for code in codes for word in code.split())
    notices: tuple[Notice, ...] = ()
    if codes:
        sentence = "Word's field codes were left in the text; they were taken out."
        notices = (Notice("field-code", sentence, len(codes)),)
    return Reading(MEDIA_TYPE, blocks, notices, dropped)


def decode(raw: bytes) -> str:
    """Bytes to text: byte-order mark, UTF-8, UTF-16 without mark, then what Windows writes."""
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return raw.decode(encoding, errors="replace")
    if raw[:1000].count(0) > len(raw[:1000]) // 4:
        return raw.decode("utf-16-le" if raw[1:2] == b"\0" else "utf-16-be", errors="replace")
    for encoding in ("utf-8", "cp1252"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    best = from_bytes(raw[:200_000]).best()
    if best is None:
        message = "The encoding of this text file is not known: save it again as UTF-8 text."
        raise Unreadable("damaged", message)
    return raw.decode(best.encoding, errors="replace")


def text_blocks(text: str) -> Iterator[Block]:
    """Blocks of a text whose field codes are gone."""
    text = (
        re.sub("\r\n?|[\x0c\u2029\x85]", "\n", text).replace("\x1e", "-").replace("\x0b", "\u2028")
    )
    depths = Depths()
    wrapping = Wrapping.of(text)
    for piece in find_tables(text):
        if isinstance(piece, Block):
            depths.reset()
            yield piece
            continue
        for paragraph in wrapping.join(piece):
            found = _paragraph(paragraph, depths)
            if found.text or found.marker:
                yield found


def _paragraph(line: str, depths: Depths) -> Block:
    """One paragraph, or an item if it begins with a printed marker."""
    plain = block(Kind.PARAGRAPH, [Span(line.replace("\u2028", "\n"))])
    marker = split_marker(line)
    if marker is None:
        if plain.text:
            depths.reset()
        return plain
    words = split_marker(plain.text) or marker
    return as_item(plain, words, depths.of(marker))
