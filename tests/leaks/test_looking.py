"""A word is seen however it is packed, folded or drawn."""

import zipfile
from io import BytesIO

import pytest

from tests.leaks.canaries import Words
from tests.leaks.looking import of_index, texts_of
from tests.leaks.papers import HIDING, IN_PDF, docx, pdf

CANARIES = Words("zqx")
WORD = CANARIES.word("a.Model.field", "a test")


def is_seen(body: bytes) -> bool:
    return any(CANARIES.seen_in(text) == {WORD} for text in texts_of(body))


def zipped(body: bytes) -> bytes:
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("inside.bin", body)
    return written.getvalue()


@pytest.mark.parametrize(
    "body",
    [
        f"before {WORD} after".encode(),
        WORD.upper().encode(),
        WORD.encode("utf-16-le"),
        f"DESCRIPTION:{WORD[:7]}\r\n {WORD[7:]}".encode(),
        f"<p>{WORD[:4]}<mark>{WORD[4:]}</mark></p>".encode(),
        zipped(zipped(WORD.encode())),
        pdf(f"The lamps of {WORD}"),
        docx(WORD),
    ],
)
def test_a_word_is_seen(body):
    assert is_seen(body)


@pytest.mark.parametrize("way", HIDING)
def test_a_word_hidden_in_a_word_file_is_seen(way):
    assert is_seen(docx("The lamps", **{way: WORD}))


@pytest.mark.parametrize("way", IN_PDF)
def test_a_word_hidden_in_a_pdf_is_seen(way):
    assert is_seen(pdf("The lamps", **{way: WORD}))


@pytest.mark.parametrize("body", [b"", b"zqx", b"zqx lamps", docx("The lamps"), pdf("The lamps")])
def test_nothing_is_seen_where_nothing_is(body):
    assert not is_seen(body)


def test_a_packed_block_of_the_index_is_unpacked():
    # Eight letters as they are, then the twelve that begin eight back, then five as they are.
    packed = bytes([8 << 4 | 8]) + b"the lamp" + b"\x08\x00" + bytes([5 << 4]) + b" end."
    block = (25).to_bytes(4, "little") + packed

    assert list(of_index(block))[1:] == [b"the lampthe lampthe  end."]


def test_a_word_is_watched_for_that_could_not_be_planted():
    words = Words("zqx")
    words.watch("a.Model.hash", "a test", "5f2d9c0011aa")

    assert words.places(words.seen_in(b"...5F2D9C0011AA...")) == ["a.Model.hash of a test"]
