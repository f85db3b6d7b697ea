"""Pictures that say more than they show."""

import pytest

from cleardays.readers.files.pictures import is_described

JPEG, PNG = b"\xff\xd8", b"\x89PNG\r\n\x1a\n"


def segment(marker: int, content: bytes) -> bytes:
    return bytes([0xFF, marker]) + (len(content) + 2).to_bytes(2, "big") + content


def chunk(kind: bytes, content: bytes = b"") -> bytes:
    return len(content).to_bytes(4, "big") + kind + content + b"\0\0\0\0"


SHAPE, PIXELS = segment(0xE0, b"JFIF\0"), segment(0xDA, b"") + b"\xff\0\xe1 is chance here\xff\xd9"
HEAD, END = chunk(b"IHDR", b"\0" * 13), chunk(b"IEND")


@pytest.mark.parametrize(
    "raw",
    [
        JPEG + SHAPE + PIXELS,
        JPEG + SHAPE + segment(0xE2, b"ICC_PROFILE\0") + PIXELS,
        PNG + HEAD + chunk(b"IDAT", b"tEXt") + END,
        b"GIF89a and its pixels",
    ],
)
def test_a_picture_that_only_shows_something(raw: bytes) -> None:
    assert not is_described(raw)


@pytest.mark.parametrize(
    "raw",
    [
        JPEG + SHAPE + segment(0xE1, b"Exif\0\0") + PIXELS,
        JPEG + segment(0xED, b"Photoshop 3.0\0") + PIXELS,
        JPEG + segment(0xFE, b"taken at home") + PIXELS,
        PNG + HEAD + chunk(b"tEXt", b"Author\0Quill") + END,
        PNG + HEAD + chunk(b"eXIf") + END,
        b"GIF89a!\xfe\x05Quill\0",
        b"\x01\0\0\0 a drawing in Windows' own format",
        b"",
    ],
)
def test_a_picture_that_is_described_or_cannot_be_looked_into(raw: bytes) -> None:
    assert is_described(raw)
