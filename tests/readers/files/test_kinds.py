"""What a file is by its contents."""

from pathlib import Path

import pytest

from cleardays.readers.files.kinds import DOCX, ODT, PDF, RTF, TEXT, kind_of
from tests.readers.files.makers import make_docx, make_odt, paragraph


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"Plain words", TEXT),
        ("Caf\xe9".encode("cp1252"), TEXT),
        ("Words".encode("utf-16"), TEXT),
        ("Words and more of them".encode("utf-16-le"), TEXT),
        (b"A\x07B\x07\x07 and \x13 PAGE \x14 1\x15", TEXT),
        (b"\xef\xbb\xbf{\\rtf1 Words}", RTF),
        (b"junk before %PDF-1.4", PDF),
    ],
)
def test_flat_files_are_told_by_their_first_bytes(
    tmp_path: Path, content: bytes, kind: object
) -> None:
    path = tmp_path / "anything.bin"
    path.write_bytes(content)

    assert kind_of(path) is kind


def test_packages_are_told_by_what_is_in_them(tmp_path: Path) -> None:
    assert kind_of(make_docx(tmp_path / "a.zip", paragraph("x"))) is DOCX
    assert kind_of(make_odt(tmp_path / "b.zip", "<text:p>x</text:p>")) is ODT


@pytest.mark.parametrize(
    ("content", "label"),
    [
        (b"<!doctype html><p>x", "web page"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?>', "Word 2003 XML"),
        (b"MIME-Version: 1.0\r\n", "web archive"),
        (b"\xdb\xa5" + bytes(40), "Word 2"),
        (bytes(range(256)), "no kind"),
    ],
)
def test_what_is_never_read_is_named(tmp_path: Path, content: bytes, label: str) -> None:
    path = tmp_path / "report.doc"
    path.write_bytes(content)

    kind = kind_of(path)

    assert kind.refusal == "not-a-document"
    assert label in kind.label
