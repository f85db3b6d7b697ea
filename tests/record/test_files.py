"""The public file store."""

import pytest

from cleardays.record import files
from cleardays.record.models import PublicFile
from tests.factories.record import a_file


def test_a_file_is_kept_by_its_hash_and_opened_again():
    link = a_file("some words")

    with files.open_file(PublicFile.objects.get(pk=link.sha256)) as kept:
        assert kept.read() == b"some words"


def test_putting_twice_keeps_one():
    a_file("some words")
    a_file("some words")

    assert PublicFile.objects.count() == 1


def test_bytes_that_are_not_what_they_claim_are_refused_and_leave_nothing(tmp_path):
    source = tmp_path / "paper.pdf"
    source.write_text("other words")

    with pytest.raises(files.WrongBytes):
        files.put(source, sha256="0" * 64, media_type="application/pdf")

    assert not any(path.is_file() for path in files.path_of("0" * 64).parent.iterdir())
    assert not PublicFile.objects.exists()


def test_names_within_words_are_not_taken_for_files():
    body = '{"title":"see \\"sha256\\":\\"' + "a" * 64 + '\\"","sha256":"' + "b" * 64 + '"}'

    assert files.files_in(body) == {"b" * 64}
