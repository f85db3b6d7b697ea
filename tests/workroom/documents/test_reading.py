"""The worker reads what waits, and no file stops the next."""

import pytest

from cleardays.workroom.documents import reading
from cleardays.workroom.documents.drafts import from_plain
from cleardays.workroom.documents.models import Upload
from cleardays.workroom.documents.reading import read_waiting
from tests.factories.documents import AT, make_upload


def reread(upload):
    return Upload.objects.unrestricted(because="a test").select_related("file").get(pk=upload.pk)


def test_a_text_file_is_read_into_its_parts(author):
    upload = make_upload(author)

    assert read_waiting(AT) == 1

    read = reread(upload)
    assert read.state == "read"
    assert from_plain(read.draft).title == "Repairing the lamps of the High Street"
    assert "went out in a storm" in read.file.rendering


def test_nothing_waiting_is_nothing_done(author):
    make_upload(author)
    read_waiting(AT)

    assert read_waiting(AT) == 0


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"", "empty.txt", "empty"),
        (b"%PDF-1.7 cut short", "cut.pdf", None),
        (b"PK\x03\x04 cut short", "cut.docx", None),
        (b"MZ\x90\x00\x03" + b"\0" * 500, "program.docx", None),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_one_sentence(author, content, name, code):
    upload = make_upload(author, content, name)

    read_waiting(AT)

    refused = reread(upload)
    assert refused.state == "refused"
    assert refused.refusal
    assert "\n" not in refused.refusal
    assert code in (None, refused.refusal_code)


def test_a_fault_of_ours_is_owned_up_to_and_stops_no_other(author, monkeypatch, caplog):
    broken, whole = make_upload(author, b"Broken"), make_upload(author, b"Whole")
    read = reading.read_report_file

    def fault(path, **options):
        if path.read_bytes() == b"Broken":
            raise RuntimeError("a bug")
        return read(path, **options)

    monkeypatch.setattr(reading, "read_report_file", fault)

    assert read_waiting(AT) == 2
    assert "not your fault" in reread(broken).refusal
    assert reread(whole).state == "read"
    assert "a bug" in caplog.text


def test_an_oversized_file_is_refused_and_kept(author, settings):
    settings.MAX_UPLOAD_BYTES = 10
    upload = make_upload(author)

    read_waiting(AT)

    assert reread(upload).refusal_code == "oversized"
