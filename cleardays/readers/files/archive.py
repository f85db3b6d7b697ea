"""Zip packages (.docx, .odt) opened with their dangers shut out: bombs, entities, the network."""

import posixpath
import zipfile
from pathlib import Path

from lxml import etree

from cleardays.readers.blocks import Unreadable
from cleardays.readers.files.refusals import damaged, password_protected, too_large

# A 500-page report has some 30 MB of XML; lxml needs about eight times that in memory.
_LARGEST_XML = 40 * 1024 * 1024
_LARGEST_WHOLE = 400 * 1024 * 1024
_MOST_PARTS = 10_000
_DEEPEST_RATIO = 200  # repetitive XML packs about 50 to 1; a bomb 1000 to 1
_ENCRYPTED = 0x1

# ISO 29500 strict writes other names for the same things; one name is enough inside.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", "wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/", "officeDocument/2006/"),
    (b"http://purl.oclc.org/ooxml/drawingml/", "drawingml/2006/"),
)


class Archive:
    """The parts of a zip package. Every error is an ``Unreadable`` that says what to do."""

    def __init__(self, path: Path) -> None:
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, OSError, ValueError) as error:
            raise damaged() from error
        infos = self._zip.infolist()
        if any(info.flag_bits & _ENCRYPTED for info in infos):
            raise password_protected()
        unpacked = sum(info.file_size for info in infos)
        packed = sum(info.compress_size for info in infos)
        is_bomb = unpacked > 10_000_000 and unpacked > packed * _DEEPEST_RATIO
        if is_bomb or unpacked > _LARGEST_WHOLE or len(infos) > _MOST_PARTS:
            raise too_large()
        self.names = frozenset(info.filename for info in infos)
        self._by_lower_name = {name.lower(): name for name in self.names}

    def read(self, name: str) -> bytes:
        """The bytes of a part; b"" if the package has none of that name."""
        stored = self._by_lower_name.get(name.lstrip("/").lower())
        if stored is None:
            return b""
        try:
            return self._zip.read(stored)
        except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError) as error:
            raise damaged() from error
        except Exception as error:  # zlib.error and its like share no parent
            raise damaged() from error

    def xml(self, name: str) -> etree._Element | None:
        """The root of an XML part, with no entity resolved and nothing fetched; None if absent."""
        raw = self.read(name)
        if len(raw) > _LARGEST_XML:
            raise too_large()
        if not raw.strip():
            return None
        for strict, usual in _STRICT:
            raw = raw.replace(strict, b"http://schemas.openxmlformats.org/" + usual.encode())
        return parse(raw)


def parse(raw: bytes) -> etree._Element:
    """Parse XML of strangers. A document type is refused: Office writes none, attackers do."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_pis=True,
        remove_comments=True,
    )
    try:
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged() from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise Unreadable(
            "damaged",
            "This file declares XML entities, which no office program writes: "
            "open it in Word, save it under a new name and try that.",
        )
    return root


def resolve(base: str, target: str) -> str:
    """The part that a relationship of the part ``base`` points at."""
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), target))
