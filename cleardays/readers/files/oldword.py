"""Older Word documents (.doc) and Rich Text (.rtf): looked into, then read through LibreOffice."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from olefile import OleFileIO

from cleardays.readers.blocks import Notice, Reading
from cleardays.readers.files.kinds import DOC, RTF
from cleardays.readers.files.libreoffice import as_docx
from cleardays.readers.files.notices import notice
from cleardays.readers.files.refusals import carries_macros, damaged, password_protected
from cleardays.readers.files.word.read import read_docx

# The file information block at the start of the WordDocument stream ([MS-DOC] 2.5.2).
_FIB_WORD_97 = 0xC1
_ENCRYPTED, _OBFUSCATED = 0x0100, 0x8000


def read_doc(path: Path) -> Reading:
    """Read a .doc; refuses macros, passwords and damage before LibreOffice sees the file."""
    embedded = _look_into_doc(path)
    return _through_libreoffice(path, "doc", DOC.media_type, notice("embedded-file", embedded))


def read_rtf(path: Path) -> Reading:
    """Read an .rtf. What is embedded in it is named and not read."""
    raw = path.read_bytes()
    unescaped = re.sub(rb"\\\\[\\\\{}]", b"", raw)
    if unescaped.count(b"}") < unescaped.count(b"{"):
        raise damaged()
    objects = len(re.findall(rb"\\objdata\b", raw))
    return _through_libreoffice(path, "rtf", RTF.media_type, notice("embedded-file", objects))


def _through_libreoffice(
    path: Path, extension: str, media_type: str, found: Iterator[Notice]
) -> Reading:
    with as_docx(path, extension) as made:
        reading = read_docx(made)
    # The properties are the original's; that LibreOffice adds its own is no news.
    notices = {each.code: each for each in (*found, *reading.notices, *notice("rebuilt", 1))}
    return replace(reading, media_type=media_type, notices=tuple(notices.values()))


def _look_into_doc(path: Path) -> int:
    """Refuse what must not be opened; return how many files are embedded."""
    try:
        with OleFileIO(str(path)) as ole:  # type: ignore[no-untyped-call]
            entries = [
                "/".join(entry).lower() for entry in ole.listdir(streams=True, storages=True)
            ]
            head = ole.openstream("WordDocument").read(32)
    except Exception as error:  # olefile raises whatever a broken table makes it stumble over
        raise damaged() from error
    if len(head) < 32:
        raise damaged()
    flags = int.from_bytes(head[10:12], "little")
    if flags & (_ENCRYPTED | _OBFUSCATED):
        raise password_protected()
    if any(re.search(r"(^|/)(_vba_project|macros|vba)(/|$)", entry) for entry in entries):
        raise carries_macros()
    return sum(bool(re.fullmatch(r"objectpool/[^/]+", entry)) for entry in entries)
