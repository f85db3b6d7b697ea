"""Plain text into blocks: encoding, paragraphs, printed lists and the remains of tables."""

import re
from collections.abc import Iterator
from pathlib import Path

from cleardays.readers.blocks import Block, Kind, Notice, Reading, Unreadable
from cleardays.readers.files.encoding import decode
from cleardays.readers.files.fieldcodes import take_out_field_codes
from cleardays.readers.files.markers import Depths, as_item, split_marker
from cleardays.readers.files.spans import Span, block
from cleardays.readers.files.texttables import find_tables
from cleardays.readers.files.wrapping import Wrapping

MEDIA_TYPE = "text/plain"


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
