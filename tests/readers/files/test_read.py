"""What is refused by name, and what the refusal says."""

import zipfile
from pathlib import Path

import pikepdf
import pytest

from cleardays.readers.blocks import Unreadable
from cleardays.readers.files import libreoffice
from cleardays.readers.files.read import read_file
from tests.readers.files.makers import make_docx, make_odt, make_pdf, paragraph


def _refusal(path: Path, **options: object) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        read_file(path, **options)
    assert "\n" not in str(caught.value)
    assert str(caught.value).endswith(".")
    return caught.value


@pytest.mark.parametrize("content", [b"", b" \r\n\t ", b"\xef\xbb\xbf\n"])
def test_a_file_with_nothing_in_it_is_refused_as_empty(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(content)

    assert _refusal(path).code == "empty"


def test_a_document_without_words_is_refused_as_empty(tmp_path: Path) -> None:
    path = make_docx(tmp_path / "report.docx", paragraph(""))

    assert _refusal(path).code == "empty"


def test_a_file_over_the_limit_is_refused_with_both_sizes(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(b"word " * 1_000_000)

    refusal = _refusal(path, limit_bytes=2 * 1024 * 1024)

    assert refusal.code == "oversized"
    assert "5 MB" in str(refusal)
    assert "2 MB" in str(refusal)


def test_a_file_that_is_not_what_its_name_says_is_refused_and_says_what_it_is(
    tmp_path: Path,
) -> None:
    path = make_docx(tmp_path / "report.doc", paragraph("Words"))

    refusal = _refusal(path)

    assert refusal.code == "mislabelled"
    assert ".doc but is a Word document (.docx)" in str(refusal)


def test_the_name_that_a_file_was_handed_in_under_is_the_one_that_counts(tmp_path: Path) -> None:
    path = make_docx(tmp_path / "3f786850e387550f", paragraph("Words"))

    assert read_file(path, name="Report.DOCX").blocks[0].text == "Words"
    assert _refusal(path, name="report.pdf").code == "mislabelled"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("scan.png", b"\x89PNG\r\n\x1a\n" + bytes(50)),
        ("tool.exe", b"MZ" + bytes(100)),
        ("page.html", b"<!DOCTYPE html><p>Words</p>"),
        ("report", bytes(range(256)) * 20),
    ],
)
def test_what_is_no_document_is_refused_and_says_what_to_save_it_as(
    tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    refusal = _refusal(path)

    assert refusal.code == "not-a-document"
    assert ".docx" in str(refusal)


def test_a_spreadsheet_is_refused_as_no_document(tmp_path: Path) -> None:
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    path = make_docx(tmp_path / "figures.xlsx", "", content_type=kind)

    assert _refusal(path).code == "not-a-document"


def test_macros_are_refused_in_a_docm_and_in_a_docx_that_hides_them(tmp_path: Path) -> None:
    kind = "application/vnd.ms-word.document.macroEnabled.main+xml"
    named = make_docx(tmp_path / "report.docm", paragraph("Words"), content_type=kind)
    parts = {"word/vbaProject.bin": b"\xd0\xcf\x11\xe0"}
    hidden = make_docx(tmp_path / "report.docx", paragraph("Words"), **parts)

    assert _refusal(named).code == "macro"
    assert _refusal(hidden).code == "macro"


def test_macros_in_an_odt_are_refused(tmp_path: Path) -> None:
    parts = {"Basic/Standard/Module1.xml": "<x/>"}
    path = make_odt(tmp_path / "report.odt", "<text:p>Words</text:p>", **parts)

    assert _refusal(path).code == "macro"


def test_a_pdf_with_a_password_is_refused(tmp_path: Path) -> None:
    plain = make_pdf(tmp_path / "plain.pdf", "<p>Words")
    locked = tmp_path / "locked.pdf"
    with pikepdf.open(plain) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="owner", user="user"))

    assert _refusal(locked).code == "password-protected"


def test_an_odt_with_a_password_is_refused(tmp_path: Path) -> None:
    manifest = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
    path = make_odt(tmp_path / "report.odt", "<text:p>x</text:p>", manifest=manifest)

    assert _refusal(path).code == "password-protected"


@pytest.mark.parametrize(
    "name",
    [
        "bug53475-password-is-solrcell.docx",
        "testWORD_protected_passtika.docx",
        "password_tika_binaryrc4.doc",
        "testODTEncrypted.odt",
    ],
)
def test_office_files_with_passwords_are_refused(corpus: Path, name: str) -> None:
    path = next((corpus / "office").glob(f"*{name}"))

    assert _refusal(path).code == "password-protected"


def test_a_truncated_docx_is_refused_as_damaged(tmp_path: Path) -> None:
    path = make_docx(tmp_path / "report.docx", paragraph("Words " * 500))
    path.write_bytes(path.read_bytes()[:-200])

    assert _refusal(path).code == "damaged"


def test_a_docx_with_a_broken_part_is_refused_as_damaged(tmp_path: Path) -> None:
    path = make_docx(tmp_path / "report.docx", paragraph("Words"), styles="<w:styles")

    assert _refusal(path).code == "damaged"


def test_a_truncated_pdf_is_refused_as_damaged(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(b"%PDF-1.7\n1 0 obj << /Type /Catalog")

    assert _refusal(path).code == "damaged"


def test_a_truncated_rtf_is_refused_as_damaged(tmp_path: Path) -> None:
    path = tmp_path / "report.rtf"
    path.write_bytes(rb"{\rtf1\ansi{\fonttbl{\f0 Arial;}}\f0 Words \{ and no")

    assert _refusal(path).code == "damaged"


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = make_docx(tmp_path / "report.docx", paragraph("Words"))
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/media/bomb.xml", bytes(60_000_000))

    assert _refusal(path).code == "too-large-in-memory"


def test_a_docx_that_declares_entities_is_refused_and_reads_no_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("canary")
    path = make_docx(tmp_path / "report.docx", "")
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("[Content_Types].xml", "wordprocessingml.document.main+xml")
        package.writestr(
            "word/document.xml",
            f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
            '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
            "<w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>",
        )

    refusal = _refusal(path, name="report.docx")

    assert refusal.code == "damaged"
    assert "canary" not in str(refusal)


def test_a_scan_says_that_it_needs_text_recognition(tmp_path: Path) -> None:
    picture = "<svg width='300' height='300'><rect width='300' height='300' fill='grey'/></svg>"
    path = make_pdf(tmp_path / "scan.pdf", picture)

    refusal = _refusal(path)

    assert refusal.code == "no-text"
    assert "OCR" in str(refusal)


def test_without_libreoffice_only_the_formats_that_need_it_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libreoffice, "find_libreoffice", lambda: None)
    rtf = tmp_path / "report.rtf"
    rtf.write_bytes(rb"{\rtf1 Words}")
    docx = make_docx(tmp_path / "report.docx", paragraph("Words"))

    refusal = _refusal(rtf)

    assert refusal.code == "needs-libreoffice"
    assert "libreoffice-writer-nogui" in str(refusal)
    assert read_file(docx).blocks
