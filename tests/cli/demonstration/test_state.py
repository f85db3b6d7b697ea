"""A load that stopped half-way is known for one; what is not the demonstration is let be."""

from datetime import date

import pytest

from cleardays.cli.demonstration.state import State, begin, finish, loaded_on, state_of, take

A_DAY = date(2026, 1, 5)


def test_an_empty_folder_holds_nothing(tmp_path):
    assert state_of(tmp_path) is State.NOTHING


def test_a_load_that_has_begun_is_half_there_until_it_is_finished(tmp_path):
    begin(tmp_path)

    assert (state_of(tmp_path), loaded_on(tmp_path)) == (State.HALF, None)

    finish(tmp_path, A_DAY)

    assert (state_of(tmp_path), loaded_on(tmp_path)) == (State.WHOLE, A_DAY)


def test_stores_that_the_demonstration_did_not_make_are_something_else(tmp_path):
    (tmp_path / "workroom.sqlite3").touch()

    assert state_of(tmp_path) is State.SOMETHING_ELSE


def test_beginning_again_takes_away_what_a_load_made_and_nothing_else(tmp_path):
    for name in ("record.sqlite3", "record.sqlite3-wal", "my-notes.txt", "secret-key"):
        (tmp_path / name).touch()
    (tmp_path / "public-files" / "aa").mkdir(parents=True)

    begin(tmp_path)

    assert {path.name for path in tmp_path.iterdir()} == {
        "demonstration",
        "my-notes.txt",
        "secret-key",
    }


def test_a_folder_that_somebody_works_in_is_taken(tmp_path):
    with take(tmp_path), pytest.raises(BlockingIOError):
        take(tmp_path)

    take(tmp_path).close()
