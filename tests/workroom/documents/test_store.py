"""Files under their hash: whole or not there at all."""

import hashlib

import pytest

from cleardays.workroom.documents import store

WORDS = b"The lamps of the High Street"


def test_a_file_is_found_under_its_hash():
    kept = store.put([WORDS[:5], WORDS[5:]])

    assert kept.sha256 == hashlib.sha256(WORDS).hexdigest()
    assert kept.size == len(WORDS)
    assert store.path_of(kept.sha256).read_bytes() == WORDS


def test_the_same_bytes_again_do_not_touch_the_file():
    kept = store.put([WORDS])
    before = store.path_of(kept.sha256).stat()

    again = store.put([WORDS])

    after = store.path_of(kept.sha256).stat()
    assert again == kept
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_giver_who_breaks_off_leaves_nothing_behind(settings):
    def pieces():
        yield WORDS
        raise ConnectionError

    with pytest.raises(ConnectionError):
        store.put(pieces())

    assert [*settings.PRIVATE_FILES.rglob("*")] == []


def test_a_file_that_was_tampered_with_does_not_verify():
    kept = store.put([WORDS])
    path = store.path_of(kept.sha256)
    path.chmod(0o600)
    path.write_bytes(b"Other words")

    assert not store.verify(kept.sha256)


def test_a_file_as_it_was_put_verifies():
    assert store.verify(store.put([WORDS]).sha256)


def test_a_file_that_is_not_there_does_not_verify():
    assert not store.verify("0" * 64)


def test_only_the_owner_may_read_what_is_stored(settings):
    kept = store.put([WORDS])

    assert store.path_of(kept.sha256).stat().st_mode & 0o077 == 0
    assert store.path_of(kept.sha256).parent.stat().st_mode & 0o077 == 0


def test_a_file_on_disk_is_given_in_pieces_that_are_the_whole(tmp_path):
    big = tmp_path / "big"
    big.write_bytes(b"x" * (store.PIECE + 7))

    pieces = [*store.pieces_of(big)]

    assert [len(piece) for piece in pieces] == [store.PIECE, 7]
